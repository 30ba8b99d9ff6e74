using SupplyShockSim.Scenarios.Binding;
using SupplyShockSim.Scenarios.Diagnostics;
using SupplyShockSim.Scenarios.Files;
using SupplyShockSim.Scenarios.Yaml;

namespace SupplyShockSim.Scenarios.Loading;

/// <summary>Reads overrides written as <c>path=value</c>, the value as YAML.</summary>
internal static class SetOption
{
    /// <summary>The overrides; reports those that are not written rightly, at <c>--set</c>, line by line.</summary>
    public static List<Override> Read(IReadOnlyList<string> options, DiagnosticBag bag)
    {
        var source = new SourceText("--set", () => options.Select(o => o.ReplaceLineEndings(" ")));
        var overrides = new List<Override>();
        for (var i = 0; i < options.Count; i++)
        {
            var equals = options[i].IndexOf('=', StringComparison.Ordinal);
            var place = new Place(source, i + 1, 1, Math.Max(1, equals < 0 ? options[i].Length : equals));
            if (equals <= 0)
            {
                bag.Error(place, DiagnosticCodes.Override, $"'{options[i]}' does not say what to set to what", "write --set path=value, such as --set shocks.0.share=50%");
                continue;
            }

            var at = new Place(source, i + 1, equals + 2, Math.Max(1, options[i].Length - equals - 1));
            if (ReadValue(at, options[i][(equals + 1)..], bag) is { } value)
            {
                overrides.Add(new Override(options[i][..equals].Split('.'), place, value));
            }
        }

        return overrides;
    }

    /// <summary>Reads a value written as text; nothing is an error.</summary>
    public static Node? ReadValue(Place place, string text, DiagnosticBag bag)
    {
        var had = bag.Count;
        var value = YamlReader.ReadAt(place, text, bag);
        if (value is null && bag.Count == had)
        {
            bag.Error(place, DiagnosticCodes.NoValue, "there is no value after the '='", "write --set path=value");
        }

        return value;
    }
}
