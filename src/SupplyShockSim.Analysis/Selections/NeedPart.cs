using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Analysis.Selections;

/// <summary>The smallest need that a run tells apart: of a consumer for a commodity, or of a country for one where it recorded totals only.</summary>
/// <param name="Row">Index into the network's rows; -1 for a country.</param>
/// <param name="Commodity">Index into its commodities.</param>
/// <param name="Country">Index into its countries.</param>
/// <param name="EndUse">What the consumer makes, or null.</param>
/// <param name="Need">Demand and shortfall over time, in t/d of the commodity.</param>
/// <param name="Service">The measures of that need.</param>
public sealed record NeedPart(int Row, int Commodity, int Country, string? EndUse, NeedSeries Need, ServiceMeasures Service)
{
    /// <summary>That of a consumer.</summary>
    public static NeedPart Of(ConsumerMeasures c) => new(c.Row, c.Commodity, c.Country, c.EndUse, c.Need, c.Service);

    /// <summary>All needs of a run, each once, in the order of its measures.</summary>
    public static IReadOnlyList<NeedPart> Of(RunRecord record, RunMeasures measures) => record.Recorded == RecordScope.Totals
        ? [.. measures.Countries.Select(c => new NeedPart(-1, c.Commodity, c.Group, null, c.Need, c.Service))]
        : [.. measures.Consumers.Select(Of)];
}
