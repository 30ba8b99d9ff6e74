using System.Globalization;

namespace SupplyShockSim.Model.Network;

/// <summary>Turns checked and balanced rows into the tables of a <see cref="SupplyNetwork"/>.</summary>
internal sealed class NetworkAssembly(NetworkSpec spec, NetworkNames names, FlowBalance balance, DateTime start)
{
    private readonly List<SiteDraft> _sites = [];
    private readonly List<LaneDraft> _lanes = [];
    private readonly int[] _firstSite = new int[spec.Sites.Count];
    private readonly int[] _siteCount = new int[spec.Sites.Count];
    private readonly int[] _rowOrder = [.. Enumerable.Range(0, spec.Sites.Count).OrderBy(i => spec.Sites[i].Id, StringComparer.Ordinal)];
    private readonly int[] _commodityOrder = [.. Enumerable.Range(0, spec.Commodities.Count).OrderBy(i => spec.Commodities[i].Id, StringComparer.Ordinal)];

    private sealed record SiteDraft(int SpecRow, int Row, string Id, Cohort? Cohort)
    {
        public double Weight => Cohort?.Weight ?? 1;
    }

    private sealed record LaneDraft(int SpecRow, int From, int To, double Flow, double Capacity, long Qualification);

    public SupplyNetwork Assemble()
    {
        var inbound = InboundByRow();
        DraftSites(inbound);
        DraftLanes(inbound);
        var commodities = Commodities();
        var countries = Countries();
        var (sites, stocks) = SitesAndStocks(commodities, countries);
        var lanes = Lanes(commodities, sites, stocks);
        LinkStocks(stocks, lanes);
        SetRanks(commodities, sites, stocks);
        return new SupplyNetwork(commodities, sites, stocks, lanes, Rows(), countries);
    }

    /// <summary>Per site row, the lane rows that arrive there, in the order of supplier and id.</summary>
    private List<int>[] InboundByRow()
    {
        var inbound = new List<int>[spec.Sites.Count];
        for (var i = 0; i < inbound.Length; i++)
        {
            inbound[i] = [];
        }

        foreach (var l in Enumerable.Range(0, spec.Lanes.Count).OrderBy(l => spec.Lanes[l].From, StringComparer.Ordinal).ThenBy(l => spec.Lanes[l].Id, StringComparer.Ordinal))
        {
            inbound[names.Sites[spec.Lanes[l].To]].Add(l);
        }

        return inbound;
    }

    private void DraftSites(List<int>[] inbound)
    {
        for (var row = 0; row < _rowOrder.Length; row++)
        {
            var specRow = _rowOrder[row];
            var site = spec.Sites[specRow];
            _firstSite[specRow] = _sites.Count;
            if (site.Cohorts is null)
            {
                _sites.Add(new SiteDraft(specRow, row, site.Id, null));
            }
            else
            {
                var flows = names.Inputs(site).Keys
                    .Select(c => inbound[specRow].Where(l => spec.Lanes[l].Of == c).Select(l => balance.Flow[l]).ToArray()).ToList();
                var cohorts = CohortSplit.Of(site.Cohorts, flows);
                var digits = cohorts.Count.ToString(CultureInfo.InvariantCulture).Length;
                for (var c = 0; c < cohorts.Count; c++)
                {
                    var number = (c + 1).ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');
                    _sites.Add(new SiteDraft(specRow, row, $"{site.Id}/{number}", cohorts[c]));
                }
            }

            _siteCount[specRow] = _sites.Count - _firstSite[specRow];
        }
    }

    private void DraftLanes(List<int>[] inbound)
    {
        for (var specRow = 0; specRow < spec.Sites.Count; specRow++)
        {
            var commodities = names.Inputs(spec.Sites[specRow]).Keys.ToList();
            var position = new int[commodities.Count];
            foreach (var l in inbound[specRow])
            {
                var k = commodities.IndexOf(spec.Lanes[l].Of);
                DraftLane(l, specRow, k, position[k]++);
            }
        }

        var order = _commodityOrder.Select((c, i) => (spec.Commodities[c].Id, i)).ToDictionary(x => x.Id, x => x.i, StringComparer.Ordinal);
        _lanes.Sort((a, b) =>
        {
            var byFrom = a.From.CompareTo(b.From);
            var byTo = byFrom != 0 ? byFrom : a.To.CompareTo(b.To);
            var byCommodity = byTo != 0 ? byTo : order[spec.Lanes[a.SpecRow].Of].CompareTo(order[spec.Lanes[b.SpecRow].Of]);
            return byCommodity != 0 ? byCommodity : string.CompareOrdinal(spec.Lanes[a.SpecRow].Id, spec.Lanes[b.SpecRow].Id);
        });
    }

