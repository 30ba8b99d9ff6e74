using SupplyShockSim.Network.Quantities;

namespace SupplyShockSim.Network.Ranges;

/// <summary>
/// Fits a network around values that were drawn from their ranges. What was drawn stays, users keep their demand (but for those that are `residual`), and
/// what each site needs follows from its recipe, from the users upwards. At each stage the flows, the outputs of the sellers and the residual demands
/// change as little as they may (<see cref="LeastChange"/>), what is known well less than what is inferred (<see cref="Confidence"/>).
/// </summary>
public static class Rebalance
{
    /// <summary>The share of a buyer's need that is the most a drawn flow may be where others also supply it.</summary>
    private const double MostOfNeed = 0.999;

    /// <summary>The network with the flows that fit.</summary>
    /// <param name="before">A network in balance.</param>
    /// <param name="drawn">The same rows, of which some flows, demands, capacities or recipes have other values.</param>
    public static NetworkSpec Around(NetworkSpec before, NetworkSpec drawn)
    {
        var shared = WithSumsKept(before, drawn);
        var table = new FlowTable(before, shared);
        var order = new StageOrder(table);
        foreach (var commodity in order.Commodities())
        {
            if (order.IsPushed(commodity))
            {
                Push(table, commodity);
            }
            else
            {
                Fit(table, order, commodity);
            }
        }

        return Written(shared, table);
    }

    /// <summary>What a consumer's draw adds is taken from the consumer it stands `against`.</summary>
    private static NetworkSpec WithSumsKept(NetworkSpec before, NetworkSpec drawn)
    {
        var taken = new Dictionary<string, double>(StringComparer.Ordinal);
        for (var i = 0; i < drawn.Sites.Count; i++)
        {
            if (drawn.Sites[i].Against is { } other)
            {
                taken[other] = taken.GetValueOrDefault(other) + (drawn.Sites[i].Demand?.Value - before.Sites[i].Demand?.Value ?? 0);
            }
        }

        return drawn with
        {
            Sites = [.. drawn.Sites.Select(s => taken.TryGetValue(s.Id, out var t) ? s with { Demand = new TonnesPerDay(s.Demand!.Value.Value - t) } : s)],
        };
    }

    private static void Push(FlowTable table, int commodity)
    {
        foreach (var lane in table.Lanes(commodity))
        {
            var from = table.From(lane);
            table.Flow[lane] = table.FlowBefore[lane] * table.Activity[from] / table.ActivityBefore[from];
        }

        foreach (var buyer in table.Lanes(commodity).Select(table.To).Distinct())
        {
            var arrives = table.Lanes(commodity).Where(l => table.To(l) == buyer).Sum(l => table.Flow[l]);
            table.Activity[buyer] = arrives / table.Uses(buyer, commodity);
        }
    }

    private static void Fit(FlowTable table, StageOrder order, int commodity)
    {
        var problem = new LeastChange();
        var lanes = table.Lanes(commodity);
        foreach (var buyer in lanes.Select(table.To).Distinct())
        {
            KeepDrawnWithinNeed(table, buyer, commodity);
        }

        var free = lanes.Where(l => !table.IsDrawn[l])
            .ToDictionary(l => l, l => problem.Value(table.FlowBefore[l], Confidence.Error(table.Lane(l).Confidence)));
        var demands = new Dictionary<int, int>();
        foreach (var arrivals in lanes.GroupBy(table.To))
        {
            var (buyer, fixedPart) = (arrivals.Key, arrivals.Where(l => table.IsDrawn[l]).Sum(l => table.Flow[l]));
            var terms = arrivals.Where(free.ContainsKey).Select(l => (free[l], 1.0));
            if (table.IsConsumer(buyer) && table.Site(buyer).Residual == true)
            {
                demands[buyer] = problem.Value(table.ActivityBefore[buyer], Confidence.Error(table.Site(buyer).Confidence));
                problem.Sum(-fixedPart, terms.Append((demands[buyer], -table.Uses(buyer, commodity))));
            }
            else
            {
                problem.Sum((table.Uses(buyer, commodity) * table.Activity[buyer]) - fixedPart, terms);
            }
        }

        foreach (var departures in lanes.GroupBy(table.From))
        {
            var (seller, fixedPart) = (departures.Key, departures.Where(l => table.IsDrawn[l]).Sum(l => table.Flow[l]));
            var terms = departures.Where(free.ContainsKey).Select(l => (free[l], 1.0));
            if (OutputOf(table, order, seller, commodity) is { } output)
            {
                problem.Sum(output - fixedPart, terms);
            }
            else
            {
                var total = problem.Value(table.SumFrom(seller, commodity, table.FlowBefore), Confidence.Error(table.Site(seller).Confidence));
                problem.Sum(-fixedPart, terms.Append((total, -1)));
            }
        }

        Take(table, commodity, free, demands, problem.Solve());
    }

