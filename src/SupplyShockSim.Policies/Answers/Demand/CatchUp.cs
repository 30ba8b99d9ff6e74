using SupplyShockSim.Engine;
using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Network.Quantities;
using SupplyShockSim.Policies.Selecting;
using SupplyShockSim.Simulation.Levers;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Policies.Answers.Demand;

/// <summary>
/// Consumers make up later for a share of what they could not make: once a shortage is over their demand rises by <c>extra</c> until that much is recovered;
/// what is not within <c>within</c> of the end of the shortage lapses. It was short all the same: the shortfall stays as it was.
/// </summary>
public sealed record CatchUp : AnswerSpec
{
    [Field("at", "sites, countries or blocs; default: all consumers", Example = "[Japan]")]
    public IReadOnlyList<string> At { get; init; } = [];

    [Field("endUse", "end uses of the consumers; default: all")]
    public IReadOnlyList<string> EndUse { get; init; } = [];

    [Field("share", "how much of what was lost is made up", Default = "100 %", Example = "50 %")]
    public Share Share { get; init; } = Network.Quantities.Share.All;

    [Field("extra", "by how much demand rises while it is made up", Required = true, Example = "20 %")]
    public Ratio Extra { get; init; }

    [Field("within", "time after the shortage in which it is made up, or lapses", Required = true, Example = "90 d")]
    public SimDuration Within { get; init; }

    /// <inheritdoc/>
    public override string Type => "catch-up";

    /// <inheritdoc/>
    public override string Meaning => "consumers make up later for what they could not make";

    /// <inheritdoc/>
    public override string Summary =>
        $"{PolicyWords.Percent(Share.Value)} of what was lost is made up within {PolicyWords.Days(Within.Days)}, "
        + $"with {PolicyWords.Percent(Extra.Value)} more demand";

    /// <inheritdoc/>
    public override SubjectKind Touches => SubjectKind.Site;

    /// <summary>The consumers.</summary>
    public override int[] Select(Selectors selectors) => selectors.Sites(At, [], consumers: true, EndUse);

    /// <inheritdoc/>
    public override void Check(PolicyCheck check)
    {
        if (Extra.Value <= 0 || Within.Seconds <= 0)
        {
            check.Fault("", "SS480", "nothing can be made up", "give an `extra` and a `within` above zero");
        }
    }

    /// <inheritdoc/>
    public override IPolicyAtWork PutToWork(PolicyBench bench, ResolvedPolicy resolved) => new CatchUpAtWork(bench, resolved, this);
}

/// <summary>Catching up in one run: by consumer what is still owed, and what demand is raised for it.</summary>
internal sealed class CatchUpAtWork : AnswerAtWork
{
    private const int Start = FirstOwnCode;
    private const int Stop = FirstOwnCode + 1;

    private readonly CatchUp _spec;
    private readonly Grip _demand;
    private double[] _owed;
    private double[] _lack;
    private double[] _extra;
    private double[] _recovered;
    private long[] _since;
    private long[] _lapses;

    public CatchUpAtWork(PolicyBench bench, ResolvedPolicy resolved, CatchUp spec)
        : base(bench, resolved, spec)
    {
        _spec = spec;
        _demand = bench.Take(Lever.Capacity, Subjects);
        (_owed, _lack, _extra, _recovered) = (New(), New(), New(), New());
        (_since, _lapses) = (new long[Subjects.Length], new long[Subjects.Length]);
        bench.WatchSites(Subjects);
    }

    public override void OnSettling(long now)
    {
        for (var i = 0; i < Subjects.Length && IsInForce; i++)
        {
            var lack = Bench.Stocks.Lack(Subjects[i]);
            if (lack == _lack[i])
            {
                continue;
            }

            Advance(i, now);
            var isOver = lack == 0 && _lack[i] > 0;
            _lack[i] = lack;
            if (_extra[i] > 0)
            {
                Tell(now);
            }
            else if (isOver && _owed[i] > 0)
            {
                _lapses[i] = now + _spec.Within.Seconds;
                Bench.Schedule(now + 1, Start, i); // in an instant that ends nobody decides anew
            }
        }
    }

    protected override void Enforce(long now)
    {
        Array.Fill(_since, now);
        OnSettling(now);
    }

    protected override void Lift(long now)
    {
        for (var i = 0; i < Subjects.Length; i++)
        {
            Advance(i, now);
            Raise(i, 0, now);
        }
    }

    protected override void OnOwnTimer(int code, int arg, long now)
    {
        if (!IsInForce)
        {
            return;
        }

        Advance(arg, now);
        if (code == Start && _extra[arg] == 0 && _lack[arg] == 0 && _owed[arg] > 0 && now < _lapses[arg])
        {
            Raise(arg, _spec.Extra.Value * Bench.Stocks.Wanted(Subjects[arg]), now);
            var needed = (long)Math.Ceiling(_owed[arg] / _extra[arg] * SimDuration.SecondsPerDay);
            Bench.Schedule(Math.Min(_lapses[arg], now + needed), Stop, arg);
        }
        else if (code == Stop && _extra[arg] > 0)
        {
            // What demand was raised for and nobody could serve is owed on, until it lapses.
            var missed = _owed[arg];
            Raise(arg, 0, now);
            _owed[arg] = now < _lapses[arg] ? missed : 0;
            Bench.Schedule(Bench.Stocks.NextReview(now), Start, arg);
        }
    }

    protected override IReadOnlyList<(int Site, double Tonnes)> Recovered(long now) =>
        [.. Subjects.Select((s, i) => (s, _recovered[i] + (Math.Max(0, _extra[i] - _lack[i]) * (now - _since[i]) / SimDuration.SecondsPerDay)))];

    protected override void CopyState()
    {
        (_owed, _lack, _extra, _recovered) = ([.. _owed], [.. _lack], [.. _extra], [.. _recovered]);
        (_since, _lapses) = ([.. _since], [.. _lapses]);
    }

    private double[] New() => new double[Subjects.Length];

    private void Advance(int i, long now)
    {
        var days = (now - _since[i]) / (double)SimDuration.SecondsPerDay;
        _since[i] = now;
        _recovered[i] += Math.Max(0, _extra[i] - _lack[i]) * days;
        _owed[i] = _extra[i] > 0
            ? Math.Max(0, _owed[i] - (Math.Max(0, _extra[i] - _lack[i]) * days))
            : _owed[i] + (_spec.Share.Value * _lack[i] * days);
    }

    private void Raise(int i, double perDay, long now)
    {
        if (perDay != _extra[i])
        {
            _extra[i] = perDay;
            Bench.Set(_demand, i, perDay > 0 ? 1 + _spec.Extra.Value : 1, now, Cause);
            Tell(now);
        }
    }

    private void Tell(long now)
    {
        var recovered = 0.0;
        for (var i = 0; i < Subjects.Length; i++)
        {
            recovered += Math.Max(0, _extra[i] - _lack[i]);
        }

        Book.Flow(0, recovered, now);
    }
}
