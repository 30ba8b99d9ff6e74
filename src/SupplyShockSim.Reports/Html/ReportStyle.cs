namespace SupplyShockSim.Reports.Html;

/// <summary>How the report looks, on a screen and on paper.</summary>
internal static class ReportStyle
{
    public const string Css = """
        body { margin: 0; color: #222; background: #fff; font: 16px/1.5 Helvetica, Arial, 'Liberation Sans', sans-serif; }
        main { max-width: 62rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
        h1 { font-size: 1.7rem; line-height: 1.25; margin: 0 0 .8rem; }
        h2 { font-size: 1.2rem; margin: 2.2rem 0 .6rem; }
        h3 { font-size: 1rem; margin: 1.4rem 0 .4rem; }
        .lead { font-size: 1.1rem; }
        .note { color: #5f5f5f; font-size: .9rem; }
        table { border-collapse: collapse; width: 100%; margin: .8rem 0; font-size: .85rem; line-height: 1.35; }
        caption { text-align: left; color: #5f5f5f; padding-bottom: .3rem; }
        th, td { text-align: left; vertical-align: top; padding: .28rem 0 .28rem .7rem; border-bottom: 1px solid #e3e3e3; font-weight: normal; overflow-wrap: break-word; }
        thead th { font-weight: bold; border-bottom: 1.5px solid #222; vertical-align: bottom; }
        th:first-child { padding-left: 0; }
        .n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
        thead .n { white-space: normal; }
        figure { margin: 1.6rem 0; }
        figure svg { width: 100%; height: auto; }
        li { margin: .15rem 0; overflow-wrap: anywhere; }
        @media print {
          @page { margin: 16mm; }
          body { font-size: 10pt; }
          main { max-width: none; padding: 0; }
          table { font-size: 8pt; }
          h2, h3 { break-after: avoid; }
          figure, tr { break-inside: avoid; }
          thead { display: table-header-group; }
        }

        """;
}
