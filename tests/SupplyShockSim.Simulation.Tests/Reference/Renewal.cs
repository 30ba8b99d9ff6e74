namespace SupplyShockSim.Simulation.Tests.Reference;

/// <summary>Contracts that end and are made anew, one part of each at each point of a grid of about a month.</summary>
internal sealed class Renewal
{
    private const double DaysPerMonth = 365.0 / 12;

    private readonly World _world;
    private readonly int _parts;
    private readonly List<long> _points = [];

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

        _points = [.. Points(world)];
    }

    /// <summary>The points of the grid: a term has a whole number of steps of about a month.</summary>
    public static IEnumerable<long> Points(World world)
    {
        if (!world.Has(Rules.Renewal) || world.Extras.TermDays is not { } term)
        {
            yield break;
        }

        var step = (long)(term * 86400) / Math.Max(1, (long)Math.Round(term / DaysPerMonth));
        for (var second = step; second <= world.End; second += step)
        {
            yield return second;
        }
    }

    /// <summary>Whether contracts were renewed at this second.</summary>
    public bool At(long now)
    {
        var point = _points.IndexOf(now);
        if (point < 0)
        {
            return false;
        }

        var part = (point + 1) % _parts;
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
            _world.Call(lane.To.Commodity);
        }

        return true;
    }

    /// <summary>Its part of what was bought there over the last term, and the buyer's unmet need by headroom; within what the lane may carry.</summary>
    private double Ask(Lane lane, long now)
    {
        if (!lane.Qualified || lane.Limit <= 0)
        {
            return 0;
        }

        var open = lane.To.Lanes.Where(l => l.Qualified && l.Limit > 0).ToList();
        var headroom = open.Sum(Room);
        var lacks = Math.Clamp(lane.To.Normal - open.Sum(l => l.Flow + Bought(l, now)), 0, lane.To.Left);
        var unmet = headroom > 0 ? lacks * Room(lane) / headroom : 0;
        return Math.Clamp(lane.Limit - lane.Flow, 0, Bought(lane, now) + unmet);
    }

    private double Bought(Lane lane, long now) => lane.MeanDispatch(now, _world.Extras.TermDays!.Value) / _parts;

    /// <summary>What a lane could get of that.</summary>
    private static double Room(Lane lane) => Math.Clamp(lane.Limit - lane.Flow, 0, Free(lane.From));

    /// <summary>Capacity that no contract has, while the part that ends is out.</summary>
    private static double Free(Stock seller) => seller.IsByProduct
        ? Math.Max(0, seller.Normal - seller.Lanes.Sum(l => l.Flow))
        : Math.Max(0, (seller.Site.Capacity * seller.Coefficient) - seller.Lanes.Sum(l => l.Flow));
}
