using SupplyShockSim.Analysis;
using SupplyShockSim.Engine;
using SupplyShockSim.Network;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Reports.Data;

/// <summary>
/// <c>series.csv</c>: every recorded series as exact means over the cells of the grid, one row per cell, sorted by measure group, then
/// as in the network. Sites are rows of the files: cohorts are added up; totals are rows of site <c>*</c>, and all there is where totals only were recorded.
/// What each measure means stands in the README of this project.
/// </summary>
internal sealed class SeriesCsv
{
    private readonly RunOutput _output;
    private readonly RunRecord _record;
    private readonly SupplyNetwork _network;
    private readonly Cells _cells;
    private readonly SeriesRows _rows;

    private SeriesCsv(RunOutput output, CsvWriter csv)
    {
        _output = output;
        _record = output.Record;
        _network = _record.Network;
        _cells = Cells.Of(output.Grid, _record.Start, _record.End);
        _rows = new SeriesRows(csv, _cells, _record.Start, output.Run);
    }

    public static void Write(Stream stream, RunOutput output, CancellationToken cancellation)
    {
        using var csv = new CsvWriter(stream);
        SeriesRows.Header(csv);
        var writer = new SeriesCsv(output, csv);
        Action[] parts = output.Record.Recorded switch
        {
            RecordScope.Totals => [writer.TotalNeeds, writer.Prices],
            RecordScope.Consumers => [writer.Needs, writer.TotalNeeds, writer.Stocks, writer.Prices],
            _ => [writer.Needs, writer.TotalNeeds, writer.Stocks, writer.Activities, writer.Flows, writer.Prices],
        };
        foreach (var part in parts)
        {
            cancellation.ThrowIfCancellationRequested();
            part();
        }
    }

    private void Needs()
    {
        foreach (var consumer in _output.Measures.Consumers)
        {
            Need(_network.Rows.Id[consumer.Row], _network.Countries.InFiles(consumer.Country), consumer.Commodity, consumer.Need);
        }
    }

    /// <summary>All consumers together: by country and commodity, by commodity, and everything.</summary>
    private void TotalNeeds()
    {
        foreach (var country in _output.Measures.Countries)
        {
            Need(All.Of, _network.Countries.InFiles(country.Group), country.Commodity, country.Need);
        }

        foreach (var commodity in _output.Measures.Commodities)
        {
            Need(All.Of, All.Of, commodity.Commodity, commodity.Need);
        }

        Need(All.Of, All.Of, -1, _output.Measures.Totals.Need);
    }

    /// <summary>The index of each commodity in each country that buys it, where prices moved.</summary>
    private void Prices()
    {
        foreach (var price in _output.Measures.Prices?.Prices ?? [])
        {
            var index = new CellMeans(_cells);
            index.Add(_record.Prices[(price.Commodity * _network.Countries.Count) + price.Country]!);
            _rows.Write("price", new SeriesPlace("", _network.Countries.InFiles(price.Country), _network.Commodities.Id[price.Commodity]), index.Values, "1");
        }
    }

    private void Need(string site, string country, int commodity, NeedSeries need)
    {
        var (demand, shortfall) = (new CellMeans(_cells), new CellMeans(_cells));
        demand.Add(need.Demand);
        shortfall.Add(need.Shortfall);
        var place = new SeriesPlace(site, country, commodity < 0 ? All.Of : _network.Commodities.Id[commodity]);
        _rows.Write("demand", place, demand.Values, "t/d");
        _rows.Write("served", place, Combine(demand, shortfall, (d, s) => d - s), "t/d");
        _rows.Write("shortfall", place, shortfall.Values, "t/d");
    }

    /// <summary>Stock, cover and, for what comes in, arrivals: of each recorded row and commodity, both sides of a site together.</summary>
    private void Stocks()
    {
        var (rows, sites, stocks) = (_network.Rows, _network.Sites, _network.Stocks);
        for (var row = 0; row < rows.Count; row++)
        {
            var (first, end) = (sites.FirstStock[rows.FirstSite[row]], sites.FirstStock[rows.FirstSite[row] + rows.SiteCount[row]]);
            for (var stock = first; stock < end; stock++)
            {
                // Each commodity once, at the first stock that has it.
                var commodity = stocks.Commodity[stock];
                if (_record.Stock[stock] is null || Array.IndexOf(stocks.Commodity, commodity, first, stock - first) >= 0)
                {
                    continue;
                }

                var (level, use, arrivals) = (new CellMeans(_cells), new CellMeans(_cells), new CellMeans(_cells));
                var hasInput = false;
                for (var s = first; s < end; s++)
                {
                    if (stocks.Commodity[s] != commodity)
                    {
                        continue;
                    }

                    if (_record.Stock[s] is { } recorded)
                    {
                        level.Add(recorded);
                    }

                    AddUse(use, s);
                    if (!stocks.IsInput[s] || _record.Recorded != RecordScope.All)
                    {
                        continue;
                    }

                    hasInput = true;
                    foreach (var lane in stocks.Lanes(s))
                    {
                        if (_record.Arrivals[lane] is { } landed)
                        {
                            arrivals.Add(landed);
                        }
                    }
                }

                Rows("stock", row, commodity, level.Values, "t");
                Rows("cover", row, commodity, Ratio(level, use), "d");
                if (hasInput)
                {
                    Rows("arrivals", row, commodity, arrivals.Values, "t/d");
                }
            }
        }
    }

