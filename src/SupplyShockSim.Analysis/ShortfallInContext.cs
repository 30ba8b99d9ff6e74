using SupplyShockSim.Engine;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Analysis;

/// <summary>
/// What a shortfall is a share of, beside all demand of the whole run and of everybody: the need of those concerned while controls were in force, and
/// what the controls cut off.
/// </summary>
public sealed record ShortfallInContext
{
    /// <summary>
    /// Need, t, from the first control to the last (<see cref="ControlWindow"/>), of all consumers in countries that run short, for the commodities they
    /// run short of; null where no control was in force.
    /// </summary>
    public required double? NeedInControlsTonnes { get; init; }

    /// <summary>The countries that run short, by index.</summary>
    public required IReadOnlyList<int> Countries { get; init; }

    /// <summary>
    /// What left over the lanes under a restriction of exports while it was in force, less than in the baseline, t: the integral of max(0, baseline flow -
    /// dispatch) over the lanes that carry what is short, each lane once. Null where lanes were not recorded, or no such lane was restricted: tonnes
    /// of ore are not tonnes of magnets.
    /// </summary>
    public required double? CutOffTonnes { get; init; }

    /// <param name="record">The run.</param>
    /// <param name="byCountry">The needs by country and commodity.</param>
    public static ShortfallInContext Of(RunRecord record, IReadOnlyList<GroupMeasures> byCountry)
    {
        var shortOnes = byCountry.Where(g => g.Service.IsShort).ToArray();
        var commodities = shortOnes.Select(g => g.Commodity).ToHashSet();
        var window = ControlWindow.Of(record);
        return new ShortfallInContext
        {
            NeedInControlsTonnes = window is { } w && shortOnes.Length > 0 ? shortOnes.Sum(g => g.Need.Demand.Integral(w.From, w.Until)) : null,
            Countries = [.. shortOnes.Select(g => g.Group).Distinct()],
            CutOffTonnes = CutOff(record, commodities),
        };
    }

    private static double? CutOff(RunRecord record, HashSet<int> commodities)
    {
        var lanes = record.Network.Lanes;
        var restricted = record.Controls.SelectMany(c => c.RestrictedLanes.Select(lane => (Lane: lane, c.InForce)))
            .Where(c => commodities.Contains(lanes.Commodity[c.Lane])).GroupBy(c => c.Lane).ToArray();
        return restricted.Length == 0 || record.Recorded != RecordScope.All ? null : restricted.Sum(r => CutOff(record, r.Key, r.SelectMany(c => c.InForce)));
    }

    private static double CutOff(RunRecord record, int lane, IEnumerable<(SimTime From, SimTime Until)> windows)
    {
        var (tonnes, reached) = (0.0, SimTime.Zero);
        if (record.Dispatch[lane] is not { } dispatch)
        {
            return tonnes;
        }

        var baseline = new RateSeries();
        baseline.Append(SimTime.Zero, record.Network.Lanes.FlowPerDay[lane]);
        foreach (var (from, until) in windows.OrderBy(w => w.From.Seconds))
        {
            var begins = from > reached ? from : reached;
            var ends = until < record.End ? until : record.End;
            if (ends > begins)
            {
                PairedSeries.ForEach(baseline, dispatch, begins, ends, (a, b, usual, now) => tonnes += Math.Max(0, usual - now) * (b - a).Days);
                reached = ends;
            }
        }

        return tonnes;
    }
}
