using SupplyShockSim.Simulation.Flow;
using SupplyShockSim.Simulation.Markets.Rationing;

namespace SupplyShockSim.Simulation.Markets;

/// <summary>What a seller can ship and how it divides it; one for all sellers, with buffers of its own so that nothing is allocated.</summary>
internal sealed class Seller
{
    private readonly SupplyModel _model;
    private readonly HashSet<(int, int)> _allied;
    private Claim[] _claims = new Claim[16];
    private double[] _grants = new double[16];
    private int[] _lanes = new int[16];
    private int _count;

    public Seller(SupplyModel model, IRationingRule rule)
    {
        _model = model;
        Rule = rule;
        _allied = Allied(model);
    }

    public IRationingRule Rule { get; }

    /// <summary>t/d that go to the spot market: what is made beyond contract orders, and the stock above target spread over one review period.</summary>
    public double Offer(in StockNow stock, in SellerNow book)
    {
        if (stock.Dry)
        {
            return Math.Max(0, Rounding.Net(stock.Inflow, book.Granted));
        }

        var surplus = Math.Max(0, stock.Level - (stock.Target * (1 + 1e-6))) / _model.ReviewDays;
        return Math.Max(0, Rounding.Net(stock.Inflow, book.Orders)) + surplus;
    }

    /// <summary>
    /// t/d that the seller could make on top of what it makes and of its contract orders; none for a by-product. What it wants to make does
    /// not count: while a ramp or an empty input keeps it from answering an unmet order, the order stays with it, and so travels upstream.
    /// </summary>
    public double Headroom(in StockNow stock, double contractOrders) => stock.IsByProduct
        ? 0
        : Math.Max(0, Rounding.Net(_model.Sites[stock.Site].Capacity * stock.Coefficient, Math.Max(stock.Inflow, contractOrders)));

    public void BeginRation() => _count = 0;

    public void AddClaim(int lane, double order)
    {
        if (_count == _claims.Length)
        {
            Array.Resize(ref _claims, 2 * _count);
            Array.Resize(ref _grants, 2 * _count);
            Array.Resize(ref _lanes, 2 * _count);
        }

        _lanes[_count] = lane;
        _claims[_count++] = new Claim(order, _model.Network.Sites.Priority[_model.Network.Lanes.To[lane]], Distance(lane));
    }

    /// <summary>Divides what is available among the claims added; read the result from <see cref="Granted"/>.</summary>
    public void Ration(double available) => Rule.Ration(_claims.AsSpan(0, _count), available, _grants.AsSpan(0, _count));

    public ReadOnlySpan<int> ClaimLanes => _lanes.AsSpan(0, _count);

    public ReadOnlySpan<double> Granted => _grants.AsSpan(0, _count);

    /// <summary>0 = home buyer, 1 = buyer in a bloc with the seller's country, 2 = any other.</summary>
    private int Distance(int lane)
    {
        var (lanes, sites) = (_model.Network.Lanes, _model.Network.Sites);
        var (from, to) = (sites.Country[lanes.From[lane]], sites.Country[lanes.To[lane]]);
        return from == to ? 0 : _allied.Contains((from, to)) ? 1 : 2;
    }

    private static HashSet<(int, int)> Allied(SupplyModel model)
    {
        var allied = new HashSet<(int, int)>();
        foreach (var members in model.Network.Countries.BlocMembers)
        {
            foreach (var a in members)
            {
                foreach (var b in members)
                {
                    allied.Add((a, b));
                }
            }
        }

        return allied;
    }
}
