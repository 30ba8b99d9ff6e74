using SupplyShockSim.Engine;

namespace SupplyShockSim.Synthesis;

/// <summary>
/// A made-up supply network of firms with the statistics of real ones, of any size: degrees that fall as a power (<see cref="PowerLaw"/>),
/// hubs that deal with small firms (<see cref="Wiring"/>), sectors with recipes (<see cref="SectorPlan"/>), countries of real size
/// (<see cref="CountryShares"/>), 5 to 30 days of cover, 5 to 30 % of headroom, and flows that balance (<see cref="Flows"/>). For
/// measuring how the simulation behaves and scales, not for statements about the world.
/// </summary>
public sealed class SyntheticNetwork
{
    private SyntheticNetwork(SyntheticNetworkOptions options, Firms firms, Lanes lanes, double[] activity) =>
        (Options, Firms, Lanes, Activity) = (options, firms, lanes, activity);

    public SyntheticNetworkOptions Options { get; }

    internal Firms Firms { get; }

    internal Lanes Lanes { get; }

    /// <summary>Activity of each firm, t/d; of a consumer, its demand.</summary>
    internal double[] Activity { get; }

    /// <summary>Draws a network; the same options give the same network.</summary>
    /// <param name="options">Size and seed.</param>
    /// <exception cref="ImpossibleNetworkException">There are too few sites, or more or fewer lanes than they can have.</exception>
    public static SyntheticNetwork Generate(SyntheticNetworkOptions options)
    {
        options.Check();
        var streams = new RandomStreams(options.Seed);
        var sectors = SectorPlan.Draw(options.Sites, streams.Stream("sectors"));
        var firms = Firms.Draw(sectors, options.Sites, options.Lanes, streams.Stream("firms"));
        var lanes = Wiring.Draw(firms, options.Lanes, streams.Stream("lanes"));
        var activity = Flows.Assign(firms, lanes, streams.Stream("flows"));
        return new SyntheticNetwork(options, firms, lanes, activity);
    }

    /// <summary>
    /// Writes <c>network.yaml</c>, <c>sites.csv</c>, <c>lanes.csv</c>, and two scenarios on them: <c>quiet.yaml</c>, in which nothing
    /// happens, and <c>shock.yaml</c>, in which every producer of one country is out for 30 days.
    /// </summary>
    /// <param name="folder">An existing folder.</param>
    /// <param name="gzip">Write <c>sites.csv.gz</c> and <c>lanes.csv.gz</c> instead.</param>
    /// <param name="cancellation">Ends the writing early.</param>
    /// <exception cref="IOException">The files cannot be written.</exception>
    public void Write(string folder, bool gzip, CancellationToken cancellation = default) => new NetworkFolder(this, folder, gzip, cancellation).Write();
}
