namespace SupplyShockSim.Network;

/// <summary>
/// A network ready to run: rows sorted by id, cohorts split, balanced, with everything the event loop reads in flat arrays.
/// Immutable; built from a <see cref="NetworkSpec"/>.
/// </summary>
/// <remarks>
/// A <b>stock</b> is one commodity on one side of one site: each site has one stock per input and one per output, and their
/// indices are contiguous (<see cref="SiteTable.FirstStock"/>). A stock without a target holds nothing and only passes flow on.
/// Order never depends on the order of the files: sites are sorted by id, lanes by (to, commodity, from, id), ordinally: the lanes into a stock stand side
/// by side.
/// </remarks>
public sealed class SupplyNetwork
{
    internal SupplyNetwork(CommodityTable commodities, SiteTable sites, StockTable stocks, LaneTable lanes, RowTable rows, CountryTable countries)
    {
        Commodities = commodities;
        Sites = sites;
        Stocks = stocks;
        Lanes = lanes;
        Rows = rows;
        Countries = countries;
    }

    public CommodityTable Commodities { get; }

    public SiteTable Sites { get; }

    public StockTable Stocks { get; }

    public LaneTable Lanes { get; }

    /// <summary>The rows of the files; a row with cohorts stands for several sites.</summary>
    public RowTable Rows { get; }

    public CountryTable Countries { get; }
}

/// <summary>Commodities, sorted by id; column arrays of length <see cref="Count"/>.</summary>
public sealed class CommodityTable
{
    public required string[] Id { get; init; }

    /// <summary>Name for people.</summary>
    public required string[] Name { get; init; }

    /// <summary>Reference price in USD/t, or NaN.</summary>
    public required double[] PriceUsdPerTonne { get; init; }

    /// <summary>Order of clearing: 0 is most downstream; commodities of one cycle share a rank.</summary>
    public required int[] Rank { get; init; }

    /// <summary>The chain that it belongs to, from 0: commodities that some site makes or uses together belong to one.</summary>
    public required int[] Chain { get; init; }

    /// <summary>Names of the groups, sorted.</summary>
    public string[] Group { get; init; } = [];

    /// <summary>Commodities of each group, as indices into this table, sorted.</summary>
    public int[][] GroupMembers { get; init; } = [];

    public int Count => Id.Length;

    /// <summary>The commodities that a name stands for, sorted: one, or those of a group; none where there is neither.</summary>
    public int[] Called(string name)
    {
        var commodity = Array.BinarySearch(Id, name, StringComparer.Ordinal);
        var group = commodity < 0 ? Array.BinarySearch(Group, name, StringComparer.Ordinal) : -1;
        return commodity >= 0 ? [commodity] : group >= 0 ? GroupMembers[group] : [];
    }
}

/// <summary>Countries and blocs the network knows, by code.</summary>
public sealed class CountryTable
{
    /// <summary>Codes of the countries in use, sorted.</summary>
    public required string[] Code { get; init; }

    /// <summary>English names.</summary>
    public required string[] Name { get; init; }

    /// <summary>Bloc names, sorted.</summary>
    public required string[] Bloc { get; init; }

    /// <summary>Member countries of each bloc, as indices into <see cref="Code"/>, sorted; members without a site are left out.</summary>
    public required int[][] BlocMembers { get; init; }

    public int Count => Code.Length;

    /// <inheritdoc cref="Iso3166.InFiles"/>
    /// <param name="country">Index of a country.</param>
    public string InFiles(int country) => Iso3166.InFiles(Code[country]);
}

/// <summary>The rows of the files, sorted by id.</summary>
public sealed class RowTable
{
    public required string[] Id { get; init; }

    public required string[] Name { get; init; }

    /// <summary>Index of the row's first site; its sites are contiguous.</summary>
    public required int[] FirstSite { get; init; }

    /// <summary>How many sites the row was split into; 1 without cohorts.</summary>
    public required int[] SiteCount { get; init; }

    public int Count => Id.Length;
}

/// <summary>Sites (cohorts count each), sorted by row id, then cohort; column arrays of length <see cref="Count"/>.</summary>
public sealed class SiteTable
{
    /// <summary>The row's id, or for a cohort <c>row/cohort</c>.</summary>
    public required string[] Id { get; init; }

    public required int[] Row { get; init; }

    public required SiteKind[] Kind { get; init; }

