using SupplyShockSim.Model.Network;
using SupplyShockSim.Model.Recording;

namespace SupplyShockSim.Reports.Words;

/// <summary>Log entries in words, each worked out once.</summary>
internal sealed class EventWords(RunRecord record)
{
    private readonly SupplyNetwork _network = record.Network;
    private readonly string?[] _clauses = new string?[record.Log.Count];
    private readonly Dictionary<(SubjectKind Kind, int Index), string> _subjects = [];
    private readonly Dictionary<(SubjectKind Kind, int Index), string> _ids = [];

    /// <summary>The subject's id in the files.</summary>
    public string SubjectId(LogEntry entry) => Id(entry.SubjectKind, entry.Subject);

    /// <summary>The id of the second thing concerned: of a lane its site, of anything else a lane; empty where there is none.</summary>
    public string OtherId(LogEntry entry) => entry.Other < 0 ? "" : Id(entry.SubjectKind == SubjectKind.Lane ? SubjectKind.Site : SubjectKind.Lane, entry.Other);

    /// <summary>What happened and, where something else in the run caused it, why: one plain sentence.</summary>
    public string Sentence(LogEntry entry)
    {
        var sentence = Say.Sentence(Clause(entry));
        if (entry.Cause < 0) return sentence + ".";
        var cause = record.Log[entry.Cause];
        // A control that goes on by its own plan has no cause but itself.
        if (entry.SubjectKind == SubjectKind.Control && cause.SubjectKind == SubjectKind.Control && entry.Subject == cause.Subject) return sentence + ".";
        return entry.Kind is (LogKind.LicenceApplied or LogKind.LicenceGranted or LogKind.LicenceRefused or LogKind.LicenceExpired) && cause.SubjectKind == SubjectKind.Control
            ? sentence + " under " + Subject(cause) + "."
            : sentence + " because " + Reason(entry, cause) + ".";
    }

    /// <summary>The cause in words: arrivals that recover in part, at the instant they fall, still leave too little.</summary>
    private string Reason(LogEntry entry, LogEntry cause) =>
        cause.Kind == LogKind.ArrivalsRose && entry.Kind is (LogKind.ShortfallStarted or LogKind.StockRanDry or LogKind.ActivityFell)
            ? "arrivals of " + Subject(cause) + " came to only " + Say.Number(cause.After) + " t/d"
            : Clause(cause);

    /// <summary>What happened, to stand within a sentence.</summary>
    public string Clause(LogEntry entry) => _clauses[entry.Id] ??= EventClause.Of(entry, Subject(entry));

    private string Subject(LogEntry entry)
    {
        if (_subjects.TryGetValue((entry.SubjectKind, entry.Subject), out var known)) return known;
        return _subjects[(entry.SubjectKind, entry.Subject)] = entry.SubjectKind switch
        {
            SubjectKind.Run => "the run",
            SubjectKind.Control => "the control \u2018" + record.Controls[entry.Subject].Name + "\u2019",
            SubjectKind.Site => _network.SiteWords(entry.Subject),
            SubjectKind.Stock => _network.StockWords(entry.Subject),
            _ => _network.LaneWords(entry.Subject),
        };
    }

    private string Id(SubjectKind kind, int index)
    {
        if (_ids.TryGetValue((kind, index), out var known)) return known;
        return _ids[(kind, index)] = kind switch
        {
            SubjectKind.Run => "run",
            SubjectKind.Control => record.Controls[index].Name,
            SubjectKind.Site => _network.Sites.Id[index],
            SubjectKind.Stock => _network.StockName(index),
            _ => LaneId(index),
        };
    }

    /// <summary>The lane's name; where a lane of the files was split with its buyer or seller, followed by the sites it joins.</summary>
    private string LaneId(int lane)
    {
        var (from, to) = (_network.Lanes.From[lane], _network.Lanes.To[lane]);
        var isSplit = _network.Rows.SiteCount[_network.Sites.Row[from]] > 1 || _network.Rows.SiteCount[_network.Sites.Row[to]] > 1;
        var name = _network.LaneName(lane);
        return isSplit && _network.Lanes.GivenId[lane] is not null ? $"{name} ({_network.Sites.Id[from]}>{_network.Sites.Id[to]})" : name;
    }
}
