using SupplyShockSim.Engine;
using SupplyShockSim.Model.Definitions;

namespace SupplyShockSim.Model.Controls;

/// <summary>
/// Lanes through a passage slow down or close. Goods under way keep the time they left with; a shorter way never overtakes
/// what left before. Unlike export controls it also acts within a country.
/// </summary>
public sealed record TransitChange : ControlSpec
{
    [Field("by", "exporters: countries, blocs or sites")]
    public IReadOnlyList<string> By { get; init; } = [];

    [Field("to", "destinations: countries, blocs or sites")]
    public IReadOnlyList<string> To { get; init; } = [];

    [Field("of", "commodities")]
    public IReadOnlyList<string> Of { get; init; } = [];

    [Field("lanes", "lane ids, or from>to:commodity")]
    public IReadOnlyList<string> Lanes { get; init; } = [];

    [Field("transit", "transit time while in force", Example = "45 d")]
    public SimDuration? Transit { get; init; }

    [Field("add", "time added to each lane's own while in force", Example = "12 d")]
    public SimDuration? Add { get; init; }

    [Field("closed", "nothing leaves while in force", Default = "false")]
    public bool Closed { get; init; }
}
