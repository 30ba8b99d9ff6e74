using SupplyShockSim.Engine;
using SupplyShockSim.Simulation.Levers;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Policies.Answers;

/// <summary>An answer at work: a policy that keeps book of what it moves and of what that costs the public.</summary>
/// <param name="bench">What it holds of the run.</param>
/// <param name="resolved">The answer, looked up.</param>
/// <param name="spec">As written.</param>
public abstract class AnswerAtWork(PolicyBench bench, ResolvedPolicy resolved, AnswerSpec spec) : PolicyAtWork(bench, resolved)
{
    private CostBook _book = new(spec.Discount.Share);

    /// <summary>Its book; a fork has a copy of it.</summary>
    protected ref CostBook Book => ref _book;

    /// <inheritdoc/>
    public sealed override AnswerRecord Account(long now)
    {
        var book = _book;
        book.Advance(now);
        Close(ref book, now);
        return new AnswerRecord(Bench.Index)
        {
            PaidBy = spec.PaidBy,
            DiscountPerYear = spec.Discount.Share,
            PublicCostUsd = book.PublicCostUsd,
            DiscountedCostUsd = book.DiscountedCostUsd,
            Tonnes = book.Tonnes,
            FirstUsed = Moment(book.FirstUsed),
            Opened = Moment(book.Opened),
            LeftTonnes = LeftTonnes(now),
            Substituted = Substituted(now),
            Recovered = Recovered(now),
        };
    }

    /// <summary>
    /// Books what falls due where the account is closed, such as the value of what is left, in a copy of the book; the run goes on unchanged.
    /// </summary>
    protected virtual void Close(ref CostBook book, long now)
    {
    }

    /// <summary>Tonnes that it holds at a second; null for an answer that holds nothing.</summary>
    protected virtual double? LeftTonnes(long now) => null;

    /// <summary>By consumer: tonnes that it learnt to do without.</summary>
    protected virtual IReadOnlyList<(int Site, double Tonnes)> Substituted(long now) => [];

    /// <summary>By consumer: tonnes that it made up for later.</summary>
    protected virtual IReadOnlyList<(int Site, double Tonnes)> Recovered(long now) => [];

    private static SimTime? Moment(long? second) => second is { } s ? SimTime.FromSeconds(s) : null;
}
