using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Analysis.Selections;

/// <summary>Needs put together.</summary>
/// <param name="Group">What they are called.</param>
/// <param name="Need">Demand and shortfall over time; tonnes of different commodities are added up.</param>
/// <param name="Service">How well that need was met.</param>
public sealed record NeedGroup(GroupName Group, NeedSeries Need, ServiceMeasures Service)
{
    /// <summary>
    /// The wanted needs of a run by a grouping, the largest shortfall first, among equals the largest demand (of consumers the first of the files); none
    /// where the run does not tell them apart.
    /// </summary>
    public static IReadOnlyList<NeedGroup> Of(RunRecord record, RunMeasures measures, Grouping by, IReadOnlyList<Condition> where)
    {
        var groups = NeedPart.Of(record, measures)
            .Where(part => where.Allow(record.Network, part.Key))
            .Select(part => (Group: by.Of(record.Network, part.Key), Part: part))
            .Where(p => p.Group is not null)
            .GroupBy(p => p.Group!.Value, p => p.Part)
            .Select(g => Together(g.Key, [.. g], record, measures));
        return [.. groups.OrderByDescending(g => g.Service.ShortfallTotal).ThenByDescending(g => by == Grouping.Consumer ? 0 : g.Service.DemandTotal)];
    }

    /// <summary>The wanted needs of a run, all together; null where there are none.</summary>
    public static NeedGroup? All(RunRecord record, RunMeasures measures, IReadOnlyList<Condition> where)
    {
        if (where.Count == 0)
        {
            return new NeedGroup(Everything, measures.Totals.Need, measures.Totals.Service);
        }

        var parts = NeedPart.Of(record, measures).Where(part => where.Allow(record.Network, part.Key)).ToArray();
        return parts.Length == 0 ? null : Together(Everything, parts, record, measures);
    }

    private static GroupName Everything { get; } = new("", "all");

    /// <summary>Some needs as one.</summary>
    public static NeedGroup Together(GroupName name, IReadOnlyList<NeedSeries> needs, RunRecord record, RunMeasures measures)
    {
        var whole = NeedSeries.Sum(needs);
        return new NeedGroup(name, whole, ServiceMeasures.Of(whole, measures.FirstControl, record.End, measures.List));
    }

    private static NeedGroup Together(GroupName name, IReadOnlyList<NeedPart> parts, RunRecord record, RunMeasures measures) => parts is [var only]
        ? new NeedGroup(name, only.Need, only.Service)
        : Together(name, [.. parts.Select(p => p.Need)], record, measures);
}
