namespace SupplyShockSim.Figures.Drawing;

/// <summary>How far an axis reaches and where its ticks stand, in its own units.</summary>
/// <param name="From">What stands at its left or lower end.</param>
/// <param name="Until">What stands at its right or upper end.</param>
/// <param name="Ticks">Places of round numbers or names; none on a date axis, whose ticks depend on the room.</param>
internal sealed record Scale(double From, double Until, IReadOnlyList<double> Ticks)
{
    public double Length => Until - From;

    /// <summary>The horizontal axis of a figure.</summary>
    public static Scale Horizontal(Figure figure)
    {
        var marks = figure.Panels.SelectMany(p => p.Marks).ToArray();
        return figure.X.Kind switch
        {
            AxisKind.Date => new Scale(0, figure.X.Until!.Value, []),
            AxisKind.Category => Names(figure.X.Categories.Count),
            _ when figure.X.From is { } from => Between(from, figure.X.Until!.Value),
            _ when figure.Y.Kind == AxisKind.Category => Numbers(figure.X, marks.Select(m => m.Reach), endsWithData: true),
            _ => Numbers(figure.X, marks.SelectMany(m => m.Data).Select(d => (d.X, d.X)), endsWithData: true),
        };
    }

    /// <summary>The vertical axis of a figure. Names go from the top down, so its upper end is the lesser.</summary>
    public static Scale Vertical(Figure figure)
    {
        if (figure.Y.Kind != AxisKind.Category)
        {
            return Numbers(figure.Y, figure.Panels.SelectMany(p => p.Marks).Select(m => m.Reach));
        }

        var names = Names(figure.Y.Categories.Count);
        return new Scale(names.Until, names.From, names.Ticks);
    }

    /// <summary>Half a place beyond the first and the last.</summary>
    private static Scale Names(int count) => new(-0.5, Math.Max(count, 1) - 0.5, [.. Enumerable.Range(0, count).Select(i => (double)i)]);

    private static Scale Between(double from, double until) =>
        new(from, until, [.. SupplyShockSim.Figures.Ticks.Nice(from, until, 5).Where(tick => tick >= from && tick <= until)]);

    /// <summary>From zero, or what lies below it, to the largest value: to the round number above it, or along the foot of a field to the value itself.</summary>
    private static Scale Numbers(Axis axis, IEnumerable<(double Least, double Most)> reaches, bool endsWithData = false)
    {
        var (least, most) = (0.0, axis.Until ?? 0);
        foreach (var reach in reaches)
        {
            (least, most) = (Math.Min(least, reach.Least), Math.Max(most, reach.Most));
        }

        if (least == most)
        {
            // Without a value the axis has no scale, only its zero.
            return new Scale(0, 1, [0]);
        }

        var ticks = SupplyShockSim.Figures.Ticks.Nice(least, most, 5);
        return endsWithData ? new Scale(least, most, [.. ticks.Where(t => t >= least && t <= most)]) : new Scale(ticks[0], ticks[^1], ticks);
    }
}