    /// <summary>
    /// One lane row becomes a lane for each pair of cohorts. A buyer's cohort has its own share of the row's flow; the row's headroom
    /// is shared by weight, so that capacities add up to the row's. A supplier that the cohort does not buy from is open to it after
    /// the cohort's qualification time (a lane without any flow keeps its own, where it has one).
    /// </summary>
    private void DraftLane(int l, int buyerRow, int input, int supplierPosition)
    {
        var lane = spec.Lanes[l];
        var rowFlow = balance.Flow[l];
        var headroom = lane.Capacity is { } capacity ? Math.Max(0, capacity.Value - rowFlow) : double.PositiveInfinity;
        var bought = balance.InflowOf(buyerRow, lane.Of);
        var sellerRow = names.Sites[lane.From];
        for (var b = _firstSite[buyerRow]; b < _firstSite[buyerRow] + _siteCount[buyerRow]; b++)
        {
            var flow = _sites[b].Cohort is { } cohort ? cohort.Weight * bought * cohort.SupplierShares[input][supplierPosition] : rowFlow;
            var own = flow > 0 ? 0 : OwnQualification(lane, buyerRow, rowFlow);
            for (var s = _firstSite[sellerRow]; s < _firstSite[sellerRow] + _siteCount[sellerRow]; s++)
            {
                var part = _sites[s].Weight;
                _lanes.Add(new LaneDraft(l, s, b, flow * part, (flow + (headroom * _sites[b].Weight)) * part, own));
            }
        }
    }

    private long OwnQualification(LaneSpec lane, int buyerRow, double rowFlow)
    {
        var cohorts = spec.Sites[buyerRow].Cohorts;
        var useCohort = cohorts is not null && (rowFlow > 0 || lane.Qualification.Seconds == 0);
        return useCohort ? cohorts!.Qualification.Seconds : lane.Qualification.Seconds;
    }

    private CommodityTable Commodities() => new()
    {
        Id = [.. _commodityOrder.Select(c => spec.Commodities[c].Id)],
        Name = [.. _commodityOrder.Select(c => spec.Commodities[c].Name ?? spec.Commodities[c].Id)],
        PriceUsdPerTonne = [.. _commodityOrder.Select(c => spec.Commodities[c].Price?.Value ?? double.NaN)],
        Rank = new int[_commodityOrder.Length],
    };

