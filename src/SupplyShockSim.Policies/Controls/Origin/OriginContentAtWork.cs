using SupplyShockSim.Engine;
using SupplyShockSim.Simulation.Levers;

namespace SupplyShockSim.Policies.Controls.Origin;

/// <summary>
/// A rule of content in one run: the control that caught lanes fall under is put to work on all lanes, and those that are not caught are set apart from it.
/// Content is looked at at the points of the review grid while something of it moves.
/// </summary>
internal sealed class OriginContentAtWork : IPolicyAtWork
{
    /// <summary>Timers of its own; the others are those of the control within.</summary>
    private const int Look = 1000;

    /// <summary>A change of content that is not worth another look.</summary>
    private const double Worth = 1e-6;

    /// <summary>Lanes that are watched for what they carry are called so from here on.</summary>
    private const int Watched = 1 << 30;

    private readonly ResolvedPolicy _resolved;
    private readonly double _threshold;
    private readonly HashSet<int> _madeWith;
    private readonly PolicyBench _bench;
    private readonly PolicyAtWork _inner;
    private readonly ContentTrace _trace;
    private readonly bool[] _isApart;
    private long _awakeUntil;
    private long _lookAt = -1;

    public OriginContentAtWork(
        PolicyBench bench, ResolvedPolicy resolved, PolicyAtWork inner, ContentTrace trace, double threshold, HashSet<int> madeWith)
    {
        (_bench, _resolved, _inner, _trace, _threshold, _madeWith) = (bench, resolved, inner, trace, threshold, madeWith);
        _isApart = new bool[resolved.Subjects.Length];
        bench.Watch([.. Enumerable.Range(0, bench.Network.Lanes.Count)], Watched);
    }

    private OriginContentAtWork(OriginContentAtWork from, PolicyBench bench)
    {
        (_bench, _resolved, _threshold, _madeWith) = (bench, from._resolved, from._threshold, from._madeWith);
        (_inner, _trace, _isApart) = ((PolicyAtWork)from._inner.CloneFor(bench), from._trace.Clone(), [.. from._isApart]);
        (_awakeUntil, _lookAt) = (from._awakeUntil, from._lookAt);
    }

    public void Open()
    {
        LookAt(0);
        _inner.Open();
    }

    public void OnTimer(int code, int arg, long now)
    {
        if (code != Look)
        {
            _inner.OnTimer(code, arg, now);
            return;
        }

        _lookAt = -1;
        var moved = _trace.Step(_bench.Stocks, now);
        Gate(now);
        if (moved > Worth || now <= _awakeUntil)
        {
            LookAt(_bench.Stocks.NextReview(now));
        }
    }

    public void OnDispatch(int watched, long now)
    {
        if (watched < Watched)
        {
            _inner.OnDispatch(watched, now);
            return;
        }

        _awakeUntil = Math.Max(_awakeUntil, now + _bench.Stocks.TransitSeconds(watched - Watched));
    }

    public void OnDispatched(long now)
    {
        _inner.OnDispatched(now);
        if (_lookAt < 0)
        {
            _trace.Resume(_bench.Stocks, now);
        }

        LookAt(_bench.Stocks.NextReview(now));
    }

    public void OnSettling(long now) => Inner.OnSettling(now);

    public void OnPrices(long now) => Inner.OnPrices(now);

    public void OnOther(int policy, PolicyEvent what, long now, int entry) => Inner.OnOther(policy, what, now, entry);

    public IReadOnlyList<(SimTime From, SimTime Until)>? Life => Inner.Life;

    private IPolicyAtWork Inner => _inner;

    public IPolicyAtWork CloneFor(PolicyBench bench) => new OriginContentAtWork(this, bench);

    private void LookAt(long second)
    {
        if (_lookAt < 0)
        {
            _lookAt = second;
            _bench.Schedule(second, Look);
        }
    }

    private void Gate(long now)
    {
        var lanes = _bench.Network.Lanes;
        for (var i = 0; i < _isApart.Length; i++)
        {
            var lane = _resolved.Subjects[i];
            var isApart = !_madeWith.Contains(lanes.From[lane]) && _trace.Content(lanes.FromStock[lane]) < _threshold;
            if (isApart != _isApart[i])
            {
                _isApart[i] = isApart;
                _inner.SetApart(i, isApart, now);
            }
        }
    }
}
