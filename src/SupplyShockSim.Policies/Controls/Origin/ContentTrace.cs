using SupplyShockSim.Engine;
using SupplyShockSim.Network;
using SupplyShockSim.Simulation.Levers;

namespace SupplyShockSim.Policies.Controls.Origin;

/// <summary>
/// The content of one origin in every stock, from 0 to 1. Goods carry the content of the stock that they left, stocks are well mixed, what is made in the
/// country of origin is of it whole, and what is made elsewhere has the mass-weighted content of its inputs; by value the inputs are weighted by what they cost
/// at reference prices, as a share of what the product is worth, at most 1. At the start all is as the baseline flows have long made it.
/// </summary>
/// <remarks>
/// Over a step of h days the level goes in a straight line from L to M, with what comes in at a rate i of content c: L' = r, and L s' = i (c - s) for the
/// content s, so that s = c + (s0 - c) (L/M)^(i/r), or c + (s0 - c) exp(-i h/L) where the level stands still. A stock that holds nothing has the content of
/// what passes through it; one into which nothing comes keeps its own. Rates are those that stand at the end of the step.
/// </remarks>
internal sealed class ContentTrace
{
    private readonly SupplyNetwork _network;
    private readonly bool[] _isOrigin;
    private readonly bool _byValue;

    /// <summary>Stocks, those of inputs before those of what is made of them, and products before those who buy them.</summary>
    private readonly int[] _order;
    private readonly long _longest;
    private readonly double[] _content;
    private readonly double[] _level;

    /// <summary>By output stock that some lane leaves for a voyage: the content it had from a second on.</summary>
    private readonly List<(long Since, double Content)>?[] _past;
    private long _at;

    public ContentTrace(SupplyNetwork network, bool[] isOrigin, bool byValue)
    {
        (_network, _isOrigin, _byValue) = (network, isOrigin, byValue);
        var (stocks, rank) = (network.Stocks, network.Commodities.Rank);
        _order = [.. Enumerable.Range(0, stocks.Count).OrderByDescending(s => rank[stocks.Commodity[s]]).ThenBy(s => stocks.Commodity[s])
            .ThenBy(s => stocks.IsInput[s])];
        (_content, _level) = (new double[stocks.Count], new double[stocks.Count]);
        _longest = network.Lanes.TransitSeconds.DefaultIfEmpty(0).Max();
        _past = [.. Enumerable.Range(0, stocks.Count).Select(_ => (List<(long, double)>?)null)];
        Settle();
        foreach (var lane in Enumerable.Range(0, network.Lanes.Count))
        {
            var seller = network.Lanes.FromStock[lane];
            _past[seller] ??= [(long.MinValue, _content[seller])];
        }

        for (var s = 0; s < stocks.Count; s++)
        {
            _level[s] = stocks.CoverDays[s] * stocks.Coefficient[s] * network.Sites.BaselinePerDay[stocks.Site[s]];
        }
    }

    private ContentTrace(ContentTrace from)
    {
        (_network, _isOrigin, _byValue, _order, _longest) = (from._network, from._isOrigin, from._byValue, from._order, from._longest);
        (_content, _level, _at) = ([.. from._content], [.. from._level], from._at);
        _past = [.. from._past.Select(p => p is null ? null : new List<(long, double)>(p))];
    }

    /// <summary>Of a stock, as of the last step.</summary>
    public double Content(int stock) => _content[stock];

    public ContentTrace Clone() => new(this);

    /// <summary>Brings all contents forward to a second; returns the largest change.</summary>
    public double Step(StockView stocks, long now)
    {
        var days = (now - _at) / (double)SimDuration.SecondsPerDay;
        _at = now;
        var largest = 0.0;
        foreach (var stock in _order)
        {
            var (before, level) = (_content[stock], stocks.Level(stock, now));
            if (days > 0 && Inflow(stocks, stock, now, out var rate, out var content))
            {
                _content[stock] = Math.Clamp(Mixed(before, content, rate, _level[stock], level, days), 0, 1);
                largest = Math.Max(largest, Math.Abs(_content[stock] - before));
            }

            _level[stock] = level;
            if (_content[stock] != before && _past[stock] is { } past)
            {
                past.Add((now, _content[stock]));
                past.RemoveRange(0, Math.Max(0, past.FindLastIndex(p => p.Since <= now - _longest)));
            }
        }

        return largest;
    }

