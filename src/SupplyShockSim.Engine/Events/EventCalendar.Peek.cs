using System.Numerics;

namespace SupplyShockSim.Engine;

/// <summary>A look at what comes next, which moves nothing.</summary>
public sealed partial class EventCalendar<TEvent>
{
    /// <summary>The time and phase of the next event, which stays in the calendar.</summary>
    /// <returns>False if there is none.</returns>
    public bool TryPeek(out SimTime time, out Phase phase)
    {
        var found = TryFindLowest(out var seconds, out var p);
        time = new SimTime(seconds);
        phase = Phase.Unchecked(p);
        return found;
    }

    private bool TryFindLowest(out long seconds, out uint phase)
    {
        (seconds, phase) = (_present, (uint)BitOperations.TrailingZeroCount(_presentPhases));
        if (HasPresent)
        {
            return true;
        }

        (seconds, phase) = (0, 0);
        if (_markedWords == 0)
        {
            return false;
        }

        // The events may not be spread: the clock does not move, and something earlier may still be scheduled.
        ref var arena = ref Arena;
        var b = LowestBucket(ref arena);
        seconds = long.MaxValue;
        for (var phases = BucketAt(ref arena, b).Phases; phases != 0; phases &= phases - 1)
        {
            var p = (uint)BitOperations.TrailingZeroCount(phases);
            for (nuint place = LinkAt(ref arena, AnchorOf(b, p)).Next; place != AnchorOf(b, p); place = LinkAt(ref arena, place).Next)
            {
                if (NodeAt(ref arena, place).Seconds < seconds)
                {
                    (seconds, phase) = (NodeAt(ref arena, place).Seconds, p);
                }
            }
        }

        return true;
    }
}
