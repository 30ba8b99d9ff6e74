namespace SupplyShockSim.Network;

/// <summary>Rows in the ordinal order of their ids.</summary>
internal sealed class NameOrder
{
    public NameOrder(int count, Func<int, string> id)
    {
        var names = new string[count];
        Row = new int[count];
        for (var i = 0; i < count; i++)
        {
            names[i] = id(i);
            Row[i] = i;
        }

        Array.Sort(names, Row, StringComparer.Ordinal);
        Rank = new int[count];
        for (var r = 0; r < count; r++)
        {
            Rank[Row[r]] = r;
        }
    }

    /// <summary>Row at each rank.</summary>
    public int[] Row { get; }

    /// <summary>Rank of each row.</summary>
    public int[] Rank { get; }
}
