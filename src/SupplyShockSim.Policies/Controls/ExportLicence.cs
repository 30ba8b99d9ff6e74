using SupplyShockSim.Engine;
using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Network.Quantities;
using SupplyShockSim.Simulation.Levers;

namespace SupplyShockSim.Policies.Controls;

/// <summary>Who is decided on first at an office of limited pace.</summary>
public enum LicenceQueue
{
    FirstCome,
    Priority,
}

/// <summary>
/// A selected lane is closed until its application, filed when the control starts, is decided. A grant lasts for the validity;
/// its renewal is filed in time for a decision of mean length, and the lane closes when the old licence ends first. A refused
/// buyer applies again after <see cref="Reapply"/>: without a value where some may be refused, the licence is not valid, since shortfall hangs on it.
/// </summary>
/// <remarks>
/// Where only a share s of the goods needs a licence, a lane without one carries at most (1 - s) of its baseline flow (or of its
/// capacity where it had no flow), as under an <see cref="ExportBan"/> of that share. Goods already cleared when the control starts
/// leave as before, at most at baseline, for <see cref="Cleared"/>. The goods that need no licence are tested from then on and leave
/// <see cref="Customs"/> later, so that for this long an unlicensed lane carries nothing.
/// </remarks>
public sealed record ExportLicence : ExportControlSpec
{
    [Field("share", "how much of each lane's goods needs a licence, the rest passes without: one share, or one by country", Default = "100 %")]
    public ByCountry<Share> Share { get; init; } = Network.Quantities.Share.All;

    [Field("cleared", "how long goods that were cleared before the control started go on leaving", Default = "0 d")]
    public SimDuration Cleared { get; init; }

    [Field("customs", "how long customs hold goods that need no licence to test them; counts only where `share` is below 100 %", Default = "0 d")]
    public SimDuration Customs { get; init; }

    [Field(
        "review", "time an application takes, in days or workdays: a span or a distribution over applications, or one by country",
        Required = true, Example = "{triangular: [30 d, 45 d, 90 d]}", TakesWorkdays = true)]
    public ByCountry<DurationDistribution> Review { get; init; } = DurationDistribution.FixedDays(0);

    [Field("workweek", "which days a `review` in workdays counts: monday-to-friday (the default then), monday-to-saturday or sunday-to-thursday",
        Since = "0.2")]
    public WorkWeek? Workweek { get => field ?? (ReviewsInWorkdays ? WorkWeek.MondayToFriday : null); init; }

    [Field("holidays", "dates that a `review` in workdays does not count; default: none", Example = "[2026-02-16, 2026-02-17]", Since = "0.2")]
    public IReadOnlyList<DateTime> Holidays { get; init; } = [];

    [Field(
        "approval", "share of applications that are granted, at the time they are decided: one share or a schedule, or one by country",
        Default = "100 %", Example = "[{at: 2025-04-04, to: 25 %}]")]
    public ByCountry<Schedule<Share>> Approval { get; init; } = Schedule<Share>.Constant(Network.Quantities.Share.All);

    [Field("validity", "how long a grant lasts; default: to the end")]
    public SimDuration? Validity { get; init; }

    [Field("renewal", "how long before a grant ends its renewal is filed; default: the mean review time")]
    public SimDuration? Renewal { get; init; }

    [Field("reapply", "how long a refused buyer waits before it applies again; required where approval is below 100 %", Example = "14 d")]
    public SimDuration? Reapply { get; init; }

    [Field("decisionsPerDay", "most applications decided per day, first come first served, in a drawn order where many come at once; default: no limit")]
    public double? DecisionsPerDay { get; init; }

    [Field("queue", "where decisions are limited: first-come, or priority (of sites, 1 first; first come within one)", Default = "first-come", Since = "0.2")]
    public LicenceQueue Queue { get; init; } = LicenceQueue.FirstCome;

    [Field(
        "draws", "own: each lane draws its review time and its decision for itself; even: the lanes to a country are spread evenly over both",
        Default = "own")]
    public LicenceDraw Draws { get; init; } = LicenceDraw.Own;

    /// <inheritdoc/>
    public override string Type => "export-licence";

    /// <inheritdoc/>
    public override string Meaning => "a selected lane is closed until its application is decided";

