namespace SupplyShockSim.Simulation.Tests.Reference;

/// <summary>What changes from outside: controls, accepted suppliers, openings, renewals.</summary>
internal sealed class Changes(World world)
{
    private readonly Renewal _renewal = new(world);
    private readonly SortedSet<long> _times =
    [
        .. world.Shocks.SelectMany(s => s.Times(world.End)),
        .. world.Network.Sites.OpensSeconds.Where(s => s > 0),
        .. Renewal.Points(world),
    ];

    /// <summary>The next second at which something may change; this one again where a quota is used up in it.</summary>
    public long Next(long now)
    {
        var given = _times.GetViewBetween(now + 1, long.MaxValue).FirstOrDefault(long.MaxValue);
        var own = world.Shocks.Select(s => s.Next(now));
        var accepted = world.Lanes.Where(l => l.QualifiedAt > now && !l.Qualified).Select(l => l.QualifiedAt);
        return own.Concat(accepted).Append(given).Min();
    }

    /// <summary>True when something of the world changed at a second: then sites decide.</summary>
    public bool At(long now)
    {
        world.Shocks.ForEach(s => s.At(now));
        var changed = _times.Contains(now) || world.Shocks.Exists(s => s is QuotaShock && s.Next(now - 1) == now);
        foreach (var lane in world.Lanes)
        {
            changed |= LaneChanges(lane, now);
        }

        foreach (var site in world.Sites)
        {
            SiteChanges(site, now);
        }

        return changed | _renewal.At(now);
    }

    /// <summary>Takes over what the controls ask of a lane; true when that is a change.</summary>
    private bool LaneChanges(Lane lane, long now)
    {
        if (lane.CatchesUp(now))
        {
            lane.Leave(lane.Dispatch, now);
        }

        var shocks = world.Shocks.Where(s => s.Has(lane.Index)).ToList();
        var tables = world.Network.Lanes;
        var limit = shocks.Select(s => s.Limit(lane, now)).Append(tables.CapacityPerDay[lane.Index]).Min();
        var cost = tables.CostUsdPerTonne[lane.Index] + shocks.Sum(s => s.AddedCost(lane, now));
        var transit = (shocks.Max(s => s.Transit(lane, now)) ?? tables.TransitSeconds[lane.Index]) + shocks.Sum(s => s.AddedTransit(lane, now));
        var accepted = !lane.Qualified && lane.QualifiedAt >= 0 && lane.QualifiedAt <= now;
        if (limit == lane.Limit && cost == lane.Cost && transit == lane.Transit && !accepted)
        {
            return false;
        }

        (lane.Limit, lane.Cost, lane.Qualified) = (limit, cost, lane.Qualified || accepted);
        if (transit != lane.Transit)
        {
            lane.Transit = transit;
            lane.Leave(lane.Dispatch, now);
        }

        lane.To.Site.IsAwake = true;
        world.Call(lane.To.Commodity);
        return true;
    }

    private void SiteChanges(Site site, long now)
    {
        var shocks = world.Shocks.Where(s => s is ScareShock || (s is OutageShock or MultipleShock && s.Has(site.Index))).ToList();
        var opens = world.Network.Sites.OpensSeconds[site.Index];
        var capacity = opens > now ? 0 : site.NominalCapacity * shocks.Aggregate(1.0, (m, s) => m * s.Multiple(site, now));
        if (capacity != site.Capacity)
        {
            site.Capacity = capacity;
            site.IsAwake = true;
            site.Outputs.ForEach(world.SellerChanged);
        }

        var extra = shocks.Select(s => s.ExtraCoverDays(site, now)).Append(0).Max();
        foreach (var input in site.Inputs)
        {
            var target = (input.CoverDays + extra) * input.Coefficient * (site.IsConsumer ? capacity : site.Baseline);
            site.IsAwake |= target != input.Target;
            input.Target = target;
        }
    }
}
