using SupplyShockSim.Network.Definitions;

namespace SupplyShockSim.Network;

/// <summary>Looks up the rows of a network by the names that people write.</summary>
internal sealed class NetworkNames
{
    private static readonly Dictionary<string, double> Nothing = [];

    private readonly Dictionary<string, string> _ownCountries = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _ownCountryNames = new(StringComparer.Ordinal);
    private readonly NetworkSpec _spec;

    public NetworkNames(NetworkSpec spec)
    {
        _spec = spec;
        for (var i = 0; i < spec.Commodities.Count; i++)
        {
            Commodities.TryAdd(spec.Commodities[i].Id, i);
        }

        for (var i = 0; i < spec.Technologies.Count; i++)
        {
            Technologies.TryAdd(spec.Technologies[i].Id, i);
        }

        for (var i = 0; i < spec.Sites.Count; i++)
        {
            Sites.TryAdd(spec.Sites[i].Id, i);
        }

        foreach (var country in spec.Countries)
        {
            _ownCountries.TryAdd(country.Id, country.Id);
            _ownCountries.TryAdd(country.Name, country.Id);
            _ownCountryNames.TryAdd(country.Id, country.Name);
        }
    }

    /// <summary>First row of each id.</summary>
    public Dictionary<string, int> Commodities { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, int> Technologies { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, int> Sites { get; } = new(StringComparer.Ordinal);

    /// <summary>Code of a country by code or English name; the network's own countries come first.</summary>
    public bool TryCountry(string nameOrCode, out string code) =>
        _ownCountries.TryGetValue(nameOrCode, out code!) || Iso3166.TryFind(nameOrCode, out code!);

    public string CountryName(string code) => _ownCountryNames.TryGetValue(code, out var name) ? name : Iso3166.NameOf(code) ?? code;

    public string? SuggestCountry(string written)
    {
        var near = Suggestion.Nearest(written, _ownCountries.Keys.Concat(Iso3166.All.Select(c => c.Name)));
        return near is null ? "write an ISO 3166 code or an English name, or declare it under `countries`" : $"did you mean '{near}'?";
    }

    /// <summary>What a site uses per unit of activity; empty where its technology is unknown.</summary>
    public IReadOnlyDictionary<string, double> Inputs(SiteSpec site) =>
        site.Kind == SiteKind.Consumer ? site.Uses : Technology(site)?.Inputs ?? Nothing;

    /// <summary>What a site makes per unit of activity, main product first.</summary>
    public IReadOnlyDictionary<string, double> Outputs(SiteSpec site) =>
        site.Kind == SiteKind.Consumer ? Nothing : Technology(site)?.Outputs ?? Nothing;

    /// <summary>The recipe of a site, or null where it has none or an unknown one.</summary>
    public TechnologySpec? Technology(SiteSpec site) => site.Technology switch
    {
        { Inline: { } inline } => inline,
        { Id: { } id } when Technologies.TryGetValue(id, out var index) => _spec.Technologies[index],
        _ => null,
    };
}
