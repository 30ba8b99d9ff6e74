namespace SupplyShockSim.Figures;

/// <summary>Something drawn in a panel. A new mark is one record here, one method of <see cref="IMarkVisitor"/>, and whoever draws it.</summary>
public abstract record Mark
{
    /// <summary>The word for this mark in JSON and CSV.</summary>
    public abstract string Kind { get; }

    /// <summary>Calls the method for this mark.</summary>
    public abstract void Accept(IMarkVisitor visitor);

    /// <summary>The least and the largest value it shows along the number axis.</summary>
    public abstract (double Least, double Most) Reach { get; }

    /// <summary>What is written beside it, from the top down where they wish for the same height; none where it names itself.</summary>
    public virtual IEnumerable<Label> Labels => [];

    /// <summary>Whether it needs the whole width of the page and some height, also as one of several panels.</summary>
    public virtual bool IsWide => false;

    /// <summary>The hue of one of its series; null where each of its parts has its own.</summary>
    public abstract Hue? HueOf(string series);

    /// <summary>Every point of its data, in order.</summary>
    public abstract IEnumerable<Datum> Data { get; }
}

/// <summary>One point of a mark.</summary>
/// <param name="Series">Which of the mark's series it belongs to.</param>
/// <param name="X">Where on the horizontal axis.</param>
/// <param name="Y">Its value; the place on the vertical axis for cells and level bars.</param>
/// <param name="Low">The lower end of what has one.</param>
/// <param name="High">The upper end.</param>
/// <param name="Value">What a cell says.</param>
public readonly record struct Datum(string Series, double X, double Y, double? Low = null, double? High = null, double? Value = null);

/// <summary>One method for each mark.</summary>
public interface IMarkVisitor
{
    void Visit(LineMark mark);

    void Visit(LayersMark mark);

    void Visit(BandMark mark);

    void Visit(BarsMark mark);

    void Visit(CellsMark mark);

    void Visit(PointsMark mark);

    void Visit(StreamsMark mark);
}

/// <summary>What is written beside a mark.</summary>
/// <param name="Text">What it is.</param>
/// <param name="Detail">Its figures in a few words; may be empty, and may have several lines.</param>
public sealed record Label(string Text, string Detail = "");
