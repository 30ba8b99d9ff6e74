using SupplyShockSim.Network.Quantities;

namespace SupplyShockSim.Policies.Controls;

/// <summary>How much a quota lets leave in a period: so many tonnes, or a share of what the selected lanes carry in as long a time in the baseline.</summary>
public readonly record struct QuotaAmount
{
    private QuotaAmount(Ratio? ofBaseline, Tonnes mass) => (OfBaseline, Mass) = (ofBaseline, mass);

    /// <summary>The share of the baseline; null where tonnes are given.</summary>
    public Ratio? OfBaseline { get; }

    /// <summary>The tonnes; zero where a share is given.</summary>
    public Tonnes Mass { get; }

    public static QuotaAmount Of(Ratio baseline) => new(baseline, default);

    public static implicit operator QuotaAmount(Tonnes mass) => new(null, mass);

    /// <summary>The tonnes of a period of so many days over lanes that carry so much in the baseline.</summary>
    /// <remarks>A billionth more than the share, so that rounding does not close for a second what would just have been enough.</remarks>
    public double TonnesIn(double days, double flowTonnesPerDay) => OfBaseline is { } share ? share.Value * flowTonnesPerDay * days * (1 + 1e-9) : Mass.Value;
}
