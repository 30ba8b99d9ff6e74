using System.Text.Json;
using SupplyShockSim.Analysis.Explanations;
using SupplyShockSim.Engine;
using SupplyShockSim.Reports.Data;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Reports.Words;

/// <summary>Why a consumer ran short, in words and as JSON.</summary>
public sealed class ExplanationWords
{
    private readonly RunRecord _record;
    private readonly ShortfallExplanation _explanation;
    private readonly SimTime? _moment;

    /// <param name="record">The run.</param>
    /// <param name="explanation">The explanation.</param>
    /// <param name="moment">The moment that the chain is asked of; null for the beginning of the first shortfall.</param>
    public ExplanationWords(RunRecord record, ShortfallExplanation explanation, SimTime? moment = null)
    {
        (_record, _explanation, _moment) = (record, explanation, moment);
        Chain = explanation.RiseAt(moment) is { } rise ? CauseChain.Of(record, rise) : [];
    }

    /// <summary>From the control to the rise of the shortfall; empty where nobody is short then.</summary>
    public IReadOnlyList<LogEntry> Chain { get; }

    /// <summary>Who it is about.</summary>
    public string Who => Headline.Name(_record, _explanation.Consumer);

    /// <summary>How much is missing, from when to when.</summary>
    public string Summary
    {
        get
        {
            var service = _explanation.Consumer.Service;
            if (service.FirstShortfallDay is not { } first)
            {
                return $"{Who} does not run short.";
            }

            var last = service.LastShortfallDay is { } day && day < _record.End.Days ? "to " + Date(SimTime.FromDays(day)) : "to the end of the run";
            var amount = $"{Say.Number(service.ShortfallTotal)} t, {Say.Percent(1 - service.ServiceLevel)} of its demand";
            return $"{Who} lacks {amount}, from {Date(SimTime.FromDays(first))} {last}.";
        }
    }

    /// <summary>What the chain is of.</summary>
    public string Question => _moment is { } at ? Chain.Count > 0 ? $"Why it is short on {Date(at)}:" : $"On {Date(at)} it is not short."
        : "Why it first fell short:";

    /// <summary>The chain in sentences.</summary>
    public IReadOnlyList<string> Sentences => CauseChain.Sentences(_record, Chain);

    /// <summary>Headings of a table of causes.</summary>
    public static IReadOnlyList<string> Columns { get; } = ["t", "share", "goes back to"];

    /// <summary>What goes back to what.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Rows =>
        [.. _explanation.Causes.Select(c => (IReadOnlyList<string>)[Say.Number(c.Tonnes), Say.Percent(c.Share), Name(c)])];

    /// <summary>Writes all of it into an open object.</summary>
    public void Write(Utf8JsonWriter json)
    {
        var (consumer, words) = (_explanation.Consumer, new EventWords(_record));
        json.WriteString("consumer", _record.Network.Rows.Id[consumer.Row]);
        json.WriteString("commodity", _record.Network.Commodities.Id[consumer.Commodity]);
        json.WriteNumber("shortfallTotal", consumer.Service.ShortfallTotal);
        json.WriteNumber("serviceLevel", consumer.Service.ServiceLevel);
        json.NumberOrNull("firstShortfallDay", consumer.Service.FirstShortfallDay);
        json.NumberOrNull("lastShortfallDay", consumer.Service.LastShortfallDay);
        json.WriteString("date", _moment is { } at ? _record.Start.At(at).Iso() : null);
        json.Objects("chain", Chain, entry =>
        {
            json.WriteString("date", _record.Start.At(entry.Time).Iso());
            json.WriteNumber("day", entry.Time.Days);
            json.WriteString("kind", entry.Kind.Name());
            json.WriteString("text", words.Clause(new Phrase(), entry).ToString());
            json.NumberOrNull("before", double.IsNaN(entry.Before) ? null : entry.Before);
            json.NumberOrNull("after", double.IsNaN(entry.After) ? null : entry.After);
            json.WriteString("unit", entry.Unit());
        });
        json.Objects("causes", _explanation.Causes, cause =>
        {
            json.WriteString("control", cause.Control is { } c ? _record.Controls[c].Name : null);
            json.WriteNumber("tonnes", cause.Tonnes);
            json.WriteNumber("share", cause.Share);
        });
    }

    private string Name(ShortfallCause cause) =>
        cause.Control is { } c ? $"the control \u2018{_record.Controls[c].Name}\u2019" : "changes that the log does not lead back to a control";

    private string Date(SimTime time) => _record.Start.At(time).Spoken();
}
