using SupplyShockSim.Network.Definitions;

namespace SupplyShockSim.Network;

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

    private const double PerYear = 365;

    private readonly NetworkSpec _spec;
    private readonly RowLayout _rows;
    private readonly double[] _through;

    public FlowBalance(NetworkSpec spec, RowLayout rows)
    {
        _spec = spec;
        _rows = rows;
        Flow = [.. rows.Lanes.FlowTonnesPerDay];
        Activity = new double[spec.Sites.Count];
        _through = new double[rows.Commodity.Length];
        AddUp();
    }

    /// <summary>Baseline flow of each lane row, t/d.</summary>
    public double[] Flow { get; }

    /// <summary>Baseline activity of each site row, t/d.</summary>
    public double[] Activity { get; }

    /// <summary>Baseline flow into (input side) or out of (output side) a row stock, t/d.</summary>
    public double Through(int rowStock) => _through[rowStock];

    /// <summary>
    /// Tonnes per unit of activity that make the baseline exact. A by-product's is only raised, where by rounding slightly more leaves
    /// than is made.
    /// </summary>
    public double Coefficient(int site, int rowStock)
    {
        var written = _rows.Amount[rowStock];
        var exact = Activity[site] > 0 ? _through[rowStock] / Activity[site] : 0;
        return Close(exact, written) && (_rows.IsInput(site, rowStock) || exact > written) ? exact : written;
    }

    /// <summary>
    /// Scales every site's arrivals to what its activity needs, until nothing moves: consumers keep their demand, and the change
    /// travels up the chain. Cycles converge because each turn loses the yield.
    /// </summary>
    public void Scale()
    {
        const int MaxPasses = 1000;
        var factor = new double[_through.Length];
        for (var pass = 0; pass < MaxPasses; pass++)
        {
            var moves = false;
            for (var i = 0; i < Activity.Length; i++)
            {
                for (var k = _rows.FirstStock[i]; k < _rows.FirstOutput[i]; k++)
                {
                    var needs = _rows.Amount[k] * Activity[i];
                    var isOff = _through[k] > 0 && Math.Abs(_through[k] - needs) > 1e-13 * needs;
                    factor[k] = isOff ? needs / _through[k] : 1;
                    moves |= isOff;
                }
            }

            if (!moves)
            {
                return;
            }

            for (var l = 0; l < Flow.Length; l++)
            {
                Flow[l] *= factor[_rows.Lanes.ToStock[l]];
            }

            AddUp();
        }
    }

    /// <summary>Reports each site whose arrivals, by-products or capacity do not fit its activity, with both sums.</summary>
    public void Check(string path, ProblemSeverity severity, ICollection<Problem> problems)
    {
        for (var i = 0; i < Activity.Length; i++)
        {
            for (var k = _rows.FirstStock[i]; k < _rows.FirstStock[i + 1]; k++)
            {
                CheckStock(i, k, path, severity, problems);
            }

            var site = _spec.Sites[i];
            if (site.Capacity is { } capacity && Activity[i] > capacity.Value * (1 + Tolerance))
            {
                problems.Add(new Problem($"{path}.sites[{i}].capacity", NetworkCodes.AboveSiteCapacity,
                    $"the flows out of '{site.Id}' need an activity of {Year(Activity[i])}, its capacity is {Year(capacity.Value)}",
                    "raise the capacity or lower the flows"));
            }

            if (site.Opens is not null && Activity[i] > 0)
            {
                problems.Add(new Problem($"{path}.sites[{i}].opens", NetworkCodes.FlowsBeforeOpening,
                    $"'{site.Id}' is not open from the start, yet flows leave it", "give its lanes `flow: 0`, or drop `opens`"));
            }
        }
    }

    private static bool Close(double a, double b) => Math.Abs(a - b) <= Tolerance * Math.Max(a, b);

    private static string Year(double perDay) => FormattableString.Invariant($"{perDay * PerYear:0.###} t/yr ({perDay:0.######} t/d)");

    private void CheckStock(int site, int k, string path, ProblemSeverity severity, ICollection<Problem> problems)
    {
        var (flows, recipe) = (_through[k], _rows.Amount[k] * Activity[site]);
        if (Close(flows, recipe))
        {
            return;
        }

        var (id, commodity) = (_spec.Sites[site].Id, _spec.Commodities[_rows.Commodities.Row[_rows.Commodity[k]]].Id);
        if (_rows.IsInput(site, k))
        {
            problems.Add(new Problem($"{path}.sites[{site}]", NetworkCodes.InputOutOfBalance,
                $"'{id}' does not balance: {Year(flows)} of '{commodity}' arrive, {Year(recipe)} are needed",
                "correct the flows, or set `balance: scale` or `balance: report`", severity));
        }
        else if (flows > recipe)
        {
            problems.Add(new Problem($"{path}.sites[{site}]", NetworkCodes.ByProductOutOfBalance,
                $"'{id}' does not balance: {Year(flows)} of the by-product '{commodity}' leave, {Year(recipe)} are made",
                "correct the flows; the first output of a technology is its main product and sets the activity", severity));
        }
    }

    private void AddUp()
    {
        _through.AsSpan().Clear();
        var (from, to) = (_rows.Lanes.FromStock, _rows.Lanes.ToStock);
        foreach (var l in _rows.LaneOrder)
        {
            _through[from[l]] += Flow[l];
            _through[to[l]] += Flow[l];
        }

        for (var i = 0; i < Activity.Length; i++)
        {
            var main = _rows.FirstOutput[i];
            Activity[i] = _spec.Sites[i].Kind == SiteKind.Consumer ? _spec.Sites[i].Demand!.Value.Value : _through[main] / _rows.Amount[main];
        }
    }
}
