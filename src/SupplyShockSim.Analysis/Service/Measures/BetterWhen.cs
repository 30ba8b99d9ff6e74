namespace SupplyShockSim.Analysis;

/// <summary>Which values of a measure those who need something would rather have.</summary>
public enum BetterWhen
{
    /// <summary>Neither: it says what is, not how good that is.</summary>
    Neither,

    /// <summary>The less the better.</summary>
    Less,

    /// <summary>The more the better; what never happened is best where it is a moment.</summary>
    More,
}
