namespace SupplyShockSim.Analysis;

/// <summary>
/// Finds the <see cref="MinimumCut"/> of one user. For each site that needs several inputs it names the one that is lost; branch and bound over
/// these names, each bounded from below by the cut of what has been named so far.
/// </summary>
/// <remarks>
/// Once each site has its name, only legs of that input lead into it and the graph is an ordinary one. Each set of legs that stops the user gives
/// such names (of each site that stops, an input it lost), and a cut for any names stops the user: so the least over all names is the least of all.
/// A site not named yet counts as out of reach, which takes legs away and can only make the cut less: a bound.
/// </remarks>
internal sealed class CutSearch(NetworkGraph graph, int user)
{
    /// <summary>Flows worked out before the search settles for what it has.</summary>
    private const int MostFlows = 500;

    private readonly Dictionary<int, int> _lost = [];
    private MinimumCut? _best;
    private int _flows;

    public MinimumCut Find()
    {
        Search();
        return _best! with { IsExact = _flows <= MostFlows };
    }

    private void Search()
    {
        if (_best is not null && ++_flows > MostFlows)
        {
            return;
        }

        var (legs, unnamed) = LegsUpstream();
        // Before there is anything to compare with, a bound is of no use: go straight to the first answer.
        if (_best is not null || unnamed < 0)
        {
            var cut = FlowCut.Of(graph, user, legs);
            var tonnes = cut.Sum(l => l.FlowTonnesPerDay);
            if (_best is not null && tonnes >= _best.TonnesPerDay)
            {
                return;
            }

            if (unnamed < 0)
            {
                _best = new MinimumCut(user, tonnes, cut, IsExact: true);
                return;
            }
        }

        // The input of which least arrives first: the likeliest to be cheap to lose.
        foreach (var input in graph.Inputs(unnamed).OrderBy(input => Arrives(unnamed, input)))
        {
            _lost[unnamed] = input;
            Search();
        }

        _lost.Remove(unnamed);
    }

    private double Arrives(int row, int input) => graph.LegsInto(row).Where(l => l.Commodity == input).Sum(l => l.FlowTonnesPerDay);

    /// <summary>The legs in use that lead to the user by inputs named so far, and the first site met that needs a name; -1 for none.</summary>
    private (List<Leg> Legs, int Unnamed) LegsUpstream()
    {
        var (legs, unnamed) = (new List<Leg>(), -1);
        var seen = new HashSet<int> { user };
        var open = new Queue<int>(seen);
        while (open.TryDequeue(out var at))
        {
            var inputs = graph.Inputs(at);
            var input = inputs.Count == 1 ? inputs[0] : _lost.GetValueOrDefault(at, -1);
            if (inputs.Count > 1 && input < 0 && unnamed < 0)
            {
                unnamed = at;
            }

            foreach (var leg in graph.LegsInto(at).Where(l => l.IsInUse && l.Commodity == input && l.Source != at))
            {
                legs.Add(leg);
                if (seen.Add(leg.Source))
                {
                    open.Enqueue(leg.Source);
                }
            }
        }

        return (legs, unnamed);
    }
}
