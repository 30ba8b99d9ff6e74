using System.Globalization;
using SupplyShockSim.Analysis;
using SupplyShockSim.Figures;
using SupplyShockSim.Network;
using SupplyShockSim.Reports.Data;
using SupplyShockSim.Reports.Words;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Reports.Html;

/// <summary><c>report.html</c>: the run on one page that needs nothing beside itself and prints well.</summary>
internal sealed class HtmlReport
{
    private const int MostRows = 40;

    private readonly RunOutput _output;
    private readonly RunRecord _record;
    private readonly RunMeasures _measures;
    private readonly SupplyNetwork _network;
    private readonly HtmlWriter _page;

    private HtmlReport(RunOutput output)
    {
        (_output, _record, _measures, _network) = (output, output.Record, output.Measures, output.Record.Network);
        _page = new HtmlWriter(output.Title, ReportStyle.Css);
    }

    public static string Write(RunOutput output, IReadOnlyList<DrawnFigure> figures, Provenance provenance)
    {
        var report = new HtmlReport(output);
        report.Opening();
        report.WhoIsShort();
        foreach (var figure in figures)
        {
            report._page.Raw("<figure>\n" + figure.Svg + "</figure>\n");
        }

        report.Why();
        report.Countries();
        report.Controls();
        report.Structure();
        NetworkSection.Write(report._page, output);
        report.Assumptions(provenance);
        report.Proof();
        return report._page.Close();
    }

    private void Opening()
    {
        _page.Heading(1, _output.Title);
        _page.Paragraph(Headline.Of(_record, _measures), "lead");
        if (Recorded.Missing(_record.Recorded) is { } missing)
        {
            _page.Paragraph(missing, "note");
        }

        _page.Paragraph($"{_record.Start.Spoken()} to {_record.Start.At(_record.End).Spoken()}, {Say.Number(_record.End.Days)} days. Tonnes are of the material named; days count from the start.", "note");
    }

    private void WhoIsShort()
    {
        if (_record.Recorded == RecordScope.Totals)
        {
            WhichCountriesAreShort();
        }

        var ranked = Ranking.ShortConsumers(_measures);
        if (ranked.Length == 0)
        {
            return;
        }

        _page.Heading(2, "Who is short, when and by how much");
        _page.Table(
            "Consumers with a shortfall, the largest first",
            ["Consumer", "Country", "Material", "Short t*", "Of demand*", "Peak t/d*", "From*", "Until*", "Days to survive*", "Days to recover*"],
            ranked.Take(MostRows).Select(c => (string[])
            [
                _network.Rows.Name[c.Row], _network.Countries.Name[c.Country], _network.Commodities.Name[c.Commodity], .. Shortfall(c.Service), .. Days(c.Service),
            ]));
        Omitted(ranked.Length);
        AboutDays();
    }

    private void WhichCountriesAreShort()
    {
        var ranked = Ranking.ShortCountries(_measures);
        if (ranked.Length == 0)
        {
            return;
        }

        _page.Heading(2, "Where consumers are short, when and by how much");
        _page.Table(
            "Countries with a shortfall, the largest first; tonnes of all materials added up",
            ["Country", "Demand t*", "Short t*", "Of demand*", "Peak t/d*", "From*", "Until*", "Days to survive*", "Days to recover*"],
            ranked.Take(MostRows).Select(c => (string[])[_network.Countries.Name[c.Group], Say.Number(c.Service.DemandTotal), .. Shortfall(c.Service), .. Days(c.Service)]));
        Omitted(ranked.Length);
        AboutDays();
    }

    private void AboutDays() => _page.Paragraph("Days to survive and to recover count from the moment the first control came into force.", "note");

    private void Why()
    {
        if (_record.Recorded == RecordScope.Totals)
        {
            if (Ranking.ShortCountries(_measures) is [var country, ..] && LoggedShortfalls.First(_record, country.Group) is { } first)
            {
                Why(_network.Countries.Name[country.Group], CauseChain.Of(_record, first), "The chain that led to the first shortfall of one of its consumers; events.csv has every other.");
            }
        }
        else if (Ranking.ShortConsumers(_measures) is [var worst, ..])
        {
            Why(Headline.Name(_record, worst), CauseChain.Of(_record, worst), "The chain that led to its first shortfall; events.csv has every other.");
        }
    }

