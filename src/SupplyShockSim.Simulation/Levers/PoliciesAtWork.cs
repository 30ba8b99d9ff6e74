using SupplyShockSim.Engine;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Simulation.Levers;

/// <summary>Who is told when a lane's dispatch changes, when a site is touched, and what happens to another policy.</summary>
internal sealed record Watches(DispatchWatch Lanes, SiteWatch Sites, PolicyFollows Policies)
{
    public Watches Copy() => new(Lanes.Clone(), Sites.Clone(), Policies.Clone());
}

/// <summary>The policies of a run, and who watches which lane or site.</summary>
internal sealed class PoliciesAtWork
{
    private readonly PolicyBench[] _benches;
    private readonly IPolicyAtWork[] _policies;
    private readonly Watches _watches;

    public PoliciesAtWork(Workshop model, LeverBoard levers, IReadOnlyList<IPolicy> policies)
    {
        _watches = new Watches(new DispatchWatch(model.Lanes.Count), new SiteWatch(model.Sites.Count), new PolicyFollows());
        _benches = [.. policies.Select((_, i) => new PolicyBench(model, levers, _watches, i))];
        _policies = [.. policies.Select((p, i) => p.PutToWork(_benches[i]))];
        _watches.Policies.Policies = _policies;
    }

    private PoliciesAtWork(Workshop model, LeverBoard levers, PoliciesAtWork from, IReadOnlyCollection<int> without)
    {
        _watches = from._watches.Copy();
        _benches = [.. from._benches.Select(b => new PolicyBench(model, levers, _watches, b))];
        _policies = [.. from._policies.Select((p, i) => without.Contains(i) ? Withdrawn.Policy : p.CloneFor(_benches[i]))];
        _watches.Policies.Policies = _policies;
    }

    /// <summary>A copy for a fork, which goes on without some of the policies.</summary>
    public PoliciesAtWork CloneFor(Workshop model, LeverBoard levers, IReadOnlyCollection<int> without) => new(model, levers, this, without);

    /// <summary>Whether a fork goes on without a policy.</summary>
    public bool IsWithdrawn(int policy) => _policies[policy] is Withdrawn;

    public void Open()
    {
        foreach (var policy in _policies)
        {
            policy.Open();
        }
    }

    /// <inheritdoc cref="PolicyBench.Chains"/>
    public int[] ChainsOf(int policy) => _benches[policy].Chains;

    public void OnTimer(int policy, int code, int arg, long now) => _policies[policy].OnTimer(code, arg, now);

    /// <summary>A lane carries another amount from now on.</summary>
    public void OnDispatch(int lane, long now) => _watches.Lanes.Tell(lane, _policies, now);

    /// <summary>An instant that has touched these sites is about to end.</summary>
    public void OnSettling(List<int> touched, long now) => _watches.Sites.Tell(touched, _policies, now);

    /// <summary>Some price may have changed.</summary>
    public void OnPrices(long now)
    {
        foreach (var policy in _policies)
        {
            policy.OnPrices(now);
        }
    }

    /// <summary>What those that keep account came to up to a second, in the order of the policies.</summary>
    public IReadOnlyList<AnswerRecord> Accounts(long now) => [.. _policies.Select(p => p.Account(now)).OfType<AnswerRecord>()];

    /// <summary>What lands at a site has changed.</summary>
    public void OnLanded(int site, long now) => _watches.Sites.TellOne(site, _policies, now);

    /// <summary>The windows in which a policy was in force so far, where that was not known before the run; else null.</summary>
    public IReadOnlyList<(SimTime From, SimTime Until)>? LifeOf(int policy) => _policies[policy].Life;

    /// <summary>All lanes have taken their new rates.</summary>
    public void OnDispatched(long now) => _watches.Lanes.TellAll(_policies, now);
}
