using SupplyShockSim.Network;
using SupplyShockSim.Simulation.State;

namespace SupplyShockSim.Simulation.Rules.Markets.Rationing;

/// <summary>What is ordered of a seller over one lane, t/d, and how much the contract there is for; 0 for an order on the spot.</summary>
internal readonly record struct LaneOrder(int Lane, double Order, double Contract = 0);

/// <summary>Divides what a seller has among its orders, by the rationing rule of the run.</summary>
internal sealed class Rationer
{
    /// <summary>What sellers do whom a policy tells whom to serve first.</summary>
    private static readonly Priority ByRank = new();

    private readonly SupplyNetwork _network;
    private readonly PriceBook _prices;
    private readonly IRationingRule _rule;
    private readonly HashSet<(int, int)> _allied;
    private readonly SideTable<double>? _ranks;
    private Claim[] _claims = new Claim[16];
    private double[] _grants = new double[16];

    /// <param name="network">The network.</param>
    /// <param name="rule">The rule of the run.</param>
    /// <param name="prices">The prices of the run.</param>
    /// <param name="ranks">By lane: its rank where policies say in which order sellers serve; 0 for none.</param>
    public Rationer(SupplyNetwork network, IRationingRule rule, PriceBook prices, SideTable<double>? ranks = null)
    {
        (_network, _rule, _prices, _ranks) = (network, rule, prices, ranks);
        _allied = Allied(network);
    }

    /// <summary>What each order is granted, t/d, in the order of <paramref name="orders"/>; true until the next call.</summary>
    /// <param name="orders">The orders; together more than is available.</param>
    /// <param name="available">t/d to divide.</param>
    public ReadOnlySpan<double> Divide(ReadOnlySpan<LaneOrder> orders, double available)
    {
        if (orders.Length > _claims.Length)
        {
            Array.Resize(ref _claims, Math.Max(orders.Length, 2 * _claims.Length));
            Array.Resize(ref _grants, _claims.Length);
        }

        var highest = 0.0;
        for (var i = 0; i < orders.Length && _ranks is { IsMade: true }; i++)
        {
            highest = Math.Max(highest, _ranks[orders[i].Lane]);
        }

        for (var i = 0; i < orders.Length; i++)
        {
            var lane = orders[i].Lane;
            var buyer = _network.Lanes.To[lane];
            var priority = highest > 0 ? (int)(highest - _ranks![lane]) : _network.Sites.Priority[buyer];
            var price = _prices.UsdPerTonne(_network.Lanes.Commodity[lane], _network.Sites.Country[buyer]);
            _claims[i] = new Claim(orders[i].Order, priority, Distance(lane), orders[i].Contract, _network.Sites.Row[buyer], price);
        }

        var grants = _grants.AsSpan(0, orders.Length);
        (highest > 0 ? ByRank : _rule).Ration(_claims.AsSpan(0, orders.Length), available, grants);
        return grants;
    }

    /// <summary>0 = home buyer, 1 = buyer in a bloc with the seller's country, 2 = any other.</summary>
    private int Distance(int lane)
    {
        var (lanes, sites) = (_network.Lanes, _network.Sites);
        var (from, to) = (sites.Country[lanes.From[lane]], sites.Country[lanes.To[lane]]);
        return from == to ? 0 : _allied.Contains((from, to)) ? 1 : 2;
    }

    private static HashSet<(int, int)> Allied(SupplyNetwork network)
    {
        var allied = new HashSet<(int, int)>();
        foreach (var members in network.Countries.BlocMembers)
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
