namespace SupplyShockSim.Figures;

/// <summary>A range along the horizontal axis, such as that between two quantiles; several, from the widest to the narrowest, make a fan.</summary>
/// <param name="Label">What it is, written where it ends; may be empty.</param>
/// <param name="Edges">Its lower and upper edge, left to right.</param>
/// <param name="Hue">Its colour, drawn pale.</param>
public sealed record BandMark(Label Label, IReadOnlyList<BandEdge> Edges, Hue Hue) : Mark
{
    /// <summary>Whether its label is written beside it: not where it goes with a line that says as much.</summary>
    public bool IsLabelled { get; init; } = true;

    /// <summary>A bar beside the panel that says once more how far it ranges where it ends, so that ends of several panels can be compared.</summary>
    public EndBar End { get; init; } = EndBar.None;

    public override string Kind => "band";

    public override void Accept(IMarkVisitor visitor) => visitor.Visit(this);

    public override (double Least, double Most) Reach => (Edges.Min(e => e.Low), Edges.Max(e => e.High));

    public override IEnumerable<Label> Labels => IsLabelled && Label.Text.Length > 0 ? [Label] : [];

    public override Hue? HueOf(string series) => Hue;

    public override IEnumerable<Datum> Data => Edges.Select(e => new Datum(Label.Text, e.X, (e.Low + e.High) / 2, e.Low, e.High));
}

/// <summary>How the range at the end of a band is shown beside its panel.</summary>
public enum EndBar
{
    /// <summary>It is not.</summary>
    None,

    /// <summary>By a thin bar: what nearly all keep to.</summary>
    Thin,

    /// <summary>By a broad bar: the middle.</summary>
    Broad,
}

/// <summary>The range at one place.</summary>
public readonly record struct BandEdge(double X, double Low, double High);
