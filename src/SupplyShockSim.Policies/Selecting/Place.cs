namespace SupplyShockSim.Policies.Selecting;

/// <summary>A place that a selector names: the sites that lie in it.</summary>
public sealed class Place
{
    private readonly bool[] _sites;

    internal Place(bool[] sites, bool isBloc) => (_sites, IsBloc) = (sites, isBloc);

    /// <summary>Whether it is a set of countries.</summary>
    public bool IsBloc { get; }

    /// <summary>Whether no site lies in it.</summary>
    public bool IsEmpty => !Array.Exists(_sites, has => has);

    /// <summary>Whether a site lies in it.</summary>
    public bool Has(int site) => _sites[site];
}
