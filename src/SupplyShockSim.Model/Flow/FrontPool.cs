namespace SupplyShockSim.Model.Flow;

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

/// <summary>The fronts of all lanes: one first-in-first-out list per lane, in one array that is reused.</summary>
internal sealed class FrontPool
{
    private Front[] _fronts = new Front[256];
    private int _used;
    private int _free = -1;
    private int[] _head;
    private int[] _tail;

    public FrontPool(int lanes)
    {
        _head = new int[lanes];
        _tail = new int[lanes];
        _head.AsSpan().Fill(-1);
        _tail.AsSpan().Fill(-1);
    }

    public bool HasAny(int lane) => _head[lane] >= 0;

    /// <summary>The front that arrives first; the lane must have one.</summary>
    public ref Front First(int lane) => ref _fronts[_head[lane]];

    /// <summary>The front that arrives last; the lane must have one.</summary>
    public ref Front Last(int lane) => ref _fronts[_tail[lane]];

    public void Append(int lane, in Front front)
    {
        var slot = _free;
        if (slot >= 0)
        {
            _free = _fronts[slot].Next;
        }
        else
        {
            slot = _used++;
            if (slot == _fronts.Length)
            {
                Array.Resize(ref _fronts, 2 * slot);
            }
        }

        _fronts[slot] = front;
        _fronts[slot].Next = -1;
        if (_tail[lane] >= 0)
        {
            _fronts[_tail[lane]].Next = slot;
        }
        else
        {
            _head[lane] = slot;
        }

        _tail[lane] = slot;
    }

    public Front RemoveFirst(int lane)
    {
        var slot = _head[lane];
        var front = _fronts[slot];
        _head[lane] = front.Next;
        if (front.Next < 0)
        {
            _tail[lane] = -1;
        }

        _fronts[slot].Next = _free;
        _free = slot;
        return front;
    }

    /// <summary>Tonnes that will have arrived by <paramref name="end"/>, from <paramref name="now"/>, while the lane lands <paramref name="arriving"/> t/d until its first front.</summary>
    public double Content(int lane, double arriving, long now, long end)
    {
        var tonnes = 0.0;
        var rate = arriving;
        var since = now;
        for (var slot = _head[lane]; slot >= 0; slot = _fronts[slot].Next)
        {
            ref readonly var front = ref _fronts[slot];
            tonnes += (rate * (front.Time - since) / Engine.SimDuration.SecondsPerDay) + front.Lump;
            (rate, since) = (front.Rate, front.Time);
        }

        return tonnes + (rate * (end - since) / Engine.SimDuration.SecondsPerDay);
    }

    public FrontPool Clone()
    {
        var copy = (FrontPool)MemberwiseClone();
        copy._fronts = [.. _fronts];
        copy._head = [.. _head];
        copy._tail = [.. _tail];
        return copy;
    }
}
