namespace SupplyShockSim.Figures;

/// <summary>
/// Bars along a category axis: upright where that is the horizontal one, level where it is the vertical one. Bars that begin where the last ended make a
/// waterfall.
/// </summary>
/// <param name="Name">What the bars are.</param>
/// <param name="Bars">In the order of the axis.</param>
public sealed record BarsMark(string Name, IReadOnlyList<Bar> Bars) : Mark
{
    public override string Kind => "bars";

    public override void Accept(IMarkVisitor visitor) => visitor.Visit(this);

    public override (double Least, double Most) Reach => (Bars.Min(b => Math.Min(b.From, b.Until)), Bars.Max(b => Math.Max(b.From, b.Until)));

    public override Hue? HueOf(string series) => null;

    public override IEnumerable<Datum> Data => Bars.Select(b => new Datum(Name, b.Category, b.Until - b.From, b.From, b.Until));
}

/// <summary>A bar.</summary>
/// <param name="Category">Its place on the category axis.</param>
/// <param name="From">Where it begins on the number axis.</param>
/// <param name="Until">Where it ends.</param>
/// <param name="Text">What is written at its end; may be empty.</param>
/// <param name="Hue">Its colour.</param>
public readonly record struct Bar(int Category, double From, double Until, string Text, Hue Hue);
