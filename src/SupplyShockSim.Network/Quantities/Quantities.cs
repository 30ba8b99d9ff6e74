namespace SupplyShockSim.Network.Quantities;

/// <summary>A mass in metric tonnes of the material itself; finite and not negative.</summary>
public readonly record struct Tonnes
{
    public Tonnes(double value) => Value = Guard.NotNegative(value, "a mass in t");

    public double Value { get; }
}

/// <summary>A mass flow in metric tonnes per day; finite and not negative.</summary>
public readonly record struct TonnesPerDay
{
    public TonnesPerDay(double value) => Value = Guard.NotNegative(value, "a flow in t/d");

    public double Value { get; }
}

/// <summary>A part of a whole, from 0 to 1 (written as <c>50 %</c> or <c>0.5</c>).</summary>
public readonly record struct Share
{
    public Share(double value) => Value = value is >= 0 and <= 1
        ? value
        : throw new ArgumentOutOfRangeException(nameof(value), value, "a share lies between 0 and 1");

    public double Value { get; }

    public static Share All => new(1);
}

/// <summary>A multiple of a baseline, 0 or more (written as <c>150 %</c> or <c>1.5</c>).</summary>
public readonly record struct Ratio
{
    public Ratio(double value) => Value = Guard.NotNegative(value, "a multiple of the baseline");

    public double Value { get; }

    public static Ratio One => new(1);
}

/// <summary>How much of a site's capacity its activity may gain per day (written as <c>10 %/month</c>).</summary>
public readonly record struct RampRate
{
    public RampRate(double sharePerDay) => SharePerDay = sharePerDay > 0 && !double.IsNaN(sharePerDay)
        ? sharePerDay
        : throw new ArgumentOutOfRangeException(nameof(sharePerDay), sharePerDay, "a ramp is more than 0 per day");

    public double SharePerDay { get; }
}

/// <summary>A share per year of 365 days, 0 or more (written as <c>5 %/yr</c>).</summary>
public readonly record struct PerYear
{
    public PerYear(double share) => Share = Guard.NotNegative(share, "a share per year");

    public double Share { get; }
}

/// <summary>An amount of money in US dollars; finite and not negative.</summary>
public readonly record struct Usd
{
    public Usd(double value) => Value = Guard.NotNegative(value, "an amount in USD");

    public double Value { get; }
}

/// <summary>A price or cost in US dollars per tonne of the commodity; finite and not negative.</summary>
public readonly record struct UsdPerTonne
{
    public UsdPerTonne(double value) => Value = Guard.NotNegative(value, "a price in USD/t");

    public double Value { get; }
}

/// <summary>A duty: a share of the commodity's reference price, an amount per tonne, or both.</summary>
public readonly record struct TariffRate
{
    public TariffRate(double shareOfPrice, double usdPerTonne)
    {
        ShareOfPrice = Guard.NotNegative(shareOfPrice, "a tariff");
        UsdPerTonne = Guard.NotNegative(usdPerTonne, "a tariff in USD/t");
    }

    public double ShareOfPrice { get; }

    public double UsdPerTonne { get; }
}

internal static class Guard
{
    public static double NotNegative(double value, string what) => value >= 0 && double.IsFinite(value)
        ? value
        : throw new ArgumentOutOfRangeException(nameof(value), value, what + " is finite and not negative");
}
