using SupplyShockSim.Model.Definitions;

namespace SupplyShockSim.Model.Network;

/// <summary>
/// The balance of the baseline: every site's arrivals against what its activity needs. A consumer's activity is its demand, any
/// other site's is what its outgoing flow of the main product needs; by-products come along, and may not leave faster than they
/// are made.
/// </summary>
/// <remarks>
/// Figures are written with few digits, so a deviation up to <see cref="Tolerance"/> is accepted and the recipe of that one site
/// takes it up: its tonnes per unit of activity become arrivals over activity. The flows stay as written, and the baseline
/// is in balance to rounding.
/// </remarks>
internal sealed class FlowBalance
{
    /// <summary>Relative deviation that is taken as rounding of the written figures.</summary>
    public const double Tolerance = 1e-6;

    private readonly NetworkSpec _spec;
    private readonly NetworkNames _names;
    private readonly Dictionary<string, double>[] _in;
    private readonly Dictionary<string, double>[] _out;

    /// <summary>Lanes in an order that does not depend on the files, so that sums round the same way whatever their order.</summary>
    private readonly int[] _order;

    public FlowBalance(NetworkSpec spec, NetworkNames names)
    {
        _spec = spec;
        _names = names;
        Flow = [.. spec.Lanes.Select(l => l.Flow.Value)];
        _order = [.. Enumerable.Range(0, spec.Lanes.Count)
            .OrderBy(l => spec.Lanes[l].From, StringComparer.Ordinal).ThenBy(l => spec.Lanes[l].To, StringComparer.Ordinal)
            .ThenBy(l => spec.Lanes[l].Of, StringComparer.Ordinal).ThenBy(l => spec.Lanes[l].Id, StringComparer.Ordinal)];
        Activity = new double[spec.Sites.Count];
        _in = [.. spec.Sites.Select(_ => new Dictionary<string, double>(StringComparer.Ordinal))];
        _out = [.. spec.Sites.Select(_ => new Dictionary<string, double>(StringComparer.Ordinal))];
        AddUp();
    }

    /// <summary>Baseline flow of each lane row, t/d.</summary>
    public double[] Flow { get; }

    /// <summary>Baseline activity of each site row, t/d.</summary>
    public double[] Activity { get; }

    /// <summary>Baseline arrivals of a commodity at a site row, t/d.</summary>
    public double InflowOf(int site, string commodity) => _in[site].GetValueOrDefault(commodity);

    /// <summary>Tonnes used per unit of activity that make the baseline exact.</summary>
    public double InputCoefficient(int site, string commodity, double written)
    {
        var exact = Activity[site] > 0 ? _in[site].GetValueOrDefault(commodity) / Activity[site] : 0;
        return Close(exact, written) ? exact : written;
    }

    /// <summary>Tonnes made per unit of activity; a by-product's is raised by rounding where slightly more leaves than is made.</summary>
    public double OutputCoefficient(int site, string commodity, double written)
    {
        var needed = Activity[site] > 0 ? _out[site].GetValueOrDefault(commodity) / Activity[site] : 0;
        return needed > written && Close(needed, written) ? needed : written;
    }

    /// <summary>
    /// Scales every site's arrivals to what its activity needs, until nothing moves: consumers keep their demand, and the change
    /// travels up the chain. Cycles converge because each turn loses the yield.
    /// </summary>
    public void Scale()
    {
        for (var pass = 0; pass < 1000; pass++)
        {
            var factor = new Dictionary<(int, string), double>();
            for (var i = 0; i < _spec.Sites.Count; i++)
            {
                foreach (var (commodity, amount) in _names.Inputs(_spec.Sites[i]))
                {
                    var arrives = _in[i].GetValueOrDefault(commodity);
                    var needs = amount * Activity[i];
                    if (arrives > 0 && Math.Abs(arrives - needs) > 1e-13 * needs)
                    {
                        factor[(i, commodity)] = needs / arrives;
                    }
                }
            }

            if (factor.Count == 0)
            {
                return;
            }

            for (var l = 0; l < Flow.Length; l++)
            {
                var lane = _spec.Lanes[l];
                if (factor.TryGetValue((_names.Sites[lane.To], lane.Of), out var f))
                {
                    Flow[l] *= f;
                }
            }

            AddUp();
        }
    }

    /// <summary>Reports each site whose arrivals, by-products or capacity do not fit its activity, with both sums in t/yr.</summary>
    public void Check(string path, ProblemSeverity severity, ICollection<Problem> problems)
    {
        for (var i = 0; i < _spec.Sites.Count; i++)
        {
            var site = _spec.Sites[i];
            foreach (var (commodity, amount) in _names.Inputs(site))
            {
                var arrives = _in[i].GetValueOrDefault(commodity);
                var needs = amount * Activity[i];
                if (!Close(arrives, needs))
                {
                    problems.Add(new Problem($"{path}.sites[{i}]", "SS330",
                        $"'{site.Id}' does not balance: {Year(arrives)} of '{commodity}' arrive, {Year(needs)} are needed",
                        "correct the flows, or set `balance: scale` or `balance: report`", severity));
                }
            }

            foreach (var (commodity, amount) in _names.Outputs(site))
            {
                var leaves = _out[i].GetValueOrDefault(commodity);
                var made = amount * Activity[i];
                if (leaves > made && !Close(leaves, made))
                {
                    problems.Add(new Problem($"{path}.sites[{i}]", "SS331",
                        $"'{site.Id}' does not balance: {Year(leaves)} of the by-product '{commodity}' leave, {Year(made)} are made",
                        "correct the flows; the first output of a technology is its main product and sets the activity", severity));
                }
            }

            if (site.Capacity is { } capacity && Activity[i] > capacity.Value * (1 + Tolerance))
            {
                problems.Add(new Problem($"{path}.sites[{i}].capacity", "SS332",
                    $"the flows out of '{site.Id}' need an activity of {Year(Activity[i])}, its capacity is {Year(capacity.Value)}",
                    "raise the capacity or lower the flows"));
            }

            if (site.Opens is not null && Activity[i] > 0)
            {
                problems.Add(new Problem($"{path}.sites[{i}].opens", "SS333",
                    $"'{site.Id}' is not open from the start, yet flows leave it", "give its lanes `flow: 0`, or drop `opens`"));
            }
        }
    }

    private static bool Close(double a, double b) => Math.Abs(a - b) <= Tolerance * Math.Max(a, b);

    private static string Year(double perDay) => FormattableString.Invariant($"{perDay * 365:0.###} t/yr ({perDay:0.######} t/d)");

    private void AddUp()
    {
        for (var i = 0; i < _in.Length; i++)
        {
            _in[i].Clear();
            _out[i].Clear();
        }

        foreach (var l in _order)
        {
            var lane = _spec.Lanes[l];
            Add(_out[_names.Sites[lane.From]], lane.Of, Flow[l]);
            Add(_in[_names.Sites[lane.To]], lane.Of, Flow[l]);
        }

        for (var i = 0; i < Activity.Length; i++)
        {
            var site = _spec.Sites[i];
            Activity[i] = site.Kind == SiteKind.Consumer ? site.Demand!.Value.Value : Needed(i, _names.Outputs(site));
        }

        static void Add(Dictionary<string, double> sums, string commodity, double flow) => sums[commodity] = sums.GetValueOrDefault(commodity) + flow;
    }

    private double Needed(int site, IReadOnlyDictionary<string, double> outputs)
    {
        var (main, amount) = outputs.First();
        return _out[site].GetValueOrDefault(main) / amount;
    }
}
