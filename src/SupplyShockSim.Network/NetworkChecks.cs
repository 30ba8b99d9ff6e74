using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Network.Quantities;

namespace SupplyShockSim.Network;

/// <summary>
/// What must hold for the rows of a network before it can be put together, one small check each. Every check reports all it
/// finds; those that follow skip what an earlier one has already reported.
/// </summary>
internal sealed class NetworkChecks(NetworkSpec spec, NetworkNames names, string path, ICollection<Problem> problems)
{
    /// <summary>What a run's state has room for.</summary>
    public const int MostCommodities = ushort.MaxValue;

    private const int MaxSuggestions = 100;

    private int _suggestions;

    /// <summary>The row that is being checked.</summary>
    private NetworkRow? _row;

    public void All()
    {
        HasRows();
        CommoditiesAreUnique();
        TechnologiesAreSound();
        BlocsAreKnown();
        for (var i = 0; i < spec.Sites.Count; i++)
        {
            _row = new NetworkRow(NetworkList.Sites, i);
            CheckSite(i);
        }

        for (var i = 0; i < spec.Lanes.Count; i++)
        {
            _row = new NetworkRow(NetworkList.Lanes, i);
            CheckLane(i);
        }
    }

    /// <summary>Suggestions compare a word with every known one: worth it for the first mistakes, not for a million.</summary>
    private string? Suggest(string written, IEnumerable<string> known) => ++_suggestions <= MaxSuggestions ? Suggestion.For(written, known) : null;

    private void Add(string where, string code, string message, string? hint = null) =>
        problems.Add(new Problem($"{path}.{where}", code, message, hint) { Row = _row });

    private void HasRows()
    {
        if (spec.Commodities.Count == 0)
        {
            Add("commodities", NetworkCodes.NoCommodity, "the network has no commodity", "add at least one, such as {id: magnet}");
        }

        if (spec.Sites.Count == 0)
        {
            Add("sites", NetworkCodes.NoSite, "the network has no site", "add mines, plants and consumers");
        }
    }

    private void CommoditiesAreUnique()
    {
        Unique(spec.Commodities.Select(c => c.Id), "commodities", "commodity");
        if (spec.Commodities.Count > MostCommodities)
        {
            Add("commodities", NetworkCodes.TooManyCommodities, FormattableString.Invariant($"{spec.Commodities.Count} commodities"),
                FormattableString.Invariant($"a network has at most {MostCommodities}"));
        }
    }

