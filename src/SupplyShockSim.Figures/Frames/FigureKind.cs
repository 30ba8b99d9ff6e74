using SupplyShockSim.Analysis;
using SupplyShockSim.Analysis.Selections;

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

    /// <summary>Whether it belongs into the folder of every run that can fill it; the others are drawn where they are asked for.</summary>
    public virtual bool IsUsual => true;

    /// <summary>By what it can be asked to tell apart.</summary>
    public virtual IReadOnlyList<Grouping> By => [];

    /// <summary>Of what it can be asked for some only.</summary>
    public virtual IReadOnlyList<Grouping> Where => [];

    /// <summary>The measures it can be asked for, the first is that of which it tells unasked.</summary>
    public virtual IReadOnlyList<ServiceMeasure> Measures => [];

    /// <summary>Whether it shows draws of what is uncertain.</summary>
    public virtual bool ShowsDraws => false;

    /// <summary>Whether it shows what was observed.</summary>
    public virtual bool ShowsObserved => false;

    /// <summary>Whether it shows what goes back to which control.</summary>
    public virtual bool ShowsAttribution => false;

    /// <summary>Whether it shows several runs.</summary>
    public virtual bool ShowsSeveral => false;

    /// <summary>The figure; null where the source lacks what it needs or there is nothing to tell.</summary>
    public abstract Figure? Build(FigureSource source);
}
