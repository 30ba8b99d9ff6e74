using SupplyShockSim.Network.Quantities;

namespace SupplyShockSim.Policies.Answers.Money;

/// <summary>Words that the sentences of answers share.</summary>
internal static class MoneyWords
{
    /// <summary>A price per kilogram.</summary>
    public static string PerKg(UsdPerTonne price) => PolicyWords.Number(price.Value / 1000) + " USD/kg";
}
