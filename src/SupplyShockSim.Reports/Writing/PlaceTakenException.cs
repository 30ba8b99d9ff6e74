namespace SupplyShockSim.Reports;

/// <summary>A folder cannot be written where it was asked for, because of what stands there: another place will do.</summary>
public sealed class PlaceTakenException(string message) : IOException(message);
