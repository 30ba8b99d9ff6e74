using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Policies.Selecting;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Policies.Answers.Money;

/// <summary>An answer that grants makers terms of money: for what they sell of their main product.</summary>
public abstract record SellerAnswerSpec : AnswerSpec
{
    [Field("at", "sites, countries or blocs", Required = true, Example = "[mine]")]
    public IReadOnlyList<string> At { get; init; } = [];

    /// <inheritdoc/>
    public sealed override SubjectKind Touches => SubjectKind.Site;

    /// <summary>The places, in words.</summary>
    protected string Where => PolicyWords.Join(At);

    /// <inheritdoc/>
    public sealed override int[] Select(Selectors selectors) => selectors.Sites(At, [], consumers: false, []);

    /// <inheritdoc/>
    public override void Check(PolicyCheck check)
    {
        var (network, prices) = (check.Network, check.Network.Commodities.PriceUsdPerTonne);
        foreach (var site in check.Subjects.Where(i => double.IsNaN(prices[network.Stocks.Commodity[network.Sites.FirstOutput[i]]])))
        {
            var commodity = network.Commodities.Id[network.Stocks.Commodity[network.Sites.FirstOutput[site]]];
            check.Fault("at", "SS451", $"what '{network.Sites.Id[site]}' makes, '{commodity}', has no price", "give the commodity a `price`");
        }
    }
}
