using SupplyShockSim.Analysis.Prices;
using SupplyShockSim.Analysis.Selections;
using SupplyShockSim.Engine;
using SupplyShockSim.Figures.Words;
using SupplyShockSim.Network;

namespace SupplyShockSim.Figures.Kinds;

/// <summary>Prices over the reference price, by material and country: those that rise highest.</summary>
internal sealed class PricesFigure : FigureKind
{
    public override string Name => "prices";

    public override string Needs => "a run in which prices rose";

    public override string Meaning => "prices over the reference price, by material and country";

    public override bool IsUsual => true;

    public override IReadOnlyList<Grouping> Where { get; } = [Grouping.Country, Grouping.Commodity];

    public override Figure? Build(FigureSource source)
    {
        if (source.Run is not { Measures.Prices: { } prices } run)
        {
            return null;
        }

        var network = run.Record.Network;
        var risen = prices.Prices.Where(p => p.Peak > 1 && IsWanted(network, p, source.Choice.Where))
            .OrderByDescending(p => p.Peak).ThenBy(p => p.Commodity).ThenBy(p => p.Country).ToArray();
        if (risen.Length == 0)
        {
            return null;
        }

        var (drawn, highest) = (risen.Take(Hue.Places).ToArray(), risen[0]);
        var left = risen.Length - drawn.Length;
        return new Figure
        {
            Name = Name,
            Title = $"The price of {network.Commodities.Name[highest.Commodity]} in {network.Countries.Name[highest.Country]} rises to "
                + $"{Say.Number(highest.Peak)} times what it was",
            Subtitle = "Price over the reference price, which is 1, in the country that buys; set by elasticities, not fitted to observed prices."
                + (left > 0 ? $" {Say.Count(left, "that rises less is", "that rise less are")} not drawn." : ""),
            Footnote = RunFrame.Footnote(source, run),
            X = RunFrame.Dates(run),
            Y = Axis.Numbers("times the reference"),
            Spans = RunFrame.Spans(run),
            Panels = [new Panel("", [.. drawn.Select((p, i) => Line(source, run, p, i)).Reverse()])],
        };
    }

    private static bool IsWanted(SupplyNetwork network, PriceMeasure price, IReadOnlyList<Condition> where) =>
        where.Allow(Grouping.Country, network.Countries.Code[price.Country]) && where.Allow(Grouping.Commodity, network.Commodities.Id[price.Commodity]);

    private static LineMark Line(FigureSource source, RunSource run, PriceMeasure price, int variant)
    {
        var (record, until) = (run.Record, RunFrame.Until(run));
        var index = record.Prices[(price.Commodity * record.Network.Countries.Count) + price.Country]!;
        var course = new Polyline { IsSteps = true };
        for (var i = 0; i < index.Count && index.Times[i] < until.Seconds; i++)
        {
            course.Add(SimTime.FromSeconds(index.Times[i]).Days, index.Values[i]);
        }

        course.Add(until.Days, course.LastY);
        var (country, commodity) = (record.Network.Countries.Name[price.Country], record.Network.Commodities.Name[price.Commodity]);
        var label = new Label($"{country}, {commodity}", $"up to {Say.Number(price.Peak)}, {Say.Number(price.End)} at the end");
        return new LineMark(label, course, source.Countries.Of(country), variant);
    }
}
