namespace SupplyShockSim.Simulation.Levers;

/// <summary>What a policy may wait for of another.</summary>
public enum PolicyEvent
{
    /// <summary>It comes into force for the first time.</summary>
    Starts,

    /// <summary>It is in force no more.</summary>
    Ends,

    /// <summary>What it builds opens.</summary>
    Opens,
}

/// <summary>Who is told what happens to which policy.</summary>
internal sealed class PolicyFollows
{
    private readonly List<(int Follower, int Followed)> _follows = [];

    /// <summary>The policies, once all are put to work.</summary>
    public IPolicyAtWork[] Policies { get; set; } = [];

    public void Add(int follower, int followed) => _follows.Add((follower, followed));

    /// <summary>Something has happened to a policy.</summary>
    public void Tell(int followed, PolicyEvent what, long now, int entry)
    {
        foreach (var (follower, other) in _follows)
        {
            if (other == followed)
            {
                Policies[follower].OnOther(followed, what, now, entry);
            }
        }
    }

    /// <summary>A copy for a fork, whose policies follow.</summary>
    public PolicyFollows Clone()
    {
        var copy = new PolicyFollows();
        copy._follows.AddRange(_follows);
        return copy;
    }
}
