namespace SupplyShockSim.Synthesis;

/// <summary>The stages of the chain, from the ground up.</summary>
internal enum Stage
{
    Ore,
    Metal,
    Part,
    Module,
    Product,
    Consumer,
}
