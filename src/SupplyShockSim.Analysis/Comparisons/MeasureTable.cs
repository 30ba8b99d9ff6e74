namespace SupplyShockSim.Analysis.Comparisons;

/// <summary>All measures of all needs in every run: first of all together, then by country and commodity, then by consumer.</summary>
internal static class MeasureTable
{
    public static IReadOnlyList<MeasureRow> Of(IReadOnlyList<ComparedRun> runs, NeedFilter where)
    {
        var needs = runs.Select(r => r.Needs.Where(where.LetsThrough).ToArray()).ToArray();
        return
        [
            .. Rows(runs, needs, _ => NeedName.All),
            .. Rows(runs, needs, n => new NeedName("", n.Country, n.Commodity, $"{n.CountryName}, {n.CommodityName}")),
            .. Rows(runs, needs, n => n.Consumer.Length == 0 ? null : new NeedName(n.Consumer, n.Country, n.Commodity, n.ConsumerName)),
        ];
    }

    /// <summary>The rows of each name, in the order in which names are first met.</summary>
    private static IEnumerable<MeasureRow> Rows(IReadOnlyList<ComparedRun> runs, NamedNeed[][] needs, Func<NamedNeed, NeedName?> nameOf)
    {
        var services = needs.Select((own, i) => own.Where(n => nameOf(n) is not null).GroupBy(n => KeyOf(nameOf(n)!))
            .ToDictionary(g => g.Key, g => Service(runs[i], [.. g]))).ToArray();
        var names = needs.SelectMany(own => own).Select(nameOf).OfType<NeedName>().DistinctBy(KeyOf);
        return
            from name in names
            from measure in runs[0].Measures.List
            let own = services.Select(s => s.GetValueOrDefault(KeyOf(name))).ToArray()
            select new MeasureRow(measure, name, [.. own.Select(s => s?[measure])])
            {
                Held = [.. own.Select(s => s is null ? double.NaN : s[measure] ?? measure.WithoutValue(s.Recovery, s.IsShort))],
            };
    }

    private static (string, string, string) KeyOf(NeedName name) => (name.Consumer, name.Country, name.Commodity);

    private static ServiceMeasures Service(ComparedRun run, NamedNeed[] needs) =>
        ServiceMeasures.Of(NeedSeries.Sum([.. needs.Select(n => n.Need)]), run.FirstControl, run.Record.End, run.Measures.List);
}
