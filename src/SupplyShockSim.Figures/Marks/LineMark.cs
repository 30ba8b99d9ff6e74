namespace SupplyShockSim.Figures;

/// <summary>A line: straight from point to point, or in steps where each value holds until the next.</summary>
/// <param name="Label">What it is, written where it ends.</param>
/// <param name="Course">Its points, left to right, at least one.</param>
/// <param name="Hue">Its colour and dash.</param>
/// <param name="Variant">Tells lines of one hue apart by their dash: 0 for the first.</param>
public sealed record LineMark(Label Label, Polyline Course, Hue Hue, int Variant = 0) : Mark
{
    /// <summary>Whether its label is written beside it: not where it goes on with a line that has it already, or is one of many in grey.</summary>
    public bool IsLabelled { get; init; } = true;

    public override string Kind => Course.IsSteps ? "steps" : "line";

    public override void Accept(IMarkVisitor visitor) => visitor.Visit(this);

    public override (double Least, double Most) Reach => (Course.Least, Course.Most);

    public override IEnumerable<Label> Labels => IsLabelled ? [Label] : [];

    public override Hue? HueOf(string series) => Hue;

    public override IEnumerable<Datum> Data => Course.Points.Select(p => new Datum(Label.Text, p.X, p.Y));
}
