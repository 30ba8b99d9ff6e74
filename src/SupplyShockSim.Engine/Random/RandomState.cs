namespace SupplyShockSim.Engine;

/// <summary>The 256 bits that determine what a <see cref="RandomStream"/> draws from here on. Not all zero.</summary>
public readonly record struct RandomState(ulong S0, ulong S1, ulong S2, ulong S3);
