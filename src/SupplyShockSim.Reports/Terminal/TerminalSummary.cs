using System.Globalization;
using SupplyShockSim.Analysis;
using SupplyShockSim.Analysis.Ensembles;
using SupplyShockSim.Reports.Data;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Reports;

/// <summary>The result of a run as plain text for a terminal; how it is coloured and framed is the caller's choice.</summary>
public sealed record TerminalSummary
{
    private const int MostRows = 12;

    /// <summary>The result in two or three sentences, on one line.</summary>
    public required string Headline { get; init; }

    /// <summary>Headings of the table of who is short when; all but the first two columns hold numbers or dates.</summary>
    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>
    /// The table: the consumers (countries, where totals only were recorded) that run short, in the run or in a draw, worst first, or where none
    /// does the first few; as many cells in each row as there are columns.
    /// </summary>
    public required IReadOnlyList<IReadOnlyList<string>> Rows { get; init; }

    /// <summary>What the table leaves out, or null.</summary>
    public required string? Omitted { get; init; }

    /// <summary>Shortfall over time as lines of text, each at most as wide as asked for; empty when nobody is short.</summary>
    public required IReadOnlyList<string> Chart { get; init; }

    /// <summary>Mass balance, events and fingerprint, on one line.</summary>
    public required string Proof { get; init; }

    /// <param name="record">The run.</param>
    /// <param name="measures">Its measures.</param>
    /// <param name="width">Most characters in a line of the chart; 40 or more.</param>
    /// <param name="ranges">How far they range; null where nothing was drawn.</param>
    public static TerminalSummary Of(RunRecord record, RunMeasures measures, int width = 78, Ranges? ranges = null)
    {
        var byCountry = record.Recorded == RecordScope.Totals;
        var parties = Parties(record, measures, ranges);
        Party[] ranked =
        [
            .. parties.Where(p => p.IsShort), .. parties.Where(p => !p.IsShort && p.IsEverShort).OrderByDescending(p => p.Range!.Tonnes.Q95),
            .. parties.Where(p => !p.IsEverShort),
        ];
        var shortCount = ranked.Count(p => p.IsEverShort);
        var listed = Math.Min(MostRows, shortCount > 0 ? shortCount : ranked.Length);
        string[] columns =
        [
            .. (ReadOnlySpan<string>)(byCountry ? ["country", "material"] : ["consumer", "country"]), "demand t", "short t",
            .. (ReadOnlySpan<string>)(ranges is null ? [] : [RangeWords.Share]), "short %", "peak t/d", "from", "until",
        ];
        return new TerminalSummary
        {
            Headline = Figures.Words.Headline.Of(record, measures, ranges),
            Columns = columns,
            Rows = [.. ranked.Take(listed).Select(p => Row(record, p, ranges is not null))],
            Omitted = Rest(
                ranked.Length - listed,
                Math.Max(0, shortCount - listed),
                byCountry ? ("country", "countries")
                    : ranked.Length == measures.ConsumerCount ? ("consumer", "consumers")
                    : ("need of a consumer", "needs of consumers"),
                ranges is not null),
            Chart = TextChart.Shortfall(record, measures.Totals.Need.Shortfall, width),
            Proof = $"mass balance {measures.MassBalance.ToString("0.0e+0", CultureInfo.InvariantCulture)}, {record.Events.ToString("#,0", CultureInfo.InvariantCulture)} events, trace {ManifestJson.Fingerprint(record.TraceHash)}",
        };
    }

    private static Party[] Parties(RunRecord record, RunMeasures measures, Ranges? ranges)
    {
        var used = measures.Countries.ToLookup(c => c.Group, c => c.Commodity);
        var network = record.Network;
        if (record.Recorded == RecordScope.Totals)
        {
            var ofCountry = ranges?.CountryTotals.ToDictionary(r => r.Party);
            return
            [
                .. Ranking.CountryTotals(measures)
                    .Select(c => new Party(network.Countries.Name[c.Group], Materials(record, [.. used[c.Group]]), c.Service, ofCountry?[c.Group])),
            ];
        }

        var ofConsumer = ranges?.Consumers.ToDictionary(r => (r.Party, r.Commodity));
        return
        [
            .. Ranking.Consumers(measures)
                .Select(c => new Party(
                    Figures.Words.Headline.Name(record, c), network.Countries.Name[c.Country], c.Service, ofConsumer?[(c.Row, c.Commodity)])),
        ];
    }

    /// <summary>A line of the table: a consumer and its country, or a country and what it uses.</summary>
    private sealed record Party(string Name, string Of, ServiceMeasures Service, PartyRange? Range)
    {
        public bool IsShort => Service.IsShort;

        /// <summary>Short in this run or in any draw.</summary>
        public bool IsEverShort => IsShort || Range is { IsEverShort: true };
    }

    /// <summary>The material a country uses, or how many.</summary>
    private static string Materials(RunRecord record, int[] used) =>
        used.Length == 1 ? record.Network.Commodities.Name[used[0]] : used.Length.ToString(CultureInfo.InvariantCulture) + " materials";

    /// <summary>How many are not listed, of whom <paramref name="areShort"/> run short; null where all are listed.</summary>
    private static string? Rest(int left, int areShort, (string One, string Many) what, bool isDrawn) => (left, areShort) switch
    {
        (0, _) => null,
        (_, 0) => Say.Count(left, $"other {what.One} does not run short", $"other {what.Many} do not run short") + (isDrawn ? " in any draw" : ""),
        _ => $"and {Say.Count(left, $"other {what.One}", $"other {what.Many}")}, {areShort.ToString("#,0", CultureInfo.InvariantCulture)} of them short"
            + (isDrawn ? " in some draw" : ""),
    };

    private static string[] Row(RunRecord record, Party party, bool isDrawn)
    {
        var m = party.Service;
        return
        [
            party.Name,
            party.Of,
            Say.Number(m.DemandTotal),
            m.IsShort ? Say.Number(m.ShortfallTotal) : "-",
            .. (ReadOnlySpan<string>)(isDrawn ? [party is { IsEverShort: true, Range: { } range } ? RangeWords.Span(range.Tonnes) : "-"] : []),
            m.IsShort ? Say.Percent(1 - m.ServiceLevel) : "-",
            m.IsShort ? Say.Number(m.ShortfallPeak) : "-",
            m.FirstShortfallDay is { } first ? Date(record, first) : "-",
            m.LastShortfallDay is { } last ? last < record.End.Days ? Date(record, last) : "the end" : "-",
        ];
    }

    private static string Date(RunRecord record, double day) => record.Start.At(day).Iso();
}
