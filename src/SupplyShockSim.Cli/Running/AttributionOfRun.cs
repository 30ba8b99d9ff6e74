using SupplyShockSim.Analysis;
using SupplyShockSim.Analysis.Attributions;
using SupplyShockSim.Analysis.Ensembles;
using SupplyShockSim.Policies;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Cli.Running;

/// <summary>What of the shortfall of a run goes back to which of its controls, where it has several and that is soon known.</summary>
internal static class AttributionOfRun
{
    /// <summary>About how long it may take unasked, in seconds of one core; estimated from the run and not from a clock.</summary>
    private const double MostSeconds = 0.5;

    public static Attribution? Of(PreparedRun prepared, RunRecord record, CancellationToken cancellation)
    {
        var controls = prepared.Controls.Count;
        return controls < 2 || controls > Attribution.MostControls || Attribution.RunsFor(controls) * DrawCost.Seconds(record) > MostSeconds
            ? null
            : Attribution.Of(prepared, MeasureCatalog.ShortfallTotal, Environment.ProcessorCount, cancellation);
    }
}
