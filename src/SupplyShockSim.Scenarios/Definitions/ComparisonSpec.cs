using SupplyShockSim.Network.Definitions;

namespace SupplyShockSim.Scenarios.Definitions;

/// <summary>A comparison as it is kept in a file: what is compared. How it is looked at is asked anew each time.</summary>
[Since("0.2")]
public sealed record ComparisonSpec
{
    /// <summary>The one format there is.</summary>
    public const string Format = "supplyshock/comparison/1";

    [Field("schema", "the format of this file: supplyshock/comparison/1", Required = true, Example = Format)]
    public string Schema { get; init; } = "";

    [Field("runs", "what is compared", Required = true, Example = "[{path: japan-magnet-halt.yaml}]")]
    public IReadOnlyList<ComparedSpec> Runs { get; init; } = [];

    [Field("baseline", "the name of the run that the others are held against; default: the first")]
    public string? Baseline { get; init; }
}

/// <summary>A run of a comparison as it is kept in a file.</summary>
[Since("0.2")]
public sealed record ComparedSpec
{
    [Field("path", "a scenario file or a run folder, relative to this file", Required = true, Example = "japan-magnet-halt.yaml")]
    public string Path { get; init; } = "";

    [Field("name", "what to call it; default: the name of the scenario or the folder")]
    public string? Name { get; init; }

    [Field("set", "values that replace those of the scenario, by path", Example = "{shocks.magnet halt.share: 50 %}")]
    public IReadOnlyDictionary<string, string> Set { get; init; } = new Dictionary<string, string>();
}
