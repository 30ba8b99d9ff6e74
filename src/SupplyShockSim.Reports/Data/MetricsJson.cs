using System.Text.Json;
using SupplyShockSim.Analysis;
using SupplyShockSim.Network;
using SupplyShockSim.Reports.Words;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Reports.Data;

/// <summary>
/// <c>metrics.json</c>: the measures of a run. Tonnes and days; a day is counted from the start with decimals; null where it never
/// happened.
/// </summary>
internal static class MetricsJson
{
    public static void Write(Stream stream, RunOutput output) => Json.Write(stream, json =>
    {
        var (measures, network) = (output.Measures, output.Record.Network);
        var (countries, commodities) = (network.Countries, network.Commodities);
        json.WriteString("run", output.Run);
        json.WriteString("title", output.Title);
        json.Strings("set", output.Overrides);
        json.WriteString("traceHash", ManifestJson.Fingerprint(output.Record.TraceHash));
        json.Warnings(output.Warnings);
        json.Checks(output.Checks);
        json.Objects("consumers", measures.Consumers, c => Consumer(json, output.Record, c));
        json.Objects("countries", measures.Countries, g => Group(json, "country", countries.InFiles(g.Group), commodities.Id[g.Commodity], g));
        json.Objects("blocs", measures.Blocs, g => Group(json, "bloc", countries.Bloc[g.Group], commodities.Id[g.Commodity], g));
        json.Objects("commodities", measures.Commodities, g => Group(json, null, "", commodities.Id[g.Commodity], g));
        Totals(json, measures);
        RangesJson.Write(json, network, output.Ranges);
        Structure(json, network, measures);
        PricesJson.Write(json, network, measures.Prices);
        AnswersJson.Write(json, output.Record);
        json.WriteNumber("massBalance", measures.MassBalance);
        json.WriteNumber("events", output.Record.Events);
        json.WriteString("recorded", Recorded.Name(output.Record.Recorded));
    });

    private static void Consumer(Utf8JsonWriter json, RunRecord record, ConsumerMeasures consumer)
    {
        var network = record.Network;
        json.WriteString("site", network.Rows.Id[consumer.Row]);
        json.WriteString("country", network.Countries.InFiles(consumer.Country));
        json.WriteString("commodity", network.Commodities.Id[consumer.Commodity]);
        json.WriteString("endUse", consumer.EndUse);
        Service(json, consumer.Service);
        if (record.HasPrices)
        {
            json.WriteNumber("forgone", consumer.ForgoneTonnes);
        }

        if (record.Answers.Count > 0)
        {
            json.WriteNumber("substituted", consumer.SubstitutedTonnes);
            json.WriteNumber("recovered", consumer.RecoveredTonnes);
        }

        if (consumer.Cohorts.Count == 0)
        {
            return;
        }

        json.Objects("cohorts", consumer.Cohorts, cohort =>
        {
            json.WriteString("site", network.Sites.Id[cohort.Site]);
            json.NumberOrNull("coverDays", cohort.CoverDays);
            Service(json, cohort.Service);
        });
    }

    private static void Group(Utf8JsonWriter json, string? kind, string id, string commodity, GroupMeasures group)
    {
        if (kind is not null)
        {
            json.WriteString(kind, id);
        }

        json.WriteString("commodity", commodity);
        Service(json, group.Service);
    }

    private static void Service(Utf8JsonWriter json, ServiceMeasures service)
    {
        foreach (var measure in service.List)
        {
            Value(json, measure.Key, measure, service);
        }
    }

    private static void Value(Utf8JsonWriter json, string key, ServiceMeasure measure, ServiceMeasures service)
    {
        var value = service[measure];
        if (measure.Words.Count > 0 && value is { } word)
        {
            json.WriteString(key, measure.Words[(int)word]);
        }
        else
        {
            json.NumberOrNull(key, value);
        }
    }

    private static void Totals(Utf8JsonWriter json, RunMeasures measures)
    {
        json.WriteStartObject("totals");
        foreach (var measure in measures.List.Where(m => m.InTotals is not null).OrderBy(m => m.InTotals!.Value.Place))
        {
            Value(json, measure.InTotals!.Value.Key, measure, measures.Totals.Service);
        }

        json.WriteNumber("consumers", measures.ConsumerCount);
        json.WriteNumber("consumersShort", measures.ShortConsumerCount);
        json.NumberOrNull("needInControls", measures.Context.NeedInControlsTonnes);
        json.NumberOrNull("cutOff", measures.Context.CutOffTonnes);
        json.WriteEndObject();
    }

    private static void Structure(Utf8JsonWriter json, SupplyNetwork network, RunMeasures measures)
    {
        json.NumberOrNull("worstDay", measures.WorstMoment?.Days);
        json.Objects("importReliance", measures.Reliance, r =>
        {
            json.WriteString("country", network.Countries.InFiles(r.Country));
            json.WriteString("commodity", network.Commodities.Id[r.Commodity]);
            json.WriteNumber("baseline", r.Baseline);
            json.NumberOrNull("worst", r.Worst);
        });
        json.Objects("concentration", measures.Concentration, c =>
        {
            json.WriteString("commodity", network.Commodities.Id[c.Commodity]);
            Concentration(json, "baseline", network, c.Baseline);
            Concentration(json, "worst", network, c.Worst);
        });
    }

    private static void Concentration(Utf8JsonWriter json, string name, SupplyNetwork network, Concentration? concentration)
    {
        if (concentration is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteNumber("hhi", concentration.Hhi);
        json.WriteString("largestCountry", network.Countries.InFiles(concentration.LargestCountry));
        json.WriteNumber("largestShare", concentration.LargestShare);
        json.WriteEndObject();
    }
}
