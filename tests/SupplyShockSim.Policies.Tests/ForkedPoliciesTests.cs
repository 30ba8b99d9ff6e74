using System.Collections;
using System.Reflection;
using SupplyShockSim.Network;
using SupplyShockSim.Network.Quantities;
using SupplyShockSim.Policies.Controls;
using SupplyShockSim.Policies.Triggers;
using SupplyShockSim.Simulation.Levers;
using SupplyShockSim.Simulation.Tests.Support;
using static SupplyShockSim.Simulation.Tests.Support.Nets;

namespace SupplyShockSim.Policies.Tests;

/// <summary>
/// Forks of a run may go on in several threads at once, so a policy shares with its copies no collection that can change. Arrays are left out here: what
/// a fork writes to one that it shares shows in its results.
/// </summary>
public sealed class ForkedPoliciesTests
{
    /// <summary>Mine (CN) > cars (JP, 10 t/d).</summary>
    private static readonly NetworkSpec One = new()
    {
        Commodities = [Commodity("metal")],
        Sites = [Plant("mine", "CN", Makes("metal"), 40), Buyer("cars", "JP", "metal", 10)],
        Lanes = [Lane("mine", "cars", "metal", 10, 1)],
    };

    public static TheoryData<ControlSpec> Controls =>
    [
        new ExportQuota { By = ["CN"], Amount = new Tonnes(100), From = Day(5), For = Days(60) },
        new ExportLicence { By = ["CN"], DecisionsPerDay = 1, Validity = Days(20), From = Day(5), For = Days(60) },
        new ExportBan { By = ["CN"], Trigger = new TriggerSpec { Shortfall = new ShortfallTrigger() }, For = Days(10) },
    ];

    [Fact]
    public void No_kind_keeps_a_collection_in_a_field_that_a_copy_cannot_replace()
    {
        var kinds = typeof(PolicyAtWork).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(PolicyAtWork))).ToArray();
        Assert.Contains(kinds, k => k.Name == "QuotaAtWork");
        Assert.Empty(kinds.SelectMany(FieldsOf).Where(f => f.IsInitOnly && CanChange(f.FieldType)).Select(f => $"{f.DeclaringType!.Name}.{f.Name}").Distinct());
    }

    [Theory]
    [MemberData(nameof(Controls))]
    public void A_policy_shares_no_collection_with_its_copy(ControlSpec control)
    {
        var run = Runs.Prepare(One, 100, [control]).Open();
        run.RunUntil(Runs.AtDay(20));
        var (policy, copy) = (PolicyOf(run.Model), PolicyOf(run.Fork().Model));
        Assert.NotSame(policy, copy);
        Assert.All(FieldsOf(policy.GetType()).Where(f => CanChange(f.FieldType)),
            f => Assert.True(f.GetValue(policy) is not { } value || value != f.GetValue(copy), f.Name));
    }

    private static object PolicyOf(object run)
    {
        var policies = Get(run, "_policies");
        return ((IPolicyAtWork[])Get(policies, "_policies"))[0];
    }

    private static object Get(object of, string field) => of.GetType().GetField(field, BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(of)!;

    private static bool CanChange(Type type) =>
        !type.IsArray && type is { IsClass: true, Namespace: "System.Collections.Generic" } && typeof(IEnumerable).IsAssignableFrom(type);

    private static IEnumerable<FieldInfo> FieldsOf(Type type)
    {
        for (var t = type; t is not null && t != typeof(object); t = t.BaseType)
        {
            foreach (var field in t.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                yield return field;
            }
        }
    }
}
