namespace SupplyShockSim.Scenarios.Files;

/// <summary>Where something stands: line and column from 1, and how many characters it spans on that line.</summary>
internal readonly record struct Place(SourceText Source, int Line, int Column, int Length)
{
    /// <summary>The first character of a text.</summary>
    public static Place StartOf(SourceText source) => new(source, 1, 1, 1);

    /// <summary><c>file:line:col</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{Source.Path}:{Line}:{Column}");
}
