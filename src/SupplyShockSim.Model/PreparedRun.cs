using SupplyShockSim.Engine;
using SupplyShockSim.Model.Definitions;
using SupplyShockSim.Model.Network;
using SupplyShockSim.Model.Recording;

namespace SupplyShockSim.Model;

/// <summary>A run that is valid by construction: network built and balanced, shocks resolved to the lanes and sites they act on.</summary>
public sealed class PreparedRun
{
    private PreparedRun(RunSpec spec, SupplyNetwork network) => (Spec, Network) = (spec, network);

    public RunSpec Spec { get; }

    public SupplyNetwork Network { get; }

    /// <summary>Checks everything and builds the run; adds every problem found, and returns null when one of them is an error.</summary>
    public static PreparedRun? Prepare(RunSpec spec, ICollection<Problem> problems)
    {
        _ = spec;
        _ = problems;
        throw new NotSupportedException();
    }

    /// <summary>Runs from start to end.</summary>
    /// <param name="cancellation">Ends the run early with <see cref="OperationCanceledException"/>.</param>
    /// <param name="progress">Told the simulated time now and then; never changes the run.</param>
    public RunRecord Run(CancellationToken cancellation = default, IProgress<SimTime>? progress = null)
    {
        _ = cancellation;
        _ = progress;
        throw new NotSupportedException();
    }
}
