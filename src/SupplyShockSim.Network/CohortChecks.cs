using SupplyShockSim.Network.Definitions;

namespace SupplyShockSim.Network;

/// <summary>What must hold of a row that stands for many firms.</summary>
internal static class CohortChecks
{
    /// <param name="site">The row.</param>
    /// <param name="names">What the rows of the network are called.</param>
    /// <param name="fault">Takes what is wrong: the key under the row, the code, what is wrong and what to do.</param>
    public static void Check(SiteSpec site, NetworkNames names, Action<string, string, string, string?> fault)
    {
        if (site.Cohorts is not { } cohorts)
        {
            return;
        }

        if (cohorts.N is < 1 or > 1000)
        {
            fault(".cohorts.n", NetworkCodes.CohortCount, $"{cohorts.N} cohorts by cover", "give a whole number from 1 to 1000");
        }

        if (cohorts.Cover?.Fault() is { } wrong)
        {
            fault(".cohorts.cover", NetworkCodes.CohortCover, wrong, null);
        }
        else if (cohorts.Cover is not null && CoverOfInputs(site, names) is { } key)
        {
            fault(key, NetworkCodes.CoverTwice,
                $"'{site.Id}' states the cover of its inputs twice, and that of its firms (`cohorts.cover`) is the one that holds",
                names.Outputs(site).Count > 0
                    ? "name only outputs in `cover`, by commodity, and change `cohorts.cover` for inputs"
                    : "change `cohorts.cover` instead");
        }
    }

    /// <summary>The key under a row at which a cover of one of its inputs is written, or null.</summary>
    private static string? CoverOfInputs(SiteSpec site, NetworkNames names)
    {
        var inputs = names.Inputs(site);
        return site.Cover.ByCommodity.Keys.FirstOrDefault(inputs.ContainsKey) is { } input ? ".cover." + input
            : site.Cover.Everywhere is not null && inputs.Count > 0 ? ".cover"
            : null;
    }
}
