using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;
using SupplyShockSim.Engine;

namespace SupplyShockSim.Simulation.State;

/// <summary>A change of a lane's dispatch on its way to the far end.</summary>
internal struct Front
{
    /// <summary>Second at which it arrives.</summary>
    public long Time;

    /// <summary>Arrival rate from then on, t/d.</summary>
    public double Rate;

    /// <summary>Tonnes that arrive at once with it.</summary>
    public double Lump;

    /// <summary>The log entry behind the change.</summary>
    public int Cause;

    /// <summary>Next front of the lane, or -1.</summary>
    public int Next;
}

/// <summary>The fronts of all lanes: one first-in-first-out list per lane, in one array that is reused; the ends of each list are in the lane's row.</summary>
internal sealed class FrontPool : IForkable
{
    private Front[] _fronts = new Front[256];
    private int _used;

    /// <summary>Slots that were given back; the last is given out first.</summary>
    private int[] _free = new int[256];
    private int _freeCount;

    /// <summary>A hint that a front is going to be read.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public unsafe void Fetch(int front)
    {
        if (Sse.IsSupported)
        {
            // The address is only a hint: it does not matter when the collector moves the array in between.
            Sse.Prefetch0(Unsafe.AsPointer(ref _fronts[front]));
        }
    }

    /// <summary>The front that arrives last; the lane must have one.</summary>
    public ref Front Last(in LaneNow lane) => ref _fronts[lane.LastFront];

    public void Append(ref LaneNow lane, in Front front)
    {
        var slot = TakeSlot();
        _fronts[slot] = front;
        _fronts[slot].Next = -1;
        if (lane.LastFront >= 0)
        {
            _fronts[lane.LastFront].Next = slot;
        }
        else
        {
            lane.FirstFront = slot;
        }

        lane.LastFront = slot;
    }

    public Front RemoveFirst(ref LaneNow lane)
    {
        var slot = lane.FirstFront;
        var front = _fronts[slot];
        lane.FirstFront = front.Next;
        if (front.Next < 0)
        {
            lane.LastFront = -1;
        }

        if (_freeCount == _free.Length)
        {
            Array.Resize(ref _free, 2 * _freeCount);
        }

        _free[_freeCount++] = slot;
        return front;
    }

    /// <summary>
    /// Tonnes that will have arrived by <paramref name="end"/>, from <paramref name="now"/>, while the lane lands at its present rate until its first
    /// front.
    /// </summary>
    public double Content(in LaneNow lane, long now, long end)
    {
        var tonnes = 0.0;
        var rate = lane.Arriving;
        var since = now;
        for (var slot = lane.FirstFront; slot >= 0; slot = _fronts[slot].Next)
        {
            ref readonly var front = ref _fronts[slot];
            tonnes += (rate * (front.Time - since) / SimDuration.SecondsPerDay) + front.Lump;
            (rate, since) = (front.Rate, front.Time);
        }

        return tonnes + (rate * (end - since) / SimDuration.SecondsPerDay);
    }

    public IForkable Fork()
    {
        var copy = (FrontPool)MemberwiseClone();
        copy._fronts = [.. _fronts];
        copy._free = [.. _free];
        return copy;
    }

    private int TakeSlot()
    {
        const int Ahead = 4;
        if (_freeCount > 0)
        {
            if (_freeCount > Ahead)
            {
                Fetch(_free[_freeCount - 1 - Ahead]);
            }

            return _free[--_freeCount];
        }

        if (_used == _fronts.Length)
        {
            Array.Resize(ref _fronts, 2 * _used);
        }

        return _used++;
    }
}
