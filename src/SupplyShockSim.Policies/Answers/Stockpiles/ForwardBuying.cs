using SupplyShockSim.Engine;
using SupplyShockSim.Network;
using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Policies.Selecting;
using SupplyShockSim.Simulation.Levers;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Policies.Answers.Stockpiles;

/// <summary>
/// Goods bought on the market at an even pace, into a stockpile; what the market does not give in time is not bought. They are paid from the stockpile's
/// account.
/// </summary>
public sealed record ForwardBuying : AnswerSpec
{
    [Field("of", "the commodity", Required = true, Example = "ndfeb-magnet")]
    public string Of { get; init; } = "";

    [Field("amount", "how much: a mass, or days of the baseline use of those the stockpile serves", Required = true, Example = "100 t")]
    public StockAmount Amount { get; init; }

    [Field("over", "time over which it is bought", Required = true, Example = "180 d")]
    public SimDuration Over { get; init; }

    [Field("into", "the stockpile", Required = true, Example = "reserve")]
    public string Into { get; init; } = "";

    /// <inheritdoc/>
    public override string Type => "forward-buying";

    /// <inheritdoc/>
    public override string Meaning => "goods are bought into a stockpile at an even pace";

    /// <inheritdoc/>
    public override string Summary => $"{Amount} of {Of} is bought over {PolicyWords.Days(Over.Days)} into {Into}";

    /// <inheritdoc/>
    public override SubjectKind Touches => SubjectKind.Site;

    /// <inheritdoc/>
    public override IEnumerable<string> NeedsPolicies => [.. base.NeedsPolicies, Into];

    /// <summary>The stockpile.</summary>
    public override int[] Select(Selectors selectors) => selectors.Sites(
        s => selectors.Network.Sites.Kind[s] == SiteKind.Stockpile,
        selectors.Places("into", [Into], (place, site) => place.Has(site)),
        selectors.Commodities("of", [Of], (commodity, site) => selectors.Network.InputOf(site, commodity) >= 0));

    /// <inheritdoc/>
    public override void Check(PolicyCheck check)
    {
        if (Over.Seconds <= 0)
        {
            check.Fault("over", "SS481", "goods cannot be bought in no time", "give a span above zero");
        }
    }

    /// <inheritdoc/>
    public override IPolicyAtWork PutToWork(PolicyBench bench, ResolvedPolicy resolved) => new ForwardBuyingAtWork(bench, resolved, this);
}

/// <summary>Purchases in one run.</summary>
internal sealed class ForwardBuyingAtWork : AnswerAtWork
{
    private const int Stop = FirstOwnCode;

    private readonly ForwardBuying _spec;
    private readonly int _stock;
    private readonly Grip _allowance;
    private readonly double _perDay;
    private double _target;
    private double _bought;
    private bool _buys;

    public ForwardBuyingAtWork(PolicyBench bench, ResolvedPolicy resolved, ForwardBuying spec)
        : base(bench, resolved, spec)
    {
        _spec = spec;
        _stock = bench.Network.OutputOf(Subjects[0], bench.Network.IndexOf(spec.Of));
        _allowance = bench.Take(Lever.Allowance, Subjects);
        var served = bench.Network.Stocks.Lanes(_stock).ToArray().Sum(l => bench.Network.BaselineFlow(bench.Network.Lanes.ToStock[l]));
        _perDay = spec.Amount.Tonnes(served) / Math.Max(spec.Over.Days, double.Epsilon);
        bench.WatchSites(Subjects);
    }

    public override void OnSettling(long now)
    {
        var bought = _buys ? Math.Min(_perDay, Bench.Stocks.Inflow(_stock)) : 0;
        if (bought != _bought)
        {
            _bought = bought;
            Book.Flow(0, bought, now);
        }
    }

    /// <summary>The stockpile aims so high that it buys at an even pace to the end.</summary>
    protected override void Enforce(long now)
    {
        _buys = true;
        _target = Bench.Stocks.Target(_stock);
        Bench.Stocks.Aim(_stock, _target + (_perDay * LongAhead), now, Cause);
        Bench.Set(_allowance, 0, _perDay, now, Cause);
        Bench.Schedule(now + _spec.Over.Seconds, Stop);
    }

    protected override void Lift(long now) => End(now);

    protected override void OnOwnTimer(int code, int arg, long now) => End(now);

    /// <summary>Days of purchases, far above the time over which any market adjusts its stocks.</summary>
    private const double LongAhead = 36_500;

    private void End(long now)
    {
        if (_buys)
        {
            _buys = false;
            Bench.Set(_allowance, 0, 0, now, Cause);
            Bench.Stocks.Aim(_stock, _target, now, Cause);
            OnSettling(now);
        }
    }
}