    private void Why(string who, IReadOnlyList<LogEntry> chain, string note)
    {
        if (chain.Count == 0)
        {
            return;
        }

        _page.Heading(2, "Why " + who + " falls short");
        _page.List(CauseChain.Sentences(_record, chain), ordered: true);
        _page.Paragraph(note, "note");
    }

    private void Countries()
    {
        var countries = Array.FindAll(Ranking.Countries(_measures), c => c.Service.IsShort);
        if (countries.Length + _measures.Blocs.Count == 0)
        {
            return;
        }

        _page.Heading(2, "By country and bloc");
        _page.Table(
            "Shortfall by bloc, and by country the largest first",
            ["Country or bloc", "Material", "Demand t*", "Short t*", "Of demand*", "Peak t/d*", "From*", "Until*"],
            _measures.Blocs.Select(b => Group("Bloc " + _network.Countries.Bloc[b.Group], b))
                .Concat(countries.Take(MostRows).Select(c => Group(_network.Countries.Name[c.Group], c))));
        Omitted(countries.Length);
    }

    private string[] Group(string name, GroupMeasures group) =>
        [name, _network.Commodities.Name[group.Commodity], Say.Number(group.Service.DemandTotal), .. Shortfall(group.Service)];

    private void Controls()
    {
        _page.Heading(2, "Controls");
        if (_record.Controls.Count == 0)
        {
            _page.Paragraph("The scenario has no control.");
            return;
        }

        _page.Table(
            "What was imposed, and when it was in force",
            ["Control", "Type", "What it does", "In force", "Source"],
            _record.Controls.Select(c => (string[])[c.Name, c.Type, c.Summary, InForce(c), c.Source ?? "not stated"]));
    }

    private string InForce(ControlRecord control) => control.InForce.Count == 0
        ? "never within the run"
        : string.Join("; ", control.InForce.Select(w => $"{_record.Start.At(w.From).Iso()} to {(w.Until < _record.End ? _record.Start.At(w.Until).Iso() : "the end")}"));

    private void Structure()
    {
        if (_measures.Concentration.Count == 0)
        {
            return;
        }
        // At the worst moment only where activity and lanes were recorded.
        var withWorst = _record.Recorded == RecordScope.All;
        _page.Heading(2, "Who depends on whom");
        _page.Table(
            "Concentration of each stage over countries (Herfindahl-Hirschman index, 10,000 = one country makes all)",
            ["Material", "Largest maker", "Its share*", "Index*", .. (ReadOnlySpan<string>)(withWorst ? ["Index at the worst moment*"] : [])],
            _measures.Concentration.Select(c => (string[])
            [
                _network.Commodities.Name[c.Commodity], _network.Countries.Name[c.Baseline.LargestCountry], Say.Percent(c.Baseline.LargestShare), Say.Number(c.Baseline.Hhi),
                .. (ReadOnlySpan<string>)(withWorst ? [c.Worst is null ? "-" : Say.Number(c.Worst.Hhi)] : []),
            ]));
        var isShort = _measures.Countries.Where(c => c.Service.IsShort).ToArray();
        var reliance = _measures.Reliance.Where(r => Array.Exists(isShort, c => c.Group == r.Country && c.Commodity == r.Commodity)).ToArray();
        if (reliance.Length > 0)
        {
            _page.Table(
                "Net import reliance of the countries that run short: (imports - exports) / (production + imports - exports)",
                ["Country", "Material", "Baseline*", .. (ReadOnlySpan<string>)(withWorst ? ["At the worst moment*"] : [])],
                reliance.Take(MostRows).Select(r => (string[])
                [
                    _network.Countries.Name[r.Country], _network.Commodities.Name[r.Commodity], Say.Percent(r.Baseline),
                    .. (ReadOnlySpan<string>)(withWorst ? [r.Worst is { } worst ? Say.Percent(worst) : "nothing used"] : []),
                ]));
        }

        if (_measures.WorstMoment is { } moment)
        {
            _page.Paragraph($"The worst moment, when most is missing at once, is {_record.Start.At(moment).Spoken()} (day {Say.Days(moment.Days)}).", "note");
        }
    }

