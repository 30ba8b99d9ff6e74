using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Policies.Selecting;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Policies.Controls;

/// <summary>A shock that selects sites by place and by what they make or use. A selector left out selects all.</summary>
public abstract record SiteControlSpec : ControlSpec
{
    [Field("at", "sites, countries or blocs", Example = "[mine-cn]")]
    public IReadOnlyList<string> At { get; init; } = [];

    [Field("of", "commodities made (or, for a demand, used), or groups of them")]
    public IReadOnlyList<string> Of { get; init; } = [];

    /// <inheritdoc/>
    public sealed override SubjectKind Touches => SubjectKind.Site;

    /// <summary>The places, in words.</summary>
    protected string Where => At.Count > 0 ? PolicyWords.Join(At) : "all sites";

    /// <summary>Sites that make something, by what they make.</summary>
    public override int[] Select(Selectors selectors) => selectors.Sites(At, Of, consumers: false, []);
}
