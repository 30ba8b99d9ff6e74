namespace SupplyShockSim.Reports.Html;

/// <summary>How the report looks: on screens from the width of a telephone, by day and by night, and on paper.</summary>
internal static class ReportStyle
{
    public const string Css = """
        :root { color-scheme: light dark; --ink: #222; --soft: #5f5f5f; --line: #e3e3e3; --page: #fff; --link: #0b57a4; }
        body { margin: 0; color: var(--ink); background: var(--page); font: 16px/1.5 Helvetica, Arial, 'Liberation Sans', sans-serif; }
        main { max-width: 62rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
        a { color: var(--link); }
        h1 { font-size: 1.7rem; line-height: 1.25; margin: 0 0 .8rem; overflow-wrap: break-word; }
        h2 { font-size: 1.2rem; margin: 2.2rem 0 .6rem; }
        h3 { font-size: 1rem; margin: 1.4rem 0 .4rem; }
        .lead { font-size: 1.1rem; }
        .note { color: var(--soft); font-size: .9rem; }
        nav ol { columns: 15rem; margin: 1rem 0; padding-left: 1.3rem; font-size: .9rem; }
        .scroll { overflow-x: auto; }
        table { border-collapse: collapse; width: 100%; margin: .8rem 0; font-size: .85rem; line-height: 1.35; }
        caption { text-align: left; color: var(--soft); padding-bottom: .3rem; }
        caption span { display: inline-block; position: sticky; left: 0; max-width: calc(100vw - 2rem); }
        th, td { text-align: left; vertical-align: top; padding: .28rem 0 .28rem .7rem; border-bottom: 1px solid var(--line); font-weight: normal; }
        thead th { font-weight: bold; border-bottom: 1.5px solid var(--ink); vertical-align: bottom; }
        th:first-child { padding-left: 0; min-width: 7rem; }
        .n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; min-width: 0 !important; }
        thead .n { white-space: normal; }
        summary { cursor: pointer; padding: .4rem 0; }
        figure { margin: 1.6rem 0; }
        figure .scroll { background: #fff; }
        figure svg { display: block; width: 100%; min-width: 44rem; height: auto; }
        li { margin: .15rem 0; overflow-wrap: anywhere; }
        @media (prefers-color-scheme: dark) {
          :root { --ink: #e6e6e6; --soft: #ababab; --line: #3a3a3a; --page: #17191c; --link: #8ab8f0; }
          figure .scroll { padding: .4rem; border-radius: .3rem; }
        }
        @media print {
          @page { margin: 14mm; }
          :root { --ink: #000; --soft: #444; --line: #ccc; --page: #fff; --link: #000; }
          body { font-size: 9.5pt; line-height: 1.4; }
          main { max-width: none; padding: 0; }
          h2 { margin-top: 1.2rem; }
          table { font-size: 7.5pt; margin: .4rem 0; }
          th, td { padding-top: .12rem; padding-bottom: .12rem; }
          h2, h3, caption, summary { break-after: avoid; }
          figure, tr { break-inside: avoid; }
          thead { display: table-header-group; }
          nav { display: none; }
          .scroll { overflow: visible; }
          figure { margin: .6rem 0; }
          figure .scroll { padding: 0; }
          figure svg { min-width: 0; max-height: 78mm; }
          th:first-child { min-width: 0; }
          details:not(.paper) { display: none; }
          details.paper::details-content { content-visibility: visible; height: auto; }
          .break { break-after: page; }
        }

        """;
}
