using SupplyShockSim.Network.Definitions;

namespace SupplyShockSim.Network;

/// <summary>Takes what checks of a network find.</summary>
/// <param name="path">Where the network stands in the scenario.</param>
/// <param name="problems">Where it goes.</param>
internal sealed class NetworkFindings(string path, ICollection<Problem> problems)
{
    private const int MaxSuggestions = 100;

    private int _suggestions;

    /// <summary>The row that is being checked.</summary>
    public NetworkRow? Row { get; set; }

    public void Add(string where, string code, string message, string? hint = null) =>
        problems.Add(new Problem($"{path}.{where}", code, message, hint) { Row = Row });

    /// <summary>Suggestions compare a word with every known one: worth it for the first mistakes, not for a million.</summary>
    public string? Suggest(string written, IEnumerable<string> known) => ++_suggestions <= MaxSuggestions ? Suggestion.For(written, known) : null;
}
