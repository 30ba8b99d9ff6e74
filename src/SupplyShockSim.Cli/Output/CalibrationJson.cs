using System.Text.Json;
using SupplyShockSim.Analysis.Calibration;
using SupplyShockSim.Reports.Data;

namespace SupplyShockSim.Cli.Output;

/// <summary>What a calibration found, for programs; losses and errors are shares, where nothing was held out that loss is null.</summary>
internal static class CalibrationJson
{
    /// <summary>The whole as a text of JSON that ends with a line feed.</summary>
    public static string Of(CalibrationResult result) => Json.Text(json => Members(json, result));

    private static void Members(Utf8JsonWriter json, CalibrationResult result)
    {
        json.NumberOrNull("fittedLoss", result.Loss);
        json.NumberOrNull("heldOutLoss", double.IsNaN(result.HeldOutLoss) ? null : result.HeldOutLoss);
        json.WriteNumber("fittedMonths", result.Months.Count(m => !m.IsHeldOut));
        json.WriteNumber("heldOutMonths", result.Months.Count(m => m.IsHeldOut));
        json.WriteNumber("seed", result.Seed);
        json.WriteNumber("runs", result.Runs);
        json.Objects("parameters", result.Parameters, p =>
        {
            json.WriteString("path", p.Parameter.Path);
            json.WriteString("fitted", p.Fitted.ToString());
            json.WriteString("from", p.Parameter.From.ToString());
            json.WriteString("to", p.Parameter.To.ToString());
            json.NumberOrNull("lossIfLower", p.Less);
            json.NumberOrNull("lossIfHigher", p.More);
        });
        json.Objects("months", result.Months, m =>
        {
            json.WriteString("month", m.Month.ToString());
            json.WriteNumber("observedTonnes", m.ObservedTonnes);
            json.WriteNumber("simulatedTonnes", m.SimulatedTonnes);
            json.WriteNumber("relativeError", m.RelativeError);
            json.WriteBoolean("heldOut", m.IsHeldOut);
        });
    }
}
