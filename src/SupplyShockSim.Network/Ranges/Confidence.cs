namespace SupplyShockSim.Network.Ranges;

/// <summary>The words in which rows say how far their figure can be trusted, and how readily such a figure gives way.</summary>
public static class Confidence
{
    /// <summary>
    /// The relative error that a word stands for. These are a judgement, and decide nothing but which rows give way, and in what proportion, when another
    /// is drawn: what is known best moves least.
    /// </summary>
    private static readonly Dictionary<string, double> Errors = new(StringComparer.Ordinal)
    {
        ["high"] = 0.02,
        ["derived-high"] = 0.03,
        ["medium"] = 0.1,
        ["derived-medium"] = 0.1,
        ["low"] = 0.25,
        ["derived-low"] = 0.25,
        ["inferred"] = 0.5,
        ["assumption"] = 0.5,
    };

    /// <summary>The words there are.</summary>
    public static IReadOnlyCollection<string> Words => Errors.Keys;

    /// <summary>The relative error of a word; that of `low` where there is none, or another.</summary>
    internal static double Error(string? word) => word is not null && Errors.TryGetValue(word, out var error) ? error : Errors["low"];
}
