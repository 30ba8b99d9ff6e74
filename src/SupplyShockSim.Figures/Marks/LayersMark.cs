namespace SupplyShockSim.Figures;

/// <summary>Rates one upon the other, so that the area is their integral.</summary>
/// <param name="Layers">From the bottom up.</param>
public sealed record LayersMark(IReadOnlyList<Layer> Layers) : Mark
{
    public override string Kind => "layers";

    public override void Accept(IMarkVisitor visitor) => visitor.Visit(this);

    public override (double Least, double Most) Reach => (0, Layers.Count == 0 ? 0 : Layers[^1].Top.Most);

    public override IEnumerable<Label> Labels => Layers.Select(l => l.Label).Reverse();

    public override Hue? HueOf(string series) => Layers.FirstOrDefault(l => l.Label.Text == series)?.Hue;

    public override IEnumerable<Datum> Data => Layers.SelectMany(l => l.Course.Points.Select(p => new Datum(l.Label.Text, p.X, p.Y)));
}

/// <summary>A layer of a stack.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Course">Its own height in steps, not that of the stack.</param>
/// <param name="Top">The stack's height up to the upper edge of this layer.</param>
/// <param name="Hue">Its colour.</param>
public sealed record Layer(Label Label, Polyline Course, Polyline Top, Hue Hue);
