using SupplyShockSim.Scenarios.Diagnostics;
using SupplyShockSim.Scenarios.Tables;
using SupplyShockSim.Scenarios.Units;
using SupplyShockSim.Scenarios.Yaml;

namespace SupplyShockSim.Scenarios.Binding;

/// <summary>What reading a value depends on beside its text.</summary>
internal sealed class BindContext(DiagnosticBag bag, LoadSession session)
{
    /// <summary>Takes what is wrong.</summary>
    public DiagnosticBag Bag { get; } = bag;

    /// <summary>The files being read.</summary>
    public LoadSession Session { get; } = session;

    /// <summary>Gives one string for equal texts.</summary>
    public TextPool Texts { get; } = new();

    /// <summary>The unit of a mass flow that is written without one; the network being read sets it by its <c>rates</c>.</summary>
    public Unit BareRate { get; set; } = DefaultRate;

    /// <summary>Tonnes per year.</summary>
    public static Unit DefaultRate { get; } = new(Dimension.Flow, 1, 365);

    public void WrongShape(Node node, string expected) =>
        Bag.Error(node.Place, DiagnosticCodes.WrongShape, $"{Describe(node)} stands here, expected {expected}");

    public void NoValue(Node node, string expected) =>
        Bag.Error(node.Place, DiagnosticCodes.NoValue, $"the key has no value, expected {expected}", "write a value, or leave the key out");

    private static string Describe(Node node) => node switch
    {
        ListNode => "a list",
        MapNode => "a map",
        ScalarNode { IsNull: true } => "nothing",
        ScalarNode scalar => $"the value '{Shorten(scalar.Text)}'",
        _ => "something else",
    };

    private static string Shorten(string text) => text.Length <= 40 ? text : text[..40] + "...";
}
