using System.Collections;
using System.Reflection;
using SupplyShockSim.Engine;
using SupplyShockSim.Network;
using SupplyShockSim.Network.Quantities;
using SupplyShockSim.Policies.Controls;
using SupplyShockSim.Simulation.Attention;
using SupplyShockSim.Simulation.Markets;
using SupplyShockSim.Simulation.Recording;
using SupplyShockSim.Simulation.State;
using SupplyShockSim.Simulation.Tests.Support;
using static SupplyShockSim.Simulation.Tests.Support.Nets;

namespace SupplyShockSim.Simulation.Tests;

/// <summary>
/// A fork, taken in the middle of everything, holds in every field what its original holds, and shares with it nothing that can change. Both are walked
/// field by
/// field, so that a new field that is not forked is found without anybody thinking of it.
/// </summary>
public sealed class ForkCompletenessTests
{
    private const BindingFlags Fields = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>The calendar is the engine's, and its tests fork it; network and parts list are not state.</summary>
    private static readonly Type[] NotWalked = [typeof(Clock), typeof(Parts), typeof(SupplyNetwork)];

    /// <summary>What only saves time: it may be empty in a fork.</summary>
    private static readonly string[] OnlySavesTime = ["_recent", "_free"];

    [Fact]
    public void A_fork_equals_its_original_in_every_field_of_state_attention_and_journal_and_shares_none()
    {
        var original = Runs.Prepare(
            Chain(), 300, [new ExportBan { By = ["CN"], Share = new Share(0.5), Ramp = Days(20), From = Day(10), For = Days(60) }],
            new MarketSpec { Prices = new PriceSpec() }).Open();
        original.RunUntil(SimTime.FromDays(22));
        var fork = original.Fork();
        foreach (var (part, a, b) in new (string, object, object)[]
        {
            ("State", original.Model.State, fork.Model.State),
            ("Attention", original.Model.Attention, fork.Model.Attention),
            ("Journal", original.Model.Journal, fork.Model.Journal),
        })
        {
            Compare(part, a, b, []);
        }
    }

    [Fact]
    public void What_is_not_forked_is_found()
    {
        var (one, other) = (new Cell<int>(3), new Cell<int>(4));
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => Compare("cell", one, other, []));
        var shared = new List<int> { 1 };
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => Compare("list", new Holder(shared), new Holder(shared), []));
        Compare("copy", new Holder(shared), new Holder([1]), []);
    }

    private static void Compare(string path, object? a, object? b, HashSet<object> seen)
    {
        if (a is null || b is null)
        {
            Assert.True(a is null && b is null, path + ": only one of them is there");
            return;
        }

        var type = a.GetType();
        if (NotWalked.Contains(type) || a is Delegate || (!type.IsValueType && !seen.Add(a)))
        {
            return;
        }

        Assert.True(type.IsValueType || a is string || !ReferenceEquals(a, b) || IsEmpty(a) || type == typeof(Terms), path + ": shared");
        if (type.IsPrimitive || type.IsEnum || a is string || a is SimTime or EventHandle or LogEntry or Phase)
        {
            Assert.True(a.Equals(b), $"{path}: {a} and {b}");
        }
        else if (type.Assembly != typeof(SimTime).Assembly)
        {
            CompareContent(path, type, a, b, seen);
        }
    }

    private static void CompareContent(string path, Type type, object a, object b, HashSet<object> seen)
    {
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Rows<>))
        {
            var (row, count) = (type.GetProperty("Item")!, (int)type.GetProperty("Count")!.GetValue(a)!);
            for (var i = 0; i < count; i++)
            {
                Compare($"{path}[{i}]", row.GetValue(a, [i]), row.GetValue(b, [i]), seen);
            }
        }
        else if (a is IEnumerable one && type.Namespace!.StartsWith("System", StringComparison.Ordinal))
        {
            var (left, right) = (one.Cast<object?>().ToArray(), ((IEnumerable)b).Cast<object?>().ToArray());
            Assert.True(left.Length == right.Length, path + ": of different lengths");
            for (var i = 0; i < left.Length; i++)
            {
                Compare($"{path}[{i}]", left[i], right[i], seen);
            }
        }
        else
        {
            foreach (var field in type.GetFields(Fields).Where(f => !f.FieldType.IsPointer && !OnlySavesTime.Contains(f.Name)))
            {
                Compare($"{path}.{field.Name}", field.GetValue(a), field.GetValue(b), seen);
            }
        }
    }

    private static bool IsEmpty(object a) => a is ICollection { Count: 0 };

    private sealed class Holder(List<int> list)
    {
        public List<int> List { get; } = list;
    }
}
