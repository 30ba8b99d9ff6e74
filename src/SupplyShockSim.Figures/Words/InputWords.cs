using SupplyShockSim.Network;

namespace SupplyShockSim.Figures.Words;

/// <summary>Names for people of uncertain inputs, which files name by a path.</summary>
public static class InputWords
{
    /// <summary>
    /// <c>network.sites.jp-magnets.capacity</c> as <c>Japan, magnets: capacity</c>; a path that names nothing of the network keeps its words, without
    /// those that only say where it stands in a file.
    /// </summary>
    public static string Of(SupplyNetwork network, string path) => path.Split('.') switch
    {
        ["network", "sites", var row, .. var key] when RowName(network, row) is { } name => Named(name, key),
        ["network", "lanes", var lane, .. var key] when LaneName(network, lane) is { } name => Named(name, key),
        ["network", "technologies", var technology, var side, var of] when network.Commodities.Called(of) is [var only] =>
            $"{technology}: {network.Commodities.Name[only]}" + (side == "outputs" ? " made" : ""),
        ["network", "scale", var key] => Named("all sites and lanes", [key]),
        ["network", .. { Length: > 0 } key] => string.Join(' ', key),
        ["shocks" or "answers", var control, .. { Length: > 0 } key] => Named(control, key),
        ["market", .. { Length: > 0 } key] => Named("market", key),
        _ => path,
    };

    private static string Named(string name, string[] key) =>
        name + (key.Length == 0 ? "" : ": " + string.Join(' ', key.Select(k => k switch { "for" => "length", "from" => "start", _ => k })));

    private static string? RowName(SupplyNetwork network, string id) =>
        Array.IndexOf(network.Rows.Id, id) is >= 0 and var row ? network.Rows.Name[row] : null;

    /// <summary>Of a lane that is called by its ends, as those of the files are.</summary>
    private static string? LaneName(SupplyNetwork network, string id)
    {
        for (var at = id.IndexOf("-to-", StringComparison.Ordinal); at >= 0; at = id.IndexOf("-to-", at + 1, StringComparison.Ordinal))
        {
            if (RowName(network, id[..at]) is { } from && RowName(network, id[(at + 4)..]) is { } to)
            {
                return $"{from} to {to}";
            }
        }

        return null;
    }
}
