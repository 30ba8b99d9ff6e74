using SupplyShockSim.Reports.Data;

namespace SupplyShockSim.Cli.Output;

/// <summary>A plan for programs; days count from the start.</summary>
internal static class PlanJson
{
    /// <summary>The whole as a text of JSON that ends with a line feed.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="all">Whether every value is wanted, or only those that the scenario gives.</param>
    public static string Of(ScenarioPlan plan, bool all) => Json.Text(json =>
    {
        var scenario = plan.Scenario;
        json.WriteString("title", scenario.Spec.Title ?? scenario.Name);
        json.WriteNumber("seed", scenario.Prepared.Spec.Seed);
        json.WriteNumber("rows", plan.Network.Rows.Count);
        json.WriteNumber("sites", plan.Network.Sites.Count);
        json.WriteNumber("lanes", plan.Network.Lanes.Count);
        json.WriteNumber("commodities", plan.Network.Commodities.Count);
        json.Objects("when", plan.Moments, m =>
        {
            json.WriteString("date", plan.DateOf(m.Time));
            json.WriteNumber("day", m.Time.Days);
            json.WriteString("what", m.What);
        });
        json.Strings("conditional", plan.Conditional);
        json.Objects("policies", plan.Policies, p =>
        {
            json.WriteString("name", p.Policy.Name);
            json.WriteString("type", p.Policy.Spec.Type);
            json.WriteString("summary", p.Policy.Summary);
            json.Strings("touches", p.Touches);
        });
        json.Objects("values", all ? scenario.Origins : plan.Given, o =>
        {
            json.WriteString("path", o.Path);
            json.WriteString("value", o.Value);
            json.WriteString("origin", o.Origin);
        });
    });
}
