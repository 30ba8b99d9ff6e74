using SupplyShockSim.Engine;
using SupplyShockSim.Model.Definitions;
using SupplyShockSim.Model.Quantities;

namespace SupplyShockSim.Model.Controls;

/// <summary>
/// A share of each selected lane is closed: it carries at most (1 - share) of its baseline flow, or of its capacity where it
/// had no flow.
/// </summary>
public sealed record ExportBan : LaneControlSpec
{
    [Field("share", "how much of each lane is closed", Default = "100 %")]
    public Share Share { get; init; } = Share.All;

    [Field("ramp", "time over which the closed share grows from nothing, in daily steps", Default = "0 d")]
    public SimDuration Ramp { get; init; }

    [Field("inTransit", "goods that have left: pass, or stop at the border until the ban ends", Default = "pass")]
    public InTransit InTransit { get; init; } = InTransit.Pass;
}
