using SupplyShockSim.Engine;
using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Simulation.Levers;

namespace SupplyShockSim.Policies.Controls;

/// <summary>Calendar periods of a quota.</summary>
public enum QuotaPeriod
{
    Month,
    Quarter,
    Year,
}

/// <summary>How a quota is shared among the lanes under it.</summary>
public enum QuotaSharing
{
    /// <summary>Whoever ships uses it up.</summary>
    FirstCome,

    /// <summary>Each lane has its own part, in proportion to its baseline flow.</summary>
    ProRata,
}

/// <summary>
/// The selected lanes together carry at most <see cref="Amount"/> per calendar period. A period that is only partly inside the
/// control's life has the whole amount; after a suspension within a period what was left of it is left. An amount of zero is a ban.
/// </summary>
public sealed record ExportQuota : ExportControlSpec
{
    [Field(
        "amount", "most that may leave in one period: a mass (t when no unit is given), or a share of the selected lanes' baseline flow over that period",
        Required = true, Example = "50 %")]
    public QuotaAmount Amount { get; init; }

    [Field("period", "month, quarter or year, by the calendar", Default = "month")]
    public QuotaPeriod Period { get; init; } = QuotaPeriod.Month;

    [Field("sharing", "first-come or pro-rata", Default = "first-come")]
    public QuotaSharing Sharing { get; init; } = QuotaSharing.FirstCome;

    /// <inheritdoc/>
    public override string Type => "export-quota";

    /// <inheritdoc/>
    public override string Meaning => "the selected lanes together carry at most an amount per calendar period";

    /// <inheritdoc/>
    public override string Summary =>
        $"{Who} limits exports of {What}{Whither} to "
        + (Amount.OfBaseline is { } share ? $"{PolicyWords.Percent(share.Value)} of the baseline" : $"{PolicyWords.Number(Amount.Mass.Value)} t")
        + $" per {Period.ToString().ToLowerInvariant()}";

    /// <inheritdoc/>
    public override IEnumerable<SimTime> Renewals(ResolvedPolicy resolved, DateTime start, SimTime end)
    {
        foreach (var (from, until) in resolved.InForce)
        {
            var last = until < end ? until : end;
            for (var next = CalendarPeriods.Next(Period, start, from.Seconds); next < last.Seconds; next = CalendarPeriods.Next(Period, start, next))
            {
                yield return SimTime.FromSeconds(next);
            }
        }
    }

    /// <inheritdoc/>
    public override IPolicyAtWork PutToWork(PolicyBench bench, ResolvedPolicy resolved) => new QuotaAtWork(bench, resolved, this);
}
