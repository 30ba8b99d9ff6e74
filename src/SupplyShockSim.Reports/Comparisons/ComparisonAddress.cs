using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SupplyShockSim.Analysis.Comparisons;

namespace SupplyShockSim.Reports.Comparisons;

/// <summary>
/// What a comparison is known by: ten hexadecimal digits of a hash over its runs (name, inputs, trace), its baseline and how it was made. The same
/// comparison has the same digits on every machine, whatever its files are called.
/// </summary>
public static class ComparisonAddress
{
    /// <param name="comparison">The comparison.</param>
    /// <param name="version">Version of the program.</param>
    /// <param name="more">What else its pictures depend on: draws, notes, what was observed.</param>
    public static string Of(Comparison comparison, string version, IEnumerable<string> more)
    {
        var options = comparison.Options;
        string[] how =
        [
            version, options.Mode.ToString(), options.Align.ToString(), options.Cumulative.ToString(), options.Where.ToString(), options.By.ToString() ?? "",
            options.Tolerance.ToString("R", CultureInfo.InvariantCulture), options.Grid.ToString(), comparison.Runs[comparison.Baseline].Name,
        ];
        var runs = comparison.Runs.Select(r => $"{r.Name} {r.Asked.Version} {r.Asked.Scenario.ShortHash} {r.Record.TraceHash:x16}");
        var text = string.Join('\n', [.. how, .. runs, .. more]);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..10];
    }
}
