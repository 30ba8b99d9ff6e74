namespace SupplyShockSim.Analysis;

/// <summary>Whether the need was met again, in a word: a <see cref="Recovery"/>.</summary>
public sealed class RecoveryMeasure : ServiceMeasure
{
    public override string Key => "recovery";

    public override string Unit => "";

    public override string Meaning =>
        "`recovered`, `not-recovered` (still short at the end), `never-short` (not after the first control) or `no-control`";

    public override string Formula => "whether s(t) = 0 from some t >= c on";

    public override IReadOnlyList<string> Words { get; } = ["no-control", "never-short", "recovered", "not-recovered"];

    public override double? Of(NeedInRun need) => (double)Outcome(need).Recovery;

    /// <summary>How the need came out, and the days it took where it recovered.</summary>
    internal static (double? Days, Recovery Recovery) Outcome(NeedInRun need)
    {
        if (need.FirstControl is not { } start)
        {
            return (null, Recovery.NoControl);
        }

        if (need.Need.Shortfall.LastAbove(0, start, need.End) is not { } last)
        {
            return (null, Recovery.NeverShort);
        }

        return last < need.End ? ((last - start).Days, Recovery.Recovered) : (null, Recovery.NotRecovered);
    }
}
