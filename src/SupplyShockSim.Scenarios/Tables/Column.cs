namespace SupplyShockSim.Scenarios.Tables;

/// <summary>
/// One value a row. Values stand in blocks, so that a growing column copies nothing, and a block that holds only the default value is not there.
/// </summary>
internal sealed class Column<T>(T usual)
{
    private const int BlockBits = 14;
    private const int BlockMask = (1 << BlockBits) - 1;

    private readonly List<T[]?> _blocks = [];

    /// <summary>Whether any row has another value than the default.</summary>
    public bool IsUsed => _blocks.Exists(b => b is not null);

    public T this[int row] => _blocks[row >> BlockBits] is { } block ? block[row & BlockMask] : usual;

    /// <summary>Sets the value of the next row.</summary>
    /// <param name="row">Its position: rows are added one after the other.</param>
    /// <param name="value">Its value.</param>
    public void Add(int row, T value)
    {
        var index = row >> BlockBits;
        if (index == _blocks.Count)
        {
            _blocks.Add(null);
        }

        if (_blocks[index] is { } block)
        {
            block[row & BlockMask] = value;
        }
        else if (!EqualityComparer<T>.Default.Equals(value, usual))
        {
            block = new T[BlockMask + 1];
            Array.Fill(block, usual);
            block[row & BlockMask] = value;
            _blocks[index] = block;
        }
    }
}
