namespace SupplyShockSim.Simulation.Levers;

/// <summary>What a policy can move. Each policy sets a value of its own; those of all policies on a subject are folded as said here.</summary>
public enum Lever
{
    /// <summary>Most a lane may carry, t/d; the lowest holds. Infinity: no limit.</summary>
    LaneLimit,

    /// <summary>Added landed cost of a lane, USD/t; they add up.</summary>
    LaneCost,

    /// <summary>Share of what a lane lands that is held at the border, 0 to 1; the highest holds.</summary>
    LaneHold,

    /// <summary>1 keeps what is held at the border from passing, 0 does not; it passes when nobody keeps it.</summary>
    LaneStop,

    /// <summary>Transit time of a lane in seconds instead of its own; the longest holds; below zero: none.</summary>
    LaneTransit,

    /// <summary>Added transit time of a lane in seconds; they add up.</summary>
    LaneDelay,

    /// <summary>Multiple of a site's capacity or a consumer's demand; they multiply.</summary>
    Capacity,

    /// <summary>Extra days of cover that a site wants; the highest holds.</summary>
    ExtraCover,

    /// <summary>What leaves over a lane beside what the market gives it, t/d, within its limit; they add up.</summary>
    LaneSent,

    /// <summary>1 opens a site before its own date; the highest holds.</summary>
    SiteOpen,

    /// <summary>What a site that is not open may make all the same, t/d; they add up.</summary>
    Allowance,

    /// <summary>Multiple of the time that a buyer takes to accept the seller of a lane, for what begins from now on; they multiply.</summary>
    QualificationPace,

    /// <summary>Multiple of the time that a project takes to be permitted, for what begins from now on; they multiply.</summary>
    PermitPace,

    /// <summary>Rank of a lane's buyer when its seller rations: above zero it is served by rank, the highest first; the highest holds.</summary>
    RationRank,

    /// <summary>Multiple of the reference price of a commodity in a country (<see cref="PolicyBench.PriceCell"/>); they multiply.</summary>
    ReferencePrice,

    /// <summary>Least price of what a site sells, USD/t; the highest holds; 0: none.</summary>
    SellerFloor,

    /// <summary>Price of what a site sells whatever the market pays, USD/t; the highest holds; 0: none.</summary>
    SellerStrike,

    /// <summary>What the least price at which a site runs is lowered by, USD/t; they add up.</summary>
    SellerRelief,

    /// <summary>Least activity of a site, whatever is ordered, as a share of its capacity; the highest holds.</summary>
    LeastActivity,

    /// <summary>What a site that is not open takes in although it did not order it, t/d of its activity; they add up.</summary>
    Intake,
}

/// <summary>One policy's hold on a lever: a place for its own value on each of its subjects. It has no state, so forks share it.</summary>
public sealed class Grip
{
    internal Grip(Lever lever, int[] subjects, int[] places) => (Lever, Subjects, Places) = (lever, subjects, places);

    public Lever Lever { get; }

    /// <summary>How many subjects it has a place on.</summary>
    public int Count => Subjects.Length;

    /// <summary>Whether its subjects are lanes; otherwise they are sites.</summary>
    internal bool IsOnLanes => Lever is not (Lever.Capacity or Lever.ExtraCover);

    internal int[] Subjects { get; }

    internal int[] Places { get; }
}
