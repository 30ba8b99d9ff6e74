namespace SupplyShockSim.Figures.Drawing;

/// <summary>A small figure with every mark that runs have, drawn for nobody, so that the first real one finds everything loaded.</summary>
internal static class Warming
{
    public static Figure Sample()
    {
        var course = new Polyline { IsSteps = true };
        course.Add(0, 1);
        course.Add(20, 2);
        course.Add(40, 2);
        return new Figure
        {
            Name = "warming",
            Title = "Nothing",
            Subtitle = "Nothing, in nothing",
            Footnote = "None",
            Description = "Nothing",
            X = Axis.Dates(new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Unspecified), 40),
            Y = Axis.Numbers("t/d"),
            Spans = [new Span("control", [new Window(5, 25)])],
            Panels = [new Panel("", [new LayersMark([new Layer(new Label("a", "b"), course, course, new Hue(0))]),
                new LineMark(new Label("c"), course, Hue.Reference)])],
        };
    }
}