    /// <summary>Adds what a stock covers per day: a consumer's demand, elsewhere what the baseline activity uses or makes.</summary>
    private void AddUse(CellMeans use, int stock)
    {
        var (site, coefficient) = (_network.Stocks.Site[stock], _network.Stocks.Coefficient[stock]);
        if (_record.Demand[site] is { } demand)
        {
            use.Add(demand, coefficient);
        }
        else
        {
            use.Add(coefficient * _network.Sites.BaselinePerDay[site]);
        }
    }

    private void Activities()
    {
        var (rows, sites) = (_network.Rows, _network.Sites);
        for (var row = 0; row < rows.Count; row++)
        {
            if (sites.IsConsumer[rows.FirstSite[row]])
            {
                continue;
            }

            var (activity, capacity) = (new CellMeans(_cells), new CellMeans(_cells));
            for (var k = 0; k < rows.SiteCount[row]; k++)
            {
                var site = rows.FirstSite[row] + k;
                if (_record.Activity[site] is { } u)
                {
                    activity.Add(u);
                }

                if (_record.Capacity[site] is { } c)
                {
                    capacity.Add(c);
                }
            }

            Rows("activity", row, -1, activity.Values, "t/d");
            Rows("utilisation", row, -1, Ratio(activity, capacity), "1");
        }
    }

    /// <summary>What lanes dispatch, lanes between the same rows together; lanes that never carry anything are left out.</summary>
    private void Flows()
    {
        var (lanes, sites) = (_network.Lanes, _network.Sites);
        var flows = new SortedDictionary<string, Flow>(StringComparer.Ordinal);
        for (var l = 0; l < lanes.Count; l++)
        {
            if (_record.Dispatch[l] is not { } dispatch || !(dispatch.Maximum(SimTime.Zero, _record.End).Value > 0))
            {
                continue;
            }

            var (from, to, commodity) = (sites.Row[lanes.From[l]], sites.Row[lanes.To[l]], _network.Commodities.Id[lanes.Commodity[l]]);
            var key = $"{_network.Rows.Id[from]}>{_network.Rows.Id[to]}:{commodity}";
            if (!flows.TryGetValue(key, out var flow))
            {
                var place = new SeriesPlace("", Country(from) + ">" + Country(to), commodity, _network.Rows.Id[from], _network.Rows.Id[to]);
                flows[key] = flow = new Flow(place, new CellMeans(_cells));
            }

            flow.Means.Add(dispatch);
        }

        foreach (var flow in flows.Values)
        {
            _rows.Write("flow", flow.Place, flow.Means.Values, "t/d");
        }
    }

    private sealed record Flow(SeriesPlace Place, CellMeans Means);

    /// <summary>Mean over mean in each cell; none where the second is zero.</summary>
    private static double[] Ratio(CellMeans a, CellMeans b) => Combine(a, b, (x, y) => y > 0 ? x / y : double.NaN);

    private static double[] Combine(CellMeans a, CellMeans b, Func<double, double, double> combine)
    {
        var combined = new double[a.Values.Length];
        for (var i = 0; i < combined.Length; i++)
        {
            combined[i] = combine(a.Values[i], b.Values[i]);
        }

        return combined;
    }

    private string Country(int row) => _network.Countries.InFiles(_network.Sites.Country[_network.Rows.FirstSite[row]]);

    /// <param name="measure">What.</param>
    /// <param name="row">Of which row of the files.</param>
    /// <param name="commodity">Of which commodity; -1 for what is of none.</param>
    /// <param name="values">One for each cell.</param>
    /// <param name="unit">Their unit.</param>
    private void Rows(string measure, int row, int commodity, double[] values, string unit) =>
        _rows.Write(measure, new SeriesPlace(_network.Rows.Id[row], Country(row), commodity < 0 ? "" : _network.Commodities.Id[commodity]), values, unit);
}
