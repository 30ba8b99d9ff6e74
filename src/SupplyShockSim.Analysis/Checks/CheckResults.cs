using SupplyShockSim.Network;
using SupplyShockSim.Scenarios.Definitions;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Analysis.Checks;

/// <summary>Holds the measures of a run against the checks of its scenario.</summary>
public static class CheckResults
{
    /// <summary>A result for each bound of each check, in the order written.</summary>
    /// <param name="checks">Checks whose measures and names exist.</param>
    /// <param name="record">The run.</param>
    /// <param name="measures">Its measures.</param>
    public static IReadOnlyList<CheckResult> Of(IReadOnlyList<CheckSpec> checks, RunRecord record, RunMeasures measures) =>
        [.. checks.SelectMany(check => Of(check, record, measures))];

    private static IEnumerable<CheckResult> Of(CheckSpec check, RunRecord record, RunMeasures measures)
    {
        var measure = measures.List.First(m => m.CheckKey == check.Measure.Key);
        var service = ServiceOf(check, record, measures);
        var value = service?[measure];
        var held = value ?? (service is null ? double.NaN : measure.WithoutValue(service.Recovery, service.IsShort));
        if (check.Below is { } below)
        {
            yield return new CheckResult(check, measure, "below", below.Value, value, below.Value - held, held < below.Value);
        }

        if (check.Above is { } above)
        {
            yield return new CheckResult(check, measure, "above", above.Value, value, held - above.Value, held > above.Value);
        }

        if (check.Equal is { } equal)
        {
            var margin = (check.Tolerance.Value * Math.Abs(equal.Value)) - Math.Abs(held - equal.Value);
            yield return new CheckResult(check, measure, "equals", equal.Value, value, margin, margin >= 0);
        }
    }

    /// <summary>The measures of those a check is about; null where the run did not record them one by one.</summary>
    private static ServiceMeasures? ServiceOf(CheckSpec check, RunRecord record, RunMeasures measures)
    {
        if ((check.Consumer, check.Country, check.Commodity, check.EndUse) == default)
        {
            return measures.Totals.Service;
        }

        var (rows, countries, commodities) = (record.Network.Rows, record.Network.Countries, record.Network.Commodities);
        bool IsIn(int country, int commodity) => (check.Country is null || Is(countries, country, check.Country))
            && (check.Commodity is null || commodities.Id[commodity] == check.Commodity);
        NeedSeries[] needs = record.Recorded != RecordScope.Totals
            ? [.. measures.Consumers.Where(c => (check.Consumer ?? rows.Id[c.Row]) == rows.Id[c.Row] && (check.EndUse ?? c.EndUse) == c.EndUse
                && IsIn(c.Country, c.Commodity)).Select(c => c.Need)]
            : check.Consumer is null && check.EndUse is null ? [.. measures.Countries.Where(g => IsIn(g.Group, g.Commodity)).Select(g => g.Need)] : [];
        return needs.Length == 0 ? null : ServiceMeasures.Of(NeedSeries.Sum(needs), measures.FirstControl, record.End, measures.List);
    }

    private static bool Is(CountryTable countries, int country, string written) =>
        written.Equals(countries.Code[country], StringComparison.OrdinalIgnoreCase)
            || written.Equals(countries.Name[country], StringComparison.OrdinalIgnoreCase)
        || (Iso3166.TryFind(written, out var code) && code == countries.Code[country]);
}
