using SupplyShockSim.Engine;
using SupplyShockSim.Model.Definitions;
using SupplyShockSim.Model.Quantities;

namespace SupplyShockSim.Model.Controls;

/// <summary>
/// A selected lane is closed until its application, filed when the control starts, is decided. A grant lasts for the validity;
/// its renewal is filed in time for a decision of mean length, and the lane closes when the old licence ends first. A refused
/// buyer applies again.
/// </summary>
public sealed record ExportLicence : LaneControlSpec
{
    [Field("review", "time an application takes: a span, or a distribution over applications", Required = true, Example = "{triangular: [30 d, 45 d, 90 d]}")]
    public DurationDistribution Review { get; init; } = DurationDistribution.FixedDays(0);

    [Field("approval", "share of applications that are granted, at the time they are decided: one share, or a schedule", Default = "100 %", Example = "[{at: 2025-04-04, to: 25 %}]")]
    public Schedule<Share> Approval { get; init; } = Schedule<Share>.Constant(Share.All);

    [Field("validity", "how long a grant lasts; default: to the end")]
    public SimDuration? Validity { get; init; }

    [Field("renewal", "how long before a grant ends its renewal is filed; default: the mean review time")]
    public SimDuration? Renewal { get; init; }

    [Field("reapply", "how long a refused buyer waits before it applies again", Default = "0 d")]
    public SimDuration Reapply { get; init; }

    [Field("decisionsPerDay", "most applications decided per day, first come first served; default: no limit")]
    public double? DecisionsPerDay { get; init; }
}
