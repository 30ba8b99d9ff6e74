using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Analysis.Selections;

/// <summary>The smallest need that a run tells apart: of a consumer for a commodity, or of a country for one where it recorded totals only.</summary>
/// <param name="Key">Whose, of what.</param>
/// <param name="Need">Demand and shortfall over time, in t/d of the commodity.</param>
/// <param name="Service">The measures of that need.</param>
public sealed record NeedPart(NeedKey Key, NeedSeries Need, ServiceMeasures Service)
{
    /// <summary>That of a consumer.</summary>
    public static NeedPart Of(ConsumerMeasures c) => new(new NeedKey(c.Row, c.Commodity, c.Country), c.Need, c.Service);

    /// <summary>All needs of a run, each once, in the order of its measures.</summary>
    public static IReadOnlyList<NeedPart> Of(RunRecord record, RunMeasures measures) => record.Recorded == RecordScope.Totals
        ? [.. measures.Countries.Select(c => new NeedPart(new NeedKey(-1, c.Commodity, c.Group), c.Need, c.Service))]
        : [.. measures.Consumers.Select(Of)];
}
