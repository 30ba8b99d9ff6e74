using SupplyShockSim.Engine;
using SupplyShockSim.Network;
using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Network.Quantities;
using SupplyShockSim.Policies.Selecting;
using SupplyShockSim.Simulation.Levers;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Policies.Answers.Demand;

/// <summary>
/// Consumers learn to do with less of a commodity: after a shortage has lasted, what they need falls in daily steps at <c>pace</c>, a share of what they needed
/// at the start, to <c>limit</c>; once it is over it returns at <c>back</c>. What they no longer need is substituted, no shortfall.
/// </summary>
public sealed record Substitution : AnswerSpec
{
    [Field("at", "sites, countries or blocs; default: all consumers", Example = "[Japan]")]
    public IReadOnlyList<string> At { get; init; } = [];

    [Field("endUse", "end uses of the consumers; default: all")]
    public IReadOnlyList<string> EndUse { get; init; } = [];

    [Field("of", "the commodity; consumers who use nothing else", Required = true, Example = "ndfeb-magnet")]
    public string Of { get; init; } = "";

    [Field("after", "how long a shortage must last", Default = "30 d")]
    public SimDuration After { get; init; } = SimDuration.FromDays(30);

    [Field("above", "the shortfall, as a share of demand, above which it counts as a shortage", Default = "1 %")]
    public Share Above { get; init; } = new(0.01);

    [Field("limit", "most that can be saved", Default = "30 %")]
    public Share Limit { get; init; } = new(0.3);

    [Field("pace", "how fast it is learnt, as a share of what was needed at the start", Default = "30 %/yr")]
    public PerYear Pace { get; init; } = new(0.3);

    [Field("back", "how fast need returns", Default = "10 %/yr")]
    public PerYear Back { get; init; } = new(0.1);

    /// <inheritdoc/>
    public override string Type => "substitution";

    /// <inheritdoc/>
    public override string Meaning => "consumers learn to do with less";

    /// <inheritdoc/>
    public override string Summary => $"up to {PolicyWords.Percent(Limit.Value)} of {Of} is substituted, {PolicyWords.Percent(Pace.Share)} a year";

    /// <inheritdoc/>
    public override SubjectKind Touches => SubjectKind.Site;

    /// <summary>The consumers.</summary>
    public override int[] Select(Selectors selectors) => selectors.Sites(
        s => selectors.Network.Sites.IsConsumer[s],
        selectors.Places("at", At, (place, site) => place.Has(site)),
        selectors.Commodities("of", [Of], (commodity, site) => selectors.Network.InputOf(site, commodity) >= 0),
        selectors.EndUses("endUse", EndUse, site => site));

    /// <inheritdoc/>
    public override void Check(PolicyCheck check)
    {
        var sites = check.Network.Sites;
        if (Array.Exists(check.Subjects, s => sites.FirstOutput[s] - sites.FirstStock[s] > 1))
        {
            check.Fault("of", "SS479", "one of these consumers uses several commodities, of which only all together can be saved",
                "name consumers that use one commodity");
        }
    }

    /// <inheritdoc/>
    public override IPolicyAtWork PutToWork(PolicyBench bench, ResolvedPolicy resolved) => new SubstitutionAtWork(bench, resolved, this);
}

/// <summary>Substitution in one run. It sleeps while nobody is short and nothing is saved.</summary>
internal sealed class SubstitutionAtWork : AnswerAtWork
{
    private const int Step = FirstOwnCode;
    private const double DaysPerYear = 365;

    private readonly Substitution _spec;
    private readonly Grip _demand;
    private readonly double[] _baseline;
    private double[] _saved;
    private long[] _shortSince;
    private double[] _savedTonnes;
    private long _since;
    private bool _isAwake;

    public SubstitutionAtWork(PolicyBench bench, ResolvedPolicy resolved, Substitution spec)
        : base(bench, resolved, spec)
    {
        _spec = spec;
        _demand = bench.Take(Lever.Capacity, Subjects);
        var (sites, stocks) = (bench.Network.Sites, bench.Network.Stocks);
        _baseline = [.. Subjects.Select(s => sites.CapacityPerDay[s] * stocks.Coefficient[sites.FirstStock[s]])];
        (_saved, _savedTonnes) = (new double[Subjects.Length], new double[Subjects.Length]);
        _shortSince = [.. Subjects.Select(_ => -1L)];
        bench.WatchSites(Subjects);
    }

    public override void OnSettling(long now)
    {
        if (!IsInForce)
        {
            return;
        }

        for (var i = 0; i < Subjects.Length; i++)
        {
            var isShort = Bench.Stocks.Lack(Subjects[i]) > _spec.Above.Value * Bench.Stocks.Wanted(Subjects[i]);
            _shortSince[i] = !isShort ? -1 : _shortSince[i] < 0 ? now : _shortSince[i];
            if (isShort && !_isAwake)
            {
                Wake(now + Math.Max(_spec.After.Seconds, SimDuration.SecondsPerDay));
            }
        }
    }

    protected override void Enforce(long now) => OnSettling(now);

    /// <summary>What has been learnt is forgotten at once.</summary>
    protected override void Lift(long now)
    {
        _savedTonnes = Saved(now);
        Array.Clear(_saved);
        Bench.SetAll(_demand, 1, now, Cause);
        Book.Flow(0, 0, now);
    }

    protected override void OnOwnTimer(int code, int arg, long now)
    {
        _isAwake = false;
        if (!IsInForce)
        {
            return;
        }

        (_savedTonnes, _since) = (Saved(now), now);
        var (total, goesOn) = (0.0, false);
        for (var i = 0; i < Subjects.Length; i++)
        {
            var isLearning = _shortSince[i] >= 0 && now >= _shortSince[i] + _spec.After.Seconds;
            var saved = isLearning
                ? Math.Min(_spec.Limit.Value, _saved[i] + (_spec.Pace.Share / DaysPerYear))
                : _shortSince[i] >= 0 ? _saved[i] : Math.Max(0, _saved[i] - (_spec.Back.Share / DaysPerYear));
            if (saved != _saved[i])
            {
                _saved[i] = saved;
                Bench.Set(_demand, i, 1 - saved, now, Cause);
            }

            total += saved * _baseline[i];
            goesOn |= saved > 0 || _shortSince[i] >= 0;
        }

        Book.Flow(0, total, now);
        if (goesOn)
        {
            Wake(now + SimDuration.SecondsPerDay);
        }
    }

    protected override IReadOnlyList<(int Site, double Tonnes)> Substituted(long now) => [.. Subjects.Zip(Saved(now))];

    protected override void CopyState() => (_saved, _savedTonnes, _shortSince) = ([.. _saved], [.. _savedTonnes], [.. _shortSince]);

    /// <summary>By consumer: tonnes saved up to a second.</summary>
    private double[] Saved(long now) =>
        [.. _saved.Select((share, i) => _savedTonnes[i] + (share * _baseline[i] * (now - _since) / SimDuration.SecondsPerDay))];

    private void Wake(long second)
    {
        _isAwake = true;
        Bench.Schedule(second, Step);
    }
}
