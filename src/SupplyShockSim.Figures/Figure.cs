namespace SupplyShockSim.Figures;

/// <summary>
/// A figure as data: what it says, what it shows and where that comes from. It knows no pixel and no font; <see cref="FigureRenderer"/> draws it, and
/// the same data go out as JSON and CSV.
/// </summary>
public sealed record Figure
{
    /// <summary>The name of its files, and what tells it from others on one page: lower-case letters, digits and hyphens.</summary>
    public required string Name { get; init; }

    /// <summary>The finding.</summary>
    public required string Title { get; init; }

    /// <summary>What is drawn, in which unit.</summary>
    public required string Subtitle { get; init; }

    /// <summary>Where it comes from, so that a copied picture can be traced: version, seed, trace hash, sources.</summary>
    public required string Footnote { get; init; }

    /// <summary>The same for those who cannot see it: title and subtitle, where nothing else is said.</summary>
    public string Description { get => string.IsNullOrEmpty(field) ? $"{Title}. {Subtitle}" : field; init; } = "";

    /// <summary>The horizontal axis of every panel.</summary>
    public required Axis X { get; init; }

    /// <summary>The vertical axis of every panel.</summary>
    public required Axis Y { get; init; }

    /// <summary>Controls, shaded over every panel and named above the first row.</summary>
    public IReadOnlyList<Span> Spans { get; init; } = [];

    /// <summary>One, or several as small multiples; their vertical axes have one scale.</summary>
    public required IReadOnlyList<Panel> Panels { get; init; }

    /// <summary>What to say where there is nothing to draw.</summary>
    public string WhenEmpty { get; init; } = "";
}

/// <summary>A window of an axis: in days from the start on a date axis.</summary>
public sealed record Window(double From, double Until);

/// <summary>Something to point out along the horizontal axis: a control and the windows in which it was in force, at least one.</summary>
public sealed record Span(string Label, IReadOnlyList<Window> Windows);

/// <summary>One field of marks.</summary>
/// <param name="Title">What tells it from the other panels; empty where it is the only one.</param>
/// <param name="Marks">From the back to the front.</param>
public sealed record Panel(string Title, IReadOnlyList<Mark> Marks);