    /// <summary>Index into <see cref="SupplyNetwork.Countries"/>.</summary>
    public required int[] Country { get; init; }

    /// <summary>End use of a consumer, or null.</summary>
    public required string?[] EndUse { get; init; }

    /// <summary>Class for rationing by priority; <see cref="int.MaxValue"/> where none was given.</summary>
    public required int[] Priority { get; init; }

    /// <summary>True for consumers: activity is demand, nothing is made.</summary>
    public required bool[] IsConsumer { get; init; }

    /// <summary>Activity (t/d) in the baseline: a consumer's demand, or what the outgoing flows need.</summary>
    public required double[] BaselinePerDay { get; init; }

    /// <summary>Most activity (t/d); for a consumer its demand.</summary>
    public required double[] CapacityPerDay { get; init; }

    /// <summary>How fast activity may move; one object for all sites that are alike.</summary>
    public required Speeds[] Speeds { get; init; }

    /// <summary>Id of the recipe, or null where it is written in place.</summary>
    public string?[] Technology { get; init; } = [];

    /// <summary>How the site answers to prices; one object for all sites that are alike.</summary>
    public PriceTerms[] Pricing { get; init; } = [];

    /// <summary>When the site opens, in seconds from the start; 0 = open from the start.</summary>
    public required long[] OpensSeconds { get; init; }

    /// <summary>Length <see cref="Count"/> + 1: the stocks of site i are FirstStock[i] .. FirstStock[i+1]-1, inputs first.</summary>
    public required int[] FirstStock { get; init; }

    /// <summary>Index of the first output stock of site i; inputs are FirstStock[i] .. FirstOutput[i]-1.</summary>
    public required int[] FirstOutput { get; init; }

    public int Count => Id.Length;
}

/// <summary>Stocks, in the order of their sites; column arrays of length <see cref="Count"/>.</summary>
public sealed class StockTable
{
    public required int[] Site { get; init; }

    public required int[] Commodity { get; init; }

    /// <summary>Tonnes used (input) or made (output) per unit of activity.</summary>
    public required double[] Coefficient { get; init; }

    /// <summary>Target in days of cover.</summary>
    public required double[] CoverDays { get; init; }

    /// <summary>True for the input side.</summary>
    public required bool[] IsInput { get; init; }

    /// <summary>
    /// Length <see cref="Count"/> + 1: lanes into an input stock, or out of an output stock, are LaneOf[FirstLane[s]..FirstLane[s+1]-1], in lane order.
    /// </summary>
    public required int[] FirstLane { get; init; }

    public required int[] LaneOf { get; init; }

    public int Count => Site.Length;

    /// <summary>The lanes into an input stock, or out of an output stock.</summary>
    public ReadOnlySpan<int> Lanes(int stock) => LaneOf.AsSpan(FirstLane[stock], FirstLane[stock + 1] - FirstLane[stock]);
}

/// <summary>Lanes, sorted; column arrays of length <see cref="Count"/>.</summary>
public sealed class LaneTable
{
    /// <summary>The id given in the files, or null; see <see cref="SupplyNetworkNames.LaneName"/>.</summary>
    public required string?[] GivenId { get; init; }

    public required int[] From { get; init; }

    public required int[] To { get; init; }

    public required int[] Commodity { get; init; }

    /// <summary>The seller's output stock.</summary>
    public required int[] FromStock { get; init; }

    /// <summary>The buyer's input stock.</summary>
    public required int[] ToStock { get; init; }

    /// <summary>Contract flow, t/d.</summary>
    public required double[] FlowPerDay { get; init; }

    /// <summary>The lane's row has a contract flow, be it with other cohorts only.</summary>
    public required bool[] RowHasFlow { get; init; }

    /// <summary>Most the lane can carry, t/d; infinity = unlimited.</summary>
    public required double[] CapacityPerDay { get; init; }

    public required long[] TransitSeconds { get; init; }

    public required double[] CostUsdPerTonne { get; init; }

    /// <summary>Seconds a buyer needs before it can use the lane; 0 for lanes with a flow.</summary>
    public required long[] QualificationSeconds { get; init; }

    /// <summary>Nobody orders over the lane on the spot, and no buyer comes to accept it: it carries what it is given.</summary>
    public required bool[] IsOnCall { get; init; }

    public int Count => From.Length;
}
