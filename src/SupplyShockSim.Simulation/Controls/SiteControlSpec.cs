using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Network.Quantities;

namespace SupplyShockSim.Simulation.Controls;

/// <summary>A shock that selects sites by place and by what they make or use. A selector left out selects all.</summary>
public abstract record SiteControlSpec : ControlSpec
{
    [Field("at", "sites, countries or blocs", Example = "[mine-cn]")]
    public IReadOnlyList<string> At { get; init; } = [];

    [Field("of", "commodities made (or, for a demand, used)")]
    public IReadOnlyList<string> Of { get; init; } = [];
}

/// <summary>A shock that multiplies a capacity or a demand: to one value, or along a schedule.</summary>
public abstract record MultiplierSpec : SiteControlSpec
{
    [Field("to", "multiple of the baseline while in force", Example = "150 %")]
    public Ratio? To { get; init; }

    [Field("schedule", "multiples of the baseline from given moments on, instead of `to`", Example = "[{at: 2027-01-01, to: 120 %}]")]
    public IReadOnlyList<Step<Ratio>> Schedule { get; init; } = [];
}
