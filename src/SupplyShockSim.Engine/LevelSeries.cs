namespace SupplyShockSim.Engine;

public sealed class LevelSeries
{
}
