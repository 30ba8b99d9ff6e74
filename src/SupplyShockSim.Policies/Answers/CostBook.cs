using SupplyShockSim.Engine;

namespace SupplyShockSim.Policies.Answers;

/// <summary>
/// What an answer has cost the public and moved so far: payments at once, and flows of money and goods that stand until the next change. It is a value:
/// a copy goes its own way.
/// </summary>
/// <param name="discountPerYear">
/// d: what is paid t years (of 365 days) after the start counts (1 + d)^-t in the discounted cost; a flow counts as its integral.
/// </param>
public struct CostBook(double discountPerYear)
{
    private const double DaysPerYear = 365;

    private double _usdPerDay;
    private double _tonnesPerDay;
    private long _since;

    /// <summary>USD paid, less what was earned.</summary>
    public double PublicCostUsd { get; private set; }

    /// <summary>The same, discounted to the start of the run.</summary>
    public double DiscountedCostUsd { get; private set; }

    /// <summary>Tonnes under the answer.</summary>
    public double Tonnes { get; private set; }

    /// <summary>Second at which goods first moved under the answer; null for never.</summary>
    public long? FirstUsed { get; private set; }

    /// <summary>Second at which what it builds opened; null for never.</summary>
    public long? Opened { get; private set; }

    /// <summary>Pays an amount now; below zero it is earned.</summary>
    public void Pay(double usd, long now)
    {
        PublicCostUsd += usd;
        DiscountedCostUsd += usd * Factor(now);
    }

    /// <summary>Moves an amount now.</summary>
    public void Move(double tonnes, long now)
    {
        Tonnes += tonnes;
        FirstUsed ??= tonnes > 0 ? now : null;
    }

    /// <summary>From now on, until the next call, money (USD/d, below zero it is earned) and goods (t/d) flow at these rates.</summary>
    public void Flow(double usdPerDay, double tonnesPerDay, long now)
    {
        Advance(now);
        (_usdPerDay, _tonnesPerDay) = (usdPerDay, tonnesPerDay);
        FirstUsed ??= tonnesPerDay > 0 ? now : null;
    }

    /// <summary>What the answer builds opens now.</summary>
    public void Open(long now) => Opened ??= now;

    /// <summary>Brings cost and tonnes forward to a second.</summary>
    public void Advance(long now)
    {
        var days = (now - _since) / (double)SimDuration.SecondsPerDay;
        PublicCostUsd += _usdPerDay * days;
        Tonnes += _tonnesPerDay * days;
        DiscountedCostUsd += _usdPerDay * DiscountedDays(_since, now);
        _since = now;
    }

    /// <summary>The integral of the factor between two seconds, d.</summary>
    private readonly double DiscountedDays(long from, long to) => discountPerYear == 0
        ? (to - from) / (double)SimDuration.SecondsPerDay
        : (Factor(from) - Factor(to)) * DaysPerYear / Math.Log(1 + discountPerYear);

    private readonly double Factor(long second) =>
        discountPerYear == 0 ? 1 : Math.Pow(1 + discountPerYear, -second / (SimDuration.SecondsPerDay * DaysPerYear));
}
