namespace SupplyShockSim.Figures;

/// <summary>A table of shaded cells between two category axes: the darker, the more.</summary>
/// <param name="Name">What the values are, with their unit.</param>
/// <param name="Cells">Those that have a value.</param>
public sealed record CellsMark(string Name, IReadOnlyList<Cell> Cells) : Mark
{
    public override string Kind => "cells";

    public override void Accept(IMarkVisitor visitor) => visitor.Visit(this);

    public override (double Least, double Most) Reach => (0, Cells.Max(c => c.Value));

    public override Hue? HueOf(string series) => null;

    public override IEnumerable<Datum> Data => Cells.Select(c => new Datum(Name, c.Column, c.Row, Value: c.Value));
}

/// <summary>A cell.</summary>
/// <param name="Column">Its place on the horizontal axis.</param>
/// <param name="Row">Its place on the vertical axis, from the top.</param>
/// <param name="Value">What it says; at least zero.</param>
public readonly record struct Cell(int Column, int Row, double Value);
