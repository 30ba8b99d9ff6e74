namespace SupplyShockSim.Network.Definitions;

/// <summary>The codes of what can be wrong with a network. What each means, and what to do about it, stands in the table of all codes.</summary>
public static class NetworkCodes
{
    public const string NoCommodity = "SS301";

    public const string NoSite = "SS302";

    public const string NoId = "SS303";

    public const string DefinedTwice = "SS304";

    public const string MakesNothing = "SS305";

    public const string UnknownCommodity = "SS306";

    public const string NoAmount = "SS307";

    public const string UnknownCountry = "SS308";

    public const string UsesNothing = "SS309";

    public const string NoDemand = "SS310";

    public const string ConsumerWithTechnology = "SS311";

    public const string UsesOfNoConsumer = "SS312";

    public const string NoTechnology = "SS313";

    public const string UnknownTechnology = "SS314";

    public const string CoverOfNothing = "SS315";

    public const string CohortCount = "SS316";

    public const string CohortCover = "SS317";

    public const string NotMade = "SS318";

    public const string NotUsed = "SS319";

    public const string AboveLaneCapacity = "SS320";

    public const string TimeBelowZero = "SS321";

    public const string UnknownSite = "SS322";

    public const string SecondLane = "SS323";

    public const string TransitTooLong = "SS324";

    public const string TooManyCommodities = "SS325";

    public const string TimeOfSpeedBelowZero = "SS326";

    public const string CoverTwice = "SS327";

    public const string BadRange = "SS328";

    public const string ReadAsMissing = "SS329";

    public const string PriceTerms = "SS340";

    public const string InputOutOfBalance = "SS330";

    public const string ByProductOutOfBalance = "SS331";

    public const string AboveSiteCapacity = "SS332";

    public const string FlowsBeforeOpening = "SS333";
}
