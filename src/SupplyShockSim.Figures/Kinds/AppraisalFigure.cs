using SupplyShockSim.Figures.Words;

namespace SupplyShockSim.Figures.Kinds;

/// <summary>What each set of answers avoids, from the top down, with its public cost at the end of its bar.</summary>
internal sealed class AppraisalFigure : FigureKind
{
    public override string Name => "appraisal";

    public override string Needs => "an appraisal of answers";

    public override string Meaning => "tonnes of shortfall that each set of answers avoids, against what it costs the public";

    public override Figure? Build(FigureSource source)
    {
        if (source.Appraisal is not { } appraisal || appraisal.Rows.All(r => r.Answers.Count == 0))
        {
            return null;
        }

        var rows = appraisal.Rows.Where(r => r.Answers.Count > 0).ToArray();
        var title = $"Of {Say.Number(appraisal.Unanswered.ShortfallTonnes)} t short, {Say.Number(rows.Max(r => r.AvoidedTonnes))} t are avoided at best";
        return new Figure
        {
            Name = Name,
            Title = title,
            Subtitle = "Tonnes short less than with the shocks and no answers; at the bars the public cost.",
            Footnote = $"SupplyShockSim {source.Version}, seed {source.Seed}.",
            Description = source.Title + ". " + title,
            X = Axis.Numbers("t avoided"),
            Y = Axis.Names("answers", [.. rows.Select(r => r.Set)]),
            Panels =
            [
                new Panel("", [new BarsMark("avoided", [.. rows.Select((r, i) =>
                    new Bar(i, 0, r.AvoidedTonnes, $"{Say.Number(r.PublicCostUsd / 1e6)} M USD", new Hue(r.Set.StartsWith("all", StringComparison.Ordinal) ? 1 : 0)))])]),
            ],
            WhenEmpty = "No answers.",
        };
    }
}
