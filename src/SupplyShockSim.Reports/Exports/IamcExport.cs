using System.Globalization;
using System.Text;
using System.Text.Json;
using SupplyShockSim.Reports.Data;

namespace SupplyShockSim.Reports.Exports;

/// <summary>
/// Demand, use and shortfall in the layout of the Integrated Assessment Modeling Consortium: model, scenario, region, variable, unit, time, value; with
/// indicators of the run (<c>meta.csv</c>) and the lists of regions and variables that it uses (<c>definitions</c>).
/// </summary>
internal sealed class IamcExport : ExportFormat
{
    public override string Name => "iamc";

    public override string Meaning => "demand, use and shortfall in the layout of IAMC scenarios, with lists of regions and variables";

    public override IEnumerable<(string Name, byte[] Bytes)> Files(ExportSource source)
    {
        var model = "SupplyShockSim " + source.Manifest.Version;
        var needs = IamcNeeds.Of(source);
        yield return ("iamc.csv", Csv(csv =>
        {
            Row(csv, "model", "scenario", "region", "variable", "unit", "time", "value");
            foreach (var ((region, variable), values) in needs.Series)
            {
                for (var cell = 0; cell < values.Length; cell++)
                {
                    csv.Field(model).Field(source.Manifest.Run).Field(region).Field(variable).Field("t/d").Field(needs.Dates[cell])
                        .Field(values[cell]).EndRow();
                }
            }
        }));
        yield return ("meta.csv", Csv(csv => Meta(csv, source, model)));
        var (regions, variables) = (needs.Series.Keys.Select(k => k.Region), needs.Series.Keys.Select(k => k.Variable));
        yield return ("definitions/region/regions.yaml", Encoding.UTF8.GetBytes(Regions(regions.Distinct(StringComparer.Ordinal))));
        yield return ("definitions/variable/variables.yaml", Encoding.UTF8.GetBytes(Variables(variables.Distinct(StringComparer.Ordinal))));
    }

    private static void Meta(CsvWriter csv, ExportSource source, string model)
    {
        using var metrics = JsonDocument.Parse(source.Bytes("metrics.json"));
        var totals = metrics.RootElement.GetProperty("totals").EnumerateObject().Where(t => t.Value.ValueKind == JsonValueKind.Number).ToArray();
        Row(csv, ["model", "scenario", "title", "seed", "traceHash", .. totals.Select(t => t.Name)]);
        csv.Field(model).Field(source.Manifest.Run).Field(source.Manifest.Title).Field(source.Manifest.Seed.ToString(CultureInfo.InvariantCulture))
            .Field(ManifestJson.Fingerprint(source.Manifest.TraceHash));
        foreach (var total in totals)
        {
            csv.Field(total.Value.GetDouble());
        }

        csv.EndRow();
    }

    /// <summary>A list of regions as nomenclature reads it.</summary>
    private static string Regions(IEnumerable<string> regions) =>
        $"- common:\n  - {IamcNeeds.World}\n- countries and groups:\n"
        + string.Concat(regions.Where(r => r != IamcNeeds.World).Select(r => $"  - {Quoted(r)}\n"));

    /// <summary>A list of variables as nomenclature reads it; a variable with parts is their sum.</summary>
    private static string Variables(IEnumerable<string> variables) =>
        string.Concat(variables.Select(v => $"- {Quoted(v)}:\n    description: {Quoted(IamcNeeds.Meaning(v))}\n    unit: t/d\n"));

    private static string Quoted(string text) =>
        '"' + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + '"';

    private static byte[] Csv(Action<CsvWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var csv = new CsvWriter(bytes))
        {
            write(csv);
        }

        return bytes.ToArray();
    }

    private static void Row(CsvWriter csv, params IEnumerable<string> cells)
    {
        foreach (var cell in cells)
        {
            csv.Field(cell);
        }

        csv.EndRow();
    }
}
