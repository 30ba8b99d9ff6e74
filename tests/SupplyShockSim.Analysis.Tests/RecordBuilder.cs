using SupplyShockSim.Engine;
using SupplyShockSim.Network;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Testing;

/// <summary>
/// Builds the record of a run by hand: a network of producers and consumers, each with its own lanes, and every series as
/// breakpoints (day, value). What is not said stays at the baseline. Ids must be added in sorted order, as networks have them.
/// </summary>
internal sealed class RecordBuilder
{
    public sealed record SiteRow(
        string Id, string Name, SiteKind Kind, string Country, string Commodity, double PerDay, string? EndUse, double Coefficient, double CoverDays,
            int Cohorts);

    public sealed record LaneRow(string From, string To, double PerDay, double TransitDays);

    private readonly List<SiteRow> _rows = [];
    private readonly List<LaneRow> _lanes = [];
    private readonly List<ControlRecord> _controls = [];
    private readonly List<AnswerRecord> _answers = [];
    private readonly Dictionary<(string Commodity, string Country), RateSeries> _prices = [];
    private readonly Dictionary<string, string[]> _closed = [];
    private readonly Dictionary<string, RateSeries> _rates = [];
    private readonly Dictionary<string, LevelSeries> _levels = [];
    private readonly List<(double Day, LogKind Kind, SubjectKind Subject, string Name, double Before, double After, int Cause)> _log = [];
    private readonly Dictionary<string, string[]> _blocs = [];

