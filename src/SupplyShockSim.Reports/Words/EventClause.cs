using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Reports.Words;

/// <summary>What a log entry tells, as a clause: <c>arrivals of magnet at Cars fell from 10 to 5 t/d</c>.</summary>
internal static class EventClause
{
    /// <param name="to">Where to write it.</param>
    /// <param name="entry">The entry.</param>
    /// <param name="it">Its subject in words.</param>
    public static Phrase Write(Phrase to, LogEntry entry, ReadOnlySpan<char> it) => entry.Kind switch
    {
        LogKind.RunStarted => to.Add("the run began"),
        LogKind.RunEnded => to.Add("the run ended"),
        LogKind.ControlAnnounced => to.Add(it).Add(" was announced"),
        LogKind.ControlStarted => to.Add(it).Add(" came into force"),
        LogKind.ControlChanged => Change(to.Add(it).Add(" changed"), entry),
        LogKind.ControlSuspended => to.Add(it).Add(" was suspended"),
        LogKind.ControlResumed => to.Add(it).Add(" came back into force"),
        LogKind.ControlEnded => to.Add(it).Add(" ended"),
        LogKind.LicenceApplied => to.Add("a licence was applied for to ship ").Add(it),
        LogKind.LicenceGranted => to.Add("a licence was granted to ship ").Add(it),
        LogKind.LicenceRefused => to.Add("a licence was refused to ship ").Add(it),
        LogKind.LicenceExpired => to.Add("the licence expired to ship ").Add(it),
        LogKind.QuotaUsedUp => Amount(to.Add("the quota of ").Add(it), " of ", entry.After, entry).Add(" was used up"),
        LogKind.QuotaRenewed => Change(to.Add("the quota of ").Add(it).Add(" was renewed"), entry),
        LogKind.LaneClosed => to.Add("the lane for ").Add(it).Add(" was closed"),
        LogKind.LaneLimited => Change(to.Add("the lane for ").Add(it).Add(" was limited"), entry),
        LogKind.LaneOpened when double.IsNaN(entry.After) => to.Add("the lane for ").Add(it).Add(" was opened without limit"),
        LogKind.LaneOpened => Change(to.Add("the lane for ").Add(it).Add(" was opened further"), entry),
        LogKind.TransitChanged => Change(to.Add("the transit time of ").Add(it).Add(" changed"), entry),
        LogKind.CapacityChanged => Change(to.Add("the capacity of ").Add(it).Add(" changed"), entry),
        LogKind.DemandChanged => Change(to.Add("the demand of ").Add(it).Add(" changed"), entry),
        LogKind.CoverTargetChanged when entry.SubjectKind == SubjectKind.Control => to.Add("buyers began to build up more stock for ").Add(it),
        LogKind.CoverTargetChanged => Change(to.Add("the stock target for ").Add(it).Add(" changed"), entry),
        LogKind.SiteOpened => to.Add(it).Add(" opened"),
        LogKind.ArrivalsFell => Change(to.Add("arrivals of ").Add(it).Add(" fell"), entry),
        LogKind.ArrivalsRose => Change(to.Add("arrivals of ").Add(it).Add(" rose"), entry),
        LogKind.StockRanDry => to.Add("the stock of ").Add(it).Add(" ran dry"),
        LogKind.StockRefilled => to.Add("the stock of ").Add(it).Add(" was refilled"),
        LogKind.ActivityFell => Change(to.Add("activity at ").Add(it).Add(" fell"), entry),
        LogKind.ActivityRose => Change(to.Add("activity at ").Add(it).Add(" rose"), entry),
        LogKind.SellerRationed => Amount(Amount(to.Add("orders"), " of ", entry.Before, entry).Add(" for ").Add(it).Add(" were rationed"), " to ", entry.After, entry),
        LogKind.SellerRecovered => Amount(to.Add("orders"), " of ", entry.Before, entry).Add(" for ").Add(it).Add(" were met in full again"),
        LogKind.QualificationStarted => Amount(to.Add("qualification began of ").Add(it), ", to take ", entry.After, entry),
        LogKind.SupplierQualified => to.Add("qualification was completed of ").Add(it),
        LogKind.Rerouted => Amount(to.Add(it).Add(" was taken up as another source"), " with ", entry.After, entry),
        LogKind.ReroutingEnded => to.Add(it).Add(" was no longer needed as another source"),
        LogKind.ShortfallStarted => Amount(to.Add(it).Add(" fell short"), " by ", entry.After, entry),
        LogKind.ShortfallChanged => Change(to.Add("the shortfall of ").Add(it).Add(" changed"), entry),
        LogKind.ShortfallEnded => to.Add("the shortfall of ").Add(it).Add(" ended"),
        _ => throw new ArgumentOutOfRangeException(nameof(entry), entry.Kind, "a kind of log entry without words"),
    };

    /// <summary>From what to what; nothing where the entry does not say to what.</summary>
    private static Phrase Change(Phrase to, LogEntry entry) =>
        double.IsNaN(entry.After) ? to : Amount(Amount(to, " from ", entry.Before, entry), " to ", entry.After, entry);

    /// <summary>A value with its unit after the words that lead to it; nothing at all where there is none.</summary>
    private static Phrase Amount(Phrase to, string lead, double value, LogEntry entry)
    {
        if (double.IsNaN(value))
        {
            return to;
        }

        return EventKinds.Unit(entry) switch
        {
            "1" => to.Add(lead).Add(Say.Percent(value)),
            var unit => to.Add(lead).Add(value).Add(" ").Add(unit),
        };
    }
}
