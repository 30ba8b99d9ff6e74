using SupplyShockSim.Engine;
using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Policies.Selecting;

namespace SupplyShockSim.Policies;

/// <summary>When policies become known, start, pause and end, in the seconds of the run.</summary>
internal sealed class PolicyLife(RunSpec run, ICollection<Problem> problems)
{
    /// <summary>The windows in which a policy is in force; the last may be open (<see cref="SimTime.MaxValue"/>).</summary>
    public List<(SimTime From, SimTime Until)> Windows(PolicySpec spec, string path, out SimTime announced)
    {
        var from = spec.From.ToSimTime(run.Start);
        var until = Until(spec, from, path);
        announced = from;
        CheckMoment(from, $"{path}.from");
        if (run.Horizon > SimDuration.Zero && from > SimTime.Zero + run.Horizon)
        {
            Add($"{path}.from", "SS411", "this shock starts after the end of the run", "move `from`, or lengthen the `horizon`", ProblemSeverity.Warning);
        }

        if (spec.KnownFrom is { } known)
        {
            announced = known.ToSimTime(run.Start);
            CheckMoment(announced, $"{path}.announced");
            if (announced > from)
            {
                Add($"{path}.announced", "SS412", "announced after it starts", "announce it before or at `from`, or leave the key out");
            }
        }

        if (spec.Trigger is null)
        {
            return Suspend(spec.Pauses, from, until, path);
        }

        if (spec.Pauses.Count > 0 || spec.KnownFrom is not null)
        {
            Add($"{path}.when", "SS470", "what starts under a condition cannot be announced or suspended at given dates",
                "leave out `announced` and `suspended`, or give `from`");
        }

        return [];
    }

    /// <summary>An exemption with its moments looked up; reports one that lasts no time or lies outside the life of its policy.</summary>
    public DatedExemption Exemption(PolicySpec spec, Exemption exemption, string path, string words, int[] positions)
    {
        var begins = exemption.From?.ToSimTime(run.Start) ?? SimTime.Zero;
        var ends = exemption.Until?.ToSimTime(run.Start) ?? SimTime.MaxValue;
        var policyEnds = spec.Until?.Moment?.ToSimTime(run.Start) ?? (spec.For is { } span ? spec.From.ToSimTime(run.Start) + span : SimTime.MaxValue);
        if (ends <= begins || begins >= policyEnds || ends <= spec.From.ToSimTime(run.Start))
        {
            Add(path, "SS416", "an exemption must end after it begins, and overlap the life of the shock", "correct its `from` and `until`");
        }

        // What is exempt before the run begins is exempt from its first second on.
        return new DatedExemption(words, positions, begins < SimTime.Zero ? SimTime.Zero : begins, ends);
    }

    private SimTime Until(PolicySpec spec, SimTime from, string path)
    {
        if (spec.Until is not null && spec.For is not null)
        {
            Add($"{path}.for", "SS413", "both `until` and `for` say when it ends", "keep one of them");
            return SimTime.MaxValue;
        }

        // What starts under a condition ends so long after it, or at a moment that may also come before it: then it never starts.
        var until = spec.Until?.Moment?.ToSimTime(run.Start) ?? (spec.For is { } span ? from + span : SimTime.MaxValue);
        if (until <= from)
        {
            Add(spec.Until is not null ? $"{path}.until" : $"{path}.for", "SS414", "it ends before it starts, or lasts no time", "give an end after `from`");
        }

        return until;
    }

    private void CheckMoment(SimTime moment, string path)
    {
        if (moment < SimTime.Zero)
        {
            Add(path, "SS410", FormattableString.Invariant($"a date before the start of the run ({run.Start:yyyy-MM-dd})"),
                "start the run earlier, or move the date");
        }
    }

    private List<(SimTime From, SimTime Until)> Suspend(IReadOnlyList<Window> pauses, SimTime from, SimTime until, string path)
    {
        var windows = new List<(SimTime From, SimTime Until)>();
        var at = from;
        foreach (var (window, i) in pauses.Select((w, i) => (w, i)).OrderBy(x => x.w.From.ToSimTime(run.Start)))
        {
            var (pause, resume) = (window.From.ToSimTime(run.Start), window.Until.ToSimTime(run.Start));
            if (resume <= pause || pause < from || resume > until)
            {
                Add($"{path}.suspended[{i}]", "SS415", "a suspension must end after it begins, and lie within the life of the shock",
                    "correct its `from` and `until`");
                continue;
            }

            if (pause > at)
            {
                windows.Add((at, pause));
            }

            at = resume > at ? resume : at;
        }

        if (at < until)
        {
            windows.Add((at, until));
        }

        return windows;
    }

    private void Add(string path, string code, string message, string? hint, ProblemSeverity severity = ProblemSeverity.Error) =>
        problems.Add(new Problem(path, code, message, hint, severity));
}
