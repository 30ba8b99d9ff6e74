namespace SupplyShockSim.Analysis;

/// <summary>The tables of the report that have a column for a measure.</summary>
[Flags]
public enum MeasureTables
{
    None = 0,

    /// <summary>The consumers that run short.</summary>
    Consumers = 1,

    /// <summary>The countries that run short, all materials together.</summary>
    Countries = 2,

    /// <summary>Countries and blocs by material.</summary>
    Groups = 4,

    All = Consumers | Countries | Groups,
}

/// <summary>How the tables of the report show a measure.</summary>
/// <param name="Place">Where the column stands among the others, from the left; those of one place in the order of the list.</param>
/// <param name="Heading">Heading of the column.</param>
/// <param name="Tables">Which of the tables have it.</param>
/// <param name="IsMoment">The value counts days from the start of the run and is shown as a date.</param>
public sealed record MeasureColumn(int Place, string Heading, MeasureTables Tables, bool IsMoment = false)
{
    /// <summary>What is shown of a value; default: the value.</summary>
    public Func<double, double> Shown { get; init; } = value => value;

    /// <summary>What stands where there is no value, by how the need came out; default: a dash.</summary>
    public Func<Recovery, string> WithoutValue { get; init; } = _ => "-";
}