    /// <inheritdoc/>
    public override string Summary =>
        $"{Who} licenses {(Share.Values.All(s => s.Value == 1) ? "exports" : $"{Share.Words(s => PolicyWords.Percent(s.Value))} of the exports")} "
        + $"of {What}{Whither}; a review takes {Review.Words(ReviewWords)} on average{Calendar}, "
        + (MayRefuse ? $"{Approval.Words(Granted)} of applications are granted, and who is refused applies again {Again}" : "and every application is granted");

    private bool ReviewsInWorkdays => Review.Values.Any(r => r.InWorkdays);

    /// <summary>Which days are counted, in words that begin with a blank; nothing where reviews take calendar days.</summary>
    private string Calendar => !ReviewsInWorkdays ? ""
        : $" ({Week}" + (Holidays.Count > 0 ? FormattableString.Invariant($" less {Holidays.Count} holidays)") : ")");

    private string Week => Workweek switch
    {
        WorkWeek.MondayToSaturday => "Monday to Saturday",
        WorkWeek.SundayToThursday => "Sunday to Thursday",
        _ => "Monday to Friday",
    };

    private bool MayRefuse => Approval.Values.Any(a => a.Initial.Value < 1 || a.Steps.Any(s => s.To.Value < 1));

    private string Again => Reapply is not { } wait ? "after a time not given" : wait == SimDuration.Zero ? "at once" : $"after {PolicyWords.Days(wait.Days)}";

    /// <inheritdoc/>
    public override IEnumerable<(string Key, string Name)> PlacesNamed => [.. Share.Names("share"), .. Review.Names("review"), .. Approval.Names("approval")];

    /// <inheritdoc/>
    public override bool DrawsAtRandom =>
        DecisionsPerDay is not null
        || Review.Values.Any(r => r.Shape != DistributionShape.Fixed)
        || Approval.Values.Any(a => a.Steps.Select(s => s.To).Append(a.Initial).Any(share => share.Value is > 0 and < 1));

    /// <inheritdoc/>
    public override void Check(PolicyCheck check)
    {
        Share.Check(check, "share");
        Review.Check(check, "review");
        Approval.Check(check, "approval");
        foreach (var fault in Review.Values.Select(r => r.Fault()).OfType<string>())
        {
            check.Fault("review", "SS425", fault, null);
        }

        if (!ReviewsInWorkdays && (Holidays.Count > 0 || Workweek is not null))
        {
            check.Fault(Holidays.Count > 0 ? "holidays" : "workweek", "SS433", "no `review` is counted in workdays, so this changes nothing",
                "write the review in workdays, such as `review: 45 workdays`, or take this out");
        }

        if (DecisionsPerDay is { } perDay && !(perDay > 0 && double.IsFinite(perDay)))
        {
            check.Fault("decisionsPerDay", "SS426", "decisions per day must be above zero", "leave it out for no limit");
        }

        if (MayRefuse && Reapply is null)
        {
            check.Fault("approval", "SS429", "some applications are refused, and nothing says when a refused buyer applies again",
                "add `reapply: 14 d`, or a span longer than the run where a refusal is final");
        }

        if (Validity?.Seconds <= 0 || Reapply?.Seconds < 0 || Renewal?.Seconds < 0)
        {
            check.Fault("", "SS427", "`validity` must be above zero, `reapply` and `renewal` not below", "correct the span");
        }
    }

    private static string ReviewWords(DurationDistribution review) => review.InWorkdays
        ? $"{PolicyWords.Number(review.MeanDays)} {(review.MeanDays == 1 ? "workday" : "workdays")}"
        : PolicyWords.Days(review.MeanDays);

    private static string Granted(Schedule<Share> approval)
    {
        var changes = approval.Steps.SkipWhile(s => s.To == approval.Initial)
            .Select(s => $", {PolicyWords.Percent(s.To.Value)} from {PolicyWords.Moment(s.At)}");
        return PolicyWords.Percent(approval.Initial.Value) + string.Concat(changes);
    }

    /// <inheritdoc/>
    public override IPolicyAtWork PutToWork(PolicyBench bench, ResolvedPolicy resolved) => new LicenceAtWork(bench, resolved, this);
}
