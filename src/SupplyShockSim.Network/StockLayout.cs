namespace SupplyShockSim.Network;

/// <summary>
/// What each site row uses and makes, by number instead of by name: its stocks, inputs sorted by commodity, then outputs as written. Made once,
/// before anything is checked; what refers to a commodity that there is not has -1 in its place.
/// </summary>
internal sealed class StockLayout
{
    private const int SitesPerPart = 64;

    public StockLayout(NetworkSpec spec, NetworkNames names)
    {
        Commodities = new NameOrder(spec.Commodities.Count, i => spec.Commodities[i].Id);
        Sites = new NameOrder(spec.Sites.Count, i => spec.Sites[i].Id);
        FirstStock = new int[spec.Sites.Count + 1];
        FirstOutput = new int[spec.Sites.Count];
        for (var i = 0; i < spec.Sites.Count; i++)
        {
            FirstOutput[i] = FirstStock[i] + names.Inputs(spec.Sites[i]).Count;
            FirstStock[i + 1] = FirstOutput[i] + names.Outputs(spec.Sites[i]).Count;
        }

        Commodity = new int[FirstStock[^1]];
        Amount = new double[Commodity.Length];
        InParts.Each(spec.Sites.Count, SitesPerPart, (first, end) =>
        {
            for (var i = first; i < end; i++)
            {
                Write(names.Inputs(spec.Sites[i]), FirstStock[i], names);
                Commodity.AsSpan(FirstStock[i]..FirstOutput[i]).Sort(Amount.AsSpan(FirstStock[i]..FirstOutput[i]));
                Write(names.Outputs(spec.Sites[i]), FirstOutput[i], names);
            }
        });
    }

    /// <summary>Commodities in order of id.</summary>
    public NameOrder Commodities { get; }

    /// <summary>Site rows in order of id.</summary>
    public NameOrder Sites { get; }

    /// <summary>Row stocks of site row i: FirstStock[i] .. FirstStock[i+1]-1, inputs first.</summary>
    public int[] FirstStock { get; }

    public int[] FirstOutput { get; }

    /// <summary>Rank of each row stock's commodity in <see cref="Commodities"/>.</summary>
    public int[] Commodity { get; }

    /// <summary>Tonnes per unit of activity of each row stock, as written.</summary>
    public double[] Amount { get; }

    /// <summary>The stock in which a site row keeps a commodity that it makes, or -1.</summary>
    public int OutputOf(int site, int commodity) => Find(FirstOutput[site], FirstStock[site + 1], commodity);

    /// <summary>The stock in which a site row keeps a commodity that it uses, or -1.</summary>
    public int InputOf(int site, int commodity) => Find(FirstStock[site], FirstOutput[site], commodity);

    private int Find(int first, int end, int commodity)
    {
        var at = Commodity.AsSpan(first, end - first).IndexOf(commodity);
        return at < 0 ? -1 : first + at;
    }

    private void Write(IReadOnlyDictionary<string, double> recipe, int at, NetworkNames names)
    {
        foreach (var (id, tonnes) in recipe)
        {
            Commodity[at] = names.Commodities.TryGetValue(id, out var row) ? Commodities.Rank[row] : -1;
            Amount[at++] = tonnes;
        }
    }
}
