using System.Text;
using System.Text.Json.Nodes;
using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Network.Quantities;
using SupplyShockSim.Scenarios.Diagnostics;
using SupplyShockSim.Scenarios.Units;
using SupplyShockSim.Scenarios.Yaml;

namespace SupplyShockSim.Scenarios.Binding;

/// <summary>
/// A distribution of durations: one duration, or a shape with its parameters, <c>{lognormal: [30 d, 0.6]}</c>. Parameters are
/// durations, but for the second of a lognormal, which is a bare number. All of them may be in workdays; whether a key takes those, its field
/// says (<see cref="FieldAttribute.TakesWorkdays"/>).
/// </summary>
internal sealed class DistributionKind(IKinds kinds) : Kind<DurationDistribution>
{
    private static readonly Dictionary<string, DistributionShape> Shapes = Enum.GetValues<DistributionShape>().ToDictionary(s => s.ToString().ToLowerInvariant());

    /// <summary>The widest spread of a lognormal that is accepted: its mean is then 90 times its median (exp(9/2)).</summary>
    public const double WidestSpread = 3;

    public override string Expected => "a duration such as 45 d, or a distribution such as {triangular: [30 d, 45 d, 90 d]}";

    /// <summary>What a parameter of a shape is.</summary>
    public static Dimension DimensionOf(DistributionShape shape, int parameter, Dimension sampled) =>
        shape == DistributionShape.Lognormal && parameter == 1 ? Dimension.Number : sampled;

    /// <summary>The list of parameters of the shape that is written, so that one of them can be overridden: <c>review.lognormal.0</c>.</summary>
    public override Kind? Part(string key, Node? node) => node is MapNode && Shapes.ContainsKey(key) ? kinds.Get<IReadOnlyList<Quantity>>() : null;

    public override IEnumerable<string> Keys(Node? node) => node is MapNode ? Shapes.Keys : [];

    public override bool TryRead(Node node, BindContext context, out DurationDistribution value)
    {
        value = DurationDistribution.FixedDays(0);
        if (node is ScalarNode scalar)
        {
            return TryRead(scalar, DistributionShape.Fixed, [scalar], context, ref value);
        }

        if (node is not MapNode { Entries: [var entry] })
        {
            context.WrongShape(node, Expected);
            return false;
        }

        if (!Shapes.TryGetValue(entry.Key, out var shape))
        {
            context.Bag.Error(entry.KeyPlace, DiagnosticCodes.UnknownWord, $"there is no distribution '{entry.Key}'",
                Suggestion.For(entry.Key, Shapes.Keys));
            return false;
        }

        return TryRead(entry.Value, shape, entry.Value is ListNode list ? list.Items : [entry.Value], context, ref value);
    }

    /// <summary>What is wrong with a spread beyond <see cref="WidestSpread"/>.</summary>
    public static Fault SpreadFault(string text) => new(DiagnosticCodes.OutOfRange, $"'{text}' is out of range, expected a spread from 0 to 3",
        "the spread is that of the logarithm: at 0.6 two values in three lie between 55 % and 182 % of the median");

    private static bool TryRead(Node place, DistributionShape shape, IReadOnlyList<Node> nodes, BindContext context, ref DurationDistribution value)
    {
        var parameters = new double[nodes.Count];
        var all = true;
        var span = nodes.Any(InWorkdays) ? Dimension.Workdays : Dimension.Time;
        for (var i = 0; i < parameters.Length; i++)
        {
            all &= TryParameter(nodes[i], DimensionOf(shape, i, span), context, out parameters[i]);
        }

        var read = new DurationDistribution(shape, parameters) { InWorkdays = span == Dimension.Workdays };
        if (!all)
        {
            return false;
        }

        if (read.Fault() is { } fault)
        {
            context.Bag.Error(place.Place, DiagnosticCodes.BadDistribution, $"this is not a distribution: {fault}");
            return false;
        }

        value = read;
        return true;
    }

    private static bool InWorkdays(Node node) =>
        node is ScalarNode scalar && Quantity.Parse(scalar.Text, out var quantity) is null && quantity.Dimension == Dimension.Workdays;

    private static bool TryParameter(Node node, Dimension dimension, BindContext context, out double value)
    {
        var expected = dimension switch { Dimension.Number => "a bare number", Dimension.Workdays => "a span in workdays as the others", _ => "a duration such as 45 d" };
        value = 0;
        if (node is not ScalarNode { IsNull: false } scalar)
        {
            context.WrongShape(node, expected);
            return false;
        }

        var fault = Numbers.Parse(scalar.Text, dimension, expected, context, out value);
        if (fault is null && dimension == Dimension.Number && value > WidestSpread)
        {
            fault = SpreadFault(scalar.Text);
        }

        if (fault is null && value > Kinds.LongestDays)
        {
            fault = Numbers.OutOfRange(scalar.Text, expected);
        }

        if (fault is not null)
        {
            context.Bag.Error(scalar.Place, fault);
        }

        return fault is null;
    }

    public override void Write(StringBuilder text, DurationDistribution value)
    {
        var span = value.InWorkdays ? Dimension.Workdays : Dimension.Time;
        var parameters = value.Parameters.Select((p, i) => new Quantity(p, DimensionOf(value.Shape, i, span)).ToString()).ToList();
        if (value.Shape == DistributionShape.Fixed)
        {
            text.AppendText(parameters[0]);
            return;
        }

        text.Append('{').Append(value.Shape.ToString().ToLowerInvariant()).Append(": [").AppendJoin(", ", parameters).Append("]}");
    }

    public override JsonObject Schema(SchemaDefinitions definitions) => definitions.Distribution(
        Shapes.Select(s => (s.Key, DurationDistribution.ParameterCount(s.Value))));
}
