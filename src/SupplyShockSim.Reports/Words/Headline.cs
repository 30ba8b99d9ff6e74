using SupplyShockSim.Analysis;
using SupplyShockSim.Model.Recording;
using SupplyShockSim.Reports.Data;

namespace SupplyShockSim.Reports.Words;

/// <summary>The result of a run in two or three plain sentences.</summary>
internal static class Headline
{
    public static string Of(RunRecord record, RunMeasures measures)
    {
        var all = measures.Consumers.Count;
        var shortOnes = Ranking.ShortConsumers(measures);
        if (all == 0 && measures.Countries.Count > 0) return ByCountry(measures);
        if (shortOnes.Length == 0)
            return all switch
            {
                0 => "The network has no consumers, so nobody can run short.",
                1 => "Nobody runs short: the only consumer gets what it needs throughout.",
                _ => $"Nobody runs short: all {Say.Count(all, "consumer", "consumers")} get what they need throughout.",
            };

        var total = measures.Totals.Service;
        var first = shortOnes.Aggregate((a, b) => IsEarlier(b, a) ? b : a);
        var sentence = $"{Say.Count(shortOnes.Length, "consumer runs", "consumers run")} short out of {all}. "
            + $"{Name(record, first)} is the first, on {Date(record, first.Service.FirstShortfallDay!.Value)} (day {Say.Days(first.Service.FirstShortfallDay.Value)}"
            + (first.Service.TimeToSurviveDays is { } survive ? $", {Say.Days(survive)} {(Say.Days(survive) == "1" ? "day" : "days")} after the first control came into force). " : "). ")
            + $"In all {Say.Number(total.ShortfallTotal)} t are missing, {Say.Percent(1 - total.ServiceLevel)} of all demand, and at most {Say.Number(total.ShortfallPeak)} t/d. ";
        if (shortOnes.Length > 1)
        {
            var worst = shortOnes[0];
            sentence += $"{Name(record, worst)} loses most, {Say.Number(worst.Service.ShortfallTotal)} t ({Say.Percent(1 - worst.Service.ServiceLevel)} of its demand). ";
        }

        return sentence + (total.LastShortfallDay < record.End.Days
            ? $"The last shortfall ends on {Date(record, total.LastShortfallDay!.Value)} (day {Say.Days(total.LastShortfallDay.Value)})."
            : "At the end of the run demand is still not met.");
    }

    /// <summary>The consumer's name, with the commodity where the row uses several.</summary>
    public static string Name(RunRecord record, ConsumerMeasures consumer)
    {
        var site = record.Network.Rows.FirstSite[consumer.Row];
        var inputs = record.Network.Sites.FirstOutput[site] - record.Network.Sites.FirstStock[site];
        var name = record.Network.Rows.Name[consumer.Row];
        return inputs == 1 ? name : name + " (" + record.Network.Commodities.Name[consumer.Commodity] + ")";
    }

    /// <summary>For a run that recorded totals only.</summary>
    private static string ByCountry(RunMeasures measures)
    {
        var total = measures.Totals.Service;
        return total.IsShort
            ? $"In all {Say.Number(total.ShortfallTotal)} t are missing, {Say.Percent(1 - total.ServiceLevel)} of all demand, and at most {Say.Number(total.ShortfallPeak)} t/d."
            : "Nobody runs short.";
    }

    private static bool IsEarlier(ConsumerMeasures a, ConsumerMeasures b) =>
        a.Service.FirstShortfallDay < b.Service.FirstShortfallDay || (a.Service.FirstShortfallDay == b.Service.FirstShortfallDay && a.Row < b.Row);

    private static string Date(RunRecord record, double day) => record.Start.AddDays(day).Spoken();
}
