using SupplyShockSim.Engine;
using SupplyShockSim.Network;
using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Network.Quantities;
using SupplyShockSim.Policies.Controls;

namespace SupplyShockSim.Simulation.Tests.Reference;

/// <summary>Makes a world that shows something as small as it still shows it: by leaving things out and by making things plain, one at a time.</summary>
internal static class Shrinking
{
    private const int MostTries = 600;

    public static RandomWorld Shrink(RandomWorld world, Func<RandomWorld, bool> shows)
    {
        var tries = 0;
        for (var smaller = true; smaller;)
        {
            smaller = false;
            foreach (var candidate in Smaller(world))
            {
                if (tries++ < MostTries && !Equals(candidate, world) && shows(candidate))
                {
                    (world, smaller) = (candidate, true);
                    break;
                }
            }
        }

        return world;
    }

    private static IEnumerable<RandomWorld> Smaller(RandomWorld world)
    {
        var network = world.Network;
        for (var i = 0; i < world.Shocks.Count; i++)
        {
            yield return world with { Shocks = Without(world.Shocks, i) };
        }

        foreach (var site in network.Sites)
        {
            yield return world with
            {
                Network = network with
                {
                    Sites = [.. network.Sites.Where(s => s != site)],
                    Lanes = [.. network.Lanes.Where(l => l.From != site.Id && l.To != site.Id)],
                },
            };
        }

        for (var i = 0; i < network.Lanes.Count; i++)
        {
            yield return world with { Network = network with { Lanes = Without(network.Lanes, i) } };
        }

        foreach (var plain in Plainer(world).Concat(PlainerSites(world)).Concat(PlainerLanes(world)))
        {
            yield return plain;
        }
    }

    private static IEnumerable<RandomWorld> Plainer(RandomWorld world)
    {
        var market = world.Market;
        if (world.TermDays is not null)
        {
            yield return world with { TermDays = null };
        }

        if (market.Rationing != "pro-rata")
        {
            yield return world with { Market = market with { Rationing = "pro-rata" } };
        }

        if (market.Review != SimDuration.FromDays(1))
        {
            yield return world with { Market = market with { Review = SimDuration.FromDays(1) } };
        }

        if (market.Caution is not null)
        {
            yield return world with { Market = market with { Caution = null } };
        }

        for (var i = 0; i < world.Shocks.Count; i++)
        {
            foreach (var shock in PlainerShocks(world.Shocks[i]))
            {
                yield return world with { Shocks = With(world.Shocks, i, shock) };
            }
        }
    }

    private static IEnumerable<ControlSpec> PlainerShocks(ControlSpec shock)
    {
        if (shock.For is not null)
        {
            yield return shock with { For = null };
        }

        if (shock is Outage { Ramp.Seconds: > 0 } outage)
        {
            yield return outage with { Ramp = SimDuration.Zero };
        }

        if (shock is ExportBan { Ramp.Seconds: > 0 } ban)
        {
            yield return ban with { Ramp = SimDuration.Zero };
        }
    }

    private static IEnumerable<RandomWorld> PlainerSites(RandomWorld world)
    {
        var sites = world.Network.Sites;
        for (var i = 0; i < sites.Count; i++)
        {
            var site = sites[i];
            SiteSpec[] plainer =
            [
                site with { Cohorts = null }, site with { Ramp = null }, site with { Cover = Cover.None }, site with { Priority = null },
                site with { Capacity = Round(site.Capacity) }, site with { Demand = Round(site.Demand) },
            ];
            foreach (var plain in plainer.Where(p => p != site))
            {
                yield return world with { Network = world.Network with { Sites = With(sites, i, plain) } };
            }

            if (world.Speeds.TryGetValue(site.Id, out var speeds) && speeds != Speeds.Default)
            {
                yield return world with { Speeds = world.Speeds.Where(s => s.Key != site.Id).ToDictionary(s => s.Key, s => s.Value, StringComparer.Ordinal) };
            }
        }
    }

    private static IEnumerable<RandomWorld> PlainerLanes(RandomWorld world)
    {
        var lanes = world.Network.Lanes;
        for (var i = 0; i < lanes.Count; i++)
        {
            var lane = lanes[i];
            LaneSpec[] plainer =
            [
                lane with { Transit = SimDuration.Zero }, lane with { Capacity = null }, lane with { Cost = default },
                lane with { Qualification = SimDuration.Zero }, lane with { Flow = Round(lane.Flow)!.Value },
            ];
            foreach (var plain in plainer.Where(p => p != lane))
            {
                yield return world with { Network = world.Network with { Lanes = With(lanes, i, plain) } };
            }
        }
    }

    /// <summary>A whole number of t/d with one digit.</summary>
    private static TonnesPerDay? Round(TonnesPerDay? rate)
    {
        if (rate is not { Value: > 0 } some)
        {
            return rate;
        }

        var power = Math.Pow(10, Math.Floor(Math.Log10(some.Value)));
        return new TonnesPerDay(Math.Max(1, Math.Round(some.Value / power) * power));
    }

    private static T[] Without<T>(IReadOnlyList<T> list, int at) => [.. list.Where((_, i) => i != at)];

    private static T[] With<T>(IReadOnlyList<T> list, int at, T value) => [.. list.Select((v, i) => i == at ? value : v)];
}
