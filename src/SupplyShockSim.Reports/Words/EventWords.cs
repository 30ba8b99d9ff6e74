using SupplyShockSim.Network;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Reports.Words;

/// <summary>Log entries in words, written into a <see cref="Phrase"/>. One at a time: it uses memory of its own again.</summary>
internal sealed class EventWords(RunRecord record)
{
    private readonly SupplyNetwork _network = record.Network;
    private readonly Phrase _subject = new();

    /// <summary>The clause last given as a reason, and the entry it is of: one cause often has many effects in a row.</summary>
    private readonly Phrase _reason = new();
    private int _reasonId = -1;

    /// <summary>The subject's id in the files.</summary>
    public Phrase SubjectId(Phrase to, LogEntry entry) => Id(to, entry.SubjectKind, entry.Subject);

    /// <summary>The id of the lane by which it reached the subject; nothing where there is none.</summary>
    public Phrase LaneId(Phrase to, LogEntry entry) => entry.ByLane < 0 ? to : Id(to, SubjectKind.Lane, entry.ByLane);

    /// <summary>What happened and, where something else in the run caused it, why: one plain sentence, at the beginning of the phrase.</summary>
    public Phrase Sentence(Phrase to, LogEntry entry)
    {
        Clause(to, entry).AsSentence();
        if (entry.Cause >= 0 && record.Log[entry.Cause] is var cause && !IsByPlan(entry, cause))
        {
            if (entry.Kind.Says().IsUnderControl && cause.SubjectKind == SubjectKind.Control)
            {
                Subject(to.Add(" under "), cause);
            }
            else
            {
                Reason(to.Add(" because "), entry, cause);
            }
        }

        return to.Add(".");
    }

    /// <summary>What happened, to stand within a sentence.</summary>
    public Phrase Clause(Phrase to, LogEntry entry) => EventClause.Write(to, entry, Subject(_subject.Clear(), entry).Text);

    /// <summary>A control that goes on by its own plan has no cause but itself.</summary>
    private static bool IsByPlan(LogEntry entry, LogEntry cause) =>
        entry.SubjectKind == SubjectKind.Control && cause.SubjectKind == SubjectKind.Control && entry.Subject == cause.Subject;

    /// <summary>The cause in words: arrivals that recover in part, at the instant they fall, still leave too little.</summary>
    private void Reason(Phrase to, LogEntry entry, LogEntry cause)
    {
        if (EventClause.IsTooLittle(entry, cause))
        {
            EventClause.TooLittle(to, cause, Subject(_subject.Clear(), cause).Text);
        }
        else
        {
            to.Add(Reason(cause).Text);
        }
    }

    private Phrase Reason(LogEntry cause)
    {
        if (_reasonId == cause.Id)
        {
            return _reason;
        }

        _reasonId = cause.Id;
        return Clause(_reason.Clear(), cause);
    }

    private Phrase Subject(Phrase to, LogEntry entry) => entry.SubjectKind switch
    {
        SubjectKind.Run => to.Add("the run"),
        SubjectKind.Control => to.Add("the control \u2018").Add(record.Controls[entry.Subject].Name).Add("\u2019"),
        SubjectKind.Site => _network.SiteWords(to, entry.Subject),
        SubjectKind.Stock => _network.StockWords(to, entry.Subject),
        _ => _network.LaneWords(to, entry.Subject),
    };

    private Phrase Id(Phrase to, SubjectKind kind, int index) => kind switch
    {
        SubjectKind.Run => to.Add("run"),
        SubjectKind.Control => to.Add(record.Controls[index].Name),
        SubjectKind.Site => to.Add(_network.Sites.Id[index]),
        SubjectKind.Stock => StockId(to, index),
        _ => LaneId(to, index),
    };

    /// <summary>As <see cref="SupplyNetworkNames.StockName"/>.</summary>
    private Phrase StockId(Phrase to, int stock)
    {
        var stocks = _network.Stocks;
        return to.Add(_network.Sites.Id[stocks.Site[stock]]).Add(":").Add(_network.Commodities.Id[stocks.Commodity[stock]]).Add(stocks.IsInput[stock] ? ":in" : ":out");
    }

    /// <summary>The lane's name, as <see cref="SupplyNetworkNames.LaneName"/>; where a lane of the files was split with its buyer or seller, followed by the sites it joins.</summary>
    private Phrase LaneId(Phrase to, int lane)
    {
        var (rows, sites, lanes) = (_network.Rows, _network.Sites, _network.Lanes);
        var (from, until) = (lanes.From[lane], lanes.To[lane]);
        if (lanes.GivenId[lane] is not { } given)
        {
            return to.Add(_network.LaneNameByEnds(lane));
        }

        var isSplit = rows.SiteCount[sites.Row[from]] > 1 || rows.SiteCount[sites.Row[until]] > 1;
        to.Add(given);
        return isSplit ? to.Add(" (").Add(sites.Id[from]).Add(">").Add(sites.Id[until]).Add(")") : to;
    }
}
