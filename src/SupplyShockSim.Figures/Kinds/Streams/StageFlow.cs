using SupplyShockSim.Engine;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Figures.Kinds;

/// <summary>What goes from the makers of a thing in one country to those who use it in another, before anything happens and on average over a time.</summary>
/// <param name="Commodity">Of what.</param>
/// <param name="From">Whose country.</param>
/// <param name="FromColumn">Where its makers stand.</param>
/// <param name="To">To which country.</param>
/// <param name="ToColumn">Where those stand who get it.</param>
/// <param name="Before">t/d in the baseline: a control may be in force from the first second on.</param>
/// <param name="During">t/d on average over the time.</param>
internal sealed record StageFlow(int Commodity, int From, int FromColumn, int To, int ToColumn, double Before, double During)
{
    /// <summary>All of a run that lead towards users, summed over lanes.</summary>
    public static IReadOnlyList<StageFlow> Of(RunRecord record, StageColumns columns, SimTime from, SimTime until)
    {
        var (lanes, sites) = (record.Network.Lanes, record.Network.Sites);
        var flows = new Dictionary<(int, int, int, int, int), (double Before, double During)>();
        for (var lane = 0; lane < lanes.Count; lane++)
        {
            if (record.Dispatch[lane] is not { } sent || columns.OfMakers(lanes.Commodity[lane]) is not { } left
                || columns.OfBuyer(lanes.To[lane]) is not { } right || right <= left)
            {
                continue;
            }

            var key = (lanes.Commodity[lane], sites.Country[lanes.From[lane]], left, sites.Country[lanes.To[lane]], right);
            var sum = flows.GetValueOrDefault(key);
            flows[key] = (sum.Before + lanes.FlowPerDay[lane], sum.During + sent.Mean(from, until));
        }

        return [.. flows.Select(f => new StageFlow(f.Key.Item1, f.Key.Item2, f.Key.Item3, f.Key.Item4, f.Key.Item5, f.Value.Before, f.Value.During))];
    }

    /// <summary>What all makers of each column send before anything happens, t/d of all goods of the column together.</summary>
    public static Dictionary<int, double> Baseline(IEnumerable<StageFlow> flows) =>
        flows.GroupBy(f => f.FromColumn).ToDictionary(g => g.Key, g => g.Sum(f => f.Before));
}
