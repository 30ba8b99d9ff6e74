using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Scenarios.Diagnostics;

namespace SupplyShockSim.Scenarios.Tests;

/// <summary>Every code that is used stands in the table of codes, every code of the table is used, and the page of codes is the table.</summary>
public partial class ListOfCodesTests
{
    private static readonly string[] Rooms = ["SupplyShockSim.Network", "SupplyShockSim.Simulation", "SupplyShockSim.Policies", "SupplyShockSim.Scenarios"];

    [Fact]
    public void Every_code_of_the_table_is_used_and_every_code_used_is_in_the_table() =>
        Assert.Equal(DiagnosticTable.All.Select(c => c.Code), Used().Order(StringComparer.Ordinal));

    [Fact]
    public void Every_code_has_its_text()
    {
        Assert.All(DiagnosticTable.All, c =>
        {
            Assert.Matches(FullCode(), c.Code);
            Assert.True(c.Meaning.EndsWith('.') && c.Remedy.EndsWith('.') && c.Example.Length > 0, c.Code);
        });
        Assert.Equal(DiagnosticTable.All.Count, DiagnosticTable.All.Select(c => c.Meaning).Distinct(StringComparer.Ordinal).Count() + Shared);
    }

    // SS306 and SS405 say the same of the network and of a shock.
    private const int Shared = 1;

    private const int LongestLine = 160;

    /// <summary>Both in a line, or in a line each where that would be longer than the page's lines may be.</summary>
    private static string Wrapped(string meaning, string remedy) => $"{meaning}{(meaning.Length + 1 + remedy.Length > LongestLine ? '\n' : ' ')}{remedy}";

    [Fact]
    public void The_page_of_codes_is_the_table()
    {
        var expected = DiagnosticTable.All.Select(c =>
            $"\n## {c.Code}\n\n{Wrapped($"{(c.Severity == DiagnosticSeverity.Error ? "Error" : "Warning")}: {c.Meaning}", c.Remedy)}\n"
            + $"For example: `{c.Example.Replace("`", "", StringComparison.Ordinal)}`");
        var page = Path.Combine(Source(), "SupplyShockSim.Scenarios/Diagnostics/README.md");
        var written = File.ReadAllText(page).ReplaceLineEndings("\n");
        var head = written[..written.IndexOf("\n## SS", StringComparison.Ordinal)];
        if (Environment.GetEnvironmentVariable("SUPPLYSHOCK_ACCEPT") is not null)
        {
            File.WriteAllText(page, head + string.Join('\n', expected) + "\n");
            return;
        }

        Assert.Equal(string.Join('\n', expected) + "\n", written[head.Length..]);
    }

    /// <summary>Codes written where a problem is reported, by themselves or by a name of <see cref="DiagnosticCodes"/> or <see cref="NetworkCodes"/>.</summary>
    private static HashSet<string> Used()
    {
        var names = new[] { typeof(DiagnosticCodes), typeof(NetworkCodes) }
            .SelectMany(t => t.GetFields(BindingFlags.Public | BindingFlags.Static)
                .Select(f => (Name: $"{t.Name}.{f.Name}", Code: (string)f.GetRawConstantValue()!)))
            .ToDictionary(c => c.Name, c => c.Code, StringComparer.Ordinal);
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in Rooms.Select(r => Path.Combine(Source(), r)).Where(Directory.Exists)
            .SelectMany(r => Directory.GetFiles(r, "*.cs", SearchOption.AllDirectories)))
        {
            var path = file.Replace('\\', '/');
            if (path.Contains("/Diagnostics/Codes/", StringComparison.Ordinal) || path.Contains("/obj/", StringComparison.Ordinal)
                || Path.GetFileName(path) is "NetworkCodes.cs" or "DiagnosticCodes.cs")
            {
                continue;
            }

            var text = File.ReadAllText(file);
            used.UnionWith(Literal().Matches(text).Select(m => m.Groups["code"].Value));
            used.UnionWith(Named().Matches(text).Select(m => m.Value).Where(names.ContainsKey).Select(n => names[n]));
        }

        return used;
    }

    [GeneratedRegex("\"(?<code>SS[0-9]{3})\"", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Literal();

    [GeneratedRegex("(DiagnosticCodes|NetworkCodes)\\.[A-Za-z0-9]+", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Named();

    [GeneratedRegex("^SS[1-5][0-9]{2}$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex FullCode();

    private static string Source([CallerFilePath] string path = "") => Path.Combine(Path.GetDirectoryName(path)!, "../../src");
}
