namespace SupplyShockSim.Simulation.Tests.Reference;

/// <summary>Contracts that end and are made anew, one part of each at the first of every month.</summary>
internal sealed class Renewal
{
    private const double DaysPerMonth = 365.0 / 12;

    private readonly World _world;
    private readonly int _parts;
    private readonly List<long> _months = [];

    public Renewal(World world)
    {
        _world = world;
        if (!world.Has(Rules.Renewal) || world.Extras.TermDays is not { } term)
        {
            return;
        }

        _parts = Math.Max(1, (int)Math.Round(term / DaysPerMonth));
        foreach (var lane in world.Lanes)
        {
            lane.Parts = [.. Enumerable.Repeat(lane.Flow / _parts, _parts)];
        }

        _months = [.. Months(world)];
    }

    /// <summary>The firsts of the calendar months of the run, where contracts end at all.</summary>
    public static IEnumerable<long> Months(World world)
    {
        var start = world.Prepared.Spec.Start;
        var first = new DateTime(start.Year, start.Month, 1, 0, 0, 0, DateTimeKind.Unspecified);
        for (var i = 1; world.Has(Rules.Renewal) && world.Extras.TermDays is not null && SecondOf(i) <= world.End; i++)
        {
            yield return SecondOf(i);
        }

        long SecondOf(int month) => (long)(first.AddMonths(month) - start).TotalSeconds;
    }

    /// <summary>Whether contracts were renewed at this second.</summary>
    public bool At(long now)
    {
        var month = _months.IndexOf(now);
        if (month < 0)
        {
            return false;
        }

        var part = month % _parts;
        foreach (var lane in _world.Lanes)
        {
            lane.Flow -= lane.Parts[part];
        }

        var asks = _world.Lanes.ToDictionary(l => l, l => Ask(l, now));
        foreach (var seller in _world.Stocks.Where(s => !s.IsInput))
        {
            var asked = seller.Lanes.Sum(l => asks[l]);
            var share = asked > 0 ? Math.Min(1, Free(seller) / asked) : 0;
            foreach (var lane in seller.Lanes)
            {
                lane.Parts[part] = asks[lane] * share;
            }
        }

        foreach (var lane in _world.Lanes)
        {
            lane.Flow += lane.Parts[part];
            lane.To.Site.IsAwake = true;
            _world.Call(lane.To.Commodity);
        }

        return true;
    }

    /// <summary>Its part of what was bought there over the last term, and the buyer's unmet need by headroom; within what the lane may carry.</summary>
    private double Ask(Lane lane, long now)
    {
        if (!lane.Qualified || lane.Limit <= 0 || lane.To.Lanes.TrueForAll(l => l.Parts.Sum() <= 0))
        {
            return 0;
        }

        var bought = lane.MeanDispatch(now, _parts * DaysPerMonth) / _parts;
        var headroom = lane.To.Lanes.Where(l => l.Qualified && l.Limit > 0).Sum(l => Free(l.From));
        var unmet = headroom > 0 ? lane.To.Left * Free(lane.From) / headroom : 0;
        return Math.Clamp(lane.Limit - lane.Flow, 0, bought + unmet);
    }

    /// <summary>Capacity that no contract has, while the part that ends is out.</summary>
    private static double Free(Stock seller) => seller.IsByProduct
        ? Math.Max(0, seller.Normal - seller.Lanes.Sum(l => l.Flow))
        : Math.Max(0, (seller.Site.Capacity * seller.Coefficient) - seller.Lanes.Sum(l => l.Flow));
}
