using SupplyShockSim.Engine;

namespace SupplyShockSim.Network;

/// <summary>
/// How fast a site's activity may move (model: sections 4.1 and 4.2). Shares are of the site's capacity, per day; infinity = at once.
/// A plant that stood still comes back at <see cref="RestartPerDay"/> to the highest activity that it has had within its memory, and rises beyond
/// that at <see cref="RampPerDay"/>; it falls, for want of orders, no faster than <see cref="SlowdownPerDay"/>.
/// </summary>
public sealed record Speeds
{
    /// <summary>No limits: what a site has of which nothing is said.</summary>
    public static Speeds AtOnce { get; } = new();

    /// <summary>How fast activity may rise above what the site is used to.</summary>
    public double RampPerDay { get; init; } = double.PositiveInfinity;

    /// <summary>How fast activity may come back to what the site is used to.</summary>
    public double RestartPerDay { get; init; } = double.PositiveInfinity;

    /// <summary>How fast wanted activity may fall.</summary>
    public double SlowdownPerDay { get; init; } = double.PositiveInfinity;

    /// <summary>How much a site that slows puts into stock before it follows its orders at once: days of baseline output above the target.</summary>
    public double StorageDays { get; init; } = double.PositiveInfinity;

    /// <summary>For how long a site is used to an activity, s.</summary>
    public long MemorySeconds { get; init; } = SimDuration.FromDays(365).Seconds;

    /// <summary>Share of an input's target below which the site slows in proportion to what is left; 0 = not before the stock is dry.</summary>
    public double Throttle { get; init; }

    /// <summary>Activity is limited on its way up.</summary>
    public bool LimitsRise => double.IsFinite(RampPerDay) || double.IsFinite(RestartPerDay);

    /// <summary>Activity is limited on its way down.</summary>
    public bool LimitsFall => double.IsFinite(SlowdownPerDay);

    /// <summary>The speeds of a site: its own where it states them, else those of its technology, else the defaults.</summary>
    public static Speeds Of(ISpeeds site, ISpeeds? technology)
    {
        var speeds = new Speeds
        {
            RampPerDay = (site.Ramp ?? technology?.Ramp)?.SharePerDay ?? AtOnce.RampPerDay,
            RestartPerDay = (site.Restart ?? technology?.Restart)?.SharePerDay ?? AtOnce.RestartPerDay,
            SlowdownPerDay = (site.Slowdown ?? technology?.Slowdown)?.SharePerDay ?? AtOnce.SlowdownPerDay,
            StorageDays = (site.Storage ?? technology?.Storage)?.Days ?? AtOnce.StorageDays,
            MemorySeconds = (site.Memory ?? technology?.Memory)?.Seconds ?? AtOnce.MemorySeconds,
            Throttle = (site.Throttle ?? technology?.Throttle)?.Value ?? AtOnce.Throttle,
        };
        return speeds == AtOnce ? AtOnce : speeds;
    }
}
