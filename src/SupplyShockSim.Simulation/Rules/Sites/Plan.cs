using SupplyShockSim.Simulation.State;

namespace SupplyShockSim.Simulation.Rules.Sites;

/// <summary>
/// How a plan (a wanted output, or a need) follows from a base flow and the gap of a stock: base + gap / T, where a correction within the
/// deadband is none, and a plan that is off by no more than the tolerance stands. A stock with a constant net rate then
/// makes a known number of days until the plan changes, as in a quantized state system (E. Kofman and S. Junco,
/// "Quantized-state systems", Trans. SCS 18, 2001): a disturbance costs as many decisions as it has tolerances, not days.
/// </summary>
/// <param name="adjustmentDays">T, d.</param>
/// <param name="deadband">Correction, as a share of normal flow, that is not worth an order.</param>
/// <param name="tolerance">Difference of a plan from what it should be, as a share of normal flow, that is not worth a new plan; at most the deadband.</param>
internal readonly struct Plan(double adjustmentDays, double deadband, double tolerance)
{
    /// <summary>The plan now, t/d.</summary>
    /// <param name="plan">The plan so far, t/d.</param>
    /// <param name="flow">The base: use, or orders held; t/d.</param>
    /// <param name="gapTonnes">What the stock lacks; below zero when there is too much.</param>
    /// <param name="normal">Normal flow, t/d.</param>
    /// <param name="most">Most that can be planned, t/d.</param>
    /// <param name="least">Least that is planned, t/d, at most <paramref name="most"/>.</param>
    public double Decide(double plan, double flow, double gapTonnes, double normal, double most = double.PositiveInfinity, double least = 0)
    {
        var correction = gapTonnes / adjustmentDays;
        if (Math.Abs(correction) <= deadband * normal)
        {
            return Math.Clamp(flow, least, most);
        }

        var wanted = Math.Clamp(flow + correction, least, most);
        return Math.Abs(wanted - plan) <= tolerance * normal ? Math.Clamp(plan, least, most) : wanted;
    }

    /// <summary>Days until the plan should change while the gap grows by <paramref name="gapPerDay"/> t/d; 0 when it should have changed already.</summary>
    public double DaysToChange(
        double plan, double flow, double gapTonnes, double gapPerDay, double normal, double most = double.PositiveInfinity, double least = 0)
    {
        var (dead, slack) = (deadband * normal, Math.Max(tolerance * normal, Rounding.OrderChange * plan));
        var correction = gapTonnes / adjustmentDays;
        var wanted = Math.Clamp(Math.Abs(correction) <= dead ? flow : flow + correction, least, most);
        if (Math.Abs(wanted - plan) > slack)
        {
            return 0;
        }

        if (gapPerDay == 0)
        {
            return double.PositiveInfinity;
        }

        // Up and down are mirror images: the correction at which the plan changes, in the direction in which it goes.
        var sign = Math.Sign(gapPerDay);
        correction *= sign;
        var outOfTolerance = IsAtBound(plan, sign, least, most) ? double.PositiveInfinity : (sign * (plan - flow)) + slack;
        var at = correction < -dead ? Math.Min(-dead, outOfTolerance) : Math.Max(dead, outOfTolerance);
        return Math.Max(0, (at - correction) * adjustmentDays / Math.Abs(gapPerDay));
    }

    /// <summary>The plan can go no further in that direction.</summary>
    private static bool IsAtBound(double plan, int sign, double least, double most) => sign > 0 ? plan >= most : plan <= least;
}
