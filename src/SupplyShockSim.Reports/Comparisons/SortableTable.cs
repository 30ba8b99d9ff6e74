using System.Globalization;
using SupplyShockSim.Figures;
using SupplyShockSim.Reports.Html;

namespace SupplyShockSim.Reports.Comparisons;

/// <summary>A cell: what is shown, what it is sorted by (null for what is shown), and a word behind it.</summary>
internal readonly record struct SortableCell(string Text, double? Value = null, string Mark = "");

/// <summary>A table whose rows a reader may sort by any column.</summary>
internal static class SortableTable
{
    /// <param name="page">The page.</param>
    /// <param name="caption">What it holds.</param>
    /// <param name="columns">The headings; one that ends in <c>*</c> is of a column of numbers.</param>
    /// <param name="rows">The cells; the first of each row names it.</param>
    public static void Write(HtmlWriter page, string caption, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<SortableCell>> rows)
    {
        bool IsNumber(int i) => columns[i].EndsWith('*');
        page.Raw("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"" + Markup.Escape(caption) + "\">\n<table class=\"sort\">\n<caption>"
            + Markup.Escape(caption) + "</caption>\n<thead><tr>");
        for (var i = 0; i < columns.Count; i++)
        {
            page.Raw((IsNumber(i) ? "<th scope=\"col\" class=\"n\">" : "<th scope=\"col\">") + Markup.Escape(columns[i].TrimEnd('*')) + "</th>");
        }

        page.Raw("</tr></thead>\n<tbody>\n");
        foreach (var row in rows)
        {
            page.Raw("<tr><th scope=\"row\">" + Markup.Escape(row[0].Text) + "</th>");
            for (var i = 1; i < row.Count; i++)
            {
                var value = IsNumber(i) ? $" data-v=\"{row[i].Value?.ToString("R", CultureInfo.InvariantCulture)}\"" : "";
                page.Raw((IsNumber(i) ? "<td class=\"n\"" : "<td") + value + ">" + Markup.Escape(row[i].Text)
                    + (row[i].Mark.Length > 0 ? "<span class=\"mark\">" + Markup.Escape(row[i].Mark) + "</span>" : "") + "</td>");
            }

            page.Raw("</tr>\n");
        }

        page.Raw("</tbody>\n</table>\n</div>\n");
    }
}
