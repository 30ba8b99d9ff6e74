using SupplyShockSim.Engine;

namespace SupplyShockSim.Simulation.Tests.Reference;

/// <summary>What a site decides at a review: wanted activity, activity, needs.</summary>
internal sealed class Decisions(World world)
{
    public void Review(Site site)
    {
        var decides = world.Decides && ((site.IsAsked && world.Has(Rules.AnswerAtOnce)) || !world.HasDispatched);
        (site.IsAwake, site.IsAsked) = (false, false);
        if (decides)
        {
            Begin(site);
            site.Wanted = Wanted(site);
            site.Reachable = world.Has(Rules.Speeds) && !site.IsConsumer ? Reach(site, site.ActivityFrom) : double.PositiveInfinity;
        }

        if (world.Decides)
        {
            var (throttled, most) = (Throttled(site), Math.Min(site.Wanted, site.Reachable));
            if (Math.Abs(Math.Min(throttled, most) - Math.Min(site.Throttled, most)) > Small.Deadband * most)
            {
                site.Throttled = throttled;
            }
        }

        world.SetActivity(site, Possible(site));
        foreach (var input in decides ? site.Inputs : [])
        {
            var need = Need(input);
            if (Small.Differ(need, input.Demand))
            {
                input.Demand = need;
                world.Call(input.Commodity);
            }
        }

        foreach (var output in site.Outputs)
        {
            if (output.Level > output.Target * (1 + Small.Surplus) && world.Buyers(output.Commodity).Any(b => b.Unmet > 0))
            {
                world.SellerChanged(output);
            }
        }
    }

    /// <summary>Reviewed several times in one instant, a site starts from the same point each time.</summary>
    private void Begin(Site site)
    {
        if (site.DecidedAt < world.Now)
        {
            (site.WantedFrom, site.ActivityFrom) = (site.Wanted, site.Activity);
            site.DaysSinceDecision = (world.Now - site.DecidedAt) / (double)SimDuration.SecondsPerDay;
            site.DecidedAt = world.Now;
        }
    }

    private double Wanted(Site site)
    {
        if (site.IsConsumer)
        {
            return site.Capacity;
        }

        var main = site.Outputs[0];
        var most = site.Capacity * main.Coefficient;
        var before = site.Wanted * main.Coefficient;
        var plan = Plan(before, main.Demand, main.Target - main.Level, Math.Max(main.Demand, main.Normal), most);
        var target = plan == before ? site.Wanted : plan / main.Coefficient;
        if (!world.Has(Rules.Speeds))
        {
            return Math.Min(target, site.WantedFrom + Moves(site, site.RampPerDay, site.DaysSinceDecision));
        }

        var storage = double.IsInfinity(site.Speeds.StorageDays) ? double.PositiveInfinity : main.Target + (site.Speeds.StorageDays * main.Normal);
        var slowest = site.WantedFrom - Moves(site, site.Speeds.SlowdownPerDay, site.DaysSinceDecision);
        target = main.Level < storage ? Math.Max(target, slowest) : target;
        return Math.Min(site.Capacity, Math.Min(target, Reach(site, site.WantedFrom)));
    }

    /// <summary>From an activity: at the speed of a restart up to the highest of the memory, and on at the ramp.</summary>
    private double Reach(Site site, double from)
    {
        var days = site.DaysSinceDecision;
        var known = Math.Max(from, Highest(site));
        var restart = Moves(site, site.Speeds.RestartPerDay, days);
        return from + restart < known * (1 - Small.Order)
            ? from + restart
            : known + Moves(site, site.RampPerDay, Math.Max(0, days - (known > from ? days * (known - from) / restart : 0)));
    }

    /// <summary>How far activity moves at a speed: at once, where the speed has no bound.</summary>
    private static double Moves(Site site, double sharePerDay, double days) =>
        double.IsPositiveInfinity(sharePerDay) ? double.PositiveInfinity : sharePerDay * site.NominalCapacity * days;

