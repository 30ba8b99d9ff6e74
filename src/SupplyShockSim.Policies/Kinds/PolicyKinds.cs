namespace SupplyShockSim.Policies;

/// <summary>A kind of policy: its name in scenarios, the record that its keys fill, and what it does in a line.</summary>
public sealed record PolicyKind(string Type, Type Spec, string Meaning)
{
    /// <summary>The kind that a record describes.</summary>
    public static PolicyKind Of<T>()
        where T : PolicySpec, new()
    {
        var spec = new T();
        return new PolicyKind(spec.Type, typeof(T), spec.Meaning);
    }
}

/// <summary>One list of kinds, and the names that are kept for later.</summary>
/// <typeparam name="TSpec">What its records have in common.</typeparam>
/// <param name="Noun">What one of them is called in messages; with an s, the key under which they stand in a scenario.</param>
/// <param name="Example">One as written, for messages; empty where there is none.</param>
/// <param name="All">The kinds, in the order in which they are named to people.</param>
/// <param name="Reserved">Names that scenarios may one day use, and what to say until then.</param>
public sealed record PolicyKinds<TSpec>(string Noun, string Example, IReadOnlyList<PolicyKind> All, IReadOnlyDictionary<string, string> Reserved)
    where TSpec : PolicySpec
{
    /// <summary>What to say where a name of this list stands in another one; null of a name that is not in it.</summary>
    public (string Message, string? Hint)? OtherWord(string name) =>
        All.Any(k => k.Type == name) ? ($"'{name}' is a {Noun}", $"put it under `{Noun}s`")
        : Reserved.ContainsKey(name) ? ($"'{name}' is a {Noun}, and {(All.Count > 0 ? "it is" : $"{Noun}s are")} not simulated yet", null)
        : null;

    /// <summary>The same list with one kind more.</summary>
    public PolicyKinds<TSpec> With<T>()
        where T : TSpec, new() => this with { All = [.. All, PolicyKind.Of<T>()] };
}
