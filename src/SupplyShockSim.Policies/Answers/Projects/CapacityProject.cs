using SupplyShockSim.Engine;
using SupplyShockSim.Network;
using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Network.Quantities;
using SupplyShockSim.Policies.Selecting;
using SupplyShockSim.Simulation.Levers;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Policies.Answers.Projects;

/// <summary>
/// A plant or mine that is decided on, goes through its stages, and opens, or never does. It is part of the network from the start, and closed until then.
/// </summary>
/// <remarks>
/// It is decided at <c>from</c> if the price in its country is at or above <c>minPrice</c>, else at the first change of prices at which it is. Each stage is
/// drawn once, from a stream of the project, and so is whether it succeeds: one that fails never opens, and its capital cost is spent. On the day on which
/// it opens, <c>contracts</c> moves that share of its capacity from the lanes of other suppliers to its own, in proportion to their flows; those whose
/// contracts it takes over have accepted it by then, other buyers take <c>qualification</c>.
/// </remarks>
public sealed record CapacityProject : AnswerSpec
{
    [Field("kind", "what it is: mine, refinery, magnet-plant or recycler", Default = "refinery")]
    public SiteKind Kind { get; init; } = SiteKind.Refinery;

    [Field("country", "where it lies", Required = true, Example = "United States")]
    public string Country { get; init; } = "";

    [Field("technology", "the recipe: an id, or a recipe written in place", Required = true, Example = "{outputs: {ndfeb-magnet: 1}}")]
    public TechnologyRef Technology { get; init; } = new(null, null);

    [Field("capacity", "most activity per day", Required = true, Example = "1000 t/yr")]
    public TonnesPerDay Capacity { get; init; }

    [Field("permitting", "time until it is permitted: a span or a distribution", Default = "0 d")]
    public DurationDistribution Permitting { get; init; } = DurationDistribution.FixedDays(0);

    [Field("finance", "time from then until it is paid for: a span or a distribution", Default = "0 d")]
    public DurationDistribution Finance { get; init; } = DurationDistribution.FixedDays(0);

    [Field("construction", "time from then until it opens: a span or a distribution", Default = "0 d")]
    public DurationDistribution Construction { get; init; } = DurationDistribution.FixedDays(0);

    [Field("success", "chance that it opens at all", Default = "100 %")]
    public Share Success { get; init; } = Share.All;

    [Field("ramp", "how fast activity may rise, as a share of capacity; default: at once", Example = "10 %/month")]
    public RampRate? Ramp { get; init; }

    [Field("buysFrom", "who sells it what, by commodity: sites, countries or blocs; default: all who make it", Example = "{ndpr-oxide: [Australia]}")]
    public IReadOnlyDictionary<string, IReadOnlyList<string>> BuysFrom { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    [Field("sells", "countries, blocs or sites that it sells to; default: all users", Example = "[Japan]")]
    public IReadOnlyList<string> Sells { get; init; } = [];

    [Field("transit", "time to its buyers", Default = "0 d")]
    public SimDuration Transit { get; init; }

    [Field("cost", "freight and handling to its buyers", Default = "0 USD/t")]
    public UsdPerTonne Cost { get; init; }

    [Field("qualification", "time a buyer needs to accept it", Default = "0 d")]
    public SimDuration Qualification { get; init; }

    [Field("contracts", "what it takes over of the contracts of others; default: nothing", Example = "{share: 80 %, insteadOf: China}")]
    public ContractTerms? Contracts { get; init; }

    [Field("minPrice", "price of its main output from which it is decided on; default: at any price", Example = "75 USD/kg")]
    public UsdPerTonne? MinPrice { get; init; }

    [Field("capex", "capital cost, spent when construction starts", Example = "500 MUSD")]
    public Usd? Capex { get; init; }

    [Field("public", "how much of the capital cost the public pays", Default = "0 %")]
    public Share Public { get; init; }

    /// <inheritdoc/>
    public override string Type => "capacity-project";

    /// <inheritdoc/>
    public override string Meaning => "a plant or mine is built";

    /// <inheritdoc/>
    public override string Summary => $"a site that makes {PolicyWords.Number(Capacity.Value)} t/d is built in {Country}"
        + (Success.Value < 1 ? $", with a chance of {PolicyWords.Percent(Success.Value)}" : "");

    /// <inheritdoc/>
    public override SubjectKind Touches => SubjectKind.Site;

    /// <inheritdoc/>
    public override bool GrowsNetwork => true;

    /// <inheritdoc/>
    public override bool DrawsAtRandom => Success.Value is > 0 and < 1
        || new[] { Permitting, Finance, Construction }.Any(d => d.Shape != DistributionShape.Fixed);

    /// <inheritdoc/>
    public override IEnumerable<(string Key, string Name)> PlacesNamed =>
        [.. base.PlacesNamed, ("country", Country), .. (Contracts?.InsteadOf ?? []).Select(name => ("contracts.insteadOf", name))];

    /// <summary>The site that it is.</summary>
    public override int[] Select(Selectors selectors) => selectors.Own();

    /// <inheritdoc/>
    public override void AddTo(NetworkAdditions additions, string name)
    {
        if (additions.IsTaken(name) || additions.Technology(Technology) is not { } recipe || !additions.IsCountry(Country) || Kind == SiteKind.Consumer)
        {
            return;
        }

        additions.Add(new SiteSpec
        {
            Id = name,
            Kind = Kind,
            Country = Country,
            Technology = Technology,
            Capacity = Capacity,
            Ramp = Ramp,
            Opens = NetworkAdditions.Never,
        });
        foreach (var output in recipe.Outputs.Keys)
        {
            foreach (var row in additions.RowsOf(additions.Selectors.Users("sells", Sells, "technology", [output], [])))
            {
                additions.Add(new LaneSpec { From = name, To = row, Of = output, Transit = Transit, Cost = Cost, Qualification = Qualification });
            }
        }

        foreach (var input in recipe.Inputs.Keys)
        {
            var places = BuysFrom.GetValueOrDefault(input, []);
            foreach (var lane in additions.LanesFromMakers($"buysFrom.{input}", places, input))
            {
                additions.Add(lane with { To = name });
            }
        }
    }

    /// <inheritdoc/>
    public override void Check(PolicyCheck check)
    {
        if (check.Subjects.Length == 0)
        {
            check.Fault("technology", "SS475", "this project cannot be put into the network",
                "check that its country and technology are there, that it makes something, and that no site has its name");
        }

        if (Capacity.Value <= 0)
        {
            check.Fault("capacity", "SS476", "a project without capacity", "give a capacity above zero");
        }

        foreach (var fault in new[] { Permitting, Finance, Construction }.Select(d => d.Fault()).OfType<string>())
        {
            check.Fault("", "SS477", fault, "correct the time of the stage");
        }
    }

    /// <inheritdoc/>
    public override IPolicyAtWork PutToWork(PolicyBench bench, ResolvedPolicy resolved) => new ProjectAtWork(bench, resolved, this);
}
