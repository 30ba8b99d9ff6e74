namespace SupplyShockSim.Scenarios.Units;

/// <summary>
/// A unit that may be written. A year is 365 days and a month a twelfth of it, so a yearly rate means the same in every year;
/// who needs the calendar writes dates.
/// </summary>
/// <param name="Dimension">What it measures.</param>
/// <param name="Multiply">Base units per unit, over <paramref name="Divide"/>.</param>
/// <param name="Divide">Kept apart from the multiplier so that whole results stay exact: 365 t/yr is 1 t/d.</param>
internal readonly record struct Unit(Dimension Dimension, double Multiply, double Divide)
{
    private static readonly Dictionary<string, (double Multiply, double Divide)> Times = new(StringComparer.Ordinal)
    {
        ["s"] = (1, 86_400),
        ["min"] = (1, 1440),
        ["h"] = (1, 24),
        ["hour"] = (1, 24),
        ["hours"] = (1, 24),
        ["d"] = (1, 1),
        ["day"] = (1, 1),
        ["days"] = (1, 1),
        ["wk"] = (7, 1),
        ["week"] = (7, 1),
        ["weeks"] = (7, 1),
        ["month"] = (365, 12),
        ["months"] = (365, 12),
        ["yr"] = (365, 1),
        ["year"] = (365, 1),
        ["years"] = (365, 1),
    };

    private static readonly Dictionary<string, (double Multiply, double Divide)> Masses = new(StringComparer.Ordinal)
    {
        ["g"] = (1, 1_000_000),
        ["kg"] = (1, 1000),
        ["t"] = (1, 1),
        ["kt"] = (1000, 1),
        ["Mt"] = (1_000_000, 1),
        ["lb"] = (0.45359237, 1000), // international pound, exact
    };

    /// <summary>The units of time.</summary>
    public static IEnumerable<string> TimeNames => Times.Keys;

    /// <summary>The units of mass.</summary>
    public static IEnumerable<string> MassNames => Masses.Keys;

    public double ToBase(double value) => value * Multiply / Divide;

    /// <summary>Finds a unit as written: a time, a mass, workdays, <c>%</c>, or one of these (or USD, or nothing) per mass or time.</summary>
    public static bool TryFind(ReadOnlySpan<char> text, out Unit unit)
    {
        unit = default;
        if (text.IsEmpty)
        {
            unit = new Unit(Dimension.Number, 1, 1);
            return true;
        }

        var slash = text.IndexOf('/');
        if (slash < 0)
        {
            return TrySimple(text, out unit);
        }

        var over = text[..slash].TrimEnd();
        var under = text[(slash + 1)..].TrimStart();
        if (Find(Times, under) is { } time)
        {
            if (over.IsEmpty || over is "%")
            {
                unit = new Unit(Dimension.Pace, time.Divide, time.Multiply * (over.IsEmpty ? 1 : 100));
                return true;
            }

            if (Find(Masses, over) is { } mass)
            {
                unit = new Unit(Dimension.Flow, mass.Multiply * time.Divide, mass.Divide * time.Multiply);
                return true;
            }
        }

        if (over is "USD" or "$" or "US$" && Find(Masses, under) is { } per)
        {
            unit = new Unit(Dimension.Price, per.Divide, per.Multiply);
            return true;
        }

        return false;
    }

    private static bool TrySimple(ReadOnlySpan<char> text, out Unit unit)
    {
        if (text is "%")
        {
            unit = new Unit(Dimension.Fraction, 1, 100);
        }
        else if (Find(Times, text) is { } time)
        {
            unit = new Unit(Dimension.Time, time.Multiply, time.Divide);
        }
        else if (Find(Masses, text) is { } mass)
        {
            unit = new Unit(Dimension.Mass, mass.Multiply, mass.Divide);
        }
        else if (text is "workdays" or "workday")
        {
            unit = new Unit(Dimension.Workdays, 1, 1);
        }
        else
        {
            unit = default;
            return false;
        }

        return true;
    }

    private static (double Multiply, double Divide)? Find(Dictionary<string, (double Multiply, double Divide)> units, ReadOnlySpan<char> text) =>
        units.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text, out var unit) ? unit : null;
}
