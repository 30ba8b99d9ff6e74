using System.Globalization;
using System.Text.Json;
using SupplyShockSim.Network;
using SupplyShockSim.Reports.Data;

namespace SupplyShockSim.Reports.Exports;

/// <summary>
/// The needs of a run as a tree of variables: <c>Shortfall</c>, <c>Shortfall|Magnet</c>, <c>Shortfall|Magnet|Automotive</c>. Each is the sum of its parts,
/// and <c>World</c> that of all regions.
/// </summary>
internal sealed class IamcNeeds
{
    public const string World = "World";

    private static readonly (string Measure, string Variable, string Meaning)[] Measures =
    [
        ("demand", "Demand", "what consumers need"),
        ("served", "Use", "what consumers need and get"),
        ("shortfall", "Shortfall", "what consumers need and do not get"),
    ];

    private readonly ExportSource _source;

    private IamcNeeds(ExportSource source, string[] dates) => (_source, Dates) = (source, dates);

    /// <summary>When each cell begins.</summary>
    public string[] Dates { get; }

    /// <summary>Values in t/d, one for each cell, by region and variable, sorted.</summary>
    public SortedDictionary<(string Region, string Variable), double[]> Series { get; } =
        new(Comparer<(string Region, string Variable)>.Create((a, b) => string.CompareOrdinal(a.Region, b.Region) is not 0 and var by
            ? by
            : string.CompareOrdinal(a.Variable, b.Variable)));

    /// <exception cref="InvalidDataException">The tables of the run lack what is wanted.</exception>
    public static IamcNeeds Of(ExportSource source)
    {
        var table = source.Table("series.csv");
        var (date, measure, site, country, commodity, value) =
            (table["date"], table["measure"], table["site"], table["country"], table["commodity"], table["value"]);

        // Consumers by themselves; where only totals were recorded, countries.
        var byCountry = source.Manifest.Recorded == "totals";
        bool IsLeaf(string[] row) => byCountry ? row[site] == All.Of && row[country] != All.Of : row[site].Length > 0 && row[site] != All.Of;
        string[] dates = [.. table.Rows.Select(row => row[date]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var needs = new IamcNeeds(source, dates);
        var uses = byCountry ? [] : EndUses(source);
        foreach (var row in table.Rows.Where(IsLeaf))
        {
            if (Array.Find(Measures, m => m.Measure == row[measure]).Variable is { } variable)
            {
                var use = byCountry ? null : uses.GetValueOrDefault((row[site], row[commodity]), "Unspecified");
                needs.Add(needs.Region(row[country]), variable, needs.Material(row[commodity]), use,
                    Array.BinarySearch(dates, row[date], StringComparer.Ordinal), double.Parse(row[value], CultureInfo.InvariantCulture));
            }
        }

        return needs;
    }

    /// <summary>What a variable is, in a sentence.</summary>
    public static string Meaning(string variable)
    {
        var parts = variable.Split('|');
        var meaning = Array.Find(Measures, m => m.Variable == parts[0]).Meaning;
        return parts.Length switch
        {
            1 => meaning + ", tonnes of different materials added up; the sum of its parts",
            2 => $"{meaning} of {parts[1]}; the sum of its parts",
            _ => $"{meaning} of {parts[1]} for {parts[2]}",
        };
    }

    private void Add(string region, string variable, string material, string? use, int cell, double value)
    {
        foreach (var place in (string[])[region, World])
        {
            Of(place, variable)[cell] += value;
            Of(place, $"{variable}|{material}")[cell] += value;
            if (use is not null)
            {
                Of(place, $"{variable}|{material}|{use}")[cell] += value;
            }
        }
    }

    private double[] Of(string region, string variable)
    {
        if (!Series.TryGetValue((region, variable), out var values))
        {
            Series[(region, variable)] = values = new double[Dates.Length];
        }

        return values;
    }

    private string Region(string code)
    {
        var countries = _source.Network.Countries;
        return Iso3166.TryFind(code, out var alpha2) && Iso3166.NameOf(alpha2) is { } name ? name
            : Array.IndexOf(countries.Code, code) is >= 0 and var at ? Part(countries.Name[at]) : code;
    }

    private string Material(string id)
    {
        var commodities = _source.Network.Commodities;
        return Array.IndexOf(commodities.Id, id) is >= 0 and var at ? Part(commodities.Name[at]) : Part(id);
    }

    /// <summary>A part of a variable's name: it begins with a capital, and has no bar, which parts them.</summary>
    private static string Part(string name) => char.ToUpperInvariant(name[0]) + name[1..].Replace('|', '/');

    /// <summary>What each consumer makes of each commodity.</summary>
    private static Dictionary<(string Site, string Commodity), string> EndUses(ExportSource source)
    {
        using var metrics = JsonDocument.Parse(source.Bytes("metrics.json"));
        var uses = new Dictionary<(string, string), string>();
        foreach (var consumer in metrics.RootElement.GetProperty("consumers").EnumerateArray())
        {
            if (consumer.GetProperty("endUse").GetString() is { Length: > 0 } use)
            {
                uses[(consumer.GetProperty("site").GetString()!, consumer.GetProperty("commodity").GetString()!)] = Part(use);
            }
        }

        return uses;
    }
}
