namespace SupplyShockSim.Figures.Drawing;

/// <summary>
/// The labels of a panel's marks, with the heights at which they would best stand: a line where it ends, a layer in its middle where the stack is highest.
/// </summary>
internal sealed class LabelsOf : IMarkVisitor
{
    private readonly List<SideLabel> _labels = [];
    private double? _highest;
    private int _bands;

    /// <summary>From top to bottom where they wish for the same height.</summary>
    public static IReadOnlyList<SideLabel> Panel(Panel panel)
    {
        var all = new LabelsOf();
        foreach (var mark in panel.Marks)
        {
            mark.Accept(all);
        }

        return all._labels;
    }

    public void Visit(LineMark mark)
    {
        if (!mark.IsLabelled)
        {
            return;
        }

        // Beside a stack a line in the way of demand is read where the stack is highest.
        var at = _highest is { } highest ? ValueAt(mark.Course, highest) : mark.Course.LastY;
        _labels.Add(new SideLabel(mark.Label, at, mark.Hue, mark.Variant, Sample.Line, IsTied: _highest is null) { EndsAt = mark.Course.LastX });
    }

    public void Visit(LayersMark mark)
    {
        if (mark.Layers.Count == 0)
        {
            return;
        }

        var stack = mark.Layers[^1].Top;
        var highest = stack.Points.First(p => p.Y == stack.Most).X;
        _highest = highest;
        foreach (var layer in mark.Layers.Reverse())
        {
            var middle = ValueAt(layer.Top, highest) - (ValueAt(layer.Course, highest) / 2);
            _labels.Add(new SideLabel(layer.Label, middle, layer.Hue, 0, Sample.Area, IsTied: false));
        }
    }

    public void Visit(BandMark mark)
    {
        if (mark.Labels.Any())
        {
            _labels.Add(new SideLabel(mark.Label, (mark.Edges[^1].Low + mark.Edges[^1].High) / 2, mark.Hue, _bands++, Sample.Band, IsTied: false));
        }
    }

    public void Visit(PointsMark mark) => _labels.Add(new SideLabel(mark.Label, mark.Points.LastY, mark.Hue, 0, Sample.Point, IsTied: false));

    /// <summary>Bars carry their own text.</summary>
    public void Visit(BarsMark mark)
    {
    }

    /// <summary>Cells carry their own text.</summary>
    public void Visit(CellsMark mark)
    {
    }

    /// <summary>Whose colour is whose: beside thin boxes there is no room for names.</summary>
    public void Visit(StreamsMark mark)
    {
        foreach (var node in mark.Nodes.Where(n => n.Hue != Hue.Rest).DistinctBy(n => n.Name))
        {
            _labels.Add(new SideLabel(new Label(node.Name), 0, node.Hue, 0, Sample.Area, IsTied: false));
        }
    }

    /// <summary>The value of steps at a place: that of the last point at or before it.</summary>
    private static double ValueAt(Polyline course, double x) => course.Points.TakeWhile(p => p.X <= x).Select(p => p.Y).DefaultIfEmpty(course.FirstY).Last();
}
