using System.Text.Json;
using SupplyShockSim.Analysis.Ensembles;
using SupplyShockSim.Network;

namespace SupplyShockSim.Reports.Data;

/// <summary>The <c>ranges</c> of <c>metrics.json</c> and the <c>sampled</c> of <c>manifest.json</c>; null where nothing was drawn.</summary>
internal static class RangesJson
{
    /// <summary>Shortfall over the draws, in t: of all, by consumer and by country.</summary>
    public static void Write(Utf8JsonWriter json, SupplyNetwork network, Ranges? ranges)
    {
        if (ranges is null)
        {
            json.WriteNull("ranges");
            return;
        }

        json.WriteStartObject("ranges");
        json.WriteNumber("draws", ranges.Draws);
        json.WriteStartObject("total");
        Range(json, ranges.Total);
        json.WriteEndObject();
        json.Objects("consumers", ranges.Consumers, r =>
        {
            json.WriteString("site", network.Rows.Id[r.Party]);
            json.WriteString("commodity", network.Commodities.Id[r.Commodity]);
            Range(json, r);
        });
        json.Objects("countries", ranges.Countries, r =>
        {
            json.WriteString("country", network.Countries.InFiles(r.Party));
            json.WriteString("commodity", network.Commodities.Id[r.Commodity]);
            Range(json, r);
        });
        json.WriteEndObject();
    }

    /// <summary>What was sampled, and how.</summary>
    public static void WriteSampled(Utf8JsonWriter json, Ranges? ranges)
    {
        if (ranges is null)
        {
            json.WriteNull("sampled");
            return;
        }

        json.WriteStartObject("sampled");
        json.WriteNumber("draws", ranges.Draws);
        json.WriteNumber("seed", ranges.Seed);
        json.WriteString("sampling", "latin hypercube");
        json.Objects("inputs", ranges.Inputs, input =>
        {
            json.WriteString("set", input.Path);
            json.WriteString("distribution", input.Distribution);
            json.WriteString("source", input.Source);
            json.WriteString("note", input.Note);
        });
        json.Strings("randomControls", ranges.RandomControls);
        json.WriteEndObject();
    }

    private static void Range(Utf8JsonWriter json, PartyRange range)
    {
        json.WriteNumber("q05", range.Tonnes.Q05);
        json.WriteNumber("q25", range.Tonnes.Q25);
        json.WriteNumber("q50", range.Tonnes.Q50);
        json.WriteNumber("q75", range.Tonnes.Q75);
        json.WriteNumber("q95", range.Tonnes.Q95);
        json.WriteNumber("mean", range.Tonnes.Mean);
        json.WriteNumber("shortProbability", range.ShortProbability);
    }
}
