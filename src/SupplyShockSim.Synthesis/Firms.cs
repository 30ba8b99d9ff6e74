namespace SupplyShockSim.Synthesis;

/// <summary>The sites of a synthetic network, in columns.</summary>
internal sealed class Firms
{
    /// <summary>The largest firms, by this share, use every input of their recipe.</summary>
    private const double Diversified = 0.05;

    /// <summary>How often the size of a firm as a seller is its size as a buyer.</summary>
    private const double SameSize = 0.5;

    private static readonly AliasTable InputCounts = new([0.2, 0.3, 0.3, 0.2]);

    private Firms(Sector[] sectors, int count)
    {
        Sectors = sectors;
        Sector = new int[count];
        Country = new byte[count];
        CoverDays = new byte[count];
        Inputs = new byte[count][];
        InDegree = [];
        Appeal = new double[count];
    }

    public Sector[] Sectors { get; }

    public int Count => Sector.Length;

    /// <summary>Index of each firm's sector.</summary>
    public int[] Sector { get; }

    /// <summary>Index into <see cref="CountryShares.Codes"/>.</summary>
    public byte[] Country { get; }

    /// <summary>Stock target of every stock of the firm, days: 5 to 30.</summary>
    public byte[] CoverDays { get; }

    /// <summary>The inputs each firm uses, as positions in its sector's recipe.</summary>
    public byte[][] Inputs { get; }

    /// <summary>Lanes that arrive.</summary>
    public int[] InDegree { get; private set; }

    /// <summary>How likely the firm is chosen as a supplier, relative to others of its sector: a Pareto variate.</summary>
    public double[] Appeal { get; }

    public static Firms Draw(Sector[] sectors, int count, int lanes, Random random)
    {
        var firms = new Firms(sectors, count);
        var sizes = new double[count];
        var caps = new int[count];
        for (var s = 0; s < sectors.Length; s++)
        {
            for (var f = sectors[s].First; f < sectors[s].First + sectors[s].Count; f++)
            {
                firms.Sector[f] = s;
                firms.Country[f] = (byte)CountryShares.Table.Draw(random);
                firms.CoverDays[f] = (byte)random.Next(5, 31);
                var rank = 1 - random.NextDouble();
                firms.Appeal[f] = PowerLaw.Pareto(random.NextDouble() < SameSize ? rank : 1 - random.NextDouble());
                firms.Inputs[f] = DrawInputs(sectors[s], rank, random);
                sizes[f] = firms.Inputs[f].Length > 0 ? PowerLaw.Pareto(rank) : 0;
                // Half of all possible suppliers at most, so that hubs still choose.
                caps[f] = firms.Inputs[f].Sum(i => Most(sectors[sectors[s].Inputs[i]]));
            }
        }

        firms.InDegree = PowerLaw.Degrees(sizes, caps, lanes, random);
        for (var f = 0; f < count; f++)
        {
            if (firms.Inputs[f].Length > firms.InDegree[f])
            {
                firms.Inputs[f] = firms.Inputs[f][..firms.InDegree[f]];
            }
        }

        return firms;
    }

    /// <summary>The most suppliers that a firm has in a sector.</summary>
    public static int Most(Sector sector) => (sector.Count + 1) / 2;

    private static byte[] DrawInputs(Sector sector, double rank, Random random)
    {
        var inputs = new byte[sector.Inputs.Length];
        for (var i = 0; i < inputs.Length; i++)
        {
            inputs[i] = (byte)i;
        }

        random.Shuffle(inputs);
        var count = rank < Diversified ? inputs.Length : Math.Min(inputs.Length, 1 + InputCounts.Draw(random));
        return inputs[..count];
    }
}
