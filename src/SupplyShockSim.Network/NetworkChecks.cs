using SupplyShockSim.Network.Definitions;

namespace SupplyShockSim.Network;

/// <summary>
/// What must hold for the rows of a network before it can be put together, one small check each. Every check reports all it
/// finds; those that follow skip what an earlier one has already reported.
/// </summary>
internal sealed class NetworkChecks(NetworkSpec spec, NetworkNames names, LaneColumns lanes, NetworkFindings found)
{
    private readonly DefinitionChecks _definitions = new(spec, names, found);

    public void All()
    {
        HasRows();
        _definitions.All();
        for (var i = 0; i < spec.Sites.Count; i++)
        {
            found.Row = new NetworkRow(NetworkList.Sites, i);
            CheckSite(i);
        }

        new LaneChecks(spec, names, lanes, found).All();
    }

    private void Add(string where, string code, string message, string? hint = null) => found.Add(where, code, message, hint);

    private string? Suggest(string written, IEnumerable<string> known) => found.Suggest(written, known);

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
<<<<<<< HEAD
        _definitions.CheckSpeeds(site, where);
        CheckCohorts(site, where);
=======
        CheckSpeeds(site, where);
        CohortChecks.Check(site, names, (key, code, message, hint) => Add(where + key, code, message, hint));
>>>>>>> 8234e1b (Cohorts are checked in a file of their own; tests follow refusals and errors)
    }

    private void CheckConsumer(SiteSpec site, string where)
    {
        if (site.Uses.Count == 0)
        {
            Add(where, NetworkCodes.UsesNothing, $"the consumer '{site.Id}' uses nothing", "add `uses: {commodity: 1}`");
        }

        _definitions.CheckAmounts(site.Uses, where + ".uses");
        if (site.Demand is null)
        {
            Add(where, NetworkCodes.NoDemand, $"the consumer '{site.Id}' has no demand", "add `demand: 10 t/d`");
        }

        if (site.Technology is not null || site.Capacity is not null || Speeds.Of(site, null) != Speeds.AtOnce)
        {
            Add(where, NetworkCodes.ConsumerWithTechnology, $"the consumer '{site.Id}' has a technology, a capacity or a speed such as `ramp`",
                "a consumer has `uses` and `demand` only");
        }
    }

    private void CheckProducer(SiteSpec site, string where)
    {
        if (site.Demand is not null || site.Uses.Count > 0)
        {
            Add(where, NetworkCodes.UsesOfNoConsumer, $"'{site.Id}' is no consumer, yet has `uses` or `demand`",
                "write `kind: consumer`, or a `technology` instead");
        }

        if (site.Technology is null)
        {
            Add(where, NetworkCodes.NoTechnology, $"'{site.Id}' has no technology", "name one, or write `technology: {outputs: {commodity: 1}}`");
        }
        else if (site.Technology.Inline is { } inline)
        {
            _definitions.CheckTechnology(inline, where + ".technology");
        }
        else if (!names.Technologies.ContainsKey(site.Technology.Id ?? ""))
        {
            Add(where + ".technology", NetworkCodes.UnknownTechnology, $"there is no technology '{site.Technology.Id}'",
                Suggest(site.Technology.Id ?? "", names.Technologies.Keys));
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

<<<<<<< HEAD
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
        else if (cohorts.Cover is not null && CoverOfInputs(site) is { } key)
        {
            Add(where + key, NetworkCodes.CoverTwice, $"'{site.Id}' states the cover of its inputs twice, and that of its firms (`cohorts.cover`) is the one that holds",
                names.Outputs(site).Count > 0 ? "name only outputs in `cover`, by commodity, and change `cohorts.cover` for inputs" : "change `cohorts.cover` instead");
        }
    }

    /// <summary>The key under a site at which a cover of one of its inputs is written, or null.</summary>
    private string? CoverOfInputs(SiteSpec site)
    {
        var inputs = names.Inputs(site);
        return site.Cover.ByCommodity.Keys.FirstOrDefault(inputs.ContainsKey) is { } input ? ".cover." + input
            : site.Cover.Everywhere is not null && inputs.Count > 0 ? ".cover"
            : null;
=======
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
>>>>>>> 8234e1b (Cohorts are checked in a file of their own; tests follow refusals and errors)
    }
}
