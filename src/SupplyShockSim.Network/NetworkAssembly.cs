using System.Globalization;

namespace SupplyShockSim.Network;

/// <summary>Turns checked and balanced rows into the tables of a <see cref="SupplyNetwork"/>.</summary>
internal sealed class NetworkAssembly
{
    private const int SitesPerPart = 64;

    private readonly NetworkSpec _spec;
    private readonly NetworkNames _names;
    private readonly CountryAssembly _countries;
    private readonly RowLayout _rows;
    private readonly FlowBalance _balance;
    private readonly DateTime _start;
    private readonly List<SiteDraft> _sites = [];
    private readonly int[] _firstSite;
    private readonly int[] _siteCount;

    public NetworkAssembly(NetworkSpec spec, NetworkNames names, RowLayout rows, FlowBalance balance, DateTime start)
    {
        (_spec, _names, _countries, _rows, _balance, _start) = (spec, names, new CountryAssembly(spec, names), rows, balance, start);
        _firstSite = new int[spec.Sites.Count];
        _siteCount = new int[spec.Sites.Count];
    }

    private readonly record struct SiteDraft(int SpecRow, int Row, string Id, Cohort? Cohort)
    {
        public double Weight => Cohort?.Weight ?? 1;
    }

    public SupplyNetwork Assemble()
    {
        var bought = InboundByStock();
        DraftSites(bought);
        var drafts = DraftLanes(bought);
        var commodities = CommodityAssembly.Table(_spec, _rows);
        var countries = _countries.Table();
        var (sites, stocks) = SitesAndStocks(countries, drafts.Count);
        var lanes = new LaneAssembly(_rows, _balance).Assemble(drafts, sites, stocks);
        CommodityRanks.Of(commodities.Count, CommodityRanks.MainRecipes(sites, stocks)).CopyTo(commodities.Rank, 0);
        CommodityChains.Number(commodities, sites, stocks);
        return new SupplyNetwork(commodities, sites, stocks, lanes, Rows(), countries);
    }

    /// <summary>Per row stock with cohorts on its input side, the lane rows that arrive there, in the order of the layout.</summary>
    private Dictionary<int, List<int>> InboundByStock()
    {
        var inbound = new Dictionary<int, List<int>>();
        foreach (var l in _rows.LaneOrder)
        {
            if (_spec.Sites[_rows.Lanes.To[l]].Cohorts is null)
            {
                continue;
            }

            if (!inbound.TryGetValue(_rows.Lanes.ToStock[l], out var list))
            {
                inbound.Add(_rows.Lanes.ToStock[l], list = []);
            }

            list.Add(l);
        }

        return inbound;
    }

