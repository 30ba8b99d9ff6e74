using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Network.Quantities;
using SupplyShockSim.Policies.Selecting;
using SupplyShockSim.Simulation.Levers;

namespace SupplyShockSim.Policies.Answers.Projects;

/// <summary>What a supplier takes over of the contracts of others.</summary>
[Since("0.2")]
public sealed record ContractTerms
{
    [Field("share", "how much goes under contract: of a project's capacity, or of what members buy from those named", Required = true, Example = "80 %")]
    public Share Share { get; init; }

    [Field("insteadOf", "countries, blocs or sites whose contracts are taken over; default: those of all suppliers", Example = "China")]
    public IReadOnlyList<string> InsteadOf { get; init; } = [];
}

/// <summary>Moves contracts from one supplier to another.</summary>
internal static class ContractShift
{
    /// <summary>
    /// Moves contracts over the lanes of a new supplier, in proportion to the flows that its buyers have under contract with those it replaces.
    /// </summary>
    /// <param name="bench">The run.</param>
    /// <param name="newLanes">The lanes of the new supplier.</param>
    /// <param name="isReplaced">Whether contracts with a site are taken over.</param>
    /// <param name="perDay">How much is moved at most, t/d.</param>
    /// <param name="now">The second of the run.</param>
    /// <param name="cause">The log entry that is the reason.</param>
    public static void Move(PolicyBench bench, ReadOnlySpan<int> newLanes, Predicate<int> isReplaced, double perDay, long now, int cause)
    {
        var moves = new List<(int From, int To, double Flow)>();
        var lanes = bench.Network.Lanes;
        foreach (var to in newLanes)
        {
            foreach (var from in bench.Network.Stocks.Lanes(lanes.ToStock[to]))
            {
                var flow = bench.ContractFlow(from);
                if (flow > 0 && lanes.From[from] != lanes.From[to] && isReplaced(lanes.From[from]))
                {
                    moves.Add((from, to, flow));
                }
            }
        }

        var share = Math.Min(1, perDay / Math.Max(double.Epsilon, moves.Sum(m => m.Flow)));
        foreach (var (from, to, flow) in moves)
        {
            bench.MoveContract(from, to, flow * share, now, cause);
        }
    }

    /// <summary>Whether a site lies in one of some places; anywhere where none is named.</summary>
    public static bool IsIn(IReadOnlyList<string> names, IReadOnlyDictionary<string, Place> places, int site)
    {
        if (names.Count == 0)
        {
            return true;
        }

        foreach (var name in names)
        {
            if (places.TryGetValue(name, out var place) && place.Has(site))
            {
                return true;
            }
        }

        return false;
    }
}
