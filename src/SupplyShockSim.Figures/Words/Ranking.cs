using SupplyShockSim.Analysis;

namespace SupplyShockSim.Figures.Words;

/// <summary>The order in which consumers and countries are named: the worst first, ties by their place in the network.</summary>
public static class Ranking
{
    /// <summary>All consumers, the largest shortfall first.</summary>
    public static ConsumerMeasures[] Consumers(RunMeasures measures) => Sorted(measures.Consumers, static (a, b) =>
        Descending(a.Service.ShortfallTotal, b.Service.ShortfallTotal) is var order and not 0 ? order
        : a.Row != b.Row ? a.Row.CompareTo(b.Row)
        : a.Commodity.CompareTo(b.Commodity));

    /// <summary>The consumers that run short, the largest shortfall first.</summary>
    public static ConsumerMeasures[] ShortConsumers(RunMeasures measures) => Array.FindAll(Consumers(measures), static c => c.Service.IsShort);

    /// <summary>All countries with a commodity they use, the largest shortfall first, among equals the largest demand.</summary>
    public static GroupMeasures[] Countries(RunMeasures measures) => Groups(measures.Countries);

    /// <summary>All countries, whatever they use, in the same order.</summary>
    public static GroupMeasures[] CountryTotals(RunMeasures measures) => Groups(measures.CountryTotals);

    /// <summary>The countries that run short, the largest shortfall first.</summary>
    public static GroupMeasures[] ShortCountries(RunMeasures measures) => Array.FindAll(CountryTotals(measures), static c => c.Service.IsShort);

    private static GroupMeasures[] Groups(IReadOnlyList<GroupMeasures> groups) => Sorted(groups, static (a, b) =>
        Descending(a.Service.ShortfallTotal, b.Service.ShortfallTotal) is var order and not 0 ? order
        : Descending(a.Service.DemandTotal, b.Service.DemandTotal) is var next and not 0 ? next
        : a.Group != b.Group ? a.Group.CompareTo(b.Group)
        : a.Commodity.CompareTo(b.Commodity));

    public static int Descending(double a, double b) => b.CompareTo(a);

    private static T[] Sorted<T>(IReadOnlyList<T> items, Comparison<T> comparison)
        where T : class
    {
        T[] sorted = [.. items];
        Array.Sort(sorted, comparison);
        return sorted;
    }
}
