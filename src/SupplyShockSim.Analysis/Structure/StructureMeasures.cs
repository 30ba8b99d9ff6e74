using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Analysis;

/// <summary>Import reliance of one country for one commodity, from 0 to 1; see <see cref="ImportReliance"/>.</summary>
/// <param name="Country">Index into the network's countries.</param>
/// <param name="Commodity">Index into the network's commodities.</param>
/// <param name="Baseline">With the network's baseline flows.</param>
/// <param name="Worst">At the worst moment of the run; null without one, or where nothing is used then.</param>
public sealed record RelianceMeasure(int Country, int Commodity, double Baseline, double? Worst);

/// <summary>Concentration of the making of one commodity.</summary>
/// <param name="Commodity">Index into the network's commodities.</param>
/// <param name="Baseline">With the network's baseline activity.</param>
/// <param name="Worst">At the worst moment of the run; null without one, or where nothing is made then.</param>
public sealed record ConcentrationMeasure(int Commodity, Concentration Baseline, Concentration? Worst);

/// <summary>Who depends on whom, in the baseline and at the <see cref="WorstMoment"/>.</summary>
internal static class StructureMeasures
{
    /// <summary>One entry per country and commodity that has an apparent consumption in the baseline.</summary>
    public static IReadOnlyList<RelianceMeasure> Reliance(RunRecord record, Stage baseline, Stage? worst)
    {
        var found = new List<RelianceMeasure>();
        for (var country = 0; country < record.Network.Countries.Count; country++)
        {
            for (var commodity = 0; commodity < record.Network.Commodities.Count; commodity++)
            {
                if (At(baseline, country, commodity) is { } reliance)
                {
                    found.Add(new RelianceMeasure(country, commodity, reliance, worst is null ? null : At(worst, country, commodity)));
                }
            }
        }

        return found;
    }

    /// <summary>One entry per commodity that is made in the baseline.</summary>
    public static IReadOnlyList<ConcentrationMeasure> Concentration(RunRecord record, Stage baseline, Stage? worst)
    {
        var found = new List<ConcentrationMeasure>();
        for (var commodity = 0; commodity < record.Network.Commodities.Count; commodity++)
        {
            if (At(record, baseline, commodity) is { } concentration)
            {
                found.Add(new ConcentrationMeasure(commodity, concentration, worst is null ? null : At(record, worst, commodity)));
            }
        }

        return found;
    }

    private static double? At(Stage stage, int country, int commodity) =>
        ImportReliance.Of(stage.Made(country, commodity), stage.Imported(country, commodity), stage.Exported(country, commodity));

    private static Concentration? At(RunRecord record, Stage stage, int commodity) =>
        Analysis.Concentration.Of([.. Enumerable.Range(0, record.Network.Countries.Count).Select(country => stage.Made(country, commodity))]);
}
