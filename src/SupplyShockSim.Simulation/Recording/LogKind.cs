namespace SupplyShockSim.Simulation.Recording;

/// <summary>
/// What a log entry tells. Each kind says here what it is in words and in which unit its values are: one entry in this list is all it takes to
/// name, explain and document it. In files a kind is its name in lower case with hyphens: <c>stock-ran-dry</c>.
/// </summary>
public enum LogKind
{
    [LogWords("the run began")]
    RunStarted,

    [LogWords("{it} was announced")]
    ControlAnnounced,

    [LogWords("{it} came into force")]
    ControlStarted,

    [LogWords("{it} changed{change}", Unit = "1")]
    ControlChanged,

    [LogWords("{it} was suspended")]
    ControlSuspended,

    [LogWords("{it} came back into force")]
    ControlResumed,

    [LogWords("{it} ended")]
    ControlEnded,

    [LogWords("a licence was applied for to ship {it}", IsUnderControl = true)]
    LicenceApplied,

    [LogWords("a licence was granted to ship {it}", IsUnderControl = true)]
    LicenceGranted,

    [LogWords("a licence was refused to ship {it}", IsUnderControl = true)]
    LicenceRefused,

    [LogWords("the licence expired to ship {it}", IsUnderControl = true)]
    LicenceExpired,

    [LogWords("the quota of {it}[ of {after}] was used up", Unit = "t")]
    QuotaUsedUp,

    [LogWords("the quota of {it} was renewed{change}", Unit = "t")]
    QuotaRenewed,

    [LogWords("goods were released from {it}[, {after} at first]")]
    ReleaseStarted,

    [LogWords("no more goods were released from {it}")]
    ReleaseEnded,

    [LogWords("construction of {it} began")]
    ConstructionStarted,

    [LogWords("{it} was built[, to make {after}]")]
    ProjectOpened,

    [LogWords("{it} failed and will not be built")]
    ProjectFailed,

    [LogWords("the lane for {it} was closed", Weight = LogWeight.Step)]
    LaneClosed,

    [LogWords("the lane for {it} was limited{change}", Weight = LogWeight.Step)]
    LaneLimited,

    [LogWords("the lane for {it} was opened further{change}", WithoutAfter = "the lane for {it} was opened without limit", Weight = LogWeight.Step)]
    LaneOpened,

    [LogWords("the transit time of {it} changed{change}", Unit = "d")]
    TransitChanged,

    [LogWords("the capacity of {it} changed{change}")]
    CapacityChanged,

    [LogWords("the demand of {it} changed{change}")]
    DemandChanged,

    [LogWords("buyers began to build up more stock for {it}", Unit = "d")]
    CoverTargetChanged,

    [LogWords("{it} opened")]
    SiteOpened,

    [LogWords("{it} was shut down, as it got {after} and needs {before}", Unit = "USD/t", IsSetback = true)]
    SiteStopped,

    [LogWords("{it} was started again[, as it gets {after}]", Unit = "USD/t")]
    SiteStarted,

    [LogWords("arrivals of {it} fell{change}", IsSetback = true, Weight = LogWeight.Level)]
    ArrivalsFell,

    [LogWords("arrivals of {it} rose{change}", AsTooLittle = "arrivals of {it} came to only {after}", Weight = LogWeight.Level)]
    ArrivalsRose,

    [LogWords("the stock of {it} ran dry", IsLoss = true, IsSetback = true)]
    StockRanDry,

    [LogWords("activity at {it} fell{change}", IsLoss = true, IsSetback = true, Weight = LogWeight.Level)]
    ActivityFell,

    [LogWords("activity at {it} rose{change}", Weight = LogWeight.Level)]
    ActivityRose,

    [LogWords("orders[ of {before}] for {it} were rationed[ to {after}]", IsSetback = true, Weight = LogWeight.Level)]
    SellerRationed,

    [LogWords("orders[ of {before}] for {it} were met in full again", IsRecovery = true, Weight = LogWeight.Level)]
    SellerRecovered,

    [LogWords("qualification began of {it}[, to take {after}]", Unit = "d", Weight = LogWeight.Step)]
    QualificationStarted,

    [LogWords("qualification was completed of {it}", Weight = LogWeight.Step)]
    SupplierQualified,

    [LogWords("{it} was taken up as another source[ with {after}]", Weight = LogWeight.Level)]
    Rerouted,

    [LogWords("{it} was no longer needed as another source", Weight = LogWeight.Step)]
    ReroutingEnded,

    [LogWords("{it} fell short[ by {after}]", IsLoss = true, IsSetback = true)]
    ShortfallStarted,

    [LogWords("the shortfall of {it} changed{change}", Weight = LogWeight.Level)]
    ShortfallChanged,

    [LogWords("the shortfall of {it} ended", IsRecovery = true)]
    ShortfallEnded,

    [LogWords("the run ended")]
    RunEnded,

    [LogWords("an exemption from {it} began")]
    ExemptionStarted,

    [LogWords("an exemption from {it} ended")]
    ExemptionEnded,
}
