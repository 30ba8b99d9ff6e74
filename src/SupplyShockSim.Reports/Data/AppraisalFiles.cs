using System.Globalization;
using System.Text;
using System.Text.Json;
using SupplyShockSim.Analysis.Appraisals;

namespace SupplyShockSim.Reports.Data;

/// <summary>An appraisal as files: <c>appraise.csv</c>, <c>appraise.json</c>, and the sentence a reader may quote.</summary>
public static class AppraisalFiles
{
    /// <summary>The table, one row for each set of answers.</summary>
    public static string Csv(Appraisal appraisal)
    {
        var text = new StringBuilder("set,answers,shortfall_t,avoided_t,avoided_low_t,avoided_high_t,substituted_t,"
            + "public_cost_usd,usd_per_t_avoided,first_shortfall_day,import_bill_usd\n");
        foreach (var row in appraisal.Rows)
        {
            text.AppendJoin(',',
                Quoted(row.Set), Quoted(string.Join(';', row.Answers)), Number(row.ShortfallTonnes), Number(row.AvoidedTonnes),
                Number(row.AvoidedBand?.Low), Number(row.AvoidedBand?.High), Number(row.SubstitutedTonnes), Number(row.PublicCostUsd),
                Number(row.UsdPerTonneAvoided), Number(row.FirstShortfallDay), Number(row.ImportBillUsd)).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>The same as JSON: <c>rows</c>.</summary>
    public static string Json(Appraisal appraisal)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteStartArray("rows");
            foreach (var row in appraisal.Rows)
            {
                json.WriteStartObject();
                json.WriteString("set", row.Set);
                json.WriteStartArray("answers");
                foreach (var answer in row.Answers)
                {
                    json.WriteStringValue(answer);
                }

                json.WriteEndArray();
                json.WriteBoolean("shocks", row.HasShocks);
                json.WriteNumber("shortfallTotal", row.ShortfallTonnes);
                json.WriteNumber("avoided", row.AvoidedTonnes);
                OrNull("avoidedLow", row.AvoidedBand?.Low);
                OrNull("avoidedHigh", row.AvoidedBand?.High);
                json.WriteNumber("substituted", row.SubstitutedTonnes);
                json.WriteNumber("publicCost", row.PublicCostUsd);
                OrNull("costPerTonneAvoided", row.UsdPerTonneAvoided);
                OrNull("firstShortfallDay", row.FirstShortfallDay);
                OrNull("importBill", row.ImportBillUsd);
                json.WriteEndObject();

                void OrNull(string key, double? value)
                {
                    if (value is { } number)
                    {
                        json.WriteNumber(key, number);
                    }
                    else
                    {
                        json.WriteNull(key);
                    }
                }
            }

            json.WriteEndArray();
            json.WriteString("sentence", Sentence(appraisal));
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    /// <summary>One sentence: what the shocks would cost, and which answer avoids most of it at which public cost.</summary>
    public static string Sentence(Appraisal appraisal)
    {
        var unanswered = appraisal.Unanswered.ShortfallTonnes;
        var best = appraisal.Rows.Where(r => r.Answers.Count > 0 && !r.Set.StartsWith("all", StringComparison.Ordinal)).MaxBy(r => r.AvoidedTonnes);
        var all = appraisal.Rows.FirstOrDefault(r => r.Set == "all");
        var start = $"Without answers {Say.Number(unanswered)} t are short";
        return best is not { AvoidedTonnes: > 0 }
            ? start + "; none of the answers avoids any of it."
            : $"{start}; of the answers alone '{best.Set}' avoids most, {Say.Number(best.AvoidedTonnes)} t for {Money(best.PublicCostUsd)} of public money"
                + (all is null ? "." : $", and all together {Say.Number(all.AvoidedTonnes)} t for {Money(all.PublicCostUsd)}.");
    }

    /// <summary>Millions of dollars; below zero it was earned.</summary>
    public static string Money(double usd) => $"{Say.Number(usd / 1e6)} M USD";

    private static string Number(double? value) => value is { } number ? number.ToString("R", CultureInfo.InvariantCulture) : "";

    private static string Quoted(string text) => text.AsSpan().ContainsAny(",\"\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
