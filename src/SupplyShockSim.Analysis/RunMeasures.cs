using SupplyShockSim.Analysis.Prices;
using SupplyShockSim.Engine;

namespace SupplyShockSim.Analysis;

/// <summary>All measures of one run; indices point into the tables of the run's network.</summary>
public sealed record RunMeasures
{
    /// <summary>The measures of needs that were worked out, in the order in which they are written.</summary>
    public required IReadOnlyList<ServiceMeasure> List { get; init; }

    /// <summary>When the first control came into force; null when none did.</summary>
    public required SimTime? FirstControl { get; init; }

    /// <inheritdoc cref="Analysis.WorstMoment"/>
    public required SimTime? WorstMoment { get; init; }

    /// <summary>Rows of the files that are consumers.</summary>
    public required int ConsumerCount { get; init; }

    /// <summary>How many of them ran short at some time.</summary>
    public required int ShortConsumerCount { get; init; }

    /// <summary>One entry per consumer row and commodity it uses, sorted by row id, then commodity id; none where the run recorded totals only.</summary>
    public required IReadOnlyList<ConsumerMeasures> Consumers { get; init; }

    /// <summary>One entry per country and commodity used there, sorted so.</summary>
    public required IReadOnlyList<GroupMeasures> Countries { get; init; }

    /// <summary>One entry per country that uses anything, sorted so: tonnes of different commodities added up, <see cref="GroupMeasures.Commodity"/> -1.</summary>
    public required IReadOnlyList<GroupMeasures> CountryTotals { get; init; }

    /// <summary>One entry per bloc and commodity used there, sorted so; members without consumers add nothing.</summary>
    public required IReadOnlyList<GroupMeasures> Blocs { get; init; }

    /// <summary>One entry per commodity that consumers use; <see cref="GroupMeasures.Group"/> is the commodity too.</summary>
    public required IReadOnlyList<GroupMeasures> Commodities { get; init; }

    /// <summary>All consumers and commodities together, tonnes of different commodities added up.</summary>
    public required GroupMeasures Totals { get; init; }

    /// <summary>What the shortfall of the run is a share of.</summary>
    public required ShortfallInContext Context { get; init; }

    /// <summary>Import reliance by country and commodity.</summary>
    public required IReadOnlyList<RelianceMeasure> Reliance { get; init; }

    /// <summary>Concentration by commodity.</summary>
    public required IReadOnlyList<ConcentrationMeasure> Concentration { get; init; }

    /// <summary>What the run says of prices; null where they did not move.</summary>
    public PriceMeasures? Prices { get; init; }

    /// <summary>Worst relative error of the mass accounts.</summary>
    public required double MassBalance { get; init; }
}

/// <summary>The measures of one row of the files for one commodity it uses.</summary>
/// <param name="Row">Index into the network's rows.</param>
/// <param name="Commodity">Index into its commodities.</param>
/// <param name="Country">Index into its countries.</param>
/// <param name="EndUse">What it makes, or null.</param>
/// <param name="Need">Demand and shortfall over time.</param>
/// <param name="Service">The measures of that need.</param>
/// <param name="Cohorts">The sites the row was split into; empty where it was not split.</param>
public sealed record ConsumerMeasures(
    int Row, int Commodity, int Country, string? EndUse, NeedSeries Need, ServiceMeasures Service, IReadOnlyList<CohortMeasures> Cohorts)
{
    /// <summary>What price took away of its demand over the run, t of the commodity: not part of the demand, and no shortfall.</summary>
    public double ForgoneTonnes { get; init; }

    /// <summary>What answers taught it to do without over the run, t of the commodity: not part of the demand, and no shortfall.</summary>
    public double SubstitutedTonnes { get; init; }

    /// <summary>What it made up for after a shortage, t of the commodity: part of the demand, and the shortfall before it stays as it was.</summary>
    public double RecoveredTonnes { get; init; }
}

/// <summary>The measures of one cohort of a row.</summary>
/// <param name="Site">Index into the network's sites.</param>
/// <param name="CoverDays">Its stock target in days of use.</param>
/// <param name="Need">Demand and shortfall over time.</param>
/// <param name="Service">The measures of that need.</param>
public sealed record CohortMeasures(int Site, double CoverDays, NeedSeries Need, ServiceMeasures Service);

/// <summary>The measures of several consumers together.</summary>
/// <param name="Group">Index of the country, bloc or commodity; -1 for the totals.</param>
/// <param name="Commodity">Index into the network's commodities; -1 for all together.</param>
/// <param name="Need">Demand and shortfall over time.</param>
/// <param name="Service">The measures of that need.</param>
public sealed record GroupMeasures(int Group, int Commodity, NeedSeries Need, ServiceMeasures Service);
