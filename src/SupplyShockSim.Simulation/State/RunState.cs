using System.Runtime.CompilerServices;
using SupplyShockSim.Engine;
using SupplyShockSim.Network;

namespace SupplyShockSim.Simulation.State;

/// <summary>
/// All state of a run: a row for each site, stock, lane, buyer and seller, and side tables for what is rare. It knows no rule and no calendar. Several runs
/// may live side by side; nothing is shared but the network.
/// </summary>
internal sealed class RunState
{
    /// <param name="network">What is given.</param>
    /// <param name="terms">What holds throughout the run.</param>
    /// <param name="contractTerm">How long contracts last; null: for ever.</param>
    /// <param name="parts">The parts of the state.</param>
    public RunState(SupplyNetwork network, Terms terms, SimDuration? contractTerm, Parts parts)
    {
        (Network, Terms) = (network, terms);
        var (sites, stocks, lanes, commodities) = (network.Sites.Count, network.Stocks.Count, network.Lanes.Count, network.Commodities.Count);
        Sites = parts.Add(() => new Rows<SiteNow>(sites));
        Stocks = parts.Add(() => new Rows<StockNow>(stocks));
        StockNotes = parts.Add(() => new Rows<StockNotes>(stocks));
        Lanes = parts.Add(() => new Rows<LaneNow>(lanes));
        Buyers = parts.Add(() => new Rows<BuyerNow>(stocks));
        Sellers = parts.Add(() => new Rows<SellerNow>(stocks));
        RationCause = parts.Add(() => new Rows<int>(stocks));
        Fronts = parts.Add(() => new FrontPool());
        Border = parts.Add(() => new SideTable<BorderNow>(lanes));
        Bunching = parts.Add(() => new SideTable<BunchNow>(lanes));
        Paces = parts.Add(() => new SideTable<PaceNow>(sites));
        Laid = parts.Add(() => new SideTable<double>(stocks));
        RationRank = parts.Add(() => new SideTable<double>(lanes));
        QualificationChange = parts.Add(() => new SideTable<double>(lanes));
        Peaks = parts.Add(() => new PeaksBySite());
        LanesByCost = parts.Add(() => new SideTable<int>(lanes));
        ShortBuyers = parts.Add(() => new ListsByCommodity(commodities));
        CourtedSellers = parts.Add(() => new ListsByCommodity(commodities));
        Clearings = parts.Add(() => new Cell<int>(0));
        Prices = parts.Add(() => PriceBook.Of(network));
        Renewals = contractTerm is { } term ? parts.Add(() => new RenewalBook(network.Lanes, term)) : null;
    }

    public SupplyNetwork Network { get; }

    public Terms Terms { get; }

    /// <summary>One of the commodities that a site makes or uses.</summary>
    public int CommodityOf(int site) => Network.Stocks.Commodity[Network.Sites.FirstStock[site]];

    /// <inheritdoc cref="Terms.IsThorough"/>
    public bool IsThorough => Terms.IsThorough;

    /// <inheritdoc cref="Terms.End"/>
    public long End => Terms.End;

    /// <inheritdoc cref="Terms.ReviewSeconds"/>
    public long ReviewSeconds => Terms.ReviewSeconds;

    public double ReviewDays => Terms.ReviewSeconds / (double)SimDuration.SecondsPerDay;

    /// <inheritdoc cref="Terms.Tolerance"/>
    public double Tolerance => Terms.Tolerance;

    public Rows<SiteNow> Sites { get; }

    public Rows<StockNow> Stocks { get; }

    public Rows<StockNotes> StockNotes { get; }

    public Rows<LaneNow> Lanes { get; }

    /// <summary>By input stock.</summary>
    public Rows<BuyerNow> Buyers { get; }

    /// <summary>By output stock.</summary>
    public Rows<SellerNow> Sellers { get; }

    /// <summary>By output stock: the log entry that says why the seller rations.</summary>
    public Rows<int> RationCause { get; }

    public FrontPool Fronts { get; }

    /// <summary>By lane.</summary>
    public SideTable<BorderNow> Border { get; }

    /// <summary>By lane.</summary>
    public SideTable<BunchNow> Bunching { get; }

    /// <summary>By site; made where any site has speeds.</summary>
    public SideTable<PaceNow> Paces { get; }

    /// <summary>By lane: the rank of its buyer where its seller serves by rank, the highest first; 0 for none.</summary>
    public SideTable<double> RationRank { get; }

    /// <summary>By lane: by how much policies change the time to accept its seller, as a share of it.</summary>
    public SideTable<double> QualificationChange { get; }

    /// <summary>By stock: tonnes that a policy has laid there before the start, on top of the baseline.</summary>
    public SideTable<double> Laid { get; }

    public PeaksBySite Peaks { get; }

    /// <summary>Each buyer's lanes in order of landed cost, in the places that they have in the table of lanes (see <see cref="BuyerNow.IsSorted"/>).</summary>
    public SideTable<int> LanesByCost { get; }

    /// <summary>The buyers whose contracts do not carry their need.</summary>
    public ListsByCommodity ShortBuyers { get; }

    /// <summary>The sellers that had orders beyond their contracts after the last clearing.</summary>
    public ListsByCommodity CourtedSellers { get; }

    /// <summary>How many times a commodity has cleared (see <see cref="SellerNow.Stamp"/>).</summary>
    public Cell<int> Clearings { get; }

    public PriceBook Prices { get; }

    /// <summary>Null where contracts last for ever.</summary>
    public RenewalBook? Renewals { get; }

    /// <summary>Stops a thorough run, and every run of a test build, where something is as it must never be.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Must(bool holds, string what)
    {
        State.Must.Be(holds, what);
        if (!holds && IsThorough)
        {
            throw State.Must.Breach(what);
        }
    }

    /// <summary>The first point of the review grid after a second.</summary>
    public long NextReviewPoint(long now) => ((now / ReviewSeconds) + 1) * ReviewSeconds;

    /// <summary>The log entry that last changed what a buyer decides on.</summary>
    public int CauseOfBuyer(int stock) => Sites[Stocks[stock].Site].Cause;

    /// <summary>Why a site runs as it does: the empty input where there is one, else what woke it.</summary>
    public int CauseOfActivity(in SiteNow site) => site.Limiter >= 0 ? Stocks[site.Limiter].Cause : site.Cause;

    /// <summary>A hint that a site's stocks are going to be read; of a site with very many, the first.</summary>
    public void FetchStocks(in SiteNow site)
    {
        const int Most = 8;
        for (var s = site.FirstStock; s < Math.Min(site.EndStock, site.FirstStock + Most); s++)
        {
            Stocks.Fetch(s);
        }
    }
}
