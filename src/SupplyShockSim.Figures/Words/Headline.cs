using System.Globalization;
using SupplyShockSim.Analysis;
using SupplyShockSim.Analysis.Ensembles;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Figures.Words;

/// <summary>The result of a run in two or three plain sentences.</summary>
public static class Headline
{
    private const int MostNamed = 3;

    /// <param name="record">The run.</param>
    /// <param name="measures">Its measures.</param>
    /// <param name="ranges">How far they range; null where nothing was drawn.</param>
    public static string Of(RunRecord record, RunMeasures measures, Ranges? ranges = null) =>
        record.Recorded == RecordScope.Totals ? ByCountry(record, measures, ranges) : ByConsumer(record, measures, ranges);

    private static string ByConsumer(RunRecord record, RunMeasures measures, Ranges? ranges)
    {
        var shortOnes = Ranking.ShortConsumers(measures);
        if (shortOnes.Length == 0)
        {
            return NobodyOf(measures.ConsumerCount) + RangeWords.AfterNobody(ranges);
        }

        var total = measures.Totals.Service;
        var first = shortOnes.Aggregate((a, b) => IsEarlier(b, a) ? b : a);
        var sentence = $"{HowMany(measures)}. "
            + $"{Name(record, first)} is the first, on {Date(record, first.Service.FirstShortfallDay!.Value)} (day {Say.Days(first.Service.FirstShortfallDay.Value)}"
            + (first.Service.TimeToSurviveDays is { } survive ? $", {AfterControl(survive)}). " : "). ")
            + InAll(record, measures, ranges);
        if (shortOnes.Length > 1)
        {
            var worst = shortOnes[0];
            sentence += $"{Name(record, worst)} loses most, {Say.Number(worst.Service.ShortfallTotal)} t ({Say.Percent(1 - worst.Service.ServiceLevel)} of its demand). ";
        }

        return sentence + Ending(record, total) + RangeWords.AfterShortage(ranges);
    }

    /// <summary>The consumer's name, with the commodity where the row uses several.</summary>
    public static string Name(RunRecord record, ConsumerMeasures consumer)
    {
        var site = record.Network.Rows.FirstSite[consumer.Row];
        var inputs = record.Network.Sites.FirstOutput[site] - record.Network.Sites.FirstStock[site];
        var name = record.Network.Rows.Name[consumer.Row];
        return inputs == 1 ? name : name + " (" + record.Network.Commodities.Name[consumer.Commodity] + ")";
    }

    /// <summary>For a run that recorded totals only: of single consumers it knows what the log tells.</summary>
    private static string ByCountry(RunRecord record, RunMeasures measures, Ranges? ranges)
    {
        var total = measures.Totals.Service;
        if (!total.IsShort && measures.ShortConsumerCount == 0)
        {
            return NobodyOf(measures.ConsumerCount) + RangeWords.AfterNobody(ranges);
        }

        var sentence = measures.ShortConsumerCount == 0 ? "" : HowMany(measures);
        if (!total.IsShort)
        {
            return sentence + ", by so little that totals do not show it.";
        }

        var countries = Ranking.ShortCountries(measures);
        if (LoggedShortfalls.First(record) is { } first)
        {
            sentence += countries.Length > 1 ? $", in {Say.Count(countries.Length, "country", "countries")}. " : ". ";
            sentence += $"{First(record, first)} is the first, on {Date(record, first.Time.Days)} (day {Say.Days(first.Time.Days)}{AfterControl(measures, first)}). ";
        }

        sentence += InAll(record, measures, ranges);
        if (countries.Length > 1)
        {
            sentence += $"{record.Network.Countries.Name[countries[0].Group]} loses most, {Say.Number(countries[0].Service.ShortfallTotal)} t ({Say.Percent(1 - countries[0].Service.ServiceLevel)} of its demand). ";
        }

        return sentence + Ending(record, total) + RangeWords.AfterShortage(ranges);
    }

    private static string First(RunRecord record, LogEntry entry) =>
        $"{record.Network.SiteWords(new Phrase(), entry.Subject)} in {record.Network.Countries.Name[record.Network.Sites.Country[entry.Subject]]}";

    private static string AfterControl(RunMeasures measures, LogEntry entry) =>
        measures.FirstControl is { } control && entry.Time >= control ? $", {AfterControl((entry.Time - control).Days)}" : "";

    private static string AfterControl(double days) => $"{Say.Days(days)} {(Say.Days(days) == "1" ? "day" : "days")} after the first control came into force";

    private static string HowMany(RunMeasures measures) =>
        $"{Say.Count(measures.ShortConsumerCount, "consumer runs", "consumers run")} short out of {measures.ConsumerCount.ToString("#,0", CultureInfo.InvariantCulture)}";

    private static string NobodyOf(int all) => all switch
    {
        0 => "The network has no consumers, so nobody can run short.",
        1 => "Nobody runs short: the only consumer gets what it needs throughout.",
        _ => $"Nobody runs short: all {Say.Count(all, "consumer", "consumers")} get what they need throughout.",
    };

    /// <summary>The tonnes that are missing, and of what they are which share: of all demand of the run, of the need in the time of the controls, of what
    /// was cut off.</summary>
    private static string InAll(RunRecord record, RunMeasures measures, Ranges? ranges)
    {
        var (total, context) = (measures.Totals.Service, measures.Context);
        List<string> shares = [];
        if (context.NeedInControlsTonnes is > 0 and var need)
        {
            var whose = context.Countries.Count <= MostNamed
                ? "of what " + Say.List([.. context.Countries.Select(c => record.Network.Countries.Name[c])])
                : $"of what the {context.Countries.Count.ToString(CultureInfo.InvariantCulture)} countries that run short";
            shares.Add($"{Say.Percent(total.ShortfallTotal / need)} {whose} {(context.Countries.Count == 1 ? "needs" : "need")} while controls are in force");
        }

        if (context.CutOffTonnes is > 0 and var cutOff)
        {
            shares.Add($"{Say.Percent(total.ShortfallTotal / cutOff)} of what was cut off");
        }

        shares.Add($"{Say.Percent(1 - total.ServiceLevel)} of all demand of the run");
        return $"In all {Say.Number(total.ShortfallTotal)} t{RangeWords.Behind(ranges)} are missing: {Say.List(shares)}; at most {Say.Number(total.ShortfallPeak)} t/d. ";
    }

    private static string Ending(RunRecord record, ServiceMeasures total) => total.LastShortfallDay < record.End.Days
        ? $"The last shortfall ends on {Date(record, total.LastShortfallDay!.Value)} (day {Say.Days(total.LastShortfallDay.Value)})."
        : "At the end of the run demand is still not met.";

    private static bool IsEarlier(ConsumerMeasures a, ConsumerMeasures b) =>
        a.Service.FirstShortfallDay < b.Service.FirstShortfallDay || (a.Service.FirstShortfallDay == b.Service.FirstShortfallDay && a.Row < b.Row);

    private static string Date(RunRecord record, double day) => record.Start.At(day).Spoken();
}
