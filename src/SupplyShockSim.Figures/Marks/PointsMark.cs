namespace SupplyShockSim.Figures;

/// <summary>Single points.</summary>
/// <param name="Label">What they are.</param>
/// <param name="Points">In any order, at least one.</param>
/// <param name="Hue">Their colour.</param>
public sealed record PointsMark(Label Label, Polyline Points, Hue Hue) : Mark
{
    public override string Kind => "points";

    public override void Accept(IMarkVisitor visitor) => visitor.Visit(this);

    public override (double Least, double Most) Reach => (Points.Least, Points.Most);

    public override IEnumerable<Label> Labels => [Label];

    public override Hue? HueOf(string series) => Hue;

    public override IEnumerable<Datum> Data => Points.Points.Select(p => new Datum(Label.Text, p.X, p.Y));
}
