using SupplyShockSim.Policies.Answers;
using SupplyShockSim.Policies.Answers.Demand;
using SupplyShockSim.Policies.Answers.Money;
using SupplyShockSim.Policies.Answers.Projects;
using SupplyShockSim.Policies.Answers.Stockpiles;
using SupplyShockSim.Policies.Controls;
using SupplyShockSim.Policies.Controls.Origin;

namespace SupplyShockSim.Policies;

/// <summary>All kinds of policy that scenarios may name: what happens to a network, and what is done about it.</summary>
public sealed record PolicyCatalog(PolicyKinds<ControlSpec> Controls, PolicyKinds<AnswerSpec> Answers)
{
    /// <summary>The kinds of this library.</summary>
    public static PolicyCatalog Default { get; } = new(
        new PolicyKinds<ControlSpec>(
            "shock",
            "{type: export-ban, by: China}",
            [
                PolicyKind.Of<ExportBan>(),
                PolicyKind.Of<ExportQuota>(),
                PolicyKind.Of<ExportLicence>(),
                PolicyKind.Of<Tariff>(),
                PolicyKind.Of<Outage>(),
                PolicyKind.Of<CapacityChange>(),
                PolicyKind.Of<DemandChange>(),
                PolicyKind.Of<TransitChange>(),
                PolicyKind.Of<PriceChange>(),
                PolicyKind.Of<OriginContent>(),
            ],
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["leak"] = "it is a key of an export control: `leak: {share: 30 %, extraTime: 10 d}`",
            }),
        new PolicyKinds<AnswerSpec>("response", "{type: stockpile, of: ndfeb-magnet, for: [Japan], amount: 60 d}",
            [
                PolicyKind.Of<Stockpile>(),
                PolicyKind.Of<ForwardBuying>(),
                PolicyKind.Of<CapacityProject>(),
                PolicyKind.Of<Recycling>(),
                PolicyKind.Of<FastTrack>(),
                PolicyKind.Of<Alliance>(),
                PolicyKind.Of<Substitution>(),
                PolicyKind.Of<CatchUp>(),
                PolicyKind.Of<PriorityAllocation>(),
                PolicyKind.Of<PriceFloor>(),
                PolicyKind.Of<ContractForDifference>(),
                PolicyKind.Of<Subsidy>(),
                PolicyKind.Of<Offtake>(),
            ], Later(
            "coordination")));

    private static Dictionary<string, string> Later(params ReadOnlySpan<string> types)
    {
        var later = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var type in types)
        {
            later.Add(type, "leave it out of `responses`");
        }

        return later;
    }
}
