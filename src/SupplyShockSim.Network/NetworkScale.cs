using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Network.Quantities;

namespace SupplyShockSim.Network;

/// <summary>What all rows of a network are multiplied by: for what is assumed alike throughout, and so may be wrong alike throughout.</summary>
public sealed record NetworkScale
{
    [Field("cover", "multiplies the stock targets of all sites and cohorts", Default = "100 %", Example = "x2", Since = "0.2")]
    public Ratio Cover { get; init; } = Ratio.One;

    [Field("qualification", "multiplies the time to accept a supplier, of all cohorts and lanes", Default = "100 %", Example = "x0.5", Since = "0.2")]
    public Ratio Qualification { get; init; } = Ratio.One;

    [Field("headroom", "multiplies what the capacity of all sites and lanes has above their baseline", Default = "100 %", Example = "150 %", Since = "0.2")]
    public Ratio Headroom { get; init; } = Ratio.One;

    /// <summary>The most of a site, t/d: what is written, or the baseline where that is more, with its part above the baseline multiplied.</summary>
    /// <remarks>At 100 % it is the capacity itself, to the last bit.</remarks>
    internal double Capacity(double baseline, TonnesPerDay? written)
    {
        var capacity = Math.Max(baseline, written?.Value ?? 0);
        return Headroom == Ratio.One ? capacity : baseline + Above(capacity - baseline);
    }

    /// <summary>The headroom, multiplied; without limit it stays so.</summary>
    internal double Above(double headroom) => double.IsInfinity(headroom) ? headroom : headroom * Headroom.Value;

    /// <summary>A time to accept a supplier in seconds, multiplied.</summary>
    internal long QualificationSeconds(long seconds) => Qualification == Ratio.One ? seconds : (long)Math.Round(seconds * Qualification.Value);
}
