using System.Globalization;
using System.Text;
using SupplyShockSim.Figures;
using SupplyShockSim.Scenarios.Tables;

namespace SupplyShockSim.Reports.Html;

/// <summary>Writes a page of HTML: headings, paragraphs, lists and tables, all text escaped, ids of facts in it linked to where they can be read.</summary>
/// <param name="title">What a browser shows above the page.</param>
/// <param name="style">Its style sheet.</param>
/// <param name="policy">What the page may load and run, as a content security policy; default: nothing.</param>
/// <param name="facts">The facts that texts may cite; default: none.</param>
internal sealed class HtmlWriter(string title, string style, string? policy = null, FactBook? facts = null)
{
    /// <summary>Nothing is fetched and nothing runs, whatever a name in a file may hold.</summary>
    private const string Nothing = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

    private readonly StringBuilder _html = new();
    private readonly FactBook _facts = facts ?? FactBook.Empty;
    private readonly List<(string Id, string Text)> _parts = [];
    private int _contents = -1;

    /// <summary>Markup as it is.</summary>
    public void Raw(string markup) => _html.Append(markup);

    /// <summary>A heading; those of level 2 stand in the contents.</summary>
    public void Heading(int level, string text)
    {
        if (level != 2)
        {
            Element("h" + (char)('0' + level), text);
            return;
        }

        var id = string.Create(CultureInfo.InvariantCulture, $"part-{_parts.Count + 1}");
        _parts.Add((id, text));
        Raw($"<h2 id=\"{id}\">{Markup.Escape(text)}</h2>\n");
    }

    /// <summary>The list of all headings of level 2 goes here, those that are still to come too.</summary>
    public void Contents() => _contents = _html.Length;

    /// <summary>What follows is not needed to follow the rest: on paper it begins a page.</summary>
    public void Appendix() => Raw("<div class=\"break\"></div>\n");

    public void Paragraph(string text, string? cssClass = null) => Element("p", text, cssClass);

    public void List(IEnumerable<string> items, bool ordered = false)
    {
        var tag = ordered ? "ol" : "ul";
        Raw("<" + tag + ">\n");
        foreach (var item in items)
        {
            Element("li", item);
        }

        Raw("</" + tag + ">\n");
    }

    /// <summary>What is long and read by few: closed on a screen.</summary>
    /// <param name="summary">What it holds.</param>
    /// <param name="onPaper">Whether it is printed.</param>
    /// <param name="write">Writes it.</param>
    public void Folded(string summary, bool onPaper, Action write)
    {
        Raw((onPaper ? "<details class=\"paper\">" : "<details>") + "<summary>" + Markup.Escape(summary) + "</summary>\n");
        write();
        Raw("</details>\n");
    }

    /// <summary>What may be wider than a small screen, and then scrolls by itself.</summary>
    public void Scrolled(string label, Action write)
    {
        Raw("<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"" + Markup.Escape(label) + "\">\n");
        write();
        Raw("</div>\n");
    }

    /// <summary>A table with a caption; the first cell of each row is its heading, columns with a name that ends in <c>*</c> hold numbers or dates, which stand to the right and do not break.</summary>
    public void Table(string caption, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows) => Scrolled(caption, () =>
    {
        bool IsNumber(int i) => columns[i].EndsWith('*');
        Raw("<table>\n<caption><span>" + Markup.Escape(caption) + "</span></caption>\n<thead><tr>");
        for (var i = 0; i < columns.Count; i++)
        {
            Raw((IsNumber(i) ? "<th scope=\"col\" class=\"n\">" : "<th scope=\"col\">") + Markup.Escape(columns[i].TrimEnd('*')) + "</th>");
        }

        Raw("</tr></thead>\n<tbody>\n");
        foreach (var row in rows)
        {
            Raw("<tr><th scope=\"row\">" + Linked(row[0]) + "</th>");
            for (var i = 1; i < row.Count; i++)
            {
                Raw((IsNumber(i) ? "<td class=\"n\">" : "<td>") + Linked(row[i]) + "</td>");
            }

            Raw("</tr>\n");
        }

        Raw("</tbody>\n</table>\n");
    });

    /// <summary>Closes the page and returns it.</summary>
    /// <param name="script">What runs when the page is there; null for none.</param>
    public string Close(string? script = null)
    {
        Raw("</main>\n" + (script is null ? "" : "<script>\n" + script + "</script>\n") + "</body>\n</html>\n");
        if (_contents >= 0 && _parts.Count > 1)
        {
            var items = string.Concat(_parts.Select(p => $"<li><a href=\"#{p.Id}\">{Markup.Escape(p.Text)}</a></li>\n"));
            _html.Insert(_contents, "<nav aria-label=\"Contents\">\n<ol>\n" + items + "</ol>\n</nav>\n");
        }

        return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
            + "<meta http-equiv=\"Content-Security-Policy\" content=\"" + Markup.Escape(policy ?? Nothing) + "\">\n<title>"
            + Markup.Escape(title) + "</title>\n<style>\n" + style + "</style>\n</head>\n<body>\n<main>\n" + _html;
    }

    private void Element(string tag, string text, string? cssClass = null) =>
        Raw("<" + tag + (cssClass is null ? "" : " class=\"" + cssClass + "\"") + ">" + Linked(text) + "</" + tag + ">\n");

    /// <summary>The text, escaped; each word in it that is the id of a fact leads to where the fact stands.</summary>
    private string Linked(string text)
    {
        if (_facts.Count == 0)
        {
            return Markup.Escape(text);
        }

        var linked = new StringBuilder();
        var done = 0;
        for (var i = 0; i < text.Length;)
        {
            var start = i;
            while (i < text.Length && (char.IsAsciiLetterOrDigit(text[i]) || text[i] == '-'))
            {
                i++;
            }

            if (i > start && _facts.Find(text[start..i]) is { } fact)
            {
                linked.Append(Markup.Escape(text[done..start])).Append("<a href=\"").Append(Markup.Escape(fact.Address)).Append("\" title=\"")
                    .Append(Markup.Escape(fact.Source)).Append("\" rel=\"noreferrer\">").Append(text, start, i - start).Append("</a>");
                done = i;
            }

            i = Math.Max(i, start + 1);
        }

        return linked.Append(Markup.Escape(text[done..])).ToString();
    }
}
