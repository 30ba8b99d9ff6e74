using SupplyShockSim.Engine;

namespace SupplyShockSim.Simulation.Tests.Reference;

/// <summary>Goods that left one after another at one rate, and arrive as they left, or all at once behind older ones.</summary>
internal sealed class Parcel
{
    public required double Rate { get; init; }

    public required long LeftFrom { get; init; }

    public long LeftUntil { get; set; } = long.MaxValue;

    public required long ArrivesFrom { get; init; }

    public required bool AtOnce { get; init; }

    public bool HasLanded { get; set; }

    public long ArrivesUntil => AtOnce ? ArrivesFrom : LeftUntil == long.MaxValue ? long.MaxValue : ArrivesFrom + LeftUntil - LeftFrom;

    public double Left(long now) => Rate * (Math.Min(now, LeftUntil) - LeftFrom) / SimDuration.SecondsPerDay;

    public double Arrived(long now) => AtOnce
        ? HasLanded ? Left(now) : 0
        : Rate * Math.Max(0, Math.Min(now, ArrivesUntil) - ArrivesFrom) / SimDuration.SecondsPerDay;
}

/// <summary>A lane: what it may carry, what the market gives it, and the goods under way.</summary>
internal sealed class Lane
{
    public required int Index { get; init; }

    public required Stock From { get; init; }

    public required Stock To { get; init; }

    /// <summary>Contract flow, t/d; it changes only where contracts are renewed.</summary>
    public double Flow { get; set; }

    /// <summary>The parts of the contract, by the month of the term in which each ends.</summary>
    public double[] Parts { get; set; } = [];

    public double Limit { get; set; }

    public double Cost { get; set; }

    public long Transit { get; set; }

    public bool Qualified { get; set; }

    public long QualifiedAt { get; set; } = -1;

    public double Order { get; set; }

    /// <summary>The order when its seller last divided what it has.</summary>
    public double DividedOrder { get; set; }

    public double Contract { get; set; }

    public double Spot { get; set; }

    public double Ask { get; set; }

    public double Dispatch { get; set; }

    public double SpotDispatch { get; set; }

    public double Arriving { get; set; }

    /// <summary>What left so far, at the end of each instant at which the rate changed: for what was bought over a term.</summary>
    public List<(long Second, double Rate)> Dispatches { get; } = [];

    public List<Parcel> Parcels { get; } = [];

    /// <summary>What it can carry beyond what it was given.</summary>
    public double Room()
    {
        var room = Limit - Contract - Spot;
        return Qualified && (double.IsPositiveInfinity(Limit) || room > Small.Order * Limit) ? room : 0;
    }

    /// <summary>Fills the lane as it is at the start.</summary>
    public void Fill()
    {
        Parcels.Add(new Parcel { Rate = Flow, LeftFrom = -Transit, ArrivesFrom = 0, AtOnce = false });
        Dispatches.Add((0, Flow));
        (Dispatch, Arriving, Contract, Order, DividedOrder) = (Flow, Flow, Flow, Flow, Flow);
    }

    /// <summary>From now on the goods leave at another rate or need another time. They never overtake older ones: they land with the last of them.</summary>
    public void Leave(double rate, long now)
    {
        var open = Parcels[^1];
        open.LeftUntil = now;
        if (open.LeftFrom == now)
        {
            Parcels.RemoveAt(Parcels.Count - 1);
        }

        var last = Parcels.Where(p => p.Rate > 0).Select(p => p.ArrivesUntil).DefaultIfEmpty(0).Max();
        var waits = now + Transit < last;
        Parcels.Add(new Parcel { Rate = rate, LeftFrom = now, ArrivesFrom = waits ? last : now + Transit, AtOnce = waits });
        Dispatch = rate;
    }

    /// <summary>Goods that wait behind older ones no longer have to.</summary>
    public bool CatchesUp(long now) => Parcels[^1] is { AtOnce: true } open && open.ArrivesFrom - Transit == now;

    /// <summary>Seconds after now at which what arrives changes.</summary>
    public IEnumerable<long> Changes(long now)
    {
        foreach (var parcel in Parcels)
        {
            yield return parcel.ArrivesFrom;
            yield return parcel.ArrivesUntil;
        }

        if (Parcels[^1] is { AtOnce: true } open)
        {
            yield return Math.Max(now, open.ArrivesFrom - Transit);
        }
    }

    public double ArrivingAt(long now) => Parcels.Where(p => !p.AtOnce && p.ArrivesFrom <= now && now < p.ArrivesUntil).Sum(p => p.Rate);

    /// <summary>Takes out what lands at once now.</summary>
    public double Land(long now)
    {
        var tonnes = 0.0;
        foreach (var parcel in Parcels.Where(p => p.AtOnce && !p.HasLanded && p.ArrivesFrom <= now))
        {
            tonnes += parcel.Left(now);
            parcel.HasLanded = true;
        }

        Parcels.RemoveAll(p => p.LeftUntil <= now && p.ArrivesUntil <= now);
        return tonnes;
    }

    public double UnderWay(long now) => Parcels.Sum(p => p.Left(now) - p.Arrived(now));

    /// <summary>Mean of what left over the days before now, t/d.</summary>
    public double MeanDispatch(long now, double days)
    {
        var from = now - (days * SimDuration.SecondsPerDay);
        var tonnes = 0.0;
        for (var i = 0; i < Dispatches.Count; i++)
        {
            var until = i + 1 < Dispatches.Count ? Dispatches[i + 1].Second : now;
            var since = i == 0 ? double.NegativeInfinity : Dispatches[i].Second;
            tonnes += Dispatches[i].Rate * Math.Max(0, until - Math.Max(from, since));
        }

        return tonnes / (now - from);
    }
}