    /// <summary>Nothing has moved up to a second.</summary>
    public void Resume(StockView stocks, long now)
    {
        _at = now;
        foreach (var stock in _order)
        {
            _level[stock] = stocks.Level(stock, now);
        }
    }

    /// <summary>The content after a step (see the remarks).</summary>
    private static double Mixed(double content, double incoming, double rate, double level, double after, double days)
    {
        var tiny = 1e-9 * rate * days;
        if (level <= tiny || after <= tiny)
        {
            return incoming;
        }

        var rise = (after - level) / days;
        var left = Math.Abs(rise) * days < 1e-9 * level ? Math.Exp(-rate * days / level) : Math.Pow(level / after, rate / rise);
        return incoming + ((content - incoming) * left);
    }

    /// <summary>What comes into a stock, t/d, and its content; false where nothing does.</summary>
    private bool Inflow(StockView stocks, int stock, long now, out double rate, out double content)
    {
        if (!_network.Stocks.IsInput[stock])
        {
            (rate, content) = (stocks.Inflow(stock), Made(stock));
            return rate > 0;
        }

        (rate, content) = (0, 0);
        foreach (var lane in _network.Stocks.Lanes(stock))
        {
            var lands = stocks.Arriving(lane);
            rate += lands;
            content += lands > 0 ? lands * At(_network.Lanes.FromStock[lane], now - stocks.TransitSeconds(lane)) : 0;
        }

        content = rate > 0 ? content / rate : 0;
        return rate > 0;
    }

    /// <summary>The content that a stock had at a second.</summary>
    private double At(int stock, long second)
    {
        var past = _past[stock]!;
        var i = past.Count - 1;
        while (i > 0 && past[i].Since > second)
        {
            i--;
        }

        return past[i].Content;
    }

    /// <summary>The content of what is made for an output stock, with its inputs as they are.</summary>
    private double Made(int stock)
    {
        var (sites, stocks, prices) = (_network.Sites, _network.Stocks, _network.Commodities.PriceUsdPerTonne);
        var site = stocks.Site[stock];
        if (_isOrigin[site])
        {
            return 1;
        }

        var (part, whole) = (0.0, 0.0);
        for (var k = sites.FirstStock[site]; k < sites.FirstOutput[site]; k++)
        {
            var weight = stocks.Coefficient[k] * (_byValue ? prices[stocks.Commodity[k]] : 1);
            (part, whole) = (part + (weight * _content[k]), whole + weight);
        }

        if (_byValue)
        {
            whole = 0;
            for (var o = sites.FirstOutput[site]; o < sites.FirstStock[site + 1]; o++)
            {
                whole += stocks.Coefficient[o] * prices[stocks.Commodity[o]];
            }
        }

        return whole > 0 ? Math.Min(1, part / whole) : 0;
    }

    /// <summary>The contents that the baseline flows lead to: walked until nothing changes, once where goods do not go in circles.</summary>
    private void Settle()
    {
        const int Most = 10_000;
        var changed = true;
        for (var round = 0; round < Most && changed; round++)
        {
            changed = false;
            foreach (var stock in _order)
            {
                var content = _network.Stocks.IsInput[stock] ? Bought(stock) : Made(stock);
                changed |= Math.Abs(content - _content[stock]) > 1e-12;
                _content[stock] = content;
            }
        }
    }

    private double Bought(int stock)
    {
        var (flow, content) = (0.0, 0.0);
        foreach (var lane in _network.Stocks.Lanes(stock))
        {
            flow += _network.Lanes.FlowPerDay[lane];
            content += _network.Lanes.FlowPerDay[lane] * _content[_network.Lanes.FromStock[lane]];
        }

        return flow > 0 ? content / flow : 0;
    }
}
