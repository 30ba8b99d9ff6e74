using SupplyShockSim.Engine;
using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Network.Quantities;
using SupplyShockSim.Policies.Selecting;
using SupplyShockSim.Simulation.Levers;

namespace SupplyShockSim.Policies.Controls.Origin;

/// <summary>By what a content is counted.</summary>
public enum ContentMeasure
{
    /// <summary>Tonnes over tonnes.</summary>
    Mass,

    /// <summary>What the content is worth over what the goods are worth, at reference prices.</summary>
    Value,
}

/// <summary>What befalls goods that a rule of content catches.</summary>
public enum ContentThen
{
    Ban,
    Licence,
    Quota,
}

/// <summary>
/// A country controls goods that others make of what it made: lanes of other countries fall under a ban, a licence or a quota while the content of what they
/// would ship is at or above a threshold (see <see cref="ContentTrace"/>), or where what they ship is made with a listed technology, whatever its content.
/// </summary>
[Since("0.2")]
public sealed record OriginContent : LaneControlSpec
{
    [Field("threshold", "content at or above which goods are caught", Default = "0.1 %", Example = "0.1 %")]
    public Share Threshold { get; init; } = new(0.001);

    [Field("measure", "mass or value (at reference prices)", Default = "mass")]
    public ContentMeasure Measure { get; init; } = ContentMeasure.Mass;

    [Field("technology", "recipes whose products are caught whatever their content", Example = "[sintering]")]
    public IReadOnlyList<string> Technology { get; init; } = [];

    [Field("then", "what befalls them: ban, licence or quota", Default = "ban")]
    public ContentThen Then { get; init; } = ContentThen.Ban;

    [Field("share", "of a ban or licence: how much of each lane it touches", Default = "100 %")]
    public Share Share { get; init; } = Share.All;

    [Field("review", "of a licence: time an application takes", Example = "45 d")]
    public DurationDistribution? Review { get; init; }

    [Field("approval", "of a licence: share of applications that are granted", Default = "100 %")]
    public Share Approval { get; init; } = Share.All;

    [Field("reapply", "of a licence: how long a refused buyer waits before it applies again", Example = "14 d")]
    public SimDuration? Reapply { get; init; }

    [Field("amount", "of a quota: most that may leave in one period", Example = "30 t")]
    public QuotaAmount? Amount { get; init; }

    [Field("period", "of a quota: month, quarter or year", Default = "month")]
    public QuotaPeriod Period { get; init; } = QuotaPeriod.Month;

    /// <inheritdoc/>
    public override string Type => "origin-content";

    /// <inheritdoc/>
    public override string Meaning => "a ban, licence or quota on what other countries make of a country's goods";

    /// <inheritdoc/>
    public override string Summary =>
        $"{Who} {Then switch { ContentThen.Ban => "bans", ContentThen.Licence => "licenses", _ => "limits" }} exports of {What}{Whither} "
        + $"by others with {PolicyWords.Percent(Threshold.Value)} or more of its content by {(Measure == ContentMeasure.Mass ? "mass" : "value")}"
        + (Technology.Count > 0 ? $", or made by {PolicyWords.Join(Technology)}" : "");

    /// <inheritdoc/>
    public override bool RestrictsExports => true;

    /// <inheritdoc/>
    public override bool DrawsAtRandom => Then == ContentThen.Licence && Inner.DrawsAtRandom;

    /// <inheritdoc/>
    public override IEnumerable<(string Key, string Name)> PlacesNamed => By.Select((name, i) => (FormattableString.Invariant($"by[{i}]"), name));

    /// <summary>The control that the caught lanes fall under.</summary>
    private LaneControlSpec Inner => Then switch
    {
        ContentThen.Ban => new ExportBan { Share = Share },
        ContentThen.Licence => new ExportLicence
        {
            Share = Share,
            Review = Review ?? DurationDistribution.FixedDays(0),
            Approval = Schedule<Share>.Constant(Approval),
            Reapply = Reapply,
        },
        _ => new ExportQuota { Amount = Amount ?? default, Period = Period },
    };

    /// <inheritdoc/>
    public override void Check(PolicyCheck check)
    {
        if (By.Count == 0)
        {
            check.Fault("by", "SS454", "whose content? `by` is missing", "name the country that controls its content, such as by: China");
        }

        if (Then == ContentThen.Licence && Review is null)
        {
            check.Fault("review", "SS455", "a licence without a review time", "add `review: 45 d`");
        }

        if (Then == ContentThen.Quota && Amount is null)
        {
            check.Fault("amount", "SS455", "a quota without an amount", "add `amount: 30 t`");
        }

        var commodities = check.Network.Commodities;
        for (var c = 0; c < commodities.Count && Measure == ContentMeasure.Value; c++)
        {
            if (double.IsNaN(commodities.PriceUsdPerTonne[c]))
            {
                check.Fault("measure", "SS456", $"content by value, but '{commodities.Id[c]}' has no price",
                    "give the commodity a `price`, or write measure: mass");
            }
        }

        Inner.Check(check);
    }

    /// <inheritdoc/>
    public override IPolicyAtWork PutToWork(PolicyBench bench, ResolvedPolicy resolved)
    {
        var inner = (PolicyAtWork)Inner.PutToWork(bench, resolved);
        var origin = new bool[bench.Network.Sites.Count];
        for (var i = 0; i < origin.Length; i++)
        {
            origin[i] = resolved.Places.Values.Any(place => place.Has(i));
        }

        var trace = new ContentTrace(bench.Network, origin, Measure == ContentMeasure.Value);
        return new OriginContentAtWork(bench, resolved, inner, trace, Threshold.Value, MadeWith(bench.Network));
    }

    /// <summary>Lanes of other countries: what leaves the controlling country falls under its ordinary controls.</summary>
    protected override bool Exports(Place by, int from, int to) => !by.Has(from);

    private HashSet<int> MadeWith(Network.SupplyNetwork network) =>
        Technology.Count == 0 ? [] : [.. Enumerable.Range(0, network.Sites.Count).Where(i => Technology.Contains(network.Sites.Technology[i] ?? ""))];
}
