using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Simulation.Levers;

/// <summary>The policies of a run, and who watches which lane.</summary>
internal sealed class PoliciesAtWork
{
    private readonly PolicyBench[] _benches;
    private readonly IPolicyAtWork[] _policies;
    private readonly DispatchWatch _watch;

    public PoliciesAtWork(Workshop model, LeverBoard levers, IReadOnlyList<IPolicy> policies)
    {
        _watch = new DispatchWatch(model.Lanes.Count);
        _benches = [.. policies.Select((_, i) => new PolicyBench(model, levers, _watch, i))];
        _policies = [.. policies.Select((p, i) => p.PutToWork(_benches[i]))];
    }

    private PoliciesAtWork(Workshop model, LeverBoard levers, PoliciesAtWork from)
    {
        _watch = from._watch.Clone();
        _benches = [.. from._benches.Select(b => new PolicyBench(model, levers, _watch, b))];
        _policies = [.. from._policies.Select((p, i) => p.CloneFor(_benches[i]))];
    }

    public PoliciesAtWork CloneFor(Workshop model, LeverBoard levers) => new(model, levers, this);

    public void Open()
    {
        foreach (var policy in _policies)
        {
            policy.Open();
        }
    }

    public void OnTimer(int policy, int code, int arg, long now) => _policies[policy].OnTimer(code, arg, now);

    /// <summary>A lane carries another amount from now on.</summary>
    public void OnDispatch(int lane, long now) => _watch.Tell(lane, _policies, now);

    /// <summary>What those that keep account came to up to a second, in the order of the policies.</summary>
    public IReadOnlyList<AnswerRecord> Accounts(long now) => [.. _policies.Select(p => p.Account(now)).OfType<AnswerRecord>()];

    /// <summary>All lanes have taken their new rates.</summary>
    public void OnDispatched(long now) => _watch.TellAll(_policies, now);
}
