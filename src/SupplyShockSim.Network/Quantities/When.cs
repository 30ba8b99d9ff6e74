using SupplyShockSim.Engine;

namespace SupplyShockSim.Network.Quantities;

/// <summary>A moment as a scenario writes it: a calendar date, or an offset from the scenario's start (<c>30 d</c>).</summary>
public readonly record struct When
{
    private When(DateTime? date, SimDuration offset) => (Date, Offset) = (date, offset);

    /// <summary>The calendar date, or null where the moment is an offset.</summary>
    public DateTime? Date { get; }

    /// <summary>The offset from the scenario's start; zero where the moment is a date.</summary>
    public SimDuration Offset { get; }

    public static When At(DateTime date) => new(date, SimDuration.Zero);

    public static When After(SimDuration offset) => new(null, offset);

    /// <summary>The instant in a run that starts at <paramref name="start"/>; negative where the date lies before it.</summary>
    public SimTime ToSimTime(DateTime start) => Date is { } date
        ? SimTime.FromDate(start, date)
        : SimTime.Zero + Offset;
}
