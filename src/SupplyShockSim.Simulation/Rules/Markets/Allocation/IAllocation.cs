namespace SupplyShockSim.Simulation.Rules.Markets.Allocation;

/// <summary>How the unmet needs of one commodity find supply, once contracts are filled: needs, offers and open lanes in, grants out.</summary>
internal interface IAllocation
{
    /// <summary>
    /// Divides what sellers offer among the buyers in need. It reads the needs, the offers and the lanes of the clearing, and changes nothing but by
    /// <see cref="Clearing.Grant"/>; a grant may exceed neither the lane's room, nor what the buyer lacks, nor what the seller still offers.
    /// </summary>
    void Allocate(Clearing clearing);

    /// <summary>Requests of idle capacity what nobody could fill.</summary>
    void Request(Clearing clearing, IdleCapacity idle) => idle.Request(clearing.Commodity);
}
