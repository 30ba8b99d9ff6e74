namespace SupplyShockSim.Analysis;

/// <summary>
/// One measure of how well a need was met: how it is called, what it is, and how it is worked out. Checks, <c>metrics.json</c>, the tables of
/// the report and the documentation are made from the list of these, <see cref="MeasureCatalog.All"/>.
/// </summary>
public abstract class ServiceMeasure
{
    /// <summary>Its key in <c>metrics.json</c>.</summary>
    public abstract string Key { get; }

    /// <summary>Unit of the value: <c>t</c>, <c>t/d</c>, <c>d</c>, <c>1</c> for a share; empty for one of <see cref="Words"/>.</summary>
    public abstract string Unit { get; }

    /// <summary>What it is, in one phrase.</summary>
    public abstract string Meaning { get; }

    /// <summary>How it is worked out, as a formula over the demand D(t) and the shortfall s(t), both in t/d, and the horizon T.</summary>
    public abstract string Formula { get; }

    /// <summary>The paper or book that defines it, with its place there; null for plain sums.</summary>
    public virtual string? Source => null;

    /// <summary>Its name in the checks of a scenario; null where it cannot be checked.</summary>
    public virtual string? CheckKey => null;

    /// <summary>Place and key in the <c>totals</c> of <c>metrics.json</c>, whose order and names are a contract of their own; null where it is not there.</summary>
    public virtual (int Place, string Key)? InTotals => null;

    /// <summary>Which values of it are better.</summary>
    public virtual BetterWhen Better => BetterWhen.Neither;

    /// <summary>How the tables of the report show it; null where they do not.</summary>
    public virtual MeasureColumn? Column => null;

    /// <summary>The values as words, for a measure that is no number: the value is the position in this list.</summary>
    public virtual IReadOnlyList<string> Words => [];

    /// <summary>
    /// What a check holds its bound against where there is no value: infinite for a moment that never comes, 0 for the end of what never was; not a
    /// number, which no bound holds for, where nothing can be said.
    /// </summary>
    /// <param name="recovery">Whether the need was met again.</param>
    /// <param name="isShort">Some of the need was not met.</param>
    public virtual double WithoutValue(Recovery recovery, bool isShort) => double.NaN;

    /// <summary>The value, in <see cref="Unit"/>; null where what it measures did not happen.</summary>
    public abstract double? Of(NeedInRun need);
}
