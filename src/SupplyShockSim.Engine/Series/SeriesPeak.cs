namespace SupplyShockSim.Engine;

/// <summary>The largest value of a recorded series over an interval, and when it was first reached (or, before a jump down, approached).</summary>
public readonly record struct SeriesPeak(SimTime Time, double Value);
