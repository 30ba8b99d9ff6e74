namespace SupplyShockSim.Synthesis;

/// <summary>
/// Which countries the sites of a synthetic network lie in. The shares are of the order of shares in world manufacturing (UNIDO), rounded;
/// one country has a hundredth of the sites, for shocks of a known size.
/// </summary>
public static class CountryShares
{
    private static readonly (string Code, double Share)[] Shares =
    [
        ("CN", 0.29), ("US", 0.16), ("JP", 0.08), ("DE", 0.06), ("IN", 0.05), ("KR", 0.04), ("IT", 0.03), ("FR", 0.03), ("GB", 0.03), ("MX", 0.03),
        ("BR", 0.03), ("TW", 0.02), ("ID", 0.02), ("TR", 0.02), ("CA", 0.02), ("ES", 0.02), ("TH", 0.02), ("PL", 0.02), ("VN", 0.02), ("CZ", 0.01),
    ];

    /// <summary>Share of the sites by country, ISO 3166 code; they add up to one.</summary>
    public static IReadOnlyDictionary<string, double> ByCountry { get; } = Shares.ToDictionary(s => s.Code, s => s.Share, StringComparer.Ordinal);

    internal static string[] Codes { get; } = [.. Shares.Select(s => s.Code)];

    internal static AliasTable Table { get; } = new([.. Shares.Select(s => s.Share)]);
}
