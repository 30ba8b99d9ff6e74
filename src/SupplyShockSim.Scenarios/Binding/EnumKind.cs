using System.Text;
using System.Text.Json.Nodes;
using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Scenarios.Diagnostics;

namespace SupplyShockSim.Scenarios.Binding;

/// <summary>One of a few words, written in lower case with hyphens: <c>magnet-plant</c>.</summary>
internal sealed class EnumKind<T> : ScalarKind<T>
    where T : struct, Enum
{
    private readonly T[] _values = Enum.GetValues<T>();
    private readonly string[] _words;

    public EnumKind() => _words = [.. _values.Select(v => KebabCase(v.ToString()))];

    public override string Expected => _words.Length == 1 ? _words[0] : string.Join(", ", _words[..^1]) + " or " + _words[^1];

    public override Fault? Parse(ReadOnlySpan<char> text, BindContext context, out T value)
    {
        for (var i = 0; i < _words.Length; i++)
        {
            if (text.SequenceEqual(_words[i]))
            {
                value = _values[i];
                return null;
            }
        }

        value = default;
        return new Fault(DiagnosticCodes.UnknownWord, $"'{text}' is not possible here, expected {Expected}", Suggest(text.ToString()));
    }

    public override void Write(StringBuilder text, T value) => text.Append(_words[Array.IndexOf(_values, value)]);

    public override JsonObject Schema(SchemaDefinitions definitions) => new() { ["enum"] = new JsonArray([.. _words.Select(w => (JsonNode)w)]) };

    private string? Suggest(string text) => Suggestion.Nearest(text, _words) is { } near ? $"did you mean '{near}'?" : null;

    private static string KebabCase(string name)
    {
        var text = new StringBuilder();
        foreach (var c in name)
        {
            if (char.IsAsciiLetterUpper(c) && text.Length > 0)
            {
                text.Append('-');
            }

            text.Append(char.ToLowerInvariant(c));
        }

        return text.ToString();
    }
}
