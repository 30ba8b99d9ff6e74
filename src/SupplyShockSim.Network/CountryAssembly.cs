namespace SupplyShockSim.Network;

/// <summary>Turns the countries that sites and blocs name into a table.</summary>
internal sealed class CountryAssembly(NetworkSpec spec, NetworkNames names)
{
    public CountryTable Table()
    {
        var codes = spec.Sites.Select(s => s.Country).Distinct(StringComparer.Ordinal).Select(CodeOf).Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal).ToArray();
        var blocs = spec.Blocs.Keys.Order(StringComparer.Ordinal).ToArray();
        return new CountryTable
        {
            Code = codes,
            Name = [.. codes.Select(names.CountryName)],
            Bloc = blocs,
            BlocMembers = [.. blocs.Select(b =>
                spec.Blocs[b].Select(m => Array.BinarySearch(codes, CodeOf(m), StringComparer.Ordinal)).Where(m => m >= 0).Distinct().Order().ToArray())],
        };
    }

    /// <summary>The code of a country by code or name; the word itself where there is none such.</summary>
    public string CodeOf(string country) => names.TryCountry(country, out var code) ? code : country;
}
