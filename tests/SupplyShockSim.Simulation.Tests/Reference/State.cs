using SupplyShockSim.Engine;

namespace SupplyShockSim.Simulation.Tests.Reference;

/// <summary>A commodity on one side of a site. Rates in t/d, levels in t.</summary>
internal sealed class Stock
{
    public required int Index { get; init; }

    public required Site Site { get; init; }

    public required int Commodity { get; init; }

    public required bool IsInput { get; init; }

    public required double Coefficient { get; init; }

    public required double CoverDays { get; init; }

    public bool IsByProduct { get; set; }

    public List<Lane> Lanes { get; } = [];

    public double Normal { get; set; }

    public double Level { get; set; }

    public double Target { get; set; }

    public double Inflow { get; set; }

    public double Outflow { get; set; }

    public double Rate { get; set; }

    public bool Dry { get; set; }

    /// <summary>Second at which it runs dry or is full, or never.</summary>
    public long LimitAt { get; set; } = long.MaxValue;

    /// <summary>Input side: what is needed of the market. Output side: the orders that the site holds.</summary>
    public double Demand { get; set; }

    /// <summary>Input side: what it looked for on the spot and what of that it has not found.</summary>
    public double Unmet { get; set; }

    public double Left { get; set; }

    /// <summary>Input side: need that contracts do not carry, and what is kept of spot purchases.</summary>
    public double Open { get; set; }

    public double Kept { get; set; }

    public long KeptAt { get; set; } = -1;

    /// <summary>Output side: contract orders, what of them is granted, what is sold or asked for beyond, and the sum that the site was last told.</summary>
    public double Orders { get; set; }

    public double Granted { get; set; }

    public double Beyond { get; set; }

    public double Told { get; set; }

    public double Offer { get; set; }

    public bool Rations { get; set; }

    /// <summary>Output side: what is made, or whether there is any, has changed in this instant.</summary>
    public bool HasChanged { get; set; }

    /// <summary>Takes over changed flows: a stock that gains is not dry; one that is dry does not fall; a by-product that is full is thrown away.</summary>
    public void Refresh()
    {
        var net = Small.Net(Inflow, Outflow);
        if (IsByProduct && net > 0 && Level >= Target)
        {
            Rate = 0;
            return;
        }

        if (net > 0)
        {
            Dry = false;
        }

        Rate = net < 0 && Dry ? 0 : net;
    }

    /// <summary>
    /// When it runs dry: in the second before it does, but not before a full second that it misses by rounding. Or, of a by-product, when it is
    /// full: in the second after.
    /// </summary>
    public void Predict(long now)
    {
        const double OnTheDotSeconds = 1e-5;
        const double Far = 1e12;
        var fills = Rate > 0 && IsByProduct;
        var days = Rate < 0 ? Level / -Rate : fills ? Math.Max(0, (Target - Level) / Rate) : double.PositiveInfinity;
        var seconds = Math.Floor((days * SimDuration.SecondsPerDay) + OnTheDotSeconds) + (fills ? 1 : 0);
        LimitAt = seconds < Far ? now + (long)seconds : long.MaxValue;
    }

    /// <summary>Mean transit time of the lanes that were last used, d.</summary>
    public double LastTransitDays { get; set; }

    /// <summary>Less than one second's use is nothing.</summary>
    public bool IsEmpty(double usePerDay) => Dry || Level * SimDuration.SecondsPerDay < usePerDay;
}

/// <summary>A plant or a consumer. Activity in t/d.</summary>
internal sealed class Site
{
    public required int Index { get; init; }

    public required string Row { get; init; }

    public required bool IsConsumer { get; init; }

    public required double RampPerDay { get; init; }

    /// <summary>Without outages.</summary>
    public required double NominalCapacity { get; init; }

    public required double Baseline { get; init; }

    public required Speeds Speeds { get; init; }

    public List<Stock> Inputs { get; } = [];

    public List<Stock> Outputs { get; } = [];

    public double Activity { get; set; }

    public double Wanted { get; set; }

    public double Capacity { get; set; }

    /// <summary>Most activity until the next decision, by restart and ramp and by throttle.</summary>
    public double Reachable { get; set; } = double.PositiveInfinity;

    public double Throttled { get; set; } = double.PositiveInfinity;

    /// <summary>Where this instant's decision started from.</summary>
    public double WantedFrom { get; set; }

    public double ActivityFrom { get; set; }

    public double DaysSinceDecision { get; set; }

    public long DecidedAt { get; set; }

    public bool IsAwake { get; set; }

    /// <summary>Its orders changed in a clearing of this instant: it decides, whatever has been dispatched in it already.</summary>
    public bool IsAsked { get; set; }

    /// <summary>Activities so far, each from its second on.</summary>
    public List<(long Second, double Activity)> History { get; } = [];

    public double ShortfallTonnes { get; set; }

    public IEnumerable<Stock> Stocks => Inputs.Concat(Outputs);
}

/// <summary>How small a difference is that means nothing: as the documentation of the simulation gives it.</summary>
internal static class Small
{
    public const double Relative = 1e-12;
    public const double Order = 1e-9;
    public const double Deadband = 1e-4;
    public const double Lacking = 1e-3;
    public const double Surplus = 1e-6;

    public static double Net(double a, double b) => Math.Abs(a - b) <= Relative * Math.Max(a, b) ? 0 : a - b;

    public static bool Differ(double a, double b) => Math.Abs(a - b) > Order * Math.Max(a, b);
}
