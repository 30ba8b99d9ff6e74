using SupplyShockSim.Network;

namespace SupplyShockSim.Simulation.State;

/// <summary>
/// Prices by commodity and buying country (together a cell: commodity x countries + country), and what they make of sites. It takes no memory
/// while prices stand still.
/// </summary>
internal sealed class PriceBook : IForkable
{
    private readonly SupplyNetwork _network;

    /// <summary>By cell; empty while all are 1.</summary>
    private double[] _index = [];

    /// <summary>By cell, multiple of the reference price; empty while all are 1.</summary>
    private double[] _multiple = [];

    /// <summary>By site, the share of its ceiling that prices leave it; empty while it is 1 for all.</summary>
    private double[] _ceilingShare = [];

    public PriceBook(SupplyNetwork network) =>
        (_network, IsMarked, IsMoving) = (network, new bool[network.Commodities.Count], new bool[network.Commodities.Count]);

    /// <summary>By commodity: its orders or what is promised of them may have changed since its prices were last looked at.</summary>
    public bool[] IsMarked { get; private init; }

    /// <summary>By commodity: some index of it is not where it goes.</summary>
    public bool[] IsMoving { get; private init; }

    /// <summary>Second of the next look at prices, or -1.</summary>
    public long LookAt { get; set; } = -1;

    /// <summary>Second at which indices last moved.</summary>
    public long MovedAt { get; set; }

    /// <summary>By place in the list of makers with a least price.</summary>
    public MinimumNow[] Minima { get; set; } = [];

    /// <summary>Terms of money of sellers that have some, by site.</summary>
    public SideTable<SellerTermsNow> Terms { get; private init; } = null!;

    public int Cells => _network.Commodities.Count * _network.Countries.Count;

    public static PriceBook Of(SupplyNetwork network) => new(network) { Terms = new SideTable<SellerTermsNow>(network.Sites.Count) };

    public int Cell(int commodity, int country) => (commodity * _network.Countries.Count) + country;

    /// <summary>Price over reference price, as scarcity has it; 1 at the start.</summary>
    public double Index(int cell) => _index.Length == 0 ? 1 : _index[cell];

    public void SetIndex(int cell, double index) => Of(ref _index, Cells)[cell] = index;

    /// <summary>What the reference price is multiplied by.</summary>
    public double Multiple(int cell) => _multiple.Length == 0 ? 1 : _multiple[cell];

    public void SetMultiple(int cell, double multiple) => Of(ref _multiple, Cells)[cell] = multiple;

    /// <summary>The price in a country, USD/t; NaN where the commodity has none.</summary>
    public double UsdPerTonne(int commodity, int country)
    {
        var cell = Cell(commodity, country);
        return _network.Commodities.PriceUsdPerTonne[commodity] * Multiple(cell) * Index(cell);
    }

    /// <summary>The share of its capacity (a consumer: of its demand) that prices leave a site; above zero for a consumer.</summary>
    public double CeilingShare(int site) => _ceilingShare.Length == 0 ? 1 : _ceilingShare[site];

    public void SetCeilingShare(int site, double share) => Of(ref _ceilingShare, _network.Sites.Count)[site] = share;

    /// <summary>What a maker does at least, whatever is ordered, t/d; no more than it can.</summary>
    public double LeastActivity(int site, double ceilingTonnesPerDay) =>
        Terms.IsMade ? Math.Min(ceilingTonnesPerDay, Math.Max(Terms[site].LeastActivity, Terms[site].Intake)) : 0;

    /// <summary>What a site takes in that it need not order, t/d.</summary>
    public double Intake(int site) => Terms.IsMade ? Terms[site].Intake : 0;

    public IForkable Fork() => new PriceBook(_network)
    {
        _index = [.. _index],
        _multiple = [.. _multiple],
        _ceilingShare = [.. _ceilingShare],
        IsMarked = [.. IsMarked],
        IsMoving = [.. IsMoving],
        LookAt = LookAt,
        MovedAt = MovedAt,
        Minima = [.. Minima],
        Terms = (SideTable<SellerTermsNow>)Terms.Fork(),
    };

    private static double[] Of(ref double[] made, int count)
    {
        if (made.Length == 0)
        {
            made = new double[count];
            Array.Fill(made, 1);
        }

        return made;
    }
}

/// <summary>A maker with a least price.</summary>
internal struct MinimumNow
{
    /// <summary>Second since which its price is below, or -1.</summary>
    public long BelowSince;

    public bool IsIdle;
}

/// <summary>Terms of money of a seller: what answers grant it, USD/t; zero for none.</summary>
internal struct SellerTermsNow
{
    /// <summary>Its price is at least this.</summary>
    public double Floor;

    /// <summary>Its price is this.</summary>
    public double Strike;

    /// <summary>Its least price is lower by this.</summary>
    public double Relief;

    /// <summary>It runs at least at this, t/d.</summary>
    public double LeastActivity;

    /// <summary>It takes this in although it did not order it, t/d.</summary>
    public double Intake;
}
