using System.Diagnostics.CodeAnalysis;

namespace SupplyShockSim.Network;

/// <summary>
/// The countries and territories of ISO 3166-1, by code, by English short name, and by the other names people write.
/// Plain "Congo" is not understood, because it names two countries: write "DR Congo" or "Republic of the Congo".
/// </summary>
public static class Iso3166
{
    /// <summary>A country a line: alpha-2, alpha-3, common English name, other names.</summary>
    private const string Table = "Iso3166.txt";

    private static readonly Lazy<Index> Countries = new(Read);

    /// <summary>Every country: alpha-2 code and common English name, in order of code.</summary>
    public static IEnumerable<(string Code, string Name)> All => Countries.Value.All;

    /// <summary>Finds a country by alpha-2 code, alpha-3 code or name, whatever the case and the space around it.</summary>
    /// <returns>False where nothing of that name is known.</returns>
    public static bool TryFind(string nameOrCode, [NotNullWhen(true)] out string? alpha2) =>
        Countries.Value.Codes.TryGetValue(nameOrCode.Trim(), out alpha2);

    /// <summary>The common English name of an alpha-2 code (<c>KR</c>: South Korea), or null for an unknown code.</summary>
    public static string? NameOf(string alpha2) => Countries.Value.Names.GetValueOrDefault(alpha2);

    /// <summary>
    /// The code as data files have it: Namibia is <c>NAM</c> there, since pandas, R and spreadsheets take <c>NA</c>, in quotation marks too, for a value
    /// that is missing. Every input understands both.
    /// </summary>
    public static string InFiles(string alpha2) => alpha2 == "NA" ? "NAM" : alpha2;

    private static Index Read()
    {
        var index = new Index([], new(1000, StringComparer.OrdinalIgnoreCase), new(300, StringComparer.OrdinalIgnoreCase));
        using var table = new StreamReader(typeof(Iso3166).Assembly.GetManifestResourceStream(Table)!);
        while (table.ReadLine() is { } row)
        {
            var words = row.Split('|');
            index.All.Add((words[0], words[2]));
            index.Names.Add(words[0], words[2]);
            foreach (var word in words)
            {
                index.Codes.Add(word, words[0]);
            }
        }

        return index;
    }

    private sealed record Index(List<(string Code, string Name)> All, Dictionary<string, string> Codes, Dictionary<string, string> Names);
}
