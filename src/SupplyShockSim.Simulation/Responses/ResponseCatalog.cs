namespace SupplyShockSim.Simulation.Responses;

/// <summary>The responses that scenarios may one day use; none is simulated yet, and using one says so.</summary>
public static class ResponseCatalog
{
    public static IReadOnlyList<string> Reserved { get; } =
    [
        "stockpile", "capacity-project", "price-floor", "contract-for-difference", "offtake", "forward-buying", "recycling", "substitution",
        "priority-allocation", "coordinated-pooling",
    ];
}
