using SupplyShockSim.Engine;
using SupplyShockSim.Simulation.Levers;

namespace SupplyShockSim.Policies.Triggers;

/// <summary>A condition with its names looked up. Immutable: runs share it.</summary>
internal abstract record Condition
{
    /// <summary>The sites on which it hangs: it is looked at when one of them is touched.</summary>
    public abstract int[] Sites { get; }

    /// <summary>Whether it holds, and the second from which it will if nothing happens; <see cref="long.MaxValue"/> where it will not.</summary>
    public abstract bool Holds(PolicyBench bench, long now, out long holdsFrom);

    /// <summary>It is another policy that is waited for, which tells of itself: nothing to look at.</summary>
    public sealed record OfPolicy(int Policy, PolicyEvent Event, long BySeconds) : Condition
    {
        public override int[] Sites => [];

        public override bool Holds(PolicyBench bench, long now, out long holdsFrom)
        {
            holdsFrom = long.MaxValue;
            return false;
        }
    }

    /// <summary>What consumers lack together of some commodities, or at all, is above an amount.</summary>
    public sealed record Shortfall(int[] Consumers, double[] Coefficients, double AbovePerDay) : Condition
    {
        public override int[] Sites => Consumers;

        public override bool Holds(PolicyBench bench, long now, out long holdsFrom)
        {
            var lacks = 0.0;
            for (var i = 0; i < Consumers.Length; i++)
            {
                lacks += bench.Stocks.Lack(Consumers[i]) * Coefficients[i];
            }

            holdsFrom = long.MaxValue;
            return lacks > AbovePerDay;
        }
    }

    /// <summary>What users hold together is below so many days of what they would use.</summary>
    public sealed record Cover(int[] Users, int[] Stocks, double BelowDays) : Condition
    {
        public override int[] Sites => Users;

        public override bool Holds(PolicyBench bench, long now, out long holdsFrom)
        {
            var (level, rate, use) = (0.0, 0.0, 0.0);
            foreach (var stock in Stocks)
            {
                level += bench.Stocks.Level(stock, now);
                rate += bench.Stocks.Rate(stock);
                use += bench.Stocks.WantedUse(stock);
            }

            var above = level - (BelowDays * use);
            holdsFrom = rate < 0 && above >= 0 ? now + 1 + (long)Math.Min(1e12, above / -rate * SimDuration.SecondsPerDay) : long.MaxValue;
            return above < 0;
        }
    }

    /// <summary>The highest price of a commodity in some countries is at or above a level.</summary>
    public sealed record Price(int Commodity, int[] Countries, PriceLevel Above) : Condition
    {
        public override int[] Sites => [];

        public override bool Holds(PolicyBench bench, long now, out long holdsFrom)
        {
            var highest = 0.0;
            foreach (var country in Countries)
            {
                highest = Math.Max(highest, bench.PriceUsdPerTonne(Commodity, country));
            }

            holdsFrom = long.MaxValue;
            return highest >= Above.Usd(bench.Network.Commodities.PriceUsdPerTonne[Commodity]);
        }
    }
}

/// <summary>A trigger with its names looked up.</summary>
/// <param name="Condition">What must hold.</param>
/// <param name="ForSeconds">For how long.</param>
internal sealed record ResolvedTrigger(Condition Condition, long ForSeconds);
