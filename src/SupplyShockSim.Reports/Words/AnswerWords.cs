using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Reports.Words;

/// <summary>What an answer came to, for people.</summary>
internal static class AnswerWords
{
    /// <summary>On one line: <c>reserve (stockpile): 150 t from 2026-01-31 on, 50 t left, public cost 12.5 M USD</c>.</summary>
    public static string Line(RunRecord record, AnswerRecord answer)
    {
        var told = record.Controls[answer.Control];
        var used = answer.FirstUsed is { } first ? $"{Say.Number(answer.Tonnes)} t from {record.Start.At(first).Iso()} on" : "never used";
        var left = answer.LeftTonnes is { } tonnes ? $", {Say.Number(tonnes)} t left" : "";
        var cost = answer.PublicCostUsd < 0 ? $"{Say.Number(-answer.PublicCostUsd / 1e6)} M USD earned" : $"public cost {Say.Number(answer.PublicCostUsd / 1e6)} M USD";
        return $"{told.Name} ({told.Type}): {used}{left}, {cost}";
    }
}
