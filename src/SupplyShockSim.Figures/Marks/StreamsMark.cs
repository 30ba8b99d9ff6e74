namespace SupplyShockSim.Figures;

/// <summary>
/// What flows from column to column, as a Sankey diagram: nodes are boxes, streams are ribbons as thick as their share. Columns are the names of the
/// horizontal axis.
/// </summary>
/// <param name="Nodes">From left to right, in a column from the top down.</param>
/// <param name="Streams">Each from a node to one in a column further right.</param>
/// <param name="Fullest">The share that the fullest column of any panel of the figure adds up to: it fills the height.</param>
public sealed record StreamsMark(IReadOnlyList<StreamNode> Nodes, IReadOnlyList<StreamLink> Streams, double Fullest) : Mark
{
    public override string Kind => "streams";

    public override void Accept(IMarkVisitor visitor) => visitor.Visit(this);

    public override (double Least, double Most) Reach => (0, Fullest);

    public override bool IsWide => true;

    public override Hue? HueOf(string series) => null;

    /// <summary>Each stream by its ends: where it begins, its share in percent, its tonnes per day.</summary>
    public override IEnumerable<Datum> Data =>
        Streams.Select(s => new Datum($"{Nodes[s.From].Name} > {Nodes[s.To].Name}", Nodes[s.From].Column, s.Share, Value: s.TonnesPerDay));
}

/// <summary>Who takes part.</summary>
/// <param name="Column">Its place on the horizontal axis.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Hue">Its colour, and that of what it sends.</param>
public sealed record StreamNode(int Column, string Name, Hue Hue);

/// <summary>What goes from one to another.</summary>
/// <param name="From">Index of a node.</param>
/// <param name="To">Index of a node further right.</param>
/// <param name="Share">Percent of what all send of the same thing before anything happens.</param>
/// <param name="TonnesPerDay">The same in tonnes of it per day.</param>
public sealed record StreamLink(int From, int To, double Share, double TonnesPerDay);
