using System.Text;
using SupplyShockSim.Model.Network;
using SupplyShockSim.Model.Recording;

namespace SupplyShockSim.Reports.Words;

/// <summary>Log entries in words.</summary>
internal sealed class EventWords(RunRecord record)
{
    private readonly SupplyNetwork _network = record.Network;

    /// <summary>The kind as data files write it: <c>stock-ran-dry</c>.</summary>
    public static string KindName(LogKind kind)
    {
        var name = new StringBuilder();
        foreach (var c in kind.ToString())
        {
            if (char.IsUpper(c) && name.Length > 0) name.Append('-');
            name.Append(char.ToLowerInvariant(c));
        }

        return name.ToString();
    }

    /// <summary>The unit of the values before and after; empty where the entry has none.</summary>
    public static string Unit(LogEntry entry) => double.IsNaN(entry.Before) && double.IsNaN(entry.After) ? "" : entry.Kind switch
    {
        LogKind.TransitChanged or LogKind.CoverTargetChanged => "d",
        LogKind.ControlStarted or LogKind.ControlChanged or LogKind.ControlEnded => "1",
        LogKind.QuotaUsedUp or LogKind.QuotaRenewed or LogKind.StockRanDry or LogKind.StockRefilled => "t",
        _ => "t/d",
    };

    /// <summary>The subject's id in the files.</summary>
    public string SubjectId(LogEntry entry) => entry.SubjectKind switch
    {
        SubjectKind.Run => "run",
        SubjectKind.Control => record.Controls[entry.Subject].Name,
        SubjectKind.Site => _network.Sites.Id[entry.Subject],
        SubjectKind.Stock => _network.StockName(entry.Subject),
        _ => _network.LaneName(entry.Subject),
    };

    /// <summary>The id of the second thing concerned: of a lane its site, of anything else a lane; empty where there is none.</summary>
    public string OtherId(LogEntry entry) =>
        entry.Other < 0 ? "" : entry.SubjectKind == SubjectKind.Lane ? _network.Sites.Id[entry.Other] : _network.LaneName(entry.Other);

    /// <summary>What happened and, where something in the run caused it, why: one plain sentence.</summary>
    public string Sentence(LogEntry entry)
    {
        var sentence = Say.Sentence(Clause(entry));
        return entry.Cause < 0 ? sentence + "." : sentence + " because " + Clause(record.Log[entry.Cause]) + ".";
    }

    /// <summary>What happened, to stand within a sentence.</summary>
    public string Clause(LogEntry entry) => What(entry) + Change(entry);

    private string What(LogEntry entry)
    {
        var it = Subject(entry);
        return entry.Kind switch
        {
            LogKind.RunStarted => "the run began",
            LogKind.RunEnded => "the run ended",
            LogKind.ControlAnnounced => it + " was announced",
            LogKind.ControlStarted => it + " came into force",
            LogKind.ControlChanged => it + " changed",
            LogKind.ControlSuspended => it + " was suspended",
            LogKind.ControlResumed => it + " came back into force",
            LogKind.ControlEnded => it + " ended",
            LogKind.LicenceApplied => "a licence was applied for to ship " + it,
            LogKind.LicenceGranted => "a licence was granted to ship " + it,
            LogKind.LicenceRefused => "a licence was refused to ship " + it,
            LogKind.LicenceExpired => "the licence expired to ship " + it,
            LogKind.QuotaUsedUp => "the quota of " + it + " was used up",
            LogKind.QuotaRenewed => "the quota of " + it + " was renewed",
            LogKind.LaneClosed => "the lane for " + it + " was closed",
            LogKind.LaneLimited => "the lane for " + it + " was limited",
            LogKind.LaneOpened => "the lane for " + it + " was opened",
            LogKind.TransitChanged => "the transit time of " + it + " changed",
            LogKind.CapacityChanged => "the capacity of " + it + " changed",
            LogKind.DemandChanged => "the demand of " + it + " changed",
            LogKind.CoverTargetChanged => "the stock target for " + it + " changed",
            LogKind.SiteOpened => it + " opened",
            LogKind.ArrivalsFell => "arrivals of " + it + " fell",
            LogKind.ArrivalsRose => "arrivals of " + it + " rose",
            LogKind.StockRanDry => "the stock of " + it + " ran dry",
            LogKind.StockRefilled => "the stock of " + it + " was refilled",
            LogKind.ActivityFell => "activity at " + it + " fell",
            LogKind.ActivityRose => "activity at " + it + " rose",
            LogKind.SellerRationed => "orders for " + it + " were rationed",
            LogKind.SellerRecovered => "orders for " + it + " were met in full again",
            LogKind.QualificationStarted => "qualification began of " + it,
            LogKind.SupplierQualified => "qualification was completed of " + it,
            LogKind.Rerouted => it + " was taken up as another source",
            LogKind.ReroutingEnded => it + " was no longer needed as another source",
            LogKind.ShortfallStarted => it + " fell short",
            LogKind.ShortfallChanged => "the shortfall of " + it + " changed",
            LogKind.ShortfallEnded => "the shortfall of " + it + " ended",
            _ => throw new ArgumentOutOfRangeException(nameof(entry), entry.Kind, "a kind of log entry without words"),
        };
    }

    private string Subject(LogEntry entry) => entry.SubjectKind switch
    {
        SubjectKind.Run => "the run",
        SubjectKind.Control => "the control \u2018" + record.Controls[entry.Subject].Name + "\u2019",
        SubjectKind.Site => _network.SiteWords(entry.Subject),
        SubjectKind.Stock => _network.StockWords(entry.Subject),
        _ => _network.LaneWords(entry.Subject),
    };

    private static string Change(LogEntry entry)
    {
        var unit = Unit(entry) is "1" or "" ? "" : " " + Unit(entry);
        string Amount(double value) => unit == "" ? Say.Percent(value) : Say.Number(value) + unit;
        return (double.IsNaN(entry.Before), double.IsNaN(entry.After)) switch
        {
            (false, false) => " from " + Amount(entry.Before) + " to " + Amount(entry.After),
            (true, false) => " at " + Amount(entry.After),
            _ => "",
        };
    }
}
