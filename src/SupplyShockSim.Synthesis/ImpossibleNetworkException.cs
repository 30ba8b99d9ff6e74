namespace SupplyShockSim.Synthesis;

/// <summary>There is no synthetic network of the size asked for; the message says which sizes there are.</summary>
public sealed class ImpossibleNetworkException(string message) : Exception(message);
