using SupplyShockSim.Scenarios.Definitions;

namespace SupplyShockSim.Analysis.Checks;

/// <summary>A bound of a check, held against a run.</summary>
/// <param name="Check">The check as written.</param>
/// <param name="Measure">What was measured.</param>
/// <param name="Bound"><c>below</c>, <c>above</c> or <c>equals</c>.</param>
/// <param name="Limit">The bound, in the unit of the measure.</param>
/// <param name="Value">The value; null where what is measured did not happen.</param>
/// <param name="Margin">How far the value is on the right side of the limit, in the same unit; below zero where it is on the wrong one.</param>
/// <param name="Holds">Whether it holds.</param>
public sealed record CheckResult(CheckSpec Check, ServiceMeasure Measure, string Bound, double Limit, double? Value, double Margin, bool Holds)
{
    /// <summary>Whom it is about: <c>jp-automotive, ndfeb-magnet</c>, or <c>all consumers</c>.</summary>
    public string Whom => Named.Length > 0 ? Named : "all consumers";

    private string Named => string.Join(", ", new[] { Check.Consumer, Check.Country, Check.Commodity, Check.EndUse }.Where(s => s is not null));
}
