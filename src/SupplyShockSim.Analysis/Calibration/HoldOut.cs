using System.Globalization;
using SupplyShockSim.Scenarios.Backtests;

namespace SupplyShockSim.Analysis.Calibration;

/// <summary>Observed months that a calibration does not see, so that its error there says how well the fit foretells.</summary>
/// <param name="Months">Those months; or</param>
/// <param name="Last">so many at the end of what was observed.</param>
public sealed record HoldOut(IReadOnlyList<Month> Months, int Last)
{
    private const string LastPrefix = "last:";

    /// <summary>Every month is fitted to.</summary>
    public static HoldOut None { get; } = new([], 0);

    /// <summary>Reads <c>last:3</c> or <c>2025-10,2025-12</c>.</summary>
    public static bool TryParse(string text, out HoldOut holdOut)
    {
        holdOut = None;
        if (text.StartsWith(LastPrefix, StringComparison.Ordinal))
        {
            var read = int.TryParse(text.AsSpan(LastPrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var last) && last > 0;
            holdOut = new HoldOut([], last);
            return read;
        }

        var months = new List<Month>();
        foreach (var part in text.Split(','))
        {
            if (!Month.TryParse(part, out var month))
            {
                return false;
            }

            months.Add(month);
        }

        holdOut = new HoldOut([.. months.Distinct()], 0);
        return true;
    }

    /// <summary>The months that are held out of those observed.</summary>
    /// <exception cref="ArgumentException">A month is not among them, or there are fewer.</exception>
    public IReadOnlySet<Month> Of(IReadOnlyList<Month> observed)
    {
        if (Last > observed.Count)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"{Last} months cannot be held out of {observed.Count}"), nameof(observed));
        }

        if (Months.FirstOrDefault(m => !observed.Contains(m)) is { Year: > 0 } stranger)
        {
            throw new ArgumentException(
                $"{stranger} cannot be held out: the judged months observed are {string.Join(", ", observed)}", nameof(observed));
        }

        return Months.Concat(observed.TakeLast(Last)).ToHashSet();
    }
}
