using SupplyShockSim.Analysis;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Reports.Html;

/// <summary>What the tables of several sections share: the columns of the measures, and where a table ends.</summary>
internal static class ReportTables
{
    /// <summary>Rows of a table of consumers or countries; the rest are counted.</summary>
    public const int MostRows = 40;

    /// <summary>The columns of all measures that a kind of table shows.</summary>
    public static IEnumerable<string> Columns(RunMeasures measures, MeasureTables table) => Shown(measures.List, table).Select(m => m.Column!.Heading + "*");

    /// <summary>The cells of a row below these columns.</summary>
    public static IEnumerable<string> Cells(RunRecord record, ServiceMeasures service, MeasureTables table) =>
        Shown(service.List, table).Select(m => Cell(record, m, service));

    /// <summary>Says how many rows were left out.</summary>
    public static void Omitted(this HtmlWriter page, int rows)
    {
        if (rows > MostRows)
        {
            page.Paragraph($"and {Say.Count(rows - MostRows, "other", "others")}: see metrics.json.", "note");
        }
    }

    /// <summary>Says from when days to survive and recover count.</summary>
    public static void AboutDays(this HtmlWriter page) => page.Paragraph("Days to survive and to recover count from the moment the first control came into force.", "note");

    // In this order whatever the order of metrics.json: first how much, then when.
    private static IEnumerable<ServiceMeasure> Shown(IEnumerable<ServiceMeasure> measures, MeasureTables table) =>
        measures.Where(m => m.Column is { } column && column.Tables.HasFlag(table)).OrderBy(m => m.Column!.Place);

    private static string Cell(RunRecord record, ServiceMeasure measure, ServiceMeasures service)
    {
        if (service[measure] is not { } value)
        {
            return measure.Column!.WithoutValue(service.Recovery);
        }

        var shown = measure.Column!.Shown(value);
        return measure switch
        {
            { Words: [_, ..] words } => words[(int)shown],
            { Column.IsMoment: true } => shown < record.End.Days ? record.Start.At(shown).Iso() : "the end",
            { Unit: "d" } => Say.Days(shown),
            { Unit: "1" } => Say.Percent(shown),
            _ => Say.Number(shown),
        };
    }
}
