namespace SupplyShockSim.Scenarios.Binding;

/// <summary>Finds how a type is written in files: what a kind asks that is made of others.</summary>
internal interface IKinds
{
    /// <summary>How a type is written.</summary>
    Kind<T> Get<T>();
}