    /// <summary>The highest activity of the memory; before the start it was the baseline.</summary>
    private double Highest(Site site)
    {
        var from = world.Now - (site.Speeds.MemoryDays * SimDuration.SecondsPerDay);
        var highest = from < 0 ? site.Baseline : 0;
        for (var i = 0; i < site.History.Count; i++)
        {
            var until = i + 1 < site.History.Count ? site.History[i + 1].Second : double.PositiveInfinity;
            var lasted = site.History[i].Second < until && site.History[i].Second < world.Now;
            highest = lasted && until > from ? Math.Max(highest, site.History[i].Activity) : highest;
        }

        return highest;
    }

    /// <summary>
    /// Activity at the throttle: wanted x S/(psi S*), which is, while S relaxes towards the level that arrivals keep up, on average over the
    /// coming review period what comes in less what S gains.
    /// </summary>
    private double Throttled(Site site)
    {
        var most = double.PositiveInfinity;
        if (!world.Has(Rules.Throttle) || site.Speeds.Throttle <= 0)
        {
            return most;
        }

        foreach (var input in site.Inputs)
        {
            var full = site.Speeds.Throttle * input.Target;
            var use = Math.Min(site.Wanted, site.Reachable) * input.Coefficient;
            if (input.Level < full && use > 0)
            {
                var settles = input.Inflow / use * full;
                var end = settles + ((input.Level - settles) * Math.Exp(-use / full * world.ReviewDays));
                most = Math.Min(most, (input.Inflow + ((input.Level - end) / world.ReviewDays)) / input.Coefficient);
            }
        }

        return most;
    }

    /// <summary>Of an empty input no more than lands; unless more lands than the activity uses, it stays empty.</summary>
    private static double Possible(Site site)
    {
        var wanted = Math.Min(site.Wanted, Math.Min(site.Reachable, site.Throttled));
        var possible = wanted;
        var empty = site.Inputs.Where(k => k.IsEmpty(k.Coefficient * wanted)).ToList();
        foreach (var input in empty)
        {
            var allowed = input.Inflow / input.Coefficient;
            possible = allowed < possible * (1 - Small.Relative) ? allowed : possible;
        }

        foreach (var input in empty)
        {
            input.Dry = Small.Net(input.Inflow, input.Coefficient * possible) <= 0;
        }

        return possible;
    }

    /// <summary>A second has passed: the lanes that were used since are those last used.</summary>
    public void NoteLanesUsed()
    {
        foreach (var input in world.Stocks.Where(s => s.IsInput))
        {
            input.LastTransitDays = TransitDays(input) ?? input.LastTransitDays;
        }
    }

    /// <summary>Mean transit time of what is dispatched; while near suppliers are kept, of contract goods alone; null of nothing.</summary>
    private double? TransitDays(Stock input)
    {
        var keeps = world.Has(Rules.KeepUntilLanded) && Spot.Keeps(input);
        var rates = input.Lanes.Select(l => keeps ? l.Dispatch - l.SpotDispatch : l.Dispatch).ToList();
        return rates.Sum() is var total && total > Small.Order * input.Lanes.Sum(l => l.Dispatch)
            ? input.Lanes.Select((l, i) => rates[i] * l.Transit).Sum() / total / SimDuration.SecondsPerDay
            : null;
    }

    private double Need(Stock input)
    {
        var use = input.Coefficient * input.Site.Wanted;
        var transitDays = TransitDays(input) ?? input.LastTransitDays;
        var position = input.Level + input.Lanes.Sum(l => l.UnderWay(world.Now));
        return Plan(input.Demand, use, input.Target + (use * transitDays) - position, Math.Max(use, input.Normal), double.PositiveInfinity);
    }

    private double Plan(double plan, double flow, double gapTonnes, double normal, double most)
    {
        var correction = gapTonnes / world.AdjustmentDays;
        if (Math.Abs(correction) <= Math.Max(Small.Deadband, world.Tolerance) * normal)
        {
            return Math.Min(flow, most);
        }

        var wanted = Math.Clamp(flow + correction, 0, most);
        return Math.Abs(wanted - plan) <= world.Tolerance * normal ? Math.Min(plan, most) : wanted;
    }
}
