using SupplyShockSim.Engine;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Analysis;

/// <summary>The time from when the first control of a run came into force to when the last went out of it.</summary>
/// <param name="From">Its beginning.</param>
/// <param name="Until">Its end, at the latest that of the run.</param>
public readonly record struct ControlWindow(SimTime From, SimTime Until)
{
    /// <summary>The window of a run; null where no control was in force in it.</summary>
    public static ControlWindow? Of(RunRecord record)
    {
        ControlWindow? all = null;
        foreach (var (from, until) in record.Controls.Where(c => !c.IsAnswer).SelectMany(c => c.InForce))
        {
            var (begins, ends) = (from, SimTime.FromSeconds(Math.Min(until.Seconds, record.End.Seconds)));
            if (ends > begins)
            {
                all = all is { } w
                    ? new ControlWindow(SimTime.FromSeconds(Math.Min(w.From.Seconds, begins.Seconds)),
                        SimTime.FromSeconds(Math.Max(w.Until.Seconds, ends.Seconds)))
                    : new ControlWindow(begins, ends);
            }
        }

        return all;
    }
}
