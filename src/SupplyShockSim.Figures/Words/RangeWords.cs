using System.Globalization;
using SupplyShockSim.Analysis.Ensembles;

namespace SupplyShockSim.Figures.Words;

/// <summary>How a range over draws reads.</summary>
public static class RangeWords
{
    /// <summary>What the numbers of <see cref="Span"/> are.</summary>
    public const string Share = "5-95 %";

    /// <summary>The middle nine tenths: <c>210 to 1,060</c>.</summary>
    public static string Span(Spread spread) => $"{Say.Number(spread.Q05)} to {Say.Number(spread.Q95)}";

    /// <summary>
    /// The middle nine tenths of differences in tonnes, as more or less rather than by sign: <c>210 to 1,060 t more</c>, <c>0 to 570 t less</c>,
    /// <c>570 t less to 80 t more</c>.
    /// </summary>
    public static string MoreOrLess(Spread difference) => difference switch
    {
        { Q05: >= 0 } => $"{Span(difference)} t more",
        { Q95: <= 0 } => $"{Say.Number(-difference.Q95)} to {Say.Number(-difference.Q05)} t less",
        _ => $"{Say.Number(-difference.Q05)} t less to {Say.Number(difference.Q95)} t more",
    };

    /// <summary>The range behind a number, with a space before it: <c> (5-95 %: 210 to 1,060)</c>; nothing where there are no draws.</summary>
    public static string Behind(Ranges? ranges) => ranges is null ? "" : $" ({Share}: {Span(ranges.Total.Tonnes)})";

    /// <summary>Said after a run in which nobody is short.</summary>
    public static string AfterNobody(Ranges? ranges) => ranges switch
    {
        null => "",
        { ShortDraws: 0 } => $" Nor does anybody in {Number(ranges.Draws)} draws of what is uncertain.",
        _ => $" But in {Number(ranges.ShortDraws)} of {Number(ranges.Draws)} draws of what is uncertain somebody does: "
            + $"{Span(ranges.Total.Tonnes)} t are missing ({Share}), {Say.Number(ranges.Total.Tonnes.Mean)} t on average.",
    };

    /// <summary>Behind a title that says that nobody is short.</summary>
    public static string ButInDraws(Ranges? ranges) =>
        ranges is null or { ShortDraws: 0 } ? "" : $", but in {Number(ranges.ShortDraws)} of {Number(ranges.Draws)} draws somebody does";

    /// <summary>Said after a run in which somebody is short; nothing where somebody is in every draw.</summary>
    public static string AfterShortage(Ranges? ranges) => ranges is null || ranges.ShortDraws == ranges.Draws
        ? ""
        : $" In {Number(ranges.Draws - ranges.ShortDraws)} of {Number(ranges.Draws)} draws of what is uncertain nobody runs short.";

    private static string Number(int count) => count.ToString("#,0", CultureInfo.InvariantCulture);
}
