namespace SupplyShockSim.Engine;

public sealed class RateSeries
{
}
