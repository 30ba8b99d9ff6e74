using System.Text;
using SupplyShockSim.Figures;

namespace SupplyShockSim.Reports.Html;

/// <summary>Writes a page of HTML: headings, paragraphs, lists and tables, all text escaped.</summary>
internal sealed class HtmlWriter
{
    private readonly StringBuilder _html = new();

    /// <param name="title">What a browser shows above the page.</param>
    /// <param name="style">Its style sheet.</param>
    /// <param name="policy">What the page may load and run, as a content security policy; null where nothing is said.</param>
    public HtmlWriter(string title, string style, string? policy = null)
    {
        Raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        Raw(policy is null ? "" : "<meta http-equiv=\"Content-Security-Policy\" content=\"" + Markup.Escape(policy) + "\">\n");
        Raw("<title>");
        Raw(Markup.Escape(title) + "</title>\n<style>\n" + style + "</style>\n</head>\n<body>\n<main>\n");
    }

    /// <summary>Markup as it is.</summary>
    public void Raw(string markup) => _html.Append(markup);

    public void Heading(int level, string text) => Element("h" + (char)('0' + level), text);

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

    /// <summary>A table with a caption; the first cell of each row is its heading, columns with a name that ends in <c>*</c> hold numbers or dates, which stand to the right and do not break.</summary>
    public void Table(string caption, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        bool IsNumber(int i) => columns[i].EndsWith('*');
        Raw("<table>\n<caption>" + Markup.Escape(caption) + "</caption>\n<thead><tr>");
        for (var i = 0; i < columns.Count; i++)
        {
            Raw((IsNumber(i) ? "<th scope=\"col\" class=\"n\">" : "<th scope=\"col\">") + Markup.Escape(columns[i].TrimEnd('*')) + "</th>");
        }

        Raw("</tr></thead>\n<tbody>\n");
        foreach (var row in rows)
        {
            Raw("<tr><th scope=\"row\">" + Markup.Escape(row[0]) + "</th>");
            for (var i = 1; i < row.Count; i++)
            {
                Raw((IsNumber(i) ? "<td class=\"n\">" : "<td>") + Markup.Escape(row[i]) + "</td>");
            }

            Raw("</tr>\n");
        }

        Raw("</tbody>\n</table>\n");
    }

    /// <summary>Closes the page and returns it.</summary>
    /// <param name="script">What runs when the page is there; null for none.</param>
    public string Close(string? script = null)
    {
        Raw("</main>\n" + (script is null ? "" : "<script>\n" + script + "</script>\n") + "</body>\n</html>\n");
        return _html.ToString();
    }

    private void Element(string tag, string text, string? cssClass = null) =>
        Raw("<" + tag + (cssClass is null ? "" : " class=\"" + cssClass + "\"") + ">" + Markup.Escape(text) + "</" + tag + ">\n");
}
