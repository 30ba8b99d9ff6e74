namespace SupplyShockSim.Figures;

/// <summary>What stands along an axis.</summary>
public enum AxisKind
{
    /// <summary>Numbers of a unit.</summary>
    Number,

    /// <summary>Days since a date.</summary>
    Date,

    /// <summary>Names: the first is at 0, the next at 1.</summary>
    Category,
}

/// <summary>An axis of a figure.</summary>
public sealed record Axis
{
    private Axis(AxisKind kind, string unit) => (Kind, Unit) = (kind, unit);

    public AxisKind Kind { get; }

    /// <summary>What a number axis counts, with its unit (<c>t/d short</c>); what the names of a category axis are.</summary>
    public string Unit { get; }

    /// <summary>The date of day 0 of a date axis.</summary>
    public DateTime Start { get; private init; }

    /// <summary>Where a number axis begins, exactly; null where it begins with a round number.</summary>
    public double? From { get; private init; }

    /// <summary>Where the axis ends, in days; of a number axis the largest value it must show, or null for what the marks need.</summary>
    public double? Until { get; private init; }

    /// <summary>The names of a category axis.</summary>
    public IReadOnlyList<string> Categories { get; private init; } = [];

    /// <summary>Days from <paramref name="start"/> on.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The axis has no length.</exception>
    public static Axis Dates(DateTime start, double days)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(days);
        return new Axis(AxisKind.Date, "date") { Start = start, Until = days };
    }

    /// <summary>Numbers; zero is always on the axis.</summary>
    public static Axis Numbers(string unit, double? until = null) => new(AxisKind.Number, unit) { Until = until };

    /// <summary>Numbers from one end to the other exactly, as those of a time that is not in the calendar; for the horizontal axis of lines.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The axis has no length.</exception>
    public static Axis Between(string unit, double from, double until)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(until, from);
        return new Axis(AxisKind.Number, unit) { From = from, Until = until };
    }

    /// <summary>Names, in the order given: from left to right, or from top to bottom.</summary>
    public static Axis Names(string meaning, IReadOnlyList<string> categories) => new(AxisKind.Category, meaning) { Categories = categories };
}
