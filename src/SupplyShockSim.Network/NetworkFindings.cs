using System.Collections.Frozen;
using SupplyShockSim.Network.Definitions;

namespace SupplyShockSim.Network;

/// <summary>Takes what checks of a network find.</summary>
/// <param name="path">Where the network stands in the scenario.</param>
/// <param name="problems">Where it goes.</param>
internal sealed class NetworkFindings(string path, ICollection<Problem> problems)
{
    private const int MaxSuggestions = 100;

    /// <summary>The texts that pandas takes for a missing value in a table (`na_values` of `read_csv`).</summary>
    private static readonly FrozenSet<string> ReadAsMissing = FrozenSet.ToFrozenSet(
        [
            "#N/A", "#N/A N/A", "#NA", "-1.#IND", "-1.#QNAN", "-NaN", "-nan", "1.#IND", "1.#QNAN", "<NA>", "N/A", "NA", "NULL", "NaN", "None", "n/a", "nan",
            "null",
        ],
        StringComparer.Ordinal);

    private int _suggestions;

    /// <summary>The row that is being checked.</summary>
    public NetworkRow? Row { get; set; }

    public void Add(string where, string code, string message, string? hint = null) =>
        problems.Add(new Problem($"{path}.{where}", code, message, hint) { Row = Row });

    public void Warn(string where, string code, string message, string hint) =>
        problems.Add(new Problem($"{path}.{where}", code, message, hint, ProblemSeverity.Warning) { Row = Row });

    /// <summary>An id that readers of the tables of a run would take for no value at all.</summary>
    public void WarnOfMissing(string where, string what, string id)
    {
        if (ReadAsMissing.Contains(id))
        {
            Warn(where, NetworkCodes.ReadAsMissing, $"the id '{id}' of this {what} is read as a missing value by pandas and others", "give it another id");
        }
    }

    /// <summary>Suggestions compare a word with every known one: worth it for the first mistakes, not for a million.</summary>
    public string? Suggest(string written, IEnumerable<string> known) => ++_suggestions <= MaxSuggestions ? Suggestion.For(written, known) : null;
}
