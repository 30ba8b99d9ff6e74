using System.Text;
using System.Text.Json.Nodes;
using SupplyShockSim.Scenarios.Definitions;
using SupplyShockSim.Scenarios.Diagnostics;
using SupplyShockSim.Scenarios.Yaml;

namespace SupplyShockSim.Scenarios.Binding;

/// <summary>The name of a measure; whether there is such a measure, the check that names it is asked.</summary>
internal sealed class MeasureNameKind : ScalarKind<MeasureName>
{
    public override string Expected => "the name of a measure such as shortfall.total";

    public override Fault? Parse(ReadOnlySpan<char> text, BindContext context, out MeasureName value)
    {
        value = new MeasureName(context.Texts.Get(text));
        return null;
    }

    public override void Write(StringBuilder text, MeasureName value) => text.AppendText(value.ToString());

    /// <summary>The names there are.</summary>
    public override string Meaning(string written, IReadOnlyList<CheckedMeasure> measures) => measures.Count < 2
        ? written
        : string.Join(", ", measures.SkipLast(1).Select(m => m.Key)) + " or " + measures[^1].Key;

    public override JsonObject Schema(SchemaDefinitions definitions) => definitions.Measures.Count == 0
        ? new JsonObject { ["type"] = "string" }
        : new JsonObject { ["enum"] = new JsonArray([.. definitions.Measures.Select(m => JsonValue.Create(m.Key))]) };
}
