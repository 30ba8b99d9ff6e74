using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Network.Quantities;

namespace SupplyShockSim.Policies.Selecting;

/// <summary>
/// Whom a control leaves out: one name (a destination, an end use or a commodity), or what fits all of <see cref="To"/>, <see cref="Of"/> and
/// <see cref="EndUse"/>, for all of the control's life or a part of it.
/// </summary>
public sealed record Exemption
{
    /// <summary>The one name, where that is how it is written; otherwise null.</summary>
    public string? Name { get; init; }

    [Field("to", "destinations: countries, blocs or sites", Example = "Japan", Since = "0.2")]
    public IReadOnlyList<string> To { get; init; } = [];

    [Field("of", "commodities", Example = "ndfeb-magnet", Since = "0.2")]
    public IReadOnlyList<string> Of { get; init; } = [];

    [Field("endUse", "end uses of the consumers supplied", Example = "defence", Since = "0.2")]
    public IReadOnlyList<string> EndUse { get; init; } = [];

    [Field("from", "when the exemption begins: a date or a day offset; default: with the control", Example = "30 d", Since = "0.2")]
    public When? From { get; init; }

    [Field("until", "when it ends: a date or a day offset; default: with the control", Example = "2026-07-05", Since = "0.2")]
    public When? Until { get; init; }

    /// <summary>Whether it holds for a part of the control's life.</summary>
    public bool IsDated => From is not null || Until is not null;

    /// <summary>Whether it names nobody, and so would exempt everybody.</summary>
    public bool NamesNobody => Name is null && To.Count == 0 && Of.Count == 0 && EndUse.Count == 0;

    /// <summary>Who is exempt, in words.</summary>
    public string Who => Name ?? string.Join(" for ", new[] { string.Join(", ", [.. Of, .. To]), string.Join(", ", EndUse) }.Where(part => part.Length > 0));

    public static implicit operator Exemption(string name) => new() { Name = name };
}