    private void Assumptions(Provenance provenance)
    {
        _page.Heading(2, "What this rests on");
        var counts = provenance.Counts.Select(c => c.Rows.ToString("#,0", CultureInfo.InvariantCulture) + " " + c.Confidence).ToArray();
        if (counts.Length > 0)
        {
            _page.Paragraph($"Rows of the network by how far they can be trusted: {Say.List(counts)}.");
        }

        if (provenance.Assumptions.Count > 0)
        {
            _page.Table(
                "Inferred and assumed",
                ["What the figure is", "How far to trust it", "Based on", "Rows"],
                provenance.Assumptions.Select(a => (string[])[a.Note ?? "no note", a.Confidence, a.Source ?? "no source", Rows(a)]));
            if (provenance.MoreAssumptions > 0)
            {
                _page.Paragraph($"and {Say.Count(provenance.MoreAssumptions, "other", "others")}: see the network's files.", "note");
            }
        }

        if (provenance.Sources.Count == 0)
        {
            return;
        }

        _page.Heading(3, "Sources");
        _page.List(provenance.Sources);
        if (provenance.MoreSources > 0)
        {
            _page.Paragraph($"and {Say.Count(provenance.MoreSources, "other", "others")}: see the network's files.", "note");
        }
    }

    private static string Rows(Assumption assumption)
    {
        var more = assumption.Rows.Count + assumption.MoreRows - 6;
        return string.Join(", ", assumption.Rows.Take(6)) + (more > 0 ? $" and {more.ToString("#,0", CultureInfo.InvariantCulture)} more" : "");
    }

    private void Proof()
    {
        _page.Heading(2, "Proof");
        _page.Table(
            "Mass balance: opening + made = used + lost + closing, in t",
            ["Material", "Opening*", "Under way*", "Made*", "Used*", "Lost*", "Closing*", "Under way at the end*", "Relative error*"],
            _record.Mass.Select(m => (string[])
            [
                _network.Commodities.Name[m.Commodity], Say.Number(m.OpeningStock), Say.Number(m.OpeningTransit), Say.Number(m.Made), Say.Number(m.Used), Say.Number(m.Lost),
                Say.Number(m.ClosingStock), Say.Number(m.ClosingTransit), m.RelativeError.ToString("0.0e+0", CultureInfo.InvariantCulture),
            ]));
        _page.Paragraph($"SupplyShockSim {_output.Version}, seed {_output.Seed.ToString(CultureInfo.InvariantCulture)}, {_record.Events.ToString("#,0", CultureInfo.InvariantCulture)} events, "
            + $"trace {ManifestJson.Fingerprint(_record.TraceHash)}: the same inputs and seed give the same trace.");
        if (_output.Overrides.Count > 0)
        {
            _page.Paragraph($"Set on the command line: {Say.List([.. _output.Overrides])}.");
        }

        if (_output.Inputs.Count > 0)
        {
            _page.Table("Files read", ["File", "SHA-256"], _output.Inputs.Select(i => (string[])[i.Path, i.Sha256]));
        }
    }

    /// <summary>Cells for the tonnes short, their part of demand, the peak, the first and the last day.</summary>
    private string[] Shortfall(ServiceMeasures m) => m.FirstShortfallDay is { } first && m.LastShortfallDay is { } last
        ?
        [
            Say.Number(m.ShortfallTotal), Say.Percent(1 - m.ServiceLevel), Say.Number(m.ShortfallPeak), _record.Start.AddDays(first).Iso(),
            last < _record.End.Days ? _record.Start.AddDays(last).Iso() : "the end",
        ]
        : ["0", "0 %", "0", "-", "-"];

    /// <summary>Cells for the days to survive and to recover.</summary>
    private static string[] Days(ServiceMeasures m) =>
    [
        m.TimeToSurviveDays is { } survive ? Say.Days(survive) : "-",
        m.TimeToRecoverDays is { } recover ? Say.Days(recover) : m.Recovery == Recovery.NotRecovered ? "not within the run" : "-",
    ];

    private void Omitted(int rows)
    {
        if (rows > MostRows)
        {
            _page.Paragraph($"and {Say.Count(rows - MostRows, "other", "others")}: see metrics.json.", "note");
        }
    }
}
