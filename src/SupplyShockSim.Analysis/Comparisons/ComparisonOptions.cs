namespace SupplyShockSim.Analysis.Comparisons;

/// <summary>What of two runs is put into one picture.</summary>
public enum ComparisonMode
{
    /// <summary>The curves as they are.</summary>
    Overlay,

    /// <summary>Each run less the baseline.</summary>
    Difference,

    /// <summary>Each run divided by the baseline, in percent.</summary>
    Quotient,

    /// <summary>Each run in percent of its own last value before the first control.</summary>
    Index,
}

/// <summary>What is held against each other at one place of the axis.</summary>
public enum Alignment
{
    /// <summary>The same calendar date.</summary>
    Date,

    /// <summary>The same time since the first control came into force.</summary>
    Control,
}

/// <summary>What of a need is drawn and held against the other runs.</summary>
public enum CurveMeasure
{
    /// <summary>What is needed and not there.</summary>
    Shortfall,

    /// <summary>What is needed and there.</summary>
    Served,

    /// <summary>What is needed.</summary>
    Demand,
}

/// <summary>How a comparison is made.</summary>
public sealed record ComparisonOptions
{
    public ComparisonMode Mode { get; init; } = ComparisonMode.Overlay;

    public Alignment Align { get; init; } = Alignment.Date;

    /// <summary>Tonnes up to a time instead of tonnes per day.</summary>
    public bool Cumulative { get; init; }

    public NeedFilter Where { get; init; } = NeedFilter.Everything;

    /// <summary>By what curves are told apart; null for all that there is: the finest in data, each in figures.</summary>
    public CurveGrouping? By { get; init; }

    /// <summary>How much of a need two runs may differ in and still count as equal, as a share of the demand.</summary>
    public double Tolerance { get; init; }

    /// <summary>The cells over which curves are averaged.</summary>
    public SeriesGrid Grid { get; init; } = SeriesGrid.Week;

    /// <summary>
    /// The measure that is drawn: shortfall where curves are laid over each other or subtracted; what is served where they are divided, since a shortfall
    /// is zero before the controls and has no quotient there.
    /// </summary>
    public CurveMeasure Measure => Mode is ComparisonMode.Overlay or ComparisonMode.Difference ? CurveMeasure.Shortfall : CurveMeasure.Served;
}
