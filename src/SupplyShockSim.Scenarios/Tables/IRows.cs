namespace SupplyShockSim.Scenarios.Tables;

/// <summary>Takes the rows of a table as they are read, and gives them back.</summary>
internal interface IRows<T> : IReadOnlyList<T>
{
    void Add(T row);
}

/// <summary>Rows as the objects they are.</summary>
internal sealed class ObjectRows<T> : List<T>, IRows<T>;
