using SupplyShockSim.Engine;
using SupplyShockSim.Network;
using SupplyShockSim.Simulation.State;

namespace SupplyShockSim.Simulation.Rules.Sites;

/// <summary>
/// How far activity and plan of a site with speeds may have moved (model: section 4.1; see <see cref="Speeds"/>). A site may use
/// the time since its last decision, or since the last point of the review grid where that is later: so it is all one whether it slept or decided at
/// each point that what it did was right. Reviewed several times in one instant, it starts from the same point each time.
/// </summary>
/// <remarks>
/// What is planned (and so what is ordered) moves from what was planned; what is done moves from what was done. So a plant that was starved of its
/// input goes on ordering it, and comes back no faster than its restart once the input lands.
/// </remarks>
internal sealed class Paces(RunState state)
{
    /// <summary>The activity that a site with speeds plans at its decision now, t/d: the one it wants, as far as it gets.</summary>
    /// <param name="site">The site.</param>
    /// <param name="wanted">Wanted by its orders and stocks, t/d.</param>
    /// <param name="storedTonnes">Of its main product above the target, t.</param>
    /// <param name="now">This second.</param>
    public double Plan(int site, double wanted, double storedTonnes, long now)
    {
        ref var pace = ref Begin(site, now);
        var speeds = state.Network.Sites.Speeds[site];
        var capacity = state.Network.Sites.CapacityPerDay[site];
        pace.Ceiling = Reach(site, speeds, pace.Done, pace.Days, now);
        if (wanted > pace.Planned)
        {
            return Math.Min(wanted, Reach(site, speeds, pace.Planned, pace.Days, now));
        }

        return !speeds.LimitsFall || storedTonnes >= StorageTonnes(site, speeds)
            ? wanted
            : Math.Min(state.Sites[site].CeilingTonnesPerDay, Math.Max(wanted, pace.Planned - (speeds.SlowdownPerDay * capacity * pace.Days)));
    }

    /// <summary>The most that a site with speeds may do until the next point of the grid, t/d.</summary>
    public double Ceiling(int site, long now)
    {
        ref var pace = ref state.Paces.Make(site);
        var point = now - (now % state.ReviewSeconds);
        if (pace.ReviewedAt < point)
        {
            // It slept: at the last point of the grid it would have been given one period.
            (pace.ReviewedAt, pace.Days) = (point, state.ReviewDays);
            (pace.Planned, pace.Done) = (state.Sites[site].Wanted, state.Sites[site].Activity);
            pace.Ceiling = Reach(site, state.Network.Sites.Speeds[site], pace.Done, pace.Days, now);
        }

        return pace.Ceiling;
    }

    /// <summary>A site's activity is about to change.</summary>
    public void ActivityChanges(int site, double before, long now) =>
        state.Peaks[site]?.Add(before, now, now - state.Network.Sites.Speeds[site].MemorySeconds);

    /// <summary>The first review of an instant fixes where the site comes from.</summary>
    private ref PaceNow Begin(int site, long now)
    {
        ref var pace = ref state.Paces.Make(site);
        if (pace.ReviewedAt < now)
        {
            pace.Planned = state.Sites[site].Wanted;
            pace.Done = state.Sites[site].Activity;
            pace.Days = (now - Math.Max(pace.ReviewedAt, LastPoint(now))) / (double)SimDuration.SecondsPerDay;
            pace.ReviewedAt = now;
        }

        return ref pace;
    }

    /// <summary>
    /// How far up a site comes from an activity in some days, t/d: to what it is used to at its restart, beyond at its ramp. A site whose restart takes just
    /// these days has arrived: without a ramp it goes on at once.
    /// </summary>
    private double Reach(int site, Speeds speeds, double from, double days, long now)
    {
        if (!speeds.LimitsRise)
        {
            return double.PositiveInfinity;
        }

        var capacity = state.Network.Sites.CapacityPerDay[site];
        var used = Math.Max(state.Paces[site].Done, state.Peaks[site]!.Since(now - speeds.MemorySeconds));
        if (from < used)
        {
            var needed = (used - from) / (speeds.RestartPerDay * capacity);
            if (needed > days * (1 + Rounding.OrderChange))
            {
                return from + (speeds.RestartPerDay * capacity * days);
            }

            (from, days) = (used, Math.Max(0, days - needed));
        }

        return double.IsPositiveInfinity(speeds.RampPerDay) ? double.PositiveInfinity : from + (speeds.RampPerDay * capacity * days);
    }

    /// <summary>Tonnes above the target into which a site goes on producing; one that made nothing in the baseline has none if there is a limit.</summary>
    private double StorageTonnes(int site, Speeds speeds) => double.IsPositiveInfinity(speeds.StorageDays)
        ? double.PositiveInfinity
        : speeds.StorageDays * state.Network.Sites.BaselinePerDay[site] * Coefficient(site);

    private double Coefficient(int site) => state.Network.Stocks.Coefficient[state.Network.Sites.FirstOutput[site]];

    /// <summary>The last point of the review grid before a second; one period before the start for second 0.</summary>
    private long LastPoint(long now) => (((now + state.ReviewSeconds - 1) / state.ReviewSeconds) - 1) * state.ReviewSeconds;
}
