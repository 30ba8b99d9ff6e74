using System.Runtime.InteropServices;

namespace SupplyShockSim.Simulation.State;

/// <summary>A list of stocks for each commodity.</summary>
internal sealed class ListsByCommodity : IForkable
{
    private readonly List<int>[] _lists;

    public ListsByCommodity(int commodities)
    {
        _lists = new List<int>[commodities];
        for (var i = 0; i < commodities; i++)
        {
            _lists[i] = [];
        }
    }

    public List<int> this[int commodity] => _lists[commodity];

    public ReadOnlySpan<int> Of(int commodity) => CollectionsMarshal.AsSpan(_lists[commodity]);

    public IForkable Fork()
    {
        var fork = new ListsByCommodity(_lists.Length);
        for (var i = 0; i < _lists.Length; i++)
        {
            fork._lists[i].AddRange(_lists[i]);
        }

        return fork;
    }
}
