using System.Reflection;
using System.Text;

namespace SupplyShockSim.Simulation.Recording;

/// <summary>All kinds of log entries, with what each says of itself.</summary>
public static class LogKinds
{
    private static readonly string[] Names = [.. All.Select(k => Hyphenated(k.ToString()))];

    private static readonly LogWordsAttribute[] Words =
    [
        .. All.Select(k => typeof(LogKind).GetField(k.ToString())!.GetCustomAttribute<LogWordsAttribute>()
            ?? throw new InvalidOperationException($"{k} has no words")),
    ];

    /// <summary>Every kind, in the order of its number, which counts from 0.</summary>
    public static IReadOnlyList<LogKind> All => Enum.GetValues<LogKind>();

    /// <summary>As data files have it: <c>stock-ran-dry</c>.</summary>
    public static string Name(this LogKind kind) => Names[(int)kind];

    /// <summary>Its words and its unit.</summary>
    public static LogWordsAttribute Says(this LogKind kind) => Words[(int)kind];

    /// <summary>The unit of the values before and after; empty where the entry has none.</summary>
    public static string Unit(this LogEntry entry) => double.IsNaN(entry.Before) && double.IsNaN(entry.After) ? "" : entry.Kind.Says().Unit;

    private static string Hyphenated(string name)
    {
        var text = new StringBuilder();
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && text.Length > 0)
            {
                text.Append('-');
            }

            text.Append(char.ToLowerInvariant(letter));
        }

        return text.ToString();
    }
}
