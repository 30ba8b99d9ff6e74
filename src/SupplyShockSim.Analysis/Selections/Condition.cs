using SupplyShockSim.Network;

namespace SupplyShockSim.Analysis.Selections;

/// <summary>A member of a grouping that is wanted: <c>country = Japan</c>.</summary>
/// <param name="Of">The grouping.</param>
/// <param name="Member">One of its members in the network.</param>
public sealed record Condition(Grouping Of, GroupName Member)
{
    /// <summary>The member that was written, by its id or, in any case of letters, by its name; null where the network has none.</summary>
    public static Condition? Find(SupplyNetwork network, Grouping of, string written)
    {
        var members = of.Members(network);
        foreach (var wanted in (Func<GroupName, bool>[])[m => m.Id == written, m => Same(m.Name, written), m => Same(m.Id, written)])
        {
            if (members.Where(wanted).ToArray() is [var member, ..])
            {
                return new Condition(of, member);
            }
        }

        return null;
    }

    private static bool Same(string a, string b) => a.Equals(b, StringComparison.OrdinalIgnoreCase);
}

/// <summary>What of a run is wanted: of one grouping any of the members that are named, of several groupings each.</summary>
public static class Conditions
{
    /// <summary>Whether a member of a grouping is wanted.</summary>
    public static bool Allow(this IReadOnlyList<Condition> conditions, Grouping of, string id)
    {
        var named = conditions.Where(c => c.Of == of).ToArray();
        return named.Length == 0 || Array.Exists(named, c => c.Member.Id == id);
    }

    /// <summary>Whether a need is wanted; one of which the run does not tell where it belongs is not.</summary>
    public static bool Allow(this IReadOnlyList<Condition> conditions, SupplyNetwork network, NeedKey need) =>
        conditions.Select(c => c.Of).Distinct().All(of => of.Of(network, need) is { } member && conditions.Allow(of, member.Id));

    /// <summary>As a reader would say it: <c>country Japan or Germany, end use automotive</c>; empty where everything is wanted.</summary>
    public static string Words(this IReadOnlyList<Condition> conditions) =>
        string.Join(", ", conditions.GroupBy(c => c.Of).Select(g => $"{g.Key.One} {string.Join(" or ", g.Select(c => c.Member.Name))}"));
}
