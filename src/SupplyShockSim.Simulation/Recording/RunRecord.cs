using SupplyShockSim.Engine;
using SupplyShockSim.Network;
using SupplyShockSim.Network.Quantities;

namespace SupplyShockSim.Simulation.Recording;

/// <summary>What a run leaves behind: every series as its breakpoints, the log, and the proof that mass was kept.</summary>
public sealed class RunRecord
{
    public required SupplyNetwork Network { get; init; }

    /// <summary>The calendar date and time of the run's second 0.</summary>
    public required DateTime Start { get; init; }

    /// <summary>The end of the horizon.</summary>
    public required SimTime End { get; init; }

    /// <summary>Events executed, with the start and the end.</summary>
    public required long Events { get; init; }

    /// <summary>Fingerprint of the run: equal for equal inputs and seed.</summary>
    public required ulong TraceHash { get; init; }

    /// <summary>How far the disturbance came.</summary>
    public RunReach Reach { get; init; }

    /// <summary>Per commodity, the mass account; see <see cref="MassAccount.RelativeError"/>.</summary>
    public required IReadOnlyList<MassAccount> Mass { get; init; }

    /// <summary>The shocks of the run, with the windows in which they were in force.</summary>
    public required IReadOnlyList<ControlRecord> Controls { get; init; }

    /// <summary>What the answers among them came to, in the same order.</summary>
    public IReadOnlyList<AnswerRecord> Answers { get; init; } = [];

    public required IReadOnlyList<LogEntry> Log { get; init; }

    /// <summary>What of the run was kept as series; the log and the mass accounts are whole whatever was kept.</summary>
    public RecordScope Recorded { get; init; } = RecordScope.All;

    /// <summary>Activity of each site (t/d of its recipe's unit); for a consumer what it uses per day, per unit of demand. Null where not recorded.</summary>
    public required IReadOnlyList<RateSeries?> Activity { get; init; }

    /// <summary>Demand of each consumer (t/d); null for other sites.</summary>
    public required IReadOnlyList<RateSeries?> Demand { get; init; }

    /// <summary>Capacity now of each site that is no consumer (t/d); null for consumers.</summary>
    public required IReadOnlyList<RateSeries?> Capacity { get; init; }

    /// <summary>Level of each stock (t).</summary>
    public required IReadOnlyList<LevelSeries?> Stock { get; init; }

    /// <summary>Dispatch rate of each lane (t/d).</summary>
    public required IReadOnlyList<RateSeries?> Dispatch { get; init; }

    /// <summary>Rate at which each lane's goods land (t/d). Goods set free at once (a hold that ends) are in the stock's level, not here.</summary>
    public required IReadOnlyList<RateSeries?> Arrivals { get; init; }

    /// <summary>
    /// Price index (1 at the start) of each commodity in each country, at commodity x countries + country; null where nobody there buys it, and of
    /// all where the run moved no prices.
    /// </summary>
    public IReadOnlyList<RateSeries?> Prices { get; init; } = [];

    /// <summary>Multiple of the reference price, likewise: price = reference price x multiple x index.</summary>
    public IReadOnlyList<RateSeries?> PriceMultiples { get; init; } = [];

    /// <summary>What price takes away of each consumer's demand (t/d); null for those that do not follow prices.</summary>
    public IReadOnlyList<RateSeries?> Forgone { get; init; } = [];

    /// <summary>Whether prices moved in the run.</summary>
    public bool HasPrices => Prices.Any(p => p is not null);

    /// <summary>
    /// Demand and shortfall by country and commodity, sorted so; empty unless the run recorded totals only (<see cref="RecordScope.Totals"/>).
    /// </summary>
    public IReadOnlyList<CountrySeries> Totals { get; init; } = [];
}

/// <summary>How many stocks and lanes a run touched; all others stayed as they were.</summary>
public readonly record struct RunReach(int Stocks, int Lanes);

/// <summary>The mass account of one commodity over a run, all in t (model: invariant 1).</summary>
public sealed record MassAccount(
    int Commodity,
    double OpeningStock,
    double OpeningTransit,
    double Made,
    double Used,
    double Lost,
    double ClosingStock,
    double ClosingTransit)
{
    /// <summary>Opening + made - used - lost - closing, relative to the throughput (opening + made; 1 t where that is less).</summary>
    public double RelativeError =>
        Math.Abs(OpeningStock + OpeningTransit + Made - Used - Lost - ClosingStock - ClosingTransit)
        / Math.Max(1, OpeningStock + OpeningTransit + Made);
}

/// <summary>A shock as it was in the run.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type, as written in scenarios.</param>
/// <param name="Summary">One sentence for people: who does what to whom.</param>
/// <param name="InForce">The windows in which it was in force, within the run.</param>
/// <param name="Source">Where it is known from, or null.</param>
public sealed record ControlRecord(string Name, string Type, string Summary, IReadOnlyList<(SimTime From, SimTime Until)> InForce, string? Source)
{
    /// <summary>Whether it is an answer to the shocks.</summary>
    public bool IsAnswer { get; init; }

    /// <summary>Lanes that nothing leaves over while it is in force, as indices into the network's lanes; rising.</summary>
    public IReadOnlyList<int> ClosedLanes { get; init; } = [];

    /// <summary>What it levies on goods that land over <see cref="DutyLanes"/>; null for nothing.</summary>
    public TariffRate? Duty { get; init; }

    /// <summary>Lanes of which the goods pay the duty, rising, and when they do.</summary>
    public IReadOnlyList<DutyOnLane> DutyLanes { get; init; } = [];

    /// <summary>Lanes over which it keeps goods from leaving a country, wholly or in part; rising.</summary>
    public IReadOnlyList<int> RestrictedLanes { get; init; } = [];
}

/// <summary>A lane of which goods pay a duty, and the windows in which they do; the last may be open.</summary>
public sealed record DutyOnLane(int Lane, IReadOnlyList<(SimTime From, SimTime Until)> InForce);
