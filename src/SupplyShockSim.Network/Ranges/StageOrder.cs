namespace SupplyShockSim.Network.Ranges;

/// <summary>
/// The order in which the flows of commodities can be fitted: from the users upwards, but a by-product after what it comes with. What comes only as a
/// by-product and goes only to sites that live on by-products (swarf to recyclers) is pushed: its flow follows from who makes it, and what is made
/// of it from its flow.
/// </summary>
internal sealed class StageOrder
{
    private readonly FlowTable _table;
    private readonly bool[] _isPushed;

    public StageOrder(FlowTable table)
    {
        _table = table;
        _isPushed = Enumerable.Repeat(true, table.Commodities).ToArray();
        for (var moves = true; moves;)
        {
            moves = false;
            for (var c = 0; c < _isPushed.Length; c++)
            {
                if (_isPushed[c] && !MayBePushed(c))
                {
                    (_isPushed[c], moves) = (false, true);
                }
            }
        }
    }

    /// <summary>Whether a commodity's flow follows from who makes it.</summary>
    public bool IsPushed(int commodity) => _isPushed[commodity];

    /// <summary>Whether a site's activity follows from what is pushed to it.</summary>
    public bool LivesOnByProducts(int site) => !_table.IsConsumer(site) && _table.Inputs(site).Any() && _table.Inputs(site).All(s => _isPushed[s.Commodity]);

    /// <summary>The commodities, each after those it depends on; what depends on itself is left out.</summary>
    public IReadOnlyList<int> Commodities()
    {
        var order = new List<int>();
        var isDone = new bool[_table.Commodities];
        for (var found = true; found;)
        {
            found = false;
            for (var c = 0; c < isDone.Length && !found; c++)
            {
                if (!isDone[c] && Needed(c).All(n => isDone[n]))
                {
                    (isDone[c], found) = (true, true);
                    order.Add(c);
                }
            }
        }

        return order;
    }

    private bool MayBePushed(int commodity) =>
        _table.Lanes(commodity).Any()
        && _table.Lanes(commodity).All(l => _table.MainOf(_table.From(l)) != commodity
            && !_table.IsConsumer(_table.To(l)) && _table.Inputs(_table.To(l)).All(s => _isPushed[s.Commodity]));

    private IEnumerable<int> Needed(int commodity)
    {
        foreach (var lane in _table.Lanes(commodity))
        {
            var (from, to) = (_table.From(lane), _table.To(lane));
            if (!_isPushed[commodity] && !_table.IsConsumer(to))
            {
                yield return _table.MainOf(to);
            }

            if (LivesOnByProducts(from))
            {
                foreach (var input in _table.Inputs(from))
                {
                    yield return input.Commodity;
                }
            }
            else if (_table.MainOf(from) != commodity)
            {
                yield return _table.MainOf(from);
            }
        }
    }
}