    private static void Take(FlowTable table, int commodity, Dictionary<int, int> free, Dictionary<int, int> demands, double[] values)
    {
        foreach (var (lane, value) in free)
        {
            table.Flow[lane] = values[value];
        }

        foreach (var (buyer, value) in demands)
        {
            table.Activity[buyer] = values[value];
        }

        foreach (var seller in table.Lanes(commodity).Select(table.From).Distinct().Where(s => table.MainOf(s) == commodity))
        {
            table.Activity[seller] = table.SumFrom(seller, commodity, table.Flow) / table.Makes(seller, commodity);
        }
    }

    /// <summary>
    /// What a seller must ship, t/d: of a by-product the same part of what it makes as before, and all that is made of what is pushed to it; null where
    /// that is open.
    /// </summary>
    private static double? OutputOf(FlowTable table, StageOrder order, int seller, int commodity)
    {
        var isMain = table.MainOf(seller) == commodity;
        if (isMain && !order.LivesOnByProducts(seller))
        {
            return null;
        }

        return table.SumFrom(seller, commodity, table.FlowBefore) * table.Activity[seller] / table.ActivityBefore[seller];
    }

    /// <summary>A draw above what its buyer needs is taken for all of it, but for a trace that keeps the other suppliers known.</summary>
    private static void KeepDrawnWithinNeed(FlowTable table, int buyer, int commodity)
    {
        if (table.IsConsumer(buyer) && table.Site(buyer).Residual == true)
        {
            return;
        }

        var arrivals = table.Lanes(commodity).Where(l => table.To(l) == buyer).ToList();
        var drawn = arrivals.Where(l => table.IsDrawn[l]).ToList();
        var (sum, need) = (drawn.Sum(l => table.Flow[l]), table.Uses(buyer, commodity) * table.Activity[buyer]);
        var most = drawn.Count == arrivals.Count ? need : MostOfNeed * need;
        if (drawn.Count > 0 && (sum > most || drawn.Count == arrivals.Count))
        {
            drawn.ForEach(l => table.Flow[l] *= most / sum);
        }
    }

    /// <summary>The rows with the flows, demands and capacities that fit; ranges are used up.</summary>
    private static NetworkSpec Written(NetworkSpec drawn, FlowTable table) => drawn with
    {
        Lanes =
        [
            .. drawn.Lanes.Select((l, i) => l.Range is null && table.Flow[i] == l.Flow.Value ? l : l with
            {
                Flow = new TonnesPerDay(table.Flow[i]),
                Range = null,
                Capacity = AtLeast(l.Capacity, table.Flow[i]),
            }),
        ],
        Sites =
        [
            .. drawn.Sites.Select((s, i) => s with
            {
                Demand = s.Demand is null ? null : new TonnesPerDay(table.Activity[i]),
                Capacity = AtLeast(s.Capacity, table.Activity[i]),
                Range = null,
                Against = null,
            }),
        ],
        Technologies = [.. drawn.Technologies.Select(t => t.Range.Count == 0 ? t : t with { Range = new Dictionary<string, IReadOnlyList<double>>() })],
    };

    private static TonnesPerDay? AtLeast(TonnesPerDay? capacity, double flow) =>
        capacity is { } written ? new TonnesPerDay(Math.Max(written.Value, flow)) : null;
}
