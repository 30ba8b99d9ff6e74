namespace SupplyShockSim.Figures.Kinds;

/// <summary>A kind of figure. A new one is one file beside this and one line in <see cref="FigureCatalog"/>.</summary>
public abstract class FigureKind
{
    /// <summary>Its name, which is that of its files too.</summary>
    public abstract string Name { get; }

    /// <summary>What it needs, for people.</summary>
    public abstract string Needs { get; }

    /// <summary>What it shows.</summary>
    public abstract string Meaning { get; }

    /// <summary>The figure; null where the source lacks what it needs or there is nothing to tell.</summary>
    public abstract Figure? Build(FigureSource source);
}
