namespace SupplyShockSim.Reports.Comparisons;

/// <summary>How the page of a comparison looks: on a screen, in the dark, on paper. In the dark a figure is turned round in brightness and keeps its hues.</summary>
internal static class CompareStyle
{
    public const string Css = """
        :root { color-scheme: light dark; --ink: #222; --page: #fff; --muted: #5f5f5f; --line: #e3e3e3; --edge: #222; --note: #f3f4f6; --link: #0b57a4; }
        body { margin: 0; color: var(--ink); background: var(--page); font: 16px/1.5 Helvetica, Arial, 'Liberation Sans', sans-serif; }
        main { max-width: 75rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
        h1 { font-size: 1.7rem; line-height: 1.25; margin: 0 0 .8rem; overflow-wrap: anywhere; }
        h2 { font-size: 1.2rem; margin: 2.2rem 0 .6rem; }
        p, li, dd { overflow-wrap: anywhere; }
        .lead { font-size: 1.1rem; }
        .note { color: var(--muted); font-size: .9rem; }
        .warning { border-left: 4px solid #d55e00; background: var(--note); padding: .5rem .8rem; }
        .scroll { overflow-x: auto; }
        table { border-collapse: collapse; min-width: 100%; margin: .8rem 0; font-size: .85rem; line-height: 1.35; }
        caption { text-align: left; color: var(--muted); padding-bottom: .3rem; }
        th, td { text-align: left; vertical-align: top; padding: .28rem 0 .28rem .7rem; border-bottom: 1px solid var(--line); font-weight: normal; }
        thead th { font-weight: bold; border-bottom: 1.5px solid var(--edge); vertical-align: bottom; }
        th:first-child { padding-left: 0; }
        .n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
        thead .n { white-space: normal; }
        th button { font: inherit; font-weight: bold; color: inherit; background: none; border: 0; padding: .25rem 0; text-align: inherit; cursor: pointer; }
        th button::after { content: ' \2195'; color: var(--muted); }
        th[aria-sort=ascending] button::after { content: ' \2191'; color: inherit; }
        th[aria-sort=descending] button::after { content: ' \2193'; color: inherit; }
        .mark { color: var(--muted); font-size: .8rem; padding-left: .3rem; }
        figure { margin: 1.6rem 0; }
        .plot { position: relative; max-width: 60rem; }
        .plot svg { display: block; width: 100%; height: auto; }
        .plot:focus-visible, button:focus-visible, summary:focus-visible, .scroll:focus-visible { outline: 3px solid #0072b2; outline-offset: 2px; }
        .cursor { position: absolute; width: 1px; background: var(--ink); pointer-events: none; }
        .values { position: absolute; max-width: 16rem; padding: .35rem .5rem; font-size: .8rem; line-height: 1.35; pointer-events: none; white-space: pre-line;
          color: var(--ink); background: var(--page); border: 1px solid var(--edge); border-radius: 3px; z-index: 1; }
        [hidden] { display: none; }
        summary { cursor: pointer; padding: .25rem 0; }
        code { font-family: ui-monospace, Menlo, Consolas, 'Liberation Mono', monospace; font-size: .85em; overflow-wrap: anywhere; }
        dt { font-weight: bold; margin-top: .6rem; }
        dd { margin: 0; }
        @media (prefers-color-scheme: dark) {
          :root { --ink: #ddd; --page: #000; --muted: #a5a5a5; --line: #333; --edge: #bbb; --note: #1b1b1b; --link: #8ab8ea; }
          .plot svg { filter: invert(1) hue-rotate(180deg); }
          .plot:focus-visible, button:focus-visible, summary:focus-visible, .scroll:focus-visible { outline-color: #56b4e9; }
        }
        @media print {
          :root { --ink: #222; --page: #fff; --muted: #5f5f5f; --line: #e3e3e3; --edge: #222; --note: #f3f4f6; }
          @page { margin: 16mm; }
          body { font-size: 10pt; }
          main { max-width: none; padding: 0; }
          .plot svg { filter: none; }
          .scroll { overflow: visible; }
          th button::after { content: ''; }
          figure, tr { break-inside: avoid; }
        }

        """;
}
