namespace SupplyShockSim.Scenarios.Diagnostics.Codes;

/// <summary>Codes of the market and of the scenario as a whole (SS5xx).</summary>
internal static class RunCodes
{
    public static IReadOnlyList<DiagnosticCode> All { get; } =
    [
        new("SS501", "A run that lasts no time.",
            "Give a `horizon` above zero, or an `until` after the `start`.", "horizon: 0 d"),
        new("SS502", "Rationing by price in a run of which prices stand still.",
            "Add `prices: {}` to the market.", "market: {rationing: price}"),
        new("SS503", "A rationing rule that does not exist.",
            "Choose one of those listed.", "rationing: prorata"),
        new("SS504", "`review` or `adjustment` that is not above zero.",
            "Give a time above zero.", "review: 0 d"),
        new("SS505", "Stocks that would be adjusted faster than sites review them.",
            "Make `adjustment` at least as long as `review`.", "{review: 7 d, adjustment: 1 d}"),
        new("SS506", "A time of `caution` below zero.",
            "Write 0 d or more.", "caution: {build: -1 d}"),
        new("SS507", "A run of more than 100 years.",
            "Give a shorter `horizon`, or an earlier `until`.", "horizon: 200 yr"),
        new("SS508", "A `scarcity` or an `adjustment` of prices that is not above zero, or a `cap` below 1.",
            "Give numbers as in the hint.", "prices: {cap: 0.5}"),
        new(DiagnosticCodes.SchemaVersion, "A scenario of another format.",
            "Write `schema: supplyshock/scenario/1`.", "schema: supplyshock/scenario/9"),
        new(DiagnosticCodes.HorizonOrUntil, "Neither or both of `horizon` and `until`.",
            "Give one of them.", "{horizon: 3 yr, until: 2029-01-01}"),
        new(DiagnosticCodes.BadUncertain, "An uncertain input that does not say what it should.",
            "Give one value to set and one distribution.", "{set: shocks.halt.for}"),
        new(DiagnosticCodes.BadCheck, "A check that cannot be made.",
            "Name a measure that exists, and a bound.", "{measure: shortfall.totl, below: 5 t}"),
        new(DiagnosticCodes.BadBacktest, "A back-test that cannot be made.",
            "Give twelve factors, and whole months in order.", "seasonality: [1, 1]"),
        new(DiagnosticCodes.LongRun, "More than 18 months on the network of one year, in which nobody grows, builds or renews contracts.",
            "Add a demand-change, a project or `market: {term: 1 yr}`, or shorten the horizon.", "horizon: 3 yr") { Severity = DiagnosticSeverity.Warning },
    ];
}
