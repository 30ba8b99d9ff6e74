using SupplyShockSim.Engine;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Analysis;

/// <summary>When the first control of a run comes into force: the moment from which survival and recovery are counted.</summary>
public static class FirstControl
{
    /// <summary>The earliest start of a window in force; null when no control was ever in force.</summary>
    public static SimTime? Of(RunRecord record)
    {
        SimTime? first = null;
        foreach (var control in record.Controls.Where(c => !c.IsAnswer))
        {
            foreach (var (from, _) in control.InForce)
            {
                if (first is null || from < first)
                {
                    first = from;
                }
            }
        }

        return first;
    }
}
