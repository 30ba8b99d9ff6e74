namespace SupplyShockSim.Scenarios.Binding;

/// <summary>What the schema and the tests need to know of a record.</summary>
internal interface IRecordKind
{
    IReadOnlyList<Field> Fields { get; }

    /// <summary>The first version that understands such a map; null for the first of all.</summary>
    string? Since => null;
}
