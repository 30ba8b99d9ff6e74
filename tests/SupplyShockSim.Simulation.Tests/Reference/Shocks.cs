using SupplyShockSim.Engine;
using SupplyShockSim.Network.Quantities;
using SupplyShockSim.Policies;
using SupplyShockSim.Policies.Controls;
using SupplyShockSim.Simulation.Markets;

namespace SupplyShockSim.Simulation.Tests.Reference;

/// <summary>One control as a function of time: what it asks of a lane or a site now, and when that changes next.</summary>
internal abstract class Shock(ResolvedPolicy control)
{
    private readonly HashSet<int> _subjects = [.. control.Subjects];

    protected ResolvedPolicy Control { get; } = control;

    public bool Has(int subject) => _subjects.Contains(subject);

    /// <summary>Seconds, 0 or later, at which it changes.</summary>
    public virtual IEnumerable<long> Times(long end)
    {
        if (Control.InForce.Count > 0 && Control.Announced < Control.InForce[0].From)
        {
            yield return Control.Announced.Seconds;
        }

        foreach (var (from, until) in Control.InForce)
        {
            yield return from.Seconds;
            yield return until.Seconds;
        }
    }

    /// <summary>What happens in its own account at a second (a quota's period begins, its amount is used up).</summary>
    public virtual void At(long now)
    {
    }

    /// <summary>The next second at which it would change of itself.</summary>
    public virtual long Next(long now) => long.MaxValue;

    public virtual double Limit(Lane lane, long now) => double.PositiveInfinity;

    public virtual double AddedCost(Lane lane, long now) => 0;

    public virtual long? Transit(Lane lane, long now) => null;

    public virtual long AddedTransit(Lane lane, long now) => 0;

    public virtual double Multiple(Site site, long now) => 1;

    public virtual double ExtraCoverDays(Site site, long now) => 0;

    protected (long From, long Until)? Window(long now)
    {
        foreach (var (from, until) in Control.InForce)
        {
            if (from.Seconds <= now && now < until.Seconds)
            {
                return (from.Seconds, until.Seconds);
            }
        }

        return null;
    }

    protected bool IsInForce(long now) => Window(now) is not null;

    /// <summary>The start of the day, counted from a second, that a second lies in: slopes are steps that last a day.</summary>
    protected static long Step(long from, long now) => from + ((now - from) / SimDuration.SecondsPerDay * SimDuration.SecondsPerDay);

    protected static IEnumerable<long> Steps(long from, long length)
    {
        for (var at = from; at < from + length + SimDuration.SecondsPerDay; at += SimDuration.SecondsPerDay)
        {
            yield return at;
        }
    }

    /// <summary>Mean height of a slope from 0 to 1 over the day that begins so many seconds after the slope.</summary>
    protected static double Height(long elapsed, long length)
    {
        double day = SimDuration.SecondsPerDay;
        var (from, to) = (elapsed, elapsed + day);
        if (from >= length)
        {
            return 1;
        }

        var rising = Math.Min(to, length);
        var area = ((rising * rising) - ((double)from * from)) / (2.0 * length);
        return (area + (to - rising)) / day;
    }
}

internal sealed class BanShock(ResolvedPolicy control, Func<Lane, double> closureBase) : Shock(control)
{
    private readonly ExportBan _ban = (ExportBan)control.Spec;

    public override IEnumerable<long> Times(long end) =>
        base.Times(end).Concat(Control.InForce.Where(w => w.From.Seconds <= end).SelectMany(w => Steps(w.From.Seconds, _ban.Ramp.Seconds)));

    public override double Limit(Lane lane, long now)
    {
        if (Window(now) is not { } window)
        {
            return double.PositiveInfinity;
        }

        var share = _ban.Share.Value * Height(Step(window.From, now) - Control.InForce[0].From.Seconds, _ban.Ramp.Seconds);
        return share > 0 ? (1 - share) * closureBase(lane) : double.PositiveInfinity;
    }
}

internal sealed class OutageShock(ResolvedPolicy control) : Shock(control)
{
    private readonly Outage _outage = (Outage)control.Spec;

    public override IEnumerable<long> Times(long end) =>
        base.Times(end).Concat(Control.InForce[^1].Until.Seconds <= end ? Steps(Control.InForce[^1].Until.Seconds, _outage.Ramp.Seconds) : []);

    public override double Multiple(Site site, long now)
    {
        var until = Control.InForce[^1].Until.Seconds;
        return IsInForce(now) ? 1 - _outage.Share.Value
            : now < until ? 1
            : 1 - (_outage.Share.Value * (1 - Height(Step(until, now) - until, _outage.Ramp.Seconds)));
    }
}

internal sealed class MultipleShock(ResolvedPolicy control, DateTime start) : Shock(control)
{
    private readonly MultiplierSpec _spec = (MultiplierSpec)control.Spec;

    public override IEnumerable<long> Times(long end) => base.Times(end).Concat(_spec.Schedule.Select(s => s.At.ToSimTime(start).Seconds));

    public override double Multiple(Site site, long now)
    {
        if (!IsInForce(now))
        {
            return 1;
        }

        var multiple = _spec.To?.Multiple.Value ?? 1;
        foreach (var step in _spec.Schedule.Where(s => s.At.ToSimTime(start).Seconds <= now))
        {
            multiple = step.To.Multiple.Value;
        }

        return multiple;
    }
}

internal sealed class TariffShock(ResolvedPolicy control, double[] prices) : Shock(control)
{
    private readonly TariffRate _rate = ((Tariff)control.Spec).Rate;

    public override double AddedCost(Lane lane, long now) =>
        IsInForce(now) ? _rate.UsdPerTonne + (_rate.ShareOfPrice > 0 ? _rate.ShareOfPrice * prices[lane.To.Commodity] : 0) : 0;
}

internal sealed class TransitShock(ResolvedPolicy control) : Shock(control)
{
    private readonly TransitChange _change = (TransitChange)control.Spec;

    public override double Limit(Lane lane, long now) => _change.Closed && IsInForce(now) ? 0 : double.PositiveInfinity;

    public override long? Transit(Lane lane, long now) => IsInForce(now) ? _change.Transit?.Seconds : null;

    public override long AddedTransit(Lane lane, long now) => IsInForce(now) ? _change.Add?.Seconds ?? 0 : 0;
}

/// <summary>Buyers that a control touches want more cover from its announcement on.</summary>
internal sealed class ScareShock(ResolvedPolicy control, CautionSpec caution, HashSet<int> buyers) : Shock(control)
{
    private long From => Math.Min(Control.Announced.Seconds, Control.InForce[0].From.Seconds);

    public override IEnumerable<long> Times(long end)
    {
        var times = Steps(From, caution.Build.Seconds);
        return caution.Keep is { } keep ? times.Concat(Steps(From + caution.Build.Seconds + keep.Seconds, caution.Build.Seconds)) : times;
    }

    public override double ExtraCoverDays(Site site, long now)
    {
        if (!buyers.Contains(site.Index) || now < From)
        {
            return 0;
        }

        // The steps of the way up go on, day by day, until the way down begins.
        var build = caution.Build.Seconds;
        if (caution.Keep is not { } keep || now < From + build + keep.Seconds)
        {
            return caution.More.Days * Height(Step(From, now) - From, build);
        }

        var down = From + build + keep.Seconds;
        return caution.More.Days * (1 - Height(Step(down, now) - down, build));
    }
}
