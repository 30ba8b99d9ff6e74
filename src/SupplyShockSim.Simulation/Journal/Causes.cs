using SupplyShockSim.Network;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Simulation.Journal;

/// <summary>
/// Which causes are told. Changes that are not worth an entry of their own hand on the cause they came with, so that it may be many sites away when
/// something is told again; and what woke a site is not always why it is better off. No cause is told rather than a wrong one.
/// </summary>
internal readonly struct Causes(SupplyNetwork network)
{
    /// <summary>Whether one entry may stand as the cause of another.</summary>
    public bool IsOne(in LogEntry cause, LogKind kind, SubjectKind subjectKind, int subject) =>
        !(kind.Says().IsRecovery && cause.Kind.Says().IsSetback) && AreNear(SitesOf(cause.SubjectKind, cause.Subject), SitesOf(subjectKind, subject));

    /// <summary>The sites that something is about: of a lane both ends; none for a control, which is near everything.</summary>
    private (int A, int B) SitesOf(SubjectKind kind, int subject) => kind switch
    {
        SubjectKind.Site => (subject, subject),
        SubjectKind.Stock => (network.Stocks.Site[subject], network.Stocks.Site[subject]),
        SubjectKind.Lane => (network.Lanes.From[subject], network.Lanes.To[subject]),
        _ => (-1, -1),
    };

    /// <summary>Whether they share a site, or a lane joins a site of one to a site of the other.</summary>
    private bool AreNear((int A, int B) one, (int A, int B) other) =>
        one.A < 0 || other.A < 0 || one.A == other.A || one.A == other.B || one.B == other.A || one.B == other.B
        || AreJoined(one.A, other.A) || AreJoined(one.A, other.B) || AreJoined(one.B, other.A) || AreJoined(one.B, other.B);

    private bool AreJoined(int a, int b)
    {
        if (LanesOf(b) < LanesOf(a))
        {
            (a, b) = (b, a);
        }

        for (var stock = network.Sites.FirstStock[a]; stock < network.Sites.FirstStock[a + 1]; stock++)
        {
            foreach (var lane in network.Stocks.Lanes(stock))
            {
                if (network.Lanes.From[lane] == b || network.Lanes.To[lane] == b)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private int LanesOf(int site) => network.Stocks.FirstLane[network.Sites.FirstStock[site + 1]] - network.Stocks.FirstLane[network.Sites.FirstStock[site]];
}