    private CountryTable Countries()
    {
        var codes = spec.Sites.Select(s => CodeOf(s.Country)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        var blocs = spec.Blocs.Keys.Order(StringComparer.Ordinal).ToArray();
        return new CountryTable
        {
            Code = codes,
            Name = [.. codes.Select(names.CountryName)],
            Bloc = blocs,
            BlocMembers = [.. blocs.Select(b => spec.Blocs[b].Select(m => Array.BinarySearch(codes, CodeOf(m), StringComparer.Ordinal)).Where(m => m >= 0).Distinct().Order().ToArray())],
        };
    }

    private string CodeOf(string country) => names.TryCountry(country, out var code) ? code : country;

    private RowTable Rows() => new()
    {
        Id = [.. _rowOrder.Select(r => spec.Sites[r].Id)],
        Name = [.. _rowOrder.Select(r => spec.Sites[r].Name ?? spec.Sites[r].Id)],
        FirstSite = [.. _rowOrder.Select(r => _firstSite[r])],
        SiteCount = [.. _rowOrder.Select(r => _siteCount[r])],
    };

    private (SiteTable Sites, StockTable Stocks) SitesAndStocks(CommodityTable commodities, CountryTable countries)
    {
        var count = _sites.Count;
        var firstStock = new int[count + 1];
        var firstOutput = new int[count];
        var stocks = new StockDrafts();
        for (var i = 0; i < count; i++)
        {
            var draft = _sites[i];
            var site = spec.Sites[draft.SpecRow];
            firstStock[i] = stocks.Site.Count;
            foreach (var (commodity, amount) in names.Inputs(site).OrderBy(p => p.Key, StringComparer.Ordinal))
            {
                var cover = draft.Cohort?.CoverDays ?? site.Cover.Days(commodity);
                stocks.Add(i, IndexOf(commodities, commodity), balance.InputCoefficient(draft.SpecRow, commodity, amount), cover, input: true);
            }

            firstOutput[i] = stocks.Site.Count;
            foreach (var (commodity, amount) in names.Outputs(site))
            {
                stocks.Add(i, IndexOf(commodities, commodity), balance.OutputCoefficient(draft.SpecRow, commodity, amount), site.Cover.Days(commodity), input: false);
            }
        }

        firstStock[count] = stocks.Site.Count;
        var sites = new SiteTable
        {
            Id = [.. _sites.Select(s => s.Id)],
            Row = [.. _sites.Select(s => s.Row)],
            Kind = [.. Column(s => s.Kind)],
            Country = [.. Column(s => Array.BinarySearch(countries.Code, CodeOf(s.Country), StringComparer.Ordinal))],
            EndUse = [.. Column(s => s.EndUse)],
            Priority = [.. Column(s => s.Priority ?? int.MaxValue)],
            IsConsumer = [.. Column(s => s.Kind == SiteKind.Consumer)],
            BaselinePerDay = [.. _sites.Select(s => balance.Activity[s.SpecRow] * s.Weight)],
            CapacityPerDay = [.. _sites.Select(s => Math.Max(balance.Activity[s.SpecRow], spec.Sites[s.SpecRow].Capacity?.Value ?? 0) * s.Weight)],
            RampPerDay = [.. Column(s => s.Ramp?.SharePerDay ?? double.PositiveInfinity)],
            OpensSeconds = [.. Column(s => Math.Max(0, s.Opens?.ToSimTime(start).Seconds ?? 0))],
            FirstStock = firstStock,
            FirstOutput = firstOutput,
        };
        return (sites, stocks.ToTable(2 * _lanes.Count));

        IEnumerable<T> Column<T>(Func<SiteSpec, T> value) => _sites.Select(s => value(spec.Sites[s.SpecRow]));
    }

    private static int IndexOf(CommodityTable commodities, string id) => Array.BinarySearch(commodities.Id, id, StringComparer.Ordinal);

    private LaneTable Lanes(CommodityTable commodities, SiteTable sites, StockTable stocks)
    {
        int[] commodity = [.. _lanes.Select(l => IndexOf(commodities, spec.Lanes[l.SpecRow].Of))];
        return new LaneTable
        {
            GivenId = [.. _lanes.Select(l => spec.Lanes[l.SpecRow].Id)],
            From = [.. _lanes.Select(l => l.From)],
            To = [.. _lanes.Select(l => l.To)],
            Commodity = commodity,
            FromStock = [.. _lanes.Select((l, i) => StockOf(sites.FirstOutput[l.From], sites.FirstStock[l.From + 1], commodity[i]))],
            ToStock = [.. _lanes.Select((l, i) => StockOf(sites.FirstStock[l.To], sites.FirstOutput[l.To], commodity[i]))],
            FlowPerDay = [.. _lanes.Select(l => l.Flow)],
            CapacityPerDay = [.. _lanes.Select(l => l.Capacity)],
            TransitSeconds = [.. _lanes.Select(l => spec.Lanes[l.SpecRow].Transit.Seconds)],
            CostUsdPerTonne = [.. _lanes.Select(l => spec.Lanes[l.SpecRow].Cost.Value)],
            QualificationSeconds = [.. _lanes.Select(l => l.Qualification)],
        };

        int StockOf(int first, int end, int wanted) => first + stocks.Commodity.AsSpan(first, end - first).IndexOf(wanted);
    }

    private static void LinkStocks(StockTable stocks, LaneTable lanes)
    {
        for (var l = 0; l < lanes.Count; l++)
        {
            stocks.FirstLane[lanes.FromStock[l] + 1]++;
            stocks.FirstLane[lanes.ToStock[l] + 1]++;
        }

        for (var s = 0; s < stocks.Count; s++)
        {
            stocks.FirstLane[s + 1] += stocks.FirstLane[s];
        }

        var next = stocks.FirstLane.AsSpan(0, stocks.Count).ToArray();
        for (var l = 0; l < lanes.Count; l++)
        {
            stocks.LaneOf[next[lanes.FromStock[l]]++] = l;
            stocks.LaneOf[next[lanes.ToStock[l]]++] = l;
        }
    }

    /// <summary>
    /// Downstream commodities first: a commodity ranks above every commodity made from it. Relaxed like longest paths; a cycle stops
    /// rising after as many turns as there are commodities and its members then share the highest rank reached.
    /// </summary>
    private static void SetRanks(CommodityTable commodities, SiteTable sites, StockTable stocks)
    {
        var edges = new HashSet<(int Input, int Output)>();
        for (var i = 0; i < sites.Count; i++)
        {
            for (var k = sites.FirstStock[i]; k < sites.FirstOutput[i]; k++)
            {
                // Only the main product: a by-product (scrap) does not make its plant an upstream of its own supplier.
                if (sites.FirstOutput[i] < sites.FirstStock[i + 1])
                {
                    edges.Add((stocks.Commodity[k], stocks.Commodity[sites.FirstOutput[i]]));
                }
            }
        }

        for (var turn = 0; turn < commodities.Count; turn++)
        {
            foreach (var (input, output) in edges)
            {
                commodities.Rank[input] = Math.Min(commodities.Count, Math.Max(commodities.Rank[input], commodities.Rank[output] + 1));
            }
        }
    }

    private sealed class StockDrafts
    {
        private readonly List<int> _commodity = [];
        private readonly List<double> _coefficient = [];
        private readonly List<double> _cover = [];
        private readonly List<bool> _input = [];

        public List<int> Site { get; } = [];

        public void Add(int site, int commodity, double coefficient, double cover, bool input)
        {
            Site.Add(site);
            _commodity.Add(commodity);
            _coefficient.Add(coefficient);
            _cover.Add(cover);
            _input.Add(input);
        }

        public StockTable ToTable(int laneEnds) => new()
        {
            Site = [.. Site],
            Commodity = [.. _commodity],
            Coefficient = [.. _coefficient],
            CoverDays = [.. _cover],
            IsInput = [.. _input],
            FirstLane = new int[Site.Count + 1],
            LaneOf = new int[laneEnds],
        };
    }
}
