using SupplyShockSim.Engine;
using SupplyShockSim.Simulation.Levers;

namespace SupplyShockSim.Policies.Answers.Stockpiles;

/// <summary>
/// What a stock that the public holds costs: the opening fill, what is bought, and a share a year of the value of what lies there, less what is sold
/// and what is left at the end, all at the price of the day.
/// </summary>
/// <remarks>
/// Between two looks prices stand and the level is a straight line, so that the value held is worth its mean. While the level moves, holding is booked
/// at the next look; while it stands still, as a flow.
/// </remarks>
/// <param name="stock">The stock.</param>
/// <param name="holdingPerYear">Cost of holding, as a share of the value a year.</param>
/// <param name="buyerCountries">By buyer: its country, whose price it pays.</param>
internal sealed class StockLedger(int stock, double holdingPerYear, int[] buyerCountries)
{
    private const double DaysPerYear = 365;

    private double _levelTonnes;
    private double _price;
    private bool _moves;
    private long _since;

    public StockLedger Clone() => (StockLedger)MemberwiseClone();

    /// <summary>The stock is bought as it lies.</summary>
    public void Open(PolicyBench bench, ref CostBook book, long now)
    {
        (_levelTonnes, _price, _since) = (bench.Stocks.Level(stock, now), Price(bench, Country(bench)), now);
        book.Pay(_levelTonnes * _price, now);
    }

    /// <summary>Books what has lain there since the last look, and what is bought and sold from now on.</summary>
    /// <param name="bench">The run.</param>
    /// <param name="book">Takes it.</param>
    /// <param name="sent">By buyer: what leaves for it, t/d.</param>
    /// <param name="now">The second of the run.</param>
    public void Keep(PolicyBench bench, ref CostBook book, ReadOnlySpan<double> sent, long now)
    {
        Settle(bench, ref book, now);
        _price = Price(bench, Country(bench));
        var bought = bench.Stocks.Inflow(stock);
        var (sold, sales) = (0.0, 0.0);
        for (var i = 0; i < sent.Length; i++)
        {
            sold += sent[i];
            sales += sent[i] > 0 ? sent[i] * Price(bench, buyerCountries[i]) : 0;
        }

        _moves = bought != sold;
        var holding = _moves ? 0 : _levelTonnes * _price * holdingPerYear / DaysPerYear;
        book.Flow((bought * _price) - sales + holding, sold, now);
    }

    /// <summary>What is left counts as if it were sold.</summary>
    public void Close(PolicyBench bench, ref CostBook book, long now)
    {
        var copy = Clone();
        copy.Settle(bench, ref book, now);
        book.Pay(-copy._levelTonnes * Price(bench, Country(bench)), now);
    }

    private void Settle(PolicyBench bench, ref CostBook book, long now)
    {
        var level = bench.Stocks.Level(stock, now);
        if (_moves)
        {
            var days = (now - _since) / (double)SimDuration.SecondsPerDay;
            book.Pay((_levelTonnes + level) / 2 * _price * holdingPerYear * days / DaysPerYear, now);
        }

        (_levelTonnes, _since) = (level, now);
    }

    private int Country(PolicyBench bench) => bench.Network.Sites.Country[bench.Network.Stocks.Site[stock]];

    /// <summary>What has no price costs nothing here; who asks for its cost is told so when the answer is checked.</summary>
    private double Price(PolicyBench bench, int country)
    {
        var price = bench.PriceUsdPerTonne(bench.Network.Stocks.Commodity[stock], country);
        return double.IsNaN(price) ? 0 : price;
    }
}
