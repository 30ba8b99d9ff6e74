using SupplyShockSim.Engine;
using SupplyShockSim.Network.Quantities;

namespace SupplyShockSim.Policies.Answers;

/// <summary>An amount of goods: a mass, or days of the baseline use of those it is for.</summary>
/// <param name="Mass">The mass; null where it is given in days.</param>
/// <param name="Use">The days of use.</param>
public readonly record struct StockAmount(Tonnes? Mass, SimDuration Use)
{
    /// <summary>In tonnes.</summary>
    /// <param name="usePerDay">The baseline use, t/d.</param>
    public double Tonnes(double usePerDay) => Mass?.Value ?? Use.Days * usePerDay;

    /// <summary>In words.</summary>
    public override string ToString() => Mass is { } mass ? $"{PolicyWords.Number(mass.Value)} t" : $"{PolicyWords.Days(Use.Days)} of use";
}