    public DateTime Start { get; init; } = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);

    public double EndDay { get; init; } = 100;

    /// <summary>What of the series the record keeps.</summary>
    public RecordScope Recorded { get; init; } = RecordScope.All;

    public RecordBuilder Maker(string id, string country, string commodity, double perDay, string? name = null)
    {
        _rows.Add(new(id, name ?? id, SiteKind.MagnetPlant, country, commodity, perDay, null, 1, 0, 1));
        return this;
    }

    public RecordBuilder Consumer(
        string id, string country, string commodity, double perDay, string? endUse = null, double coefficient = 1, double coverDays = 0, int cohorts = 1,
            string? name = null)
    {
        _rows.Add(new(id, name ?? id, SiteKind.Consumer, country, commodity, perDay, endUse, coefficient, coverDays, cohorts));
        return this;
    }

    /// <summary>A lane between two sites (a cohort is <c>row/k</c>, k from 1).</summary>
    public RecordBuilder Lane(string from, string to, double perDay, double transitDays = 0)
    {
        _lanes.Add(new(from, to, perDay, transitDays));
        return this;
    }

    public RecordBuilder Bloc(string name, params string[] members)
    {
        _blocs[name] = members;
        return this;
    }

    public RecordBuilder Control(string name, string type, string summary, string? source, params (double From, double Until)[] windows)
    {
        _controls.Add(new(name, type, summary, [.. windows.Select(w => (SimTime.FromDays(w.From), SimTime.FromDays(w.Until)))], source));
        return this;
    }

    /// <summary>Sets the price index of a commodity in a country.</summary>
    public RecordBuilder Price(string commodity, string country, params (double Day, double Value)[] changes)
    {
        _prices[(commodity, country)] = Series(changes);
        return this;
    }

    /// <summary>Adds an answer, which is told among the controls, with what it came to.</summary>
    public RecordBuilder Answer(string name, string type, string summary, Func<AnswerRecord, AnswerRecord> cameTo)
    {
        _answers.Add(cameTo(new AnswerRecord(_controls.Count)));
        return Control(name, type, summary, null, (0, EndDay));
    }

    /// <summary>Says which lanes (<c>from>to</c>) nothing leaves over while a control is in force.</summary>
    public RecordBuilder Closes(string control, params string[] lanes)
    {
        _closed[control] = lanes;
        return this;
    }

    /// <summary>
    /// Sets a rate: <paramref name="what"/> is <c>activity</c>, <c>demand</c>, <c>capacity</c>, <c>dispatch</c> or <c>arrivals</c>; a lane is <c>from>to</c>.
    /// </summary>
    public RecordBuilder Rate(string what, string name, params (double Day, double Value)[] changes)
    {
        _rates[what + " " + name] = Series(changes);
        return this;
    }

    /// <summary>Sets the level of a site's stock (day, t, t/d from there on).</summary>
    public RecordBuilder Stock(string site, params (double Day, double Level, double PerDay)[] changes)
    {
        var series = new LevelSeries();
        foreach (var (day, level, perDay) in changes)
        {
            series.Append(SimTime.FromDays(day), level, perDay);
        }

        _levels[site] = series;
        return this;
    }

    /// <summary>Adds a log entry; the cause is the id of an earlier one, ids count from 0.</summary>
    public RecordBuilder Log(double day, LogKind kind, SubjectKind subject, string name, double before = double.NaN, double after = double.NaN, int cause = -1)
    {
        _log.Add((day, kind, subject, name, before, after, cause));
        return this;
    }

    public static RateSeries Series(params (double Day, double Value)[] changes)
    {
        var series = new RateSeries();
        foreach (var (day, value) in changes)
        {
            series.Append(SimTime.FromDays(day), value);
        }

        return series;
    }

    public RunRecord Build()
    {
        var network = BuildNetwork();
        var (sites, stocks) = (network.Sites, network.Stocks);
        RateSeries Rate(string what, string name, double baseline) => _rates.GetValueOrDefault(what + " " + name) ?? Series((0, baseline));
        bool Keeps(int site) => Recorded == RecordScope.All || (Recorded == RecordScope.Consumers && sites.IsConsumer[site]);
        string LaneName(int l) => sites.Id[network.Lanes.From[l]] + ">" + sites.Id[network.Lanes.To[l]];
        var end = SimTime.FromDays(EndDay);
        return new RunRecord
        {
            Network = network,
            Start = Start,
            End = end,
            Events = 42,
            TraceHash = 0x0123456789abcdefUL,
            Mass = [.. Enumerable.Range(0, network.Commodities.Count).Select(c => new MassAccount(c, 100, 50, 1000, 900, 0, 200, 50))],
            Controls =
            [
                .. _controls.Select(c => c with
                {
                    ClosedLanes = [.. Enumerable.Range(0, network.Lanes.Count).Where(l => _closed.GetValueOrDefault(c.Name, []).Contains(LaneName(l)))],
                }),
            ],
            Prices = ByCell(network, _prices.GetValueOrDefault),
            PriceMultiples = ByCell(network, at => _prices.ContainsKey(at) ? Series((0, 1)) : null),
            Answers = _answers,
            Log = [.. _log.Select((e, id) =>
                new LogEntry(id, SimTime.FromDays(e.Day), e.Kind, e.Subject, Subject(network, e.Subject, e.Name), -1, e.Before, e.After, e.Cause))],
            Recorded = Recorded,
            Activity = [.. Enumerable.Range(0, sites.Count).Select(s => Keeps(s) ? Rate("activity", sites.Id[s], sites.BaselinePerDay[s]) : null)],
            Demand = [.. Enumerable.Range(0, sites.Count)
                .Select(s => Keeps(s) && sites.IsConsumer[s] ? Rate("demand", sites.Id[s], sites.BaselinePerDay[s]) : null)],
            Capacity = [.. Enumerable.Range(0, sites.Count)
                .Select(s => !Keeps(s) || sites.IsConsumer[s] ? null : Rate("capacity", sites.Id[s], sites.CapacityPerDay[s]))],
            Stock = [.. Enumerable.Range(0, stocks.Count)
                .Select(k => Keeps(stocks.Site[k]) ? _levels.GetValueOrDefault(sites.Id[stocks.Site[k]]) ?? Level(stocks, sites, k) : null)],
            Dispatch = [.. Enumerable.Range(0, network.Lanes.Count)
                .Select(l => Recorded == RecordScope.All ? Rate("dispatch", LaneName(l), network.Lanes.FlowPerDay[l]) : null)],
            Arrivals = [.. Enumerable.Range(0, network.Lanes.Count)
                .Select(l => Recorded == RecordScope.All ? Rate("arrivals", LaneName(l), network.Lanes.FlowPerDay[l]) : null)],
            Totals = Recorded == RecordScope.Totals ? Totals(network, Rate) : [],
        };
    }

    private static RateSeries?[] ByCell(SupplyNetwork network, Func<(string Commodity, string Country), RateSeries?> of) =>
        [.. network.Commodities.Id.SelectMany(commodity => network.Countries.Code.Select(country => of((commodity, country))))];

    /// <summary>Demand, and demand less activity, of all consumers of a country that use a commodity.</summary>
    private static CountrySeries[] Totals(SupplyNetwork network, Func<string, string, double, RateSeries> rate)
    {
        var (sites, stocks) = (network.Sites, network.Stocks);
        return
        [
            .. Enumerable.Range(0, stocks.Count).Where(k => stocks.IsInput[k])
                .GroupBy(k => (Country: sites.Country[stocks.Site[k]], Commodity: stocks.Commodity[k]))
                .OrderBy(g => g.Key)
                .Select(g => new CountrySeries(
                    g.Key.Country,
                    g.Key.Commodity,
                    RateSeries.Sum(g.Select(k => Of("demand", k))),
                    RateSeries.Difference(RateSeries.Sum(g.Select(k => Of("demand", k))), RateSeries.Sum(g.Select(k => Of("activity", k)))))),
        ];

        RateSeries Of(string what, int stock)
        {
            var (site, scaled) = (stocks.Site[stock], new RateSeries());
            var series = rate(what, sites.Id[site], sites.BaselinePerDay[site]);
            for (var i = 0; i < series.Count; i++)
            {
                scaled.Append(SimTime.FromSeconds(series.Times[i]), stocks.Coefficient[stock] * series.Values[i]);
            }

            return scaled;
        }
    }

    private static LevelSeries Level(StockTable stocks, SiteTable sites, int k)
    {
        var series = new LevelSeries();
        series.Append(SimTime.Zero, stocks.CoverDays[k] * stocks.Coefficient[k] * sites.BaselinePerDay[stocks.Site[k]], 0);
        return series;
    }

    private int Subject(SupplyNetwork network, SubjectKind kind, string name) => kind switch
    {
        SubjectKind.Run => 0,
        SubjectKind.Control => _controls.FindIndex(c => c.Name == name),
        SubjectKind.Site => Array.IndexOf(network.Sites.Id, name),
        SubjectKind.Stock => network.Sites.FirstStock[Array.IndexOf(network.Sites.Id, name)],
        _ => Enumerable.Range(0, network.Lanes.Count).First(l => network.Sites.Id[network.Lanes.From[l]] + ">" + network.Sites.Id[network.Lanes.To[l]] == name),
    };

    private SupplyNetwork BuildNetwork()
    {
        var commodities = _rows.Select(r => r.Commodity).Distinct().Order(StringComparer.Ordinal).ToArray();
        var countries = _rows.Select(r => r.Country).Distinct().Order(StringComparer.Ordinal).ToArray();
        var siteIds = _rows.SelectMany(r => r.Cohorts == 1 ? [r.Id] : Enumerable.Range(1, r.Cohorts).Select(k => r.Id + "/" + k)).ToArray();
        var rowOf = _rows.SelectMany((r, i) => Enumerable.Repeat(i, r.Cohorts)).ToArray();
        SiteRow Row(int site) => _rows[rowOf[site]];
        var count = siteIds.Length;
        T[] PerSite<T>(Func<int, T> value) => [.. Enumerable.Range(0, count).Select(value)];
        var isConsumer = PerSite(s => Row(s).Kind == SiteKind.Consumer);
        var laneOrder = _lanes.Select(l => (Lane: l, From: Array.IndexOf(siteIds, l.From), To: Array.IndexOf(siteIds, l.To))).OrderBy(l => l.From)
            .ThenBy(l => l.To).ToArray();
        int[][] lanesOfStock = PerSite(s =>
            Enumerable.Range(0, laneOrder.Length).Where(l => (isConsumer[s] ? laneOrder[l].To : laneOrder[l].From) == s).ToArray());
        T[] PerLane<T>(Func<LaneRow, T> value) => [.. laneOrder.Select(l => value(l.Lane))];

        return new SupplyNetwork(
            new CommodityTable
            {
                Id = commodities,
                Name = commodities,
                PriceUsdPerTonne = [.. commodities.Select(_ => _prices.Count > 0 ? 60_000 : double.NaN)],
                Rank = new int[commodities.Length],
                Chain = new int[commodities.Length],
            },
            new SiteTable
            {
                Id = siteIds,
                Row = rowOf,
                Kind = PerSite(s => Row(s).Kind),
                Country = PerSite(s => Array.IndexOf(countries, Row(s).Country)),
                EndUse = PerSite(s => Row(s).EndUse),
                Priority = PerSite(_ => int.MaxValue),
                IsConsumer = isConsumer,
                BaselinePerDay = PerSite(s => Row(s).PerDay / Row(s).Cohorts),
                CapacityPerDay = PerSite(s => Row(s).PerDay / Row(s).Cohorts),
                Speeds = PerSite(_ => Speeds.AtOnce),
                OpensSeconds = new long[count],
                FirstStock = [.. Enumerable.Range(0, count + 1)],
                FirstOutput = PerSite(s => isConsumer[s] ? s + 1 : s),
            },
            new StockTable
            {
                Site = PerSite(s => s),
                Commodity = PerSite(s => Array.IndexOf(commodities, Row(s).Commodity)),
                Coefficient = PerSite(s => Row(s).Coefficient),
                CoverDays = PerSite(s => Row(s).CoverDays),
                IsInput = isConsumer,
                FirstLane = [.. Enumerable.Range(0, count + 1).Select(s => lanesOfStock.Take(s).Sum(l => l.Length))],
                LaneOf = [.. lanesOfStock.SelectMany(l => l)],
            },
            new LaneTable
            {
                GivenId = PerLane<string?>(_ => null),
                From = [.. laneOrder.Select(l => l.From)],
                To = [.. laneOrder.Select(l => l.To)],
                Commodity = [.. laneOrder.Select(l => Array.IndexOf(commodities, Row(l.From).Commodity))],
                FromStock = [.. laneOrder.Select(l => l.From)],
                ToStock = [.. laneOrder.Select(l => l.To)],
                FlowPerDay = PerLane(l => l.PerDay),
                RowHasFlow = PerLane(l => l.PerDay > 0),
                CapacityPerDay = PerLane(_ => double.PositiveInfinity),
                TransitSeconds = PerLane(l => SimDuration.FromDays(l.TransitDays).Seconds),
                CostUsdPerTonne = PerLane(_ => 0.0),
                QualificationSeconds = PerLane(_ => 0L),
                IsOnCall = PerLane(_ => false),
            },
            Rows(rowOf),
            Countries(countries));
    }

    private RowTable Rows(int[] rowOf) => new()
    {
        Id = [.. _rows.Select(r => r.Id)],
        Name = [.. _rows.Select(r => r.Name)],
        FirstSite = [.. _rows.Select((_, i) => Array.IndexOf(rowOf, i))],
        SiteCount = [.. _rows.Select(r => r.Cohorts)],
    };

    private CountryTable Countries(string[] countries)
    {
        var blocs = _blocs.Keys.Order(StringComparer.Ordinal).ToArray();
        return new CountryTable
        {
            Code = countries,
            Name = [.. countries.Select(c => c switch { "JP" => "Japan", "CN" => "China", "DE" => "Germany", "US" => "United States", _ => c })],
            Bloc = blocs,
            BlocMembers = [.. blocs.Select(b => _blocs[b].Select(m => Array.IndexOf(countries, m)).Where(m => m >= 0).Order().ToArray())],
        };
    }
}
