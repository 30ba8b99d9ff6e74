using SupplyShockSim.Engine;
using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Network.Quantities;
using SupplyShockSim.Policies.Selecting;
using SupplyShockSim.Simulation.Levers;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Policies.Controls;

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

    [Field("of", "commodities, or groups of them")]
    public IReadOnlyList<string> Of { get; init; } = [];

    [Field("lanes", "lane ids, or from>to:commodity")]
    public IReadOnlyList<string> Lanes { get; init; } = [];

    [Field("transit", "transit time while in force", Example = "45 d")]
    public SimDuration? Transit { get; init; }

    [Field("add", "time added to each lane's own while in force", Example = "12 d")]
    public SimDuration? Add { get; init; }

    [Field("closed", "nothing leaves while in force", Default = "false")]
    public bool Closed { get; init; }

    /// <inheritdoc/>
    public override string Type => "transit-change";

    /// <inheritdoc/>
    public override string Meaning => "lanes slow down or close";

    /// <inheritdoc/>
    public override string Summary =>
        Closed ? $"{Which} close"
        : $"{Which} take {(Transit is { } t ? $"{PolicyWords.Number(t.Days)} days" : $"{PolicyWords.Number(Add?.Days ?? 0)} days more")}";

    /// <inheritdoc/>
    public override SubjectKind Touches => SubjectKind.Lane;

    private string Which => Lanes.Count > 0 ? $"lanes {PolicyWords.Join(Lanes)}"
        : $"lanes from {(By.Count > 0 ? PolicyWords.Join(By) : "anywhere")} to {(To.Count > 0 ? PolicyWords.Join(To) : "anywhere")}";

    private bool ChangesNothing => Transit is null && Add is null && !Closed;

    private bool IsBelowZero => Transit?.Seconds < 0 || Add?.Seconds < 0;

    /// <inheritdoc/>
    public override int[] Select(Selectors selectors)
    {
        var lanes = selectors.Network.Lanes;
        return selectors.Lanes(
            _ => true,
            selectors.Places("by", By, (place, l) => place.Has(lanes.From[l])),
            selectors.Places("to", To, (place, l) => place.Has(lanes.To[l])),
            selectors.Commodities("of", Of, (commodity, l) => lanes.Commodity[l] == commodity),
            selectors.NamedLanes("lanes", Lanes));
    }

    /// <inheritdoc/>
    public override void Check(PolicyCheck check)
    {
        if (ChangesNothing)
        {
            check.Fault("", "SS422", "this changes nothing", "give `transit`, `add` or `closed: true`");
        }
        else if (IsBelowZero)
        {
            check.Fault("", "SS423", "a time below zero", "write 0 d or more");
        }
        else
        {
            CheckLongest(check);
        }
    }

    /// <inheritdoc/>
    public override IPolicyAtWork PutToWork(PolicyBench bench, ResolvedPolicy resolved) => new TransitChangeAtWork(bench, resolved, this);

    /// <summary>Times that are in force together add up on a lane; all that are written are taken to be, which refuses nothing that could be meant.</summary>
    private void CheckLongest(PolicyCheck check)
    {
        double given = Transit?.Seconds ?? 0;
        double added = Add?.Seconds ?? 0;
        foreach (var other in check.Earlier.OfType<TransitChange>().Where(o => !o.ChangesNothing && !o.IsBelowZero))
        {
            given = Math.Max(given, other.Transit?.Seconds ?? 0);
            added += other.Add?.Seconds ?? 0;
        }

        var own = check.Subjects.Length == 0 ? 0 : check.Subjects.Max(l => check.Network.Lanes.TransitSeconds[l]);
        if (Math.Max(own, given) + added > LongestTimes.Transit.Seconds)
        {
            check.Fault("", "SS428", "with this change a transit time may be above 50 years", "check the units of `transit` and `add`");
        }
    }
}

/// <summary>A change of transit times in one run.</summary>
internal sealed class TransitChangeAtWork(PolicyBench bench, ResolvedPolicy resolved, TransitChange spec) : PolicyAtWork(bench, resolved)
{
    private readonly Grip _transits = bench.Take(Lever.LaneTransit, resolved.Subjects);
    private readonly Grip _delays = bench.Take(Lever.LaneDelay, resolved.Subjects);
    private readonly Grip _limits = bench.Take(Lever.LaneLimit, spec.Closed ? resolved.Subjects : []);

    protected override void Enforce(long now) => Set(spec.Transit?.Seconds ?? -1, spec.Add?.Seconds ?? 0, 0, now);

    protected override void Lift(long now) => Set(-1, 0, double.PositiveInfinity, now);

    private void Set(double transit, double delay, double limit, long now)
    {
        for (var i = 0; i < Subjects.Length; i++)
        {
            Bench.Put(_transits, i, transit);
            Bench.Set(_delays, i, delay, now, Cause);
        }

        Bench.SetAll(_limits, limit, now, Cause);
    }
}