    private void Unique(IEnumerable<string> ids, string list, string what)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var i = 0;
        foreach (var id in ids)
        {
            if (string.IsNullOrWhiteSpace(id))
            {
                Add($"{list}[{i}]", NetworkCodes.NoId, $"a {what} needs an id", "add `id: some-name`");
            }
            else if (!seen.TryAdd(id, i))
            {
                Add($"{list}[{i}].id", NetworkCodes.DefinedTwice, $"the {what} '{id}' is defined twice", "give each its own id");
            }

            i++;
        }
    }

    private void TechnologiesAreSound()
    {
        Unique(spec.Technologies.Select(t => t.Id), "technologies", "technology");
        for (var i = 0; i < spec.Technologies.Count; i++)
        {
            CheckTechnology(spec.Technologies[i], $"technologies[{i}]");
        }
    }

    private void CheckTechnology(TechnologySpec technology, string where)
    {
        CheckAmounts(technology.Inputs, where + ".inputs");
        CheckAmounts(technology.Outputs, where + ".outputs");
        if (technology.Outputs.Count == 0)
        {
            Add(where, NetworkCodes.MakesNothing, "the technology makes nothing", "add `outputs: {commodity: 1}`");
        }
    }

    private void CheckAmounts(IReadOnlyDictionary<string, double> amounts, string where)
    {
        foreach (var (commodity, amount) in amounts)
        {
            if (!names.Commodities.ContainsKey(commodity))
            {
                Add($"{where}.{commodity}", NetworkCodes.UnknownCommodity, $"there is no commodity '{commodity}'", Suggest(commodity, names.Commodities.Keys));
            }

            if (!(amount > 0) || !double.IsFinite(amount))
            {
                Add($"{where}.{commodity}", NetworkCodes.NoAmount, "tonnes per unit of activity must be above zero", "write a positive number, or leave the commodity out");
            }
        }
    }

    private void BlocsAreKnown()
    {
        foreach (var (bloc, members) in spec.Blocs)
        {
            for (var i = 0; i < members.Count; i++)
            {
                if (!names.TryCountry(members[i], out _))
                {
                    Add($"blocs.{bloc}[{i}]", NetworkCodes.UnknownCountry, $"there is no country '{members[i]}'", names.SuggestCountry(members[i]));
                }
            }
        }
    }

    private void CheckSite(int i)
    {
        var site = spec.Sites[i];
        var where = $"sites[{i}]";
        if (string.IsNullOrWhiteSpace(site.Id))
        {
            Add(where, NetworkCodes.NoId, "a site needs an id", "add `id: some-name`");
        }
        else if (names.Sites[site.Id] != i)
        {
            Add(where + ".id", NetworkCodes.DefinedTwice, $"the site '{site.Id}' is defined twice", "give each its own id");
        }

        if (!names.TryCountry(site.Country, out _))
        {
            Add(where + ".country", NetworkCodes.UnknownCountry, $"there is no country '{site.Country}'", names.SuggestCountry(site.Country));
        }

        if (site.Kind == SiteKind.Consumer)
        {
            CheckConsumer(site, where);
        }
        else
        {
            CheckProducer(site, where);
        }

        CheckCover(site, where);
        CheckCohorts(site, where);
    }

    private void CheckConsumer(SiteSpec site, string where)
    {
        if (site.Uses.Count == 0)
        {
            Add(where, NetworkCodes.UsesNothing, $"the consumer '{site.Id}' uses nothing", "add `uses: {commodity: 1}`");
        }

        CheckAmounts(site.Uses, where + ".uses");
        if (site.Demand is null)
        {
            Add(where, NetworkCodes.NoDemand, $"the consumer '{site.Id}' has no demand", "add `demand: 10 t/d`");
        }

        if (site.Technology is not null || site.Capacity is not null || site.Ramp is not null)
        {
            Add(where, NetworkCodes.ConsumerWithTechnology, $"the consumer '{site.Id}' has a technology, a capacity or a ramp", "a consumer has `uses` and `demand` only");
        }
    }

    private void CheckProducer(SiteSpec site, string where)
    {
        if (site.Demand is not null || site.Uses.Count > 0)
        {
            Add(where, NetworkCodes.UsesOfNoConsumer, $"'{site.Id}' is no consumer, yet has `uses` or `demand`", "write `kind: consumer`, or a `technology` instead");
        }

        if (site.Technology is null)
        {
            Add(where, NetworkCodes.NoTechnology, $"'{site.Id}' has no technology", "name one, or write `technology: {outputs: {commodity: 1}}`");
        }
        else if (site.Technology.Inline is { } inline)
        {
            CheckTechnology(inline, where + ".technology");
        }
        else if (!names.Technologies.ContainsKey(site.Technology.Id ?? ""))
        {
            Add(where + ".technology", NetworkCodes.UnknownTechnology, $"there is no technology '{site.Technology.Id}'", Suggest(site.Technology.Id ?? "", names.Technologies.Keys));
        }
    }

    private void CheckCover(SiteSpec site, string where)
    {
        foreach (var commodity in site.Cover.ByCommodity.Keys)
        {
            if (names.Inputs(site).ContainsKey(commodity) || names.Outputs(site).ContainsKey(commodity))
            {
                continue;
            }

            Add($"{where}.cover.{commodity}", NetworkCodes.CoverOfNothing, $"'{site.Id}' neither uses nor makes '{commodity}'",
                Suggest(commodity, names.Inputs(site).Keys.Concat(names.Outputs(site).Keys)));
        }
    }

    private void CheckCohorts(SiteSpec site, string where)
    {
        if (site.Cohorts is not { } cohorts)
        {
            return;
        }

        if (cohorts.N is < 1 or > 1000)
        {
            Add(where + ".cohorts.n", NetworkCodes.CohortCount, $"{cohorts.N} cohorts by cover", "give a whole number from 1 to 1000");
        }

        if (cohorts.Cover?.Fault() is { } fault)
        {
            Add(where + ".cohorts.cover", NetworkCodes.CohortCover, fault);
        }
    }

    private void CheckLane(int i)
    {
        var lane = spec.Lanes[i];
        var where = $"lanes[{i}]";
        var commodityKnown = names.Commodities.ContainsKey(lane.Of);
        if (!commodityKnown)
        {
            Add(where + ".of", NetworkCodes.UnknownCommodity, $"there is no commodity '{lane.Of}'", Suggest(lane.Of, names.Commodities.Keys));
        }

        var from = FindSite(lane.From, where + ".from");
        var to = FindSite(lane.To, where + ".to");
        if (commodityKnown && from is not null && !names.Outputs(from).ContainsKey(lane.Of))
        {
            Add(where + ".from", NetworkCodes.NotMade, $"'{lane.From}' does not make '{lane.Of}'", Suggest(lane.Of, names.Outputs(from).Keys));
        }

        if (commodityKnown && to is not null && !names.Inputs(to).ContainsKey(lane.Of))
        {
            Add(where + ".to", NetworkCodes.NotUsed, $"'{lane.To}' does not use '{lane.Of}'", Suggest(lane.Of, names.Inputs(to).Keys));
        }

        if (lane.Capacity is { } capacity && lane.Flow.Value > capacity.Value * (1 + 1e-9))
        {
            Add(where + ".flow", NetworkCodes.AboveLaneCapacity,
                $"the flow of {lane.Flow.Value:0.######} t/d is above the lane's capacity of {capacity.Value:0.######} t/d",
                "raise the capacity or lower the flow");
        }

        if (lane.Transit.Seconds < 0 || lane.Qualification.Seconds < 0)
        {
            Add(where, NetworkCodes.TimeBelowZero, "a transit or qualification time below zero", "write 0 d or more");
        }

        if (lane.Transit > LongestTimes.Transit)
        {
            Add(where + ".transit", NetworkCodes.TransitTooLong, $"a transit time of {lane.Transit.Days:0} days is above 50 years", "check its unit");
        }
    }

    private SiteSpec? FindSite(string id, string where)
    {
        if (names.Sites.TryGetValue(id, out var index))
        {
            return spec.Sites[index];
        }

        Add(where, NetworkCodes.UnknownSite, $"there is no site '{id}'", Suggest(id, names.Sites.Keys));
        return null;
    }

    /// <summary>
    /// Lanes between the same sites for the same commodity need ids that tell them apart. In the order of the layout they stand side by side.
    /// </summary>
    public static void LanesAreUnique(NetworkSpec spec, RowLayout rows, string path, ICollection<Problem> problems)
    {
        for (var i = 1; i < rows.LaneOrder.Length; i++)
        {
            var (a, b) = (rows.LaneOrder[i - 1], rows.LaneOrder[i]);
            if (rows.FromStock[a] != rows.FromStock[b] || rows.ToStock[a] != rows.ToStock[b] || spec.Lanes[a].Id != spec.Lanes[b].Id)
            {
                continue;
            }

            var lane = spec.Lanes[b];
            problems.Add(new Problem($"{path}.lanes[{Math.Max(a, b)}]", NetworkCodes.SecondLane, $"a second lane from '{lane.From}' to '{lane.To}' for '{lane.Of}'",
                "add the flows up in one lane, or give each an `id`") { Row = new NetworkRow(NetworkList.Lanes, Math.Max(a, b)) });
        }
    }
}
