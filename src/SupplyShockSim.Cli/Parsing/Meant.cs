using SupplyShockSim.Network.Definitions;

namespace SupplyShockSim.Cli.Parsing;

/// <summary>What was probably meant by a word that means nothing.</summary>
internal static class Meant
{
    /// <summary>The rest of a sentence, <c>; did you mean 'plan'?</c>, for the name that begins so or else is nearest; empty when none is.</summary>
    public static string Hint(string typed, IReadOnlyList<string> names)
    {
        var begun = typed.Length == 0 ? [] : names.Where(n => n.StartsWith(typed, StringComparison.Ordinal)).ToList();
        var meant = begun.Count == 1 ? begun[0] : Suggestion.Nearest(typed, names);
        return meant is null ? "" : $"; did you mean '{meant}'?";
    }
}
