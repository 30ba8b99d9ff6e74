using SupplyShockSim.Engine;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Analysis.Explanations;

/// <summary>Why a row of consumers ran short: how much of it goes back to which control.</summary>
/// <remarks>
/// The log tells of each notable rise and fall of the shortfall of a firm, and of the chain of causes of each. A rise is laid to the control at the
/// beginning of its chain; a fall takes from all causes alike, in proportion to what each holds then. So at each moment the shortfall of a firm is
/// divided among causes, and the tonnes of a cause are the integral of its part over time, over all firms of the row. What was short before any rise
/// was worth telling has no cause. The parts add up to the whole by construction.
/// </remarks>
public sealed class ShortfallExplanation
{
    private readonly RunRecord _record;
    private readonly Dictionary<int, (double Tonnes, LogEntry? Entry, double OfEntry)> _byControl = [];

    private ShortfallExplanation(RunRecord record, ConsumerMeasures consumer) => (_record, Consumer) = (record, consumer);

    /// <summary>Whom it is about.</summary>
    public ConsumerMeasures Consumer { get; }

    /// <summary>The parts of the shortfall, the largest first.</summary>
    public IReadOnlyList<ShortfallCause> Causes { get; private set; } = [];

    /// <summary>The explanation of a consumer that was recorded by itself.</summary>
    public static ShortfallExplanation Of(RunRecord record, ConsumerMeasures consumer)
    {
        var explanation = new ShortfallExplanation(record, consumer);
        var rises = record.Log.Where(e => IsOfShortfall(e.Kind)).ToLookup(e => e.Subject);
        var first = record.Network.Rows.FirstSite[consumer.Row];
        for (var site = first; site < first + record.Network.Rows.SiteCount[consumer.Row]; site++)
        {
            var need = consumer.Cohorts.Count == 0 ? consumer.Need : consumer.Cohorts[site - first].Need;
            explanation.Divide([.. rises[site]], need.Shortfall);
        }

        var total = explanation._byControl.Values.Sum(c => c.Tonnes);
        explanation.Causes =
        [
            .. explanation._byControl.Where(c => c.Value.Tonnes > 0).OrderByDescending(c => c.Value.Tonnes).ThenBy(c => c.Key)
                .Select(c => new ShortfallCause(c.Key >= 0 ? c.Key : null, c.Value.Tonnes, c.Value.Tonnes / total, c.Value.Entry)),
        ];
        return explanation;
    }

    /// <summary>
    /// The rise of the shortfall that explains a moment, that of the firm that is shortest then; at the beginning of the first shortfall where no moment
    /// is given; null where nobody is short.
    /// </summary>
    public LogEntry? RiseAt(SimTime? moment)
    {
        var first = _record.Network.Rows.FirstSite[Consumer.Row];
        var until = first + _record.Network.Rows.SiteCount[Consumer.Row];
        var latest = new Dictionary<int, (double Short, LogEntry Rise)>();
        foreach (var entry in _record.Log.Where(e => IsOfShortfall(e.Kind) && e.Subject >= first && e.Subject < until))
        {
            if (moment is null)
            {
                return entry;
            }

            if (entry.Time > moment)
            {
                break;
            }

            latest[entry.Subject] = (entry.After, entry.After > entry.Before || !latest.TryGetValue(entry.Subject, out var before) ? entry : before.Rise);
        }

        return latest.Values.Any(s => s.Short > 0) ? latest.Values.MaxBy(s => s.Short).Rise : null;
    }

    private static bool IsOfShortfall(LogKind kind) => kind is LogKind.ShortfallStarted or LogKind.ShortfallChanged or LogKind.ShortfallEnded;

    /// <summary>Divides the shortfall of one firm.</summary>
    private void Divide(IReadOnlyList<LogEntry> entries, RateSeries shortfall)
    {
        var parts = new Dictionary<int, (double Weight, LogEntry? Entry)> { [-1] = (1, null) };
        var from = SimTime.Zero;
        foreach (var entry in entries)
        {
            Add(parts, shortfall.Integral(from, entry.Time));
            from = entry.Time;
            if (entry.After > entry.Before)
            {
                var kept = entry.Before / entry.After;
                foreach (var control in parts.Keys.ToArray())
                {
                    parts[control] = parts[control] with { Weight = parts[control].Weight * kept };
                }

                var root = ControlBehind(entry);
                parts[root] = (parts.GetValueOrDefault(root).Weight + 1 - kept, entry);
            }
        }

        Add(parts, shortfall.Integral(from, _record.End));
    }

    private void Add(Dictionary<int, (double Weight, LogEntry? Entry)> parts, double tonnes)
    {
        foreach (var (control, part) in parts.Where(p => p.Value.Weight > 0 && tonnes > 0))
        {
            var (sum, entry, most) = _byControl.GetValueOrDefault(control);
            var mine = part.Weight * tonnes;
            _byControl[control] = part.Entry is not null && mine > most ? (sum + mine, part.Entry, mine) : (sum + mine, entry, most);
        }
    }

    /// <summary>The control at the beginning of a chain; -1 where there is none.</summary>
    private int ControlBehind(LogEntry entry)
    {
        while (entry.Cause >= 0)
        {
            entry = _record.Log[entry.Cause];
        }

        return entry.SubjectKind == SubjectKind.Control ? entry.Subject : -1;
    }
}
