namespace SupplyShockSim.Network.Definitions;

/// <summary>
/// A key of a scenario file: its name, its meaning and its limits. The binder, the JSON Schema and the documentation are all
/// made from these, so that a key is defined in one place. The value's type gives its dimension.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FieldAttribute(string key, string meaning) : Attribute
{
    /// <summary>The key as it stands in the file.</summary>
    public string Key { get; } = key;

    /// <summary>One line for the schema and for error messages: what the value means, and its unit when none is written.</summary>
    public string Meaning { get; } = meaning;

    /// <summary>The key must be present.</summary>
    public bool Required { get; init; }

    /// <summary>The default as a reader would write it; a test pins it to the property's initial value.</summary>
    public string? Default { get; init; }

    /// <summary>An example value, for the schema.</summary>
    public string? Example { get; init; }

    /// <summary>Spans may be written in workdays; anywhere else they are refused.</summary>
    public bool TakesWorkdays { get; init; }

    /// <summary>The first version that understands the key, where the map it stands in is not younger still (see <see cref="SinceAttribute"/>).</summary>
    public string Since { get; init; } = "0.1";
}

/// <summary>The first version that understands a map of this kind, and so each of its keys, also those of its base.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SinceAttribute(string version) : Attribute
{
    public string Version { get; } = version;
}

/// <summary>A key that will be understood later: using it is an error that says so, rather than an unknown key.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class ReservedKeyAttribute(string key, string remedy) : Attribute
{
    public string Key { get; } = key;

    /// <summary>What to do instead.</summary>
    public string Remedy { get; } = remedy;
}
