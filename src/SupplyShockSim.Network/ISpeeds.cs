using SupplyShockSim.Engine;
using SupplyShockSim.Network.Quantities;

namespace SupplyShockSim.Network;

/// <summary>What a site or a technology says of how fast activity may move; null where it says nothing. See <see cref="Speeds"/>.</summary>
public interface ISpeeds
{
    RampRate? Ramp { get; }

    RampRate? Restart { get; }

    RampRate? Slowdown { get; }

    SimDuration? Storage { get; }

    SimDuration? Memory { get; }

    Share? Throttle { get; }
}
