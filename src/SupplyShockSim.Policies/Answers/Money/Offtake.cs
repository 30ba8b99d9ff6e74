using SupplyShockSim.Network;
using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Network.Quantities;
using SupplyShockSim.Simulation.Levers;

namespace SupplyShockSim.Policies.Answers.Money;

/// <summary>
/// A contract to take what makers make: each runs at least at a share of its capacity, and what nobody else orders of that goes into a stockpile, above the
/// stockpile's amount too. The state pays the difference between the price of the contract and the price of the day on that share, whoever gets the goods.
/// </summary>
/// <remarks>
/// The price of the contract is a floor for the maker: one that needs more than both it and the market pay stands still. What the goods in the stockpile are
/// worth at the price of the day is in the stockpile's account.
/// </remarks>
public sealed record Offtake : SellerAnswerSpec
{
    [Field("share", "the share of the capacity that is taken", Required = true, Example = "80 %")]
    public Share Share { get; init; }

    [Field("price", "what the seller gets for it", Required = true, Example = "95 USD/kg")]
    public UsdPerTonne Price { get; init; }

    [Field("into", "the stockpile that takes what nobody else orders", Required = true, Example = "reserve")]
    public string Into { get; init; } = "";

    /// <inheritdoc/>
    public override string Type => "offtake";

    /// <inheritdoc/>
    public override string Meaning => "makers run at a share of their capacity, and what nobody else orders goes into a stockpile";

    /// <inheritdoc/>
    public override string Summary => $"{Share} of what {Where} can make is taken at {MoneyWords.PerKg(Price)}; what nobody else orders goes into {Into}";

    /// <inheritdoc/>
    public override IEnumerable<string> NeedsPolicies => [.. base.NeedsPolicies, Into];

    /// <inheritdoc/>
    public override void Check(PolicyCheck check)
    {
        base.Check(check);
        foreach (var site in check.Subjects.Where(i => Lane(check.Network, i) < 0))
        {
            check.Fault("into", "SS482", $"'{check.Network.Sites.Id[site]}' has no way to a stockpile '{Into}' for its main product",
                "name a stockpile that holds it, and give the maker a lane to a buyer whom that serves");
        }
    }

    /// <inheritdoc/>
    public override IPolicyAtWork PutToWork(PolicyBench bench, ResolvedPolicy resolved) => new OfftakeAtWork(bench, resolved, this);

    /// <summary>The lane from a maker to the stockpile, -1 for none.</summary>
    internal int Lane(SupplyNetwork network, int site)
    {
        var (stock, reserve) = (network.Sites.FirstOutput[site], network.SiteCalled(Into));
        if (reserve < 0 || network.Sites.Kind[reserve] != SiteKind.Stockpile)
        {
            return -1;
        }

        var input = network.InputOf(reserve, network.Stocks.Commodity[stock]);
        return input < 0 ? -1 : network.LaneBetween(stock, input);
    }
}

/// <summary>An offtake in one run.</summary>
internal sealed class OfftakeAtWork : SellerAnswerAtWork
{
    private readonly Offtake _spec;

    /// <summary>By maker: its lane to the stockpile.</summary>
    private readonly int[] _lanes;
    private readonly Grip _least;
    private readonly Grip _floors;
    private readonly Grip _sends;
    private readonly Grip _intake;
    private double[] _sent;

    public OfftakeAtWork(PolicyBench bench, ResolvedPolicy resolved, Offtake spec)
        : base(bench, resolved, spec)
    {
        _spec = spec;
        _lanes = [.. Subjects.Select(i => spec.Lane(bench.Network, i))];
        _sent = new double[_lanes.Length];
        _least = bench.Take(Lever.LeastActivity, Subjects);
        _floors = bench.Take(Lever.SellerFloor, Subjects);
        _sends = bench.Take(Lever.LaneSent, _lanes);
        _intake = bench.Take(Lever.Intake, [bench.Network.SiteCalled(spec.Into)]);
        bench.WatchSites(Subjects);
    }

    public override void OnDispatched(long now)
    {
        Deliver(now);
        base.OnDispatched(now);
    }

    public override void OnSettling(long now) => Deliver(now);

    /// <summary>The stockpile goes on taking in what comes: when the contract ends, something may be under way.</summary>
    protected override void Enforce(long now)
    {
        Bench.SetAll(_floors, _spec.Price.Value, now, Cause);
        Bench.SetAll(_least, _spec.Share.Value, now, Cause);
        Bench.Set(_intake, 0, Subjects.Sum(Contracted), now, Cause);
        base.Enforce(now);
    }

    protected override void Lift(long now)
    {
        Bench.SetAll(_floors, 0, now, Cause);
        Bench.SetAll(_least, 0, now, Cause);
        Deliver(now);
        base.Lift(now);
    }

    protected override void CopyState() => _sent = [.. _sent];

    protected override double CostUsdPerTonne(double marketUsdPerTonne) => _spec.Price.Value - marketUsdPerTonne;

    protected override double Counted(int site, double soldTonnesPerDay) => Math.Min(Contracted(site), soldTonnesPerDay);

    private double Contracted(int site) =>
        _spec.Share.Value * Bench.Network.Sites.CapacityPerDay[site] * Bench.Network.Stocks.Coefficient[Bench.Network.Sites.FirstOutput[site]];

    /// <summary>Sends what is under the contract, and made, and goes to nobody else.</summary>
    private void Deliver(long now)
    {
        for (var i = 0; i < _lanes.Length; i++)
        {
            var left = IsInForce ? Left(i) : 0;
            if (left != _sent[i])
            {
                _sent[i] = left;
                Bench.Set(_sends, i, left, now, Cause);
            }
        }
    }

    private double Left(int i)
    {
        var stock = Bench.Network.Sites.FirstOutput[Subjects[i]];
        var left = Math.Min(Contracted(Subjects[i]), Bench.Stocks.Inflow(stock));
        foreach (var lane in Bench.Network.Stocks.Lanes(stock))
        {
            left -= Bench.PromisedTonnesPerDay(lane);
        }

        return Math.Max(0, left);
    }
}
