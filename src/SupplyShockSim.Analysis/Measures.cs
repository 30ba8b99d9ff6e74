using SupplyShockSim.Analysis.Prices;
using SupplyShockSim.Engine;
using SupplyShockSim.Network;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Analysis;

/// <summary>From the record of a run to its measures (model: What is recorded). Each measure is defined in the type of its name.</summary>
public static class Measures
{
    /// <summary>
    /// All measures of a run: by consumer row and cohort, country, bloc and commodity, and in total. A run that recorded totals only
    /// has no consumers here; one that recorded no makers or lanes has no structure at the worst moment.
    /// </summary>
    /// <param name="record">The run.</param>
    /// <param name="list">Which measures of needs; default: <see cref="MeasureCatalog.All"/>.</param>
    /// <exception cref="ArgumentException">The record lacks the activity or the demand of a consumer.</exception>
    public static RunMeasures Of(RunRecord record, IReadOnlyList<ServiceMeasure>? list = null)
    {
        list ??= MeasureCatalog.All;
        var firstControl = FirstControl.Of(record);
        var isTotals = record.Recorded == RecordScope.Totals;
        var consumers = isTotals ? [] : Consumers(record, firstControl, list);
        CountryNeed[] needs = isTotals
            ? [.. record.Totals.Select(t => new CountryNeed(t.Country, t.Commodity, SiteNeed.Of(t, record.End)))]
            : [.. consumers.Select(c => new CountryNeed(c.Country, c.Commodity, c.Need))];
        var (countries, blocs) = (record.Network.Countries, record.Network.Countries.BlocMembers);
        var totals = Group(record, firstControl, list, -1, -1, needs);
        var worst = WorstMoment.Of(totals.Need, record.End);
        var (baseline, atWorst) = (Stage.Baseline(record.Network), worst is { } moment && record.Recorded == RecordScope.All ? Stage.At(record, moment) : null);
        var byCountry = ByCommodity(countries.Count, (country, c) => country == c.Country);
        return new RunMeasures
        {
            List = list,
            FirstControl = firstControl,
            WorstMoment = worst,
            ConsumerCount = ConsumerRows(record.Network),
            ShortConsumerCount = isTotals ? LoggedShortfalls.Count(record) : consumers.Where(c => c.Service.IsShort).Select(c => c.Row).Distinct().Count(),
            Consumers = consumers,
            Countries = byCountry,
            Context = ShortfallInContext.Of(record, byCountry),
            CountryTotals = [.. needs.GroupBy(n => n.Country).OrderBy(g => g.Key).Select(g => Group(record, firstControl, list, g.Key, -1, [.. g]))],
            Blocs = ByCommodity(blocs.Length, (bloc, c) => Array.BinarySearch(blocs[bloc], c.Country) >= 0),
            Commodities = ByCommodity(record.Network.Commodities.Count, (commodity, c) => commodity == c.Commodity),
            Totals = totals,
            Reliance = StructureMeasures.Reliance(record, baseline, atWorst),
            Concentration = StructureMeasures.Concentration(record, baseline, atWorst),
            Prices = PriceMeasures.Of(record, [.. byCountry.Where(g => g.Service.IsShort).Select(g => (g.Group, g.Commodity, g.Need))]),
            MassBalance = record.Mass.Select(m => m.RelativeError).DefaultIfEmpty(0).Max(),
        };

        IReadOnlyList<GroupMeasures> ByCommodity(int groups, Func<int, CountryNeed, bool> isIn) =>
        [
            .. Enumerable.Range(0, groups).SelectMany(group => needs
                .Where(c => isIn(group, c))
                .GroupBy(c => c.Commodity)
                .OrderBy(g => g.Key)
                .Select(g => Group(record, firstControl, list, group, g.Key, [.. g]))),
        ];
    }

    /// <summary>A need in a country for a commodity.</summary>
    private sealed record CountryNeed(int Country, int Commodity, NeedSeries Need);

    private static int ConsumerRows(SupplyNetwork network)
    {
        var count = 0;
        foreach (var first in network.Rows.FirstSite)
        {
            if (network.Sites.IsConsumer[first])
            {
                count++;
            }
        }

        return count;
    }

    private static List<ConsumerMeasures> Consumers(RunRecord record, SimTime? firstControl, IReadOnlyList<ServiceMeasure> list)
    {
        var (rows, sites, stocks) = (record.Network.Rows, record.Network.Sites, record.Network.Stocks);
        var found = new List<ConsumerMeasures>();
        var substituted = BySite(record, a => a.Substituted);
        var recovered = BySite(record, a => a.Recovered);
        for (var row = 0; row < rows.Count; row++)
        {
            var first = rows.FirstSite[row];
            if (!sites.IsConsumer[first])
            {
                continue;
            }

            var activities = Enumerable.Range(first, rows.SiteCount[row]).Select(site => SiteNeed.Of(record, site)).ToArray();
            for (var input = 0; input < sites.FirstOutput[first] - sites.FirstStock[first]; input++)
            {
                var cohorts = new CohortMeasures[activities.Length];
                for (var k = 0; k < cohorts.Length; k++)
                {
                    var stock = sites.FirstStock[first + k] + input;
                    var need = activities[k].Times(stocks.Coefficient[stock]);
                    cohorts[k] = new CohortMeasures(first + k, stocks.CoverDays[stock], need, ServiceMeasures.Of(need, firstControl, record.End, list));
                }

                var whole = NeedSeries.Sum([.. cohorts.Select(c => c.Need)]);
                found.Add(new ConsumerMeasures(
                    row,
                    stocks.Commodity[sites.FirstStock[first] + input],
                    sites.Country[first],
                    sites.EndUse[first],
                    whole,
                    cohorts.Length == 1 ? cohorts[0].Service : ServiceMeasures.Of(whole, firstControl, record.End, list),
                    cohorts.Length == 1 ? [] : cohorts)
                {
                    ForgoneTonnes = cohorts.Sum(c => Forgone(record, c.Site) * stocks.Coefficient[sites.FirstStock[c.Site] + input]),
                    SubstitutedTonnes = cohorts.Sum(c => substituted[c.Site].Sum()),
                    RecoveredTonnes = cohorts.Sum(c => recovered[c.Site].Sum() * stocks.Coefficient[sites.FirstStock[c.Site] + input]),
                });
            }
        }

        return found;
    }

    /// <summary>Demand of a consumer that price took away over the run, t.</summary>
    private static double Forgone(RunRecord record, int site) =>
        record.Forgone.Count == 0 ? 0 : record.Forgone[site]?.Integral(SimTime.Zero, record.End) ?? 0;

    /// <summary>What the answers of a run came to, by site.</summary>
    private static ILookup<int, double> BySite(RunRecord record, Func<AnswerRecord, IReadOnlyList<(int Site, double Tonnes)>> part) =>
        record.Answers.SelectMany(part).ToLookup(p => p.Site, p => p.Tonnes);

    private static GroupMeasures Group(RunRecord record, SimTime? firstControl, IReadOnlyList<ServiceMeasure> list, int group, int commodity, IReadOnlyList<CountryNeed> members)
    {
        var need = NeedSeries.Sum([.. members.Select(m => m.Need)]);
        return new GroupMeasures(group, commodity, need, ServiceMeasures.Of(need, firstControl, record.End, list));
    }
}
