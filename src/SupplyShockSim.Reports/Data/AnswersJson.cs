using System.Text.Json;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Reports.Data;

/// <summary><c>answers</c> in <c>metrics.json</c>: what each answer moved, when, and what it cost the public; left out where the run has none.</summary>
internal static class AnswersJson
{
    public static void Write(Utf8JsonWriter json, RunRecord record)
    {
        if (record.Answers.Count == 0)
        {
            return;
        }

        json.Objects("answers", record.Answers, answer =>
        {
            json.WriteString("name", record.Controls[answer.Control].Name);
            json.WriteString("type", record.Controls[answer.Control].Type);
            json.WriteString("paidBy", answer.PaidBy);
            json.WriteNumber("publicCost", answer.PublicCostUsd);
            json.WriteNumber("discount", answer.DiscountPerYear);
            json.WriteNumber("publicCostDiscounted", answer.DiscountedCostUsd);
            json.WriteNumber("tonnes", answer.Tonnes);
            json.NumberOrNull("firstUsedDay", answer.FirstUsed?.Days);
            json.NumberOrNull("left", answer.LeftTonnes);
            json.NumberOrNull("openedDay", answer.Opened?.Days);
        });
    }
}
