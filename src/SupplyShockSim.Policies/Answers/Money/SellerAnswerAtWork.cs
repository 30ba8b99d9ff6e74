using SupplyShockSim.Simulation.Levers;

namespace SupplyShockSim.Policies.Answers.Money;

/// <summary>
/// Terms of money in one run: while in force it counts what its makers sell of their main product, and what that costs the public at the price of the day.
/// </summary>
internal abstract class SellerAnswerAtWork : AnswerAtWork
{
    /// <summary>By maker, the lanes of its main product.</summary>
    private readonly int[][] _lanes;

    protected SellerAnswerAtWork(PolicyBench bench, ResolvedPolicy resolved, AnswerSpec spec)
        : base(bench, resolved, spec)
    {
        var network = bench.Network;
        _lanes = [.. resolved.Subjects.Select(i => network.Stocks.Lanes(network.Sites.FirstOutput[i]).ToArray())];
        bench.Watch([.. _lanes.SelectMany(l => l).Order()]);
    }

    /// <inheritdoc/>
    public override void OnDispatched(long now) => Count(now);

    /// <inheritdoc/>
    public sealed override void OnPrices(long now) => Count(now);

    protected override void Enforce(long now) => Count(now);

    protected override void Lift(long now) => Book.Flow(0, 0, now);

    /// <summary>What a tonne costs the public; below zero it earns.</summary>
    /// <param name="marketUsdPerTonne">What the market pays the maker.</param>
    protected abstract double CostUsdPerTonne(double marketUsdPerTonne);

    /// <summary>What counts of what a maker sells, t/d.</summary>
    protected virtual double Counted(int site, double soldTonnesPerDay) => soldTonnesPerDay;

    private void Count(long now)
    {
        if (!IsInForce)
        {
            return;
        }

        var (usd, tonnes) = (0.0, 0.0);
        for (var i = 0; i < Subjects.Length; i++)
        {
            var sold = 0.0;
            foreach (var lane in _lanes[i])
            {
                sold += Bench.DispatchTonnesPerDay(lane);
            }

            if (Counted(Subjects[i], sold) is > 0 and var counted)
            {
                tonnes += counted;
                usd += counted * CostUsdPerTonne(Bench.SellingPriceUsdPerTonne(Subjects[i]));
            }
        }

        Book.Flow(usd, tonnes, now);
    }
}
