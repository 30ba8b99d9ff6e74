using SupplyShockSim.Engine;
using SupplyShockSim.Network;

namespace SupplyShockSim.Simulation.State;

/// <summary>Of contracts that last a term: which part of each ends when, and what each lane has carried. Rates in t/d.</summary>
internal sealed class RenewalBook : IForkable
{
    private const double DaysOfMonth = 365.0 / 12;

    private readonly long _term;
    private readonly long _step;

    /// <summary>Contract flow by the point of the grid at which it ends, and lane.</summary>
    private readonly double[][] _ending;

    /// <summary>Tonnes that a lane had carried, counted from the start, at the last turn of each point.</summary>
    private readonly double[][] _carriedTonnes;

    /// <summary>The same now, as of the second at which it was counted.</summary>
    private readonly double[] _nowTonnes;
    private readonly long[] _countedAt;

    /// <param name="lanes">The lanes, with their baseline flows.</param>
    /// <param name="term">How long contracts last; their parts end at a grid of about a month.</param>
    public RenewalBook(LaneTable lanes, SimDuration term)
    {
        Parts = Math.Max(1, (int)Math.Round(term.Days / DaysOfMonth));
        _step = term.Seconds / Parts;
        _term = _step * Parts;
        (_ending, _carriedTonnes) = (new double[Parts][], new double[Parts][]);
        for (var p = 0; p < Parts; p++)
        {
            _ending[p] = [.. lanes.FlowPerDay.Select(flow => flow / Parts)];
            _carriedTonnes[p] = new double[lanes.Count];
        }

        (_nowTonnes, _countedAt) = (new double[lanes.Count], new long[lanes.Count]);
    }

    private RenewalBook(RenewalBook from)
    {
        (_term, _step, Parts, IsBegun) = (from._term, from._step, from.Parts, from.IsBegun);
        _ending = [.. from._ending.Select(e => (double[])e.Clone())];
        _carriedTonnes = [.. from._carriedTonnes.Select(c => (double[])c.Clone())];
        (_nowTonnes, _countedAt) = ([.. from._nowTonnes], [.. from._countedAt]);
    }

    /// <summary>How many equal parts a contract has.</summary>
    public int Parts { get; }

    /// <summary>Contracts are being renewed.</summary>
    public bool IsBegun { get; private set; }

    /// <summary>
    /// From now on contracts are renewed. Until now every lane has carried its baseline flow, also before the start: so much it had carried at the
    /// last turn of each point, whether that lies before the start or after it.
    /// </summary>
    public void Begin(long now)
    {
        IsBegun = true;
        for (var p = 0; p < Parts; p++)
        {
            var turns = (long)Math.Floor((now - (p * _step)) / (double)_term);
            var lastDay = ((p * _step) + (turns * _term)) / (double)SimDuration.SecondsPerDay;
            for (var lane = 0; lane < _carriedTonnes[p].Length; lane++)
            {
                _carriedTonnes[p][lane] = _ending[p][lane] * Parts * lastDay;
            }
        }
    }

    /// <summary>The first point of the grid after a second.</summary>
    public long NextPoint(long now) => ((now / _step) + 1) * _step;

    /// <summary>Which part ends at a point of the grid.</summary>
    public int PartAt(long point) => (int)(point / _step % Parts);

    /// <summary>The part of a lane's contract that ends, or was made, at a point.</summary>
    public ref double Ending(int part, int lane) => ref _ending[part][lane];

    /// <summary>What a lane carried over the last term up to now, as the share of it that one part has.</summary>
    public double Bought(int part, int lane) =>
        (_nowTonnes[lane] - _carriedTonnes[part][lane]) / (_term / (double)SimDuration.SecondsPerDay) / Parts;

    /// <summary>A lane has carried a rate until now; call before the rate changes.</summary>
    public void Count(int lane, double rate, long now)
    {
        _nowTonnes[lane] += rate * (now - _countedAt[lane]) / SimDuration.SecondsPerDay;
        _countedAt[lane] = now;
    }

    /// <summary>The point is over: what is carried from now on belongs to the next term.</summary>
    public void Close(int part) => _nowTonnes.CopyTo(_carriedTonnes[part], 0);

    public IForkable Fork() => new RenewalBook(this);
}
