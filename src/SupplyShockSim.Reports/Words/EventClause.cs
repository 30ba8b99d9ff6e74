using SupplyShockSim.Model.Recording;

namespace SupplyShockSim.Reports.Words;

/// <summary>What a log entry tells, as a clause: <c>arrivals of magnet at Cars fell from 10 to 5 t/d</c>.</summary>
internal static class EventClause
{
    /// <param name="entry">The entry.</param>
    /// <param name="it">Its subject in words.</param>
    public static string Of(LogEntry entry, string it) => entry.Kind switch
    {
        LogKind.RunStarted => "the run began",
        LogKind.RunEnded => "the run ended",
        LogKind.ControlAnnounced => it + " was announced",
        LogKind.ControlStarted => it + " came into force",
        LogKind.ControlChanged => it + " changed" + Change(entry),
        LogKind.ControlSuspended => it + " was suspended",
        LogKind.ControlResumed => it + " came back into force",
        LogKind.ControlEnded => it + " ended",
        LogKind.LicenceApplied => "a licence was applied for to ship " + it,
        LogKind.LicenceGranted => "a licence was granted to ship " + it,
        LogKind.LicenceRefused => "a licence was refused to ship " + it,
        LogKind.LicenceExpired => "the licence expired to ship " + it,
        LogKind.QuotaUsedUp => "the quota of " + it + Of(entry.After, entry) + " was used up",
        LogKind.QuotaRenewed => "the quota of " + it + " was renewed" + Change(entry),
        LogKind.LaneClosed => "the lane for " + it + " was closed",
        LogKind.LaneLimited => "the lane for " + it + " was limited" + Change(entry),
        LogKind.LaneOpened => "the lane for " + it + (double.IsNaN(entry.After) ? " was opened without limit" : " was opened further" + Change(entry)),
        LogKind.TransitChanged => "the transit time of " + it + " changed" + Change(entry),
        LogKind.CapacityChanged => "the capacity of " + it + " changed" + Change(entry),
        LogKind.DemandChanged => "the demand of " + it + " changed" + Change(entry),
        LogKind.CoverTargetChanged when entry.SubjectKind == SubjectKind.Control => "buyers began to build up more stock for " + it,
        LogKind.CoverTargetChanged => "the stock target for " + it + " changed" + Change(entry),
        LogKind.SiteOpened => it + " opened",
        LogKind.ArrivalsFell => "arrivals of " + it + " fell" + Change(entry),
        LogKind.ArrivalsRose => "arrivals of " + it + " rose" + Change(entry),
        LogKind.StockRanDry => "the stock of " + it + " ran dry",
        LogKind.StockRefilled => "the stock of " + it + " was refilled",
        LogKind.ActivityFell => "activity at " + it + " fell" + Change(entry),
        LogKind.ActivityRose => "activity at " + it + " rose" + Change(entry),
        LogKind.SellerRationed => "orders" + Of(entry.Before, entry) + " for " + it + " were rationed" + (double.IsNaN(entry.After) ? "" : " to" + Amount(entry.After, entry)),
        LogKind.SellerRecovered => "orders" + Of(entry.Before, entry) + " for " + it + " were met in full again",
        LogKind.QualificationStarted => "qualification began of " + it + (double.IsNaN(entry.After) ? "" : ", to take" + Amount(entry.After, entry)),
        LogKind.SupplierQualified => "qualification was completed of " + it,
        LogKind.Rerouted => it + " was taken up as another source" + (double.IsNaN(entry.After) ? "" : " with" + Amount(entry.After, entry)),
        LogKind.ReroutingEnded => it + " was no longer needed as another source",
        LogKind.ShortfallStarted => it + " fell short" + (double.IsNaN(entry.After) ? "" : " by" + Amount(entry.After, entry)),
        LogKind.ShortfallChanged => "the shortfall of " + it + " changed" + Change(entry),
        LogKind.ShortfallEnded => "the shortfall of " + it + " ended",
        _ => throw new ArgumentOutOfRangeException(nameof(entry), entry.Kind, "a kind of log entry without words"),
    };

    private static string Change(LogEntry entry) => (double.IsNaN(entry.Before), double.IsNaN(entry.After)) switch
    {
        (false, false) => " from" + Amount(entry.Before, entry) + " to" + Amount(entry.After, entry),
        (true, false) => " to" + Amount(entry.After, entry),
        _ => "",
    };

    private static string Of(double value, LogEntry entry) => double.IsNaN(value) ? "" : " of" + Amount(value, entry);

    private static string Amount(double value, LogEntry entry) => EventKinds.Unit(entry) switch
    {
        "1" => " " + Say.Percent(value),
        var unit => " " + Say.Number(value) + " " + unit,
    };
}