    private void DraftSites(Dictionary<int, List<int>> inbound)
    {
        for (var row = 0; row < _rows.Sites.Row.Length; row++)
        {
            var specRow = _rows.Sites.Row[row];
            var site = _spec.Sites[specRow];
            _firstSite[specRow] = _sites.Count;
            if (site.Cohorts is null)
            {
                _sites.Add(new SiteDraft(specRow, row, site.Id, null));
            }
            else
            {
                var inputs = Enumerable.Range(_rows.FirstStock[specRow], _rows.FirstOutput[specRow] - _rows.FirstStock[specRow]);
                var flows = inputs.Select(k => inbound.TryGetValue(k, out var lanes) ? lanes.Select(l => _balance.Flow[l]).ToArray() : []).ToList();
                var split = _spec.Sourcing is { } sourcing ? site.Cohorts with { Sourcing = sourcing } : site.Cohorts;
                var cohorts = CohortSplit.Of(split, flows);
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

    private List<LaneDraft> DraftLanes(Dictionary<int, List<int>> inbound)
    {
        var drafts = new List<LaneDraft>(_rows.LaneOrder.Length);
        foreach (var l in _rows.LaneOrder)
        {
            DraftLane(drafts, l, inbound);
        }

        // The layout's order is that of the rows; cohorts put several sites into a row, so sort once more where there are any.
        if (_sites.Count > _spec.Sites.Count)
        {
            return [.. drafts.Select((draft, i) => (draft, i)).OrderBy(d => d.draft.To)
                .ThenBy(d => _rows.Lanes.ToStock[d.draft.SpecRow]).ThenBy(d => d.draft.From)
                .ThenBy(d => d.i).Select(d => d.draft)];
        }

        return drafts;
    }

    /// <summary>
    /// One lane row becomes a lane for each pair of cohorts. A buyer's cohort has its own share of the row's flow; the row's headroom
    /// is shared by weight, so that capacities add up to the row's. A supplier that the cohort does not buy from is open to it after
    /// the cohort's qualification time (a lane without any flow keeps its own, where it has one).
    /// </summary>
    private void DraftLane(List<LaneDraft> drafts, int l, Dictionary<int, List<int>> inbound)
    {
        var rowFlow = _balance.Flow[l];
        var headroom = _spec.Scale.Above(Math.Max(0, _rows.Lanes.CapacityTonnesPerDay[l] - rowFlow)); // infinite where no capacity is written
        var (buyerRow, sellerRow) = (_rows.Lanes.To[l], _rows.Lanes.From[l]);
        var input = _rows.Lanes.ToStock[l] - _rows.FirstStock[buyerRow];
        var position = _spec.Sites[buyerRow].Cohorts is null ? 0 : inbound[_rows.Lanes.ToStock[l]].IndexOf(l);
        for (var b = _firstSite[buyerRow]; b < _firstSite[buyerRow] + _siteCount[buyerRow]; b++)
        {
            var flow = _sites[b].Cohort is { } cohort
                ? cohort.Weight * _balance.Through(_rows.Lanes.ToStock[l]) * cohort.SupplierShares[input][position]
                : rowFlow;
            var own = flow > 0 ? 0 : OwnQualification(l, buyerRow, rowFlow);
            for (var s = _firstSite[sellerRow]; s < _firstSite[sellerRow] + _siteCount[sellerRow]; s++)
            {
                var part = _sites[s].Weight;
                drafts.Add(new LaneDraft(l, s, b, flow * part, (flow + (headroom * _sites[b].Weight)) * part, own));
            }
        }
    }

    private long OwnQualification(int l, int buyerRow, double rowFlow)
    {
        var written = _rows.Lanes.QualificationSeconds[l];
        var cohorts = _spec.Sites[buyerRow].Cohorts;
        var useCohort = cohorts is not null && (rowFlow > 0 || written == 0);
        return _spec.Scale.QualificationSeconds(useCohort ? cohorts!.Qualification.Seconds : written);
    }

    private RowTable Rows() => new()
    {
        Id = [.. _rows.Sites.Row.Select(r => _spec.Sites[r].Id)],
        Name = [.. _rows.Sites.Row.Select(r => _spec.Sites[r].Name ?? _spec.Sites[r].Id)],
        FirstSite = [.. _rows.Sites.Row.Select(r => _firstSite[r])],
        SiteCount = [.. _rows.Sites.Row.Select(r => _siteCount[r])],
    };

    private (SiteTable Sites, StockTable Stocks) SitesAndStocks(CountryTable countries, int lanes)
    {
        var count = _sites.Count;
        var firstStock = new int[count + 1];
        var firstOutput = new int[count];
        for (var i = 0; i < count; i++)
        {
            var row = _sites[i].SpecRow;
            firstOutput[i] = firstStock[i] + _rows.FirstOutput[row] - _rows.FirstStock[row];
            firstStock[i + 1] = firstStock[i] + _rows.FirstStock[row + 1] - _rows.FirstStock[row];
        }

        var countryOf = _spec.Sites.Select(s => s.Country).Distinct(StringComparer.Ordinal)
            .ToDictionary(c => c, c => Array.BinarySearch(countries.Code, _countries.CodeOf(c), StringComparer.Ordinal), StringComparer.Ordinal);
        var sites = new SiteTable
        {
            Id = [.. _sites.Select(s => s.Id)],
            Row = [.. _sites.Select(s => s.Row)],
            Kind = [.. Column(s => s.Kind)],
            Country = [.. Column(s => countryOf[s.Country])],
            EndUse = [.. Column(s => s.EndUse)],
            Priority = [.. Column(s => s.Priority ?? int.MaxValue)],
            IsConsumer = [.. Column(s => s.Kind == SiteKind.Consumer)],
            BaselinePerDay = [.. _sites.Select(s => _balance.Activity[s.SpecRow] * s.Weight)],
            CapacityPerDay = [.. _sites.Select(s => _spec.Scale.Capacity(_balance.Activity[s.SpecRow], _spec.Sites[s.SpecRow].Capacity) * s.Weight)],
            Speeds = SpeedsBySite(),
            Pricing = PricingBySite(),
            Technology = [.. Column(s => s.Technology?.Id)],
            OpensSeconds = [.. Column(s => Math.Max(0, s.Opens?.ToSimTime(_start).Seconds ?? 0))],
            FirstStock = firstStock,
            FirstOutput = firstOutput,
        };
        return (sites, Stocks(firstStock, lanes));

        IEnumerable<T> Column<T>(Func<SiteSpec, T> value) => _sites.Select(s => value(_spec.Sites[s.SpecRow]));
    }

    private Speeds[] SpeedsBySite()
    {
        var known = new Dictionary<Speeds, Speeds>();
        var byRow = new Speeds?[_spec.Sites.Count];
        return [.. _sites.Select(s => byRow[s.SpecRow] ??= Shared(Speeds.Of(_spec.Sites[s.SpecRow], _names.Technology(_spec.Sites[s.SpecRow]))))];

        Speeds Shared(Speeds speeds) => known.TryGetValue(speeds, out var same) ? same : known[speeds] = speeds;
    }

    private PriceTerms[] PricingBySite()
    {
        var byRow = new PriceTerms?[_spec.Sites.Count];
        return [.. _sites.Select(s => byRow[s.SpecRow] ??= PriceTerms.Of(_spec.Sites[s.SpecRow]))];
    }

    private StockTable Stocks(int[] firstStock, int lanes)
    {
        var count = firstStock[^1];
        var stocks = new StockTable
        {
            Site = new int[count],
            Commodity = new int[count],
            Coefficient = new double[count],
            CoverDays = new double[count],
            IsInput = new bool[count],
            FirstLane = new int[count + 1],
            LaneOf = new int[2 * lanes],
        };
        InParts.Each(_sites.Count, SitesPerPart, (first, end) =>
        {
            for (var i = first; i < end; i++)
            {
                FillStocks(stocks, i, firstStock);
            }
        });
        return stocks;
    }

    private void FillStocks(StockTable stocks, int i, int[] firstStock)
    {
        var draft = _sites[i];
        var site = _spec.Sites[draft.SpecRow];
        var rowStock = _rows.FirstStock[draft.SpecRow];
        for (var s = firstStock[i]; s < firstStock[i + 1]; s++, rowStock++)
        {
            stocks.Site[s] = i;
            stocks.Commodity[s] = _rows.Commodity[rowStock];
            stocks.IsInput[s] = _rows.IsInput(draft.SpecRow, rowStock);
            stocks.Coefficient[s] = _balance.Coefficient(draft.SpecRow, rowStock);
            var given = site.Cover.Days(_spec.Commodities[_rows.Commodities.Row[stocks.Commodity[s]]].Id);
            stocks.CoverDays[s] = (stocks.IsInput[s] ? draft.Cohort?.CoverDays ?? given : given) * _spec.Scale.Cover.Value;
        }
    }
}
