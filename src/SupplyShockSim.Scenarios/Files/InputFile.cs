namespace SupplyShockSim.Scenarios.Files;

/// <summary>A file that a scenario was read from.</summary>
/// <param name="Path">As named on the command line or in a scenario, with forward slashes.</param>
/// <param name="Sha256">The hash of its bytes, in lower-case hexadecimal.</param>
public sealed record InputFile(string Path, string Sha256);
