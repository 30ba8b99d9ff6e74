namespace SupplyShockSim.Synthesis;

/// <summary>How large a synthetic network is, and which of them.</summary>
public sealed record SyntheticNetworkOptions
{
    /// <summary>The smallest network that has every stage.</summary>
    public const int FewestSites = 50;

    /// <summary>Sites, consumers included; at least <see cref="FewestSites"/>.</summary>
    public required int Sites { get; init; }

    /// <summary>Lanes, spare ones included; at least as many as sites.</summary>
    public required int Lanes { get; init; }

    /// <summary>Seed of every draw: equal options give equal bytes.</summary>
    public ulong Seed { get; init; } = 1;

    /// <exception cref="ImpossibleNetworkException">There are too few sites, or too few lanes for them.</exception>
    internal void Check()
    {
        if (Sites < FewestSites)
        {
            throw new ImpossibleNetworkException($"A synthetic network has at least {FewestSites} sites, not {Sites}.");
        }

        if (Lanes < Sites)
        {
            throw new ImpossibleNetworkException($"A synthetic network has at least as many lanes as sites, not {Lanes} lanes for {Sites} sites.");
        }
    }
}
