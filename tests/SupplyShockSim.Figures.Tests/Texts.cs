using System.Globalization;
using System.Xml.Linq;

namespace SupplyShockSim.Testing;

/// <summary>Checks the layout of a drawn figure by where its texts stand.</summary>
internal static class Texts
{
    /// <summary>No text leaves the picture, and none runs into another.</summary>
    public static void Check(string where, string svgText)
    {
        var svg = XDocument.Parse(svgText).Root!;
        var texts = svg.Elements(svg.Name.Namespace + "text").Select(Place).ToArray();
        Assert.NotEmpty(texts);
        Assert.All(texts, t => Assert.True(t.Left >= 0 && t.Right <= Number(svg, "width") && t.Y <= Number(svg, "height"),
            $"{where}: '{t.Text}' leaves the picture"));
        for (var i = 0; i < texts.Length; i++)
        {
            for (var j = i + 1; j < texts.Length; j++)
            {
                var (a, b) = (texts[i], texts[j]);
                Assert.False(Math.Abs(a.Y - b.Y) < 9 && a.Left < b.Right && b.Left < a.Right, $"{where}: '{a.Text}' runs into '{b.Text}'");
            }
        }
    }

    private static double Number(XElement element, string name) => double.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture);

    private static (string Text, double Left, double Right, double Y) Place(XElement text) =>
        (text.Value, Number(text, "x"), Number(text, "x") + Number(text, "textLength"), Number(text, "y"));
}
