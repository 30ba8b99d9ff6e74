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
        new RangeChecks(spec, names, found).All();
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

        found.WarnOfMissing(where + ".id", "site", site.Id);
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
        _definitions.CheckSpeeds(site, where);
        PriceChecks.Check(site, spec, names, where, found);
        CohortChecks.Check(site, names, (key, code, message, hint) => Add(where + key, code, message, hint));
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
}
