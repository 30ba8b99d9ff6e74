using SupplyShockSim.Figures.Words;

namespace SupplyShockSim.Figures.Drawing;

/// <summary>Where the boxes and ribbons of streams stand, in the units of the axes: columns one apart, and the height of a field from top to bottom.</summary>
internal sealed class StreamLayout
{
    /// <summary>Pixels between two boxes of a column: room for a line of text where boxes are thin.</summary>
    private const double Gap = 9;

    /// <summary>How broad a box is, in pixels.</summary>
    private const double Breadth = 10;

    public StreamLayout(StreamsMark mark, Field field)
    {
        var columns = Enumerable.Range(0, mark.Nodes.Count).GroupBy(i => mark.Nodes[i].Column).Select(g => g.ToArray()).ToArray();
        var gap = Gap * Math.Abs(field.Up.Length) / (field.Bottom - field.Top);
        var perShare = (Math.Abs(field.Up.Length) - (gap * (columns.Max(c => c.Length) - 1))) / mark.Fullest;
        var half = Breadth / 2 * field.Pixel;
        var boxes = new StreamBox[mark.Nodes.Count];
        foreach (var column in columns)
        {
            var top = Math.Min(field.Up.From, field.Up.Until);
            foreach (var node in column)
            {
                var (sent, got) = (mark.Streams.Where(s => s.From == node).Sum(s => s.Share), mark.Streams.Where(s => s.To == node).Sum(s => s.Share));
                var place = mark.Nodes[node].Column;
                // Of what it gets and what it sends only one adds up over a column.
                var share = column.Any(n => mark.Streams.Any(s => s.From == n)) ? sent : got;
                boxes[node] = new StreamBox(mark.Nodes[node], place - half, place + half, top, top + (Math.Max(sent, got) * perShare), share);
                top = boxes[node].Bottom + gap;
            }
        }

        Boxes = boxes;
        Ribbons = Between(mark, boxes, perShare);
    }

    public IReadOnlyList<StreamBox> Boxes { get; }

    public IReadOnlyList<Ribbon> Ribbons { get; }

    /// <summary>At each box ribbons stand one under the other, in the order of the boxes at their other end.</summary>
    private static List<Ribbon> Between(StreamsMark mark, StreamBox[] boxes, double perShare)
    {
        var (sent, got) = (boxes.Select(b => b.Top).ToArray(), boxes.Select(b => b.Top).ToArray());
        var leaves = new double[mark.Streams.Count];
        foreach (var s in Enumerable.Range(0, leaves.Length).OrderBy(s => mark.Streams[s].From).ThenBy(s => mark.Streams[s].To))
        {
            leaves[s] = sent[mark.Streams[s].From];
            sent[mark.Streams[s].From] += mark.Streams[s].Share * perShare;
        }

        var ribbons = new List<Ribbon>();
        foreach (var s in Enumerable.Range(0, leaves.Length).OrderBy(s => mark.Streams[s].To).ThenBy(s => mark.Streams[s].From))
        {
            var stream = mark.Streams[s];
            var (from, to, thick) = (boxes[stream.From], boxes[stream.To], stream.Share * perShare);
            ribbons.Add(new Ribbon(from.Right, leaves[s], to.Left, got[stream.To], thick, from.Node.Hue));
            got[stream.To] += thick;
        }

        return ribbons;
    }
}

/// <summary>The box of a node.</summary>
/// <param name="Node">Which.</param>
/// <param name="Left">On the horizontal axis.</param>
/// <param name="Right">On the horizontal axis.</param>
/// <param name="Top">On the vertical axis, which goes down.</param>
/// <param name="Bottom">On the vertical axis.</param>
/// <param name="Share">What it sends, in percent; in a column that sends nothing, what it gets.</param>
internal sealed record StreamBox(StreamNode Node, double Left, double Right, double Top, double Bottom, double Share)
{
    public Hue Hue => Node.Hue;

    /// <summary>Its share, to be written behind its name.</summary>
    public string Percent => $" {Say.Number(Math.Round(Share, Share < 10 ? 1 : 0))} %";
}

/// <summary>A stream, equally thick from one end to the other.</summary>
/// <param name="FromX">Where it leaves.</param>
/// <param name="FromY">Its upper edge there.</param>
/// <param name="ToX">Where it comes in.</param>
/// <param name="ToY">Its upper edge there.</param>
/// <param name="Thick">How thick it is.</param>
/// <param name="Hue">Its colour.</param>
internal sealed record Ribbon(double FromX, double FromY, double ToX, double ToY, double Thick, Hue Hue)
{
    private const int Steps = 24;

    /// <summary>Around it: along its upper edge, which bends as 3t^2 - 2t^3 does, and back along the lower.</summary>
    public IEnumerable<(double X, double Y)> Outline()
    {
        for (var i = 0; i <= Steps; i++)
        {
            yield return At(i, 0);
        }

        for (var i = Steps; i >= 0; i--)
        {
            yield return At(i, Thick);
        }
    }

    private (double X, double Y) At(int step, double below)
    {
        var t = step / (double)Steps;
        return (FromX + (t * (ToX - FromX)), FromY + (((3 * t * t) - (2 * t * t * t)) * (ToY - FromY)) + below);
    }
}
