namespace SupplyShockSim.Simulation.Tests.Reference;

/// <summary>The rules that the reference can go by or leave out, as the simulation that it is held against. RULES.md has the reading of each.</summary>
[Flags]
internal enum Rules
{
    /// <summary>A seller has recovered once anything gathers; `ramp` holds for what is wanted; only a buyer with nothing keeps a spot supplier.</summary>
    None = 0,

    /// <summary>A seller that rations goes on rationing until it can carry all orders for a review period.</summary>
    LastingRations = 1 << 0,

    /// <summary>Restart, ramp and slowdown, all for activity.</summary>
    Speeds = 1 << 1,

    /// <summary>A plant slows before its input is gone.</summary>
    Throttle = 1 << 2,

    /// <summary>Contracts end and are made anew.</summary>
    Renewal = 1 << 3,

    /// <summary>A spot supplier is kept until the contract goods that replace it have landed.</summary>
    KeepUntilLanded = 1 << 4,

    /// <summary>A seller that rations a buyer is asked for what the buyer's other sellers no longer bring.</summary>
    AskWhoRations = 1 << 5,

    /// <summary>In the turn in which a buyer asks for a small offer it asks for the rest elsewhere.</summary>
    AskForTheRest = 1 << 6,

    /// <summary>Progressive filling goes by row.</summary>
    FillByRow = 1 << 7,

    /// <summary>A partial closure of a spare lane is shared by the cohorts of its buyer's row.</summary>
    CloseByRow = 1 << 8,

    /// <summary>Rationing by history.</summary>
    ByHistory = 1 << 9,

    /// <summary>Who is told of other orders decides in the same instant, whatever has been dispatched in it.</summary>
    AnswerAtOnce = 1 << 10,

    All = (1 << 11) - 1,
}

/// <summary>How fast a site's activity moves, and how it slows when an input runs low. Shares of capacity per day.</summary>
/// <param name="RestartPerDay">Rise up to the highest activity of the memory.</param>
/// <param name="SlowdownPerDay">Fall.</param>
/// <param name="StorageDays">Days of normal output above the target that are made into stock while activity falls slowly.</param>
/// <param name="MemoryDays">How far back the highest activity is looked for, d.</param>
/// <param name="Throttle">Share of an input's target below which activity slows; 0 = never.</param>
internal sealed record Speeds(
    double RestartPerDay = double.PositiveInfinity,
    double SlowdownPerDay = double.PositiveInfinity,
    double StorageDays = double.PositiveInfinity,
    double MemoryDays = 365,
    double Throttle = 0)
{
    public static Speeds Default { get; } = new();

    /// <summary>Those of a site of the network.</summary>
    public static Speeds Of(Network.Speeds given) =>
        new(given.RestartPerDay, given.SlowdownPerDay, given.StorageDays, given.MemorySeconds / 86400.0, given.Throttle);
}

/// <summary>What a run of the reference takes beside the prepared run.</summary>
/// <param name="Rules">The rules it goes by.</param>
internal sealed record Extras(Rules Rules)
{
    /// <summary>How long a contract runs, d; none = for ever.</summary>
    public double? TermDays { get; init; }

    public bool Has(Rules rule) => (Rules & rule) == rule;
}
