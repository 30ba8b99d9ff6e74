using SupplyShockSim.Engine;
using SupplyShockSim.Network.Quantities;
using SupplyShockSim.Simulation.Levers;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Policies.Answers.Projects;

/// <summary>A project in one run.</summary>
internal sealed class ProjectAtWork : AnswerAtWork
{
    private const int Builds = FirstOwnCode;
    private const int Opens = FirstOwnCode + 1;

    private readonly CapacityProject _spec;
    private readonly int _site;
    private readonly int _stock;
    private readonly Grip _opens;
    private bool _isDecided;
    private bool _succeeds;
    private double _made;

    public ProjectAtWork(PolicyBench bench, ResolvedPolicy resolved, CapacityProject spec)
        : base(bench, resolved, spec)
    {
        _spec = spec;
        _site = Subjects[0];
        _stock = bench.Network.Sites.FirstOutput[_site];
        _opens = bench.Take(Lever.SiteOpen, Subjects);
        bench.WatchSites(Subjects);
    }

    /// <summary>What it makes is what moves under it.</summary>
    public override void OnSettling(long now)
    {
        var made = Bench.Stocks.Inflow(_stock);
        if (made != _made)
        {
            _made = made;
            Book.Flow(0, made, now);
        }
    }

    public override void OnPrices(long now) => Decide(now);

    protected override void Enforce(long now) => Decide(now);

    /// <summary>What is built stays; what is not yet decided on never is.</summary>
    protected override void Lift(long now) => _isDecided = true;

    protected override void OnOwnTimer(int code, int arg, long now)
    {
        if (code == Builds)
        {
            Log(now, LogKind.ConstructionStarted);
            Book.Pay((_spec.Capex?.Value ?? 0) * _spec.Public.Value, now);
            Bench.Schedule(now + Stage(_spec.Construction, "construction"), Opens);
        }
        else if (_succeeds)
        {
            Open(now);
        }
        else
        {
            Log(now, LogKind.ProjectFailed);
        }
    }

    private void Decide(long now)
    {
        if (_isDecided || !IsInForce)
        {
            return;
        }

        var (stocks, sites) = (Bench.Network.Stocks, Bench.Network.Sites);
        if (_spec.MinPrice is { } least && !(Bench.PriceUsdPerTonne(stocks.Commodity[_stock], sites.Country[_site]) >= least.Value))
        {
            return;
        }

        _isDecided = true;
        _succeeds = Bench.Draw($"{Resolved.Name}/success") < _spec.Success.Value;
        var permitting = (long)(Stage(_spec.Permitting, "permitting") * Bench.ValueOf(Lever.PermitPace, _site));
        Bench.Schedule(now + permitting + Stage(_spec.Finance, "finance"), Builds);
    }

    private void Open(long now)
    {
        Log(now, LogKind.ProjectOpened, after: Bench.Network.Sites.CapacityPerDay[_site]);
        Book.Open(now);
        Bench.Set(_opens, 0, 1, now, Cause);
        if (_spec.Contracts is { } contracts)
        {
            var perDay = contracts.Share.Value * Bench.Network.Sites.CapacityPerDay[_site] * Bench.Network.Stocks.Coefficient[_stock];
            ContractShift.Move(Bench, Bench.Network.Stocks.Lanes(_stock), s => ContractShift.IsIn(contracts.InsteadOf, Resolved.Places, s), perDay, now, Cause);
        }

        Bench.Tell(PolicyEvent.Opens, now, Cause);
    }

    private long Stage(DurationDistribution length, string name) => length.Shape == DistributionShape.Fixed
        ? SimDuration.FromDays(length.MeanDays).Seconds
        : SimDuration.FromDays(length.SampleDays(Bench.Draw($"{Resolved.Name}/{name}"))).Seconds;
}
