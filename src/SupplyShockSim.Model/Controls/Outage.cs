using SupplyShockSim.Engine;
using SupplyShockSim.Model.Definitions;
using SupplyShockSim.Model.Quantities;

namespace SupplyShockSim.Model.Controls;

/// <summary>Sites lose a share of their capacity (fire, strike, flood) and get it back at once or along a ramp.</summary>
public sealed record Outage : SiteControlSpec
{
    [Field("share", "how much of the capacity is lost", Default = "100 %")]
    public Share Share { get; init; } = Share.All;

    [Field("ramp", "time over which the capacity comes back after the end, in daily steps", Default = "0 d")]
    public SimDuration Ramp { get; init; }
}
