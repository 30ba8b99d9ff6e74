namespace SupplyShockSim.Simulation.State;

/// <summary>A value that changes during a run, as a part of its state.</summary>
internal sealed class Cell<T>(T value) : IForkable
    where T : struct
{
    private T _value = value;

    public ref T Value => ref _value;

    public IForkable Fork() => new Cell<T>(_value);
}
