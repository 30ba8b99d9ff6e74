using SupplyShockSim.Engine;
using SupplyShockSim.Network.Quantities;

namespace SupplyShockSim.Network.Definitions;

/// <summary>Stock targets in days of cover: one span for every stock of the site, or a map by commodity.</summary>
public sealed record Cover(SimDuration? Everywhere, IReadOnlyDictionary<string, SimDuration> ByCommodity)
{
    public static Cover None { get; } = new(null, new Dictionary<string, SimDuration>());

    /// <summary>The target for a commodity in days; zero where none was given.</summary>
    public double Days(string commodity) => (ByCommodity.TryGetValue(commodity, out var span) ? span : Everywhere ?? SimDuration.Zero).Days;
}

/// <summary>One step of a schedule: from this moment on, this value.</summary>
public sealed record Step<T>
    where T : struct
{
    [Field("at", "the moment from which the value holds: a date or a day offset", Required = true)]
    public When At { get; init; }

    [Field("to", "the value from then on", Required = true)]
    public T To { get; init; }
}

/// <summary>A value that may change with time: written as one value, or as a list of <c>{at, to}</c>.</summary>
/// <param name="Initial">The value before the first step.</param>
/// <param name="Steps">Changes, in order of time.</param>
public sealed record Schedule<T>(T Initial, IReadOnlyList<Step<T>> Steps)
    where T : struct
{
    public static Schedule<T> Constant(T value) => new(value, []);

    /// <summary>The value in force at an instant of a run that starts at <paramref name="start"/>.</summary>
    public T At(SimTime time, DateTime start)
    {
        var value = Initial;
        foreach (var step in Steps)
        {
            if (step.At.ToSimTime(start) <= time)
            {
                value = step.To;
            }
        }

        return value;
    }
}

/// <summary>A closed-open window of time.</summary>
public sealed record Window
{
    [Field("from", "first moment of the window: a date or a day offset", Required = true)]
    public When From { get; init; }

    [Field("until", "the moment the window ends: a date or a day offset", Required = true)]
    public When Until { get; init; }
}
