using SupplyShockSim.Model.Flow;
using SupplyShockSim.Model.Markets.Rationing;

namespace SupplyShockSim.Model.Markets;

/// <summary>What a seller can ship and how it divides it; one for all sellers, with buffers of its own so that nothing is allocated.</summary>
internal sealed class Seller
{
    private readonly SupplyModel _model;
    private readonly byte[] _distance;
    private Claim[] _claims = new Claim[16];
    private double[] _grants = new double[16];
    private int[] _lanes = new int[16];
    private int _count;

    public Seller(SupplyModel model, IRationingRule rule)
    {
        _model = model;
        Rule = rule;
        _distance = Distances(model);
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
        _claims[_count++] = new Claim(order, _model.Network.Sites.Priority[_model.Network.Lanes.To[lane]], _distance[lane]);
    }

    /// <summary>Divides what is available among the claims added; read the result from <see cref="Granted"/>.</summary>
    public void Ration(double available) => Rule.Ration(_claims.AsSpan(0, _count), available, _grants.AsSpan(0, _count));

    public ReadOnlySpan<int> ClaimLanes => _lanes.AsSpan(0, _count);

    public ReadOnlySpan<double> Granted => _grants.AsSpan(0, _count);

    private static byte[] Distances(SupplyModel model)
    {
        var countries = model.Network.Countries;
        var allied = new HashSet<(int, int)>();
        foreach (var members in countries.BlocMembers)
        {
            foreach (var a in members)
            {
                foreach (var b in members)
                {
                    allied.Add((a, b));
                }
            }
        }

        var lanes = model.Network.Lanes;
        var distance = new byte[lanes.Count];
        for (var l = 0; l < lanes.Count; l++)
        {
            var (from, to) = (model.Network.Sites.Country[lanes.From[l]], model.Network.Sites.Country[lanes.To[l]]);
            distance[l] = from == to ? (byte)0 : allied.Contains((from, to)) ? (byte)1 : (byte)2;
        }

        return distance;
    }
}
