using CsCheck;

namespace SupplyShockSim.Analysis.Tests.Structure;

/// <summary>Cuts, routes and severance of small random networks against trying out everything.</summary>
public class NetworkGraphProperties
{
    private const string User = "u";

    /// <summary>
    /// Up to eight lanes between five sites, some in circles, and one to the user for certain. Sites 0, 3 and 4 make the same thing, so that some inputs have
    /// several suppliers; a site with suppliers of several things needs each of them.
    /// </summary>
    private static readonly Gen<SmallNets.Lane[]> Networks =
        Gen.Select(
            Gen.Select(Gen.Int[0, 4], Gen.Int[0, 5], Gen.Int[0, 6], Gen.Int[0, 4]).Array[0, 8],
            Gen.Int[0, 4],
            (lanes, last) => lanes.Select(l => Lane(l.Item1, l.Item2, l.Item3, l.Item4)).Append(Lane(last, 5, 2, 1))
                .Where(l => l.From != l.To && Makes(l.From) != Makes(l.To)).DistinctBy(l => (l.From, l.To)).ToArray());

    [Fact]
    public void No_set_of_legs_of_fewer_tonnes_cuts_the_user_off_and_the_one_found_does() => Networks.Sample(lanes =>
    {
        var graph = new NetworkGraph(SmallNets.Of(lanes));
        var used = lanes.Where(l => l.Flow > 0).ToArray();
        var least = Subsets(used).Where(lost => !Supplied(lanes, used.Except(lost)).Contains(User)).Min(lost => lost.Sum(l => l.Flow));

        var cut = graph.CutOf(graph.Row(User));

        var names = cut.Legs.Select(l => (graph.Network.Rows.Id[l.Source], graph.Network.Rows.Id[l.Target])).ToHashSet();
        Assert.True(cut.IsExact);
        Assert.Equal(least, cut.TonnesPerDay);
        Assert.Equal(least, used.Where(l => names.Contains((l.From, l.To))).Sum(l => l.Flow));
        Assert.DoesNotContain(User, Supplied(lanes, used.Where(l => !names.Contains((l.From, l.To)))));
    }, iter: 2_000);

    [Fact]
    public void Routes_are_the_cheapest_of_all_that_visit_nobody_twice() => Gen.Select(Networks, Gen.Int[1, 6]).Sample((lanes, count) =>
    {
        var graph = new NetworkGraph(SmallNets.Of(lanes));
        foreach (var commodity in lanes.Where(l => l.To == User).Select(l => l.Of).Distinct())
        {
            var all = Routes(lanes, User, commodity, []).Order().ToArray();

            var found = graph.RoutesTo(graph.Row(User), graph.Commodity(commodity), count);

            Assert.Equal(all.Take(count), found.Select(r => r.FreightUsdPerTonne));
            Assert.Equal(found.Count, found.Select(r => graph.Say(r.Legs)).Distinct().Count());
            Assert.All(found, r => Assert.Equal(r.Legs.Count + 1, r.Legs.Select(l => l.Source).Append(r.Legs[^1].Target).Distinct().Count()));
        }
    }, iter: 2_000);

    [Fact]
    public void Users_fall_when_some_input_has_no_origin_left() => Gen.Select(Networks, Gen.Int[0, 511]).Sample((lanes, mask) =>
    {
        var graph = new NetworkGraph(SmallNets.Of(lanes));
        var network = graph.Network;
        var lost = Enumerable.Range(0, network.Lanes.Count).Where(l => (mask >> l & 1) > 0).ToArray();
        var names = lost.Select(l => (network.Sites.Id[network.Lanes.From[l]], network.Sites.Id[network.Lanes.To[l]])).ToHashSet();
        var left = lanes.Where(l => !names.Contains((l.From, l.To))).ToArray();

        var severance = graph.Without(lost);

        var before = Supplied(lanes, lanes.Where(l => l.Flow > 0)).Contains(User);
        var isCut = before && !Supplied(lanes, left.Where(l => l.Flow > 0)).Contains(User);
        var forGood = isCut && !Supplied(lanes, left).Contains(User);
        var user = severance.Users.SingleOrDefault(u => u.User == graph.Row(User));
        Assert.Equal((isCut ? 1 : 0, forGood ? 1 : 0), (user?.Share ?? 0, user?.ShareForGood ?? 0));
    }, iter: 2_000);

    private static SmallNets.Lane Lane(int from, int to, int flow, int cost) => new($"s{from}", to == 5 ? User : $"s{to}", Makes($"s{from}"), flow, cost);

    private static string Makes(string site) => site switch { "s1" => "b", "s2" => "c", User => "", _ => "a" };

    /// <summary>Who is supplied over some lanes: whoever gets each thing that any lane, in use or not, may bring it. Tried until nothing changes.</summary>
    private static HashSet<string> Supplied(IReadOnlyList<SmallNets.Lane> all, IEnumerable<SmallNets.Lane> open)
    {
        var lanes = open.ToArray();
        var supplied = new HashSet<string>();
        var sites = all.SelectMany(l => new[] { l.From, l.To }).Distinct().ToArray();
        while (sites.Where(s => !supplied.Contains(s)
            && all.Where(l => l.To == s).All(need => lanes.Any(l => l.To == s && l.Of == need.Of && supplied.Contains(l.From))))
            .ToArray() is { Length: > 0 } more)
        {
            supplied.UnionWith(more);
        }

        return supplied;
    }

    /// <summary>The freight of every route to a site that visits no site twice.</summary>
    private static IEnumerable<double> Routes(SmallNets.Lane[] lanes, string to, string? of, string[] visited)
    {
        if (lanes.All(l => l.To != to))
        {
            return [0];
        }

        string[] seen = [.. visited, to];
        return lanes.Where(l => l.To == to && (of is null || l.Of == of) && !seen.Contains(l.From))
            .SelectMany(l => Routes(lanes, l.From, null, seen).Select(cost => cost + l.Cost));
    }

    private static IEnumerable<SmallNets.Lane[]> Subsets(SmallNets.Lane[] lanes) =>
        Enumerable.Range(0, 1 << lanes.Length).Select(mask => lanes.Where((_, i) => (mask >> i & 1) > 0).ToArray());
}
