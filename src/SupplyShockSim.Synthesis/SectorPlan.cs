namespace SupplyShockSim.Synthesis;

/// <summary>
/// The sectors of a synthetic economy and who buys from whom, as in an input-output table: each sector of a stage buys from
/// three of the stage below and from one of any stage below that, so that the whole has no cycle.
/// </summary>
internal static class SectorPlan
{
    /// <summary>The most inputs a recipe has.</summary>
    public const int MostInputs = 4;

    private const int SitesPerSector = 50;
    private static readonly double[] ShareOfStage = [0.05, 0.10, 0.20, 0.20, 0.15, 0.30];
    private static readonly string[] EndUses = ["automotive", "wind", "electronics", "defence", "machinery", "appliances", "medical", "rail"];

    /// <summary>The sectors, upstream first; the last are those of the consumers.</summary>
    public static Sector[] Draw(int sites, Random random)
    {
        var perStage = Math.Clamp((int)Math.Sqrt((double)sites / SitesPerSector), 1, EndUses.Length);
        var sectors = new List<Sector>();
        var first = 0;
        foreach (var stage in Enum.GetValues<Stage>())
        {
            for (var j = 0; j < perStage; j++)
            {
                var inputs = Inputs(stage, j, perStage, random);
                var weights = Array.ConvertAll(inputs, _ => Math.Round(0.2 + (0.8 * random.NextDouble()), 2));
                var end = FirstSiteAfter(stage, j, perStage, sites);
                var name = stage == Stage.Consumer ? EndUses[j] : FormattableString.Invariant($"{stage.ToString().ToLowerInvariant()}-{j + 1}");
                var tonnesIn = stage == Stage.Consumer ? 1 : Math.Round(1.02 + (0.3 * random.NextDouble()), 2);
                sectors.Add(new Sector(name, stage, inputs, weights, tonnesIn, first, end - first));
                first = end;
            }
        }

        return [.. sectors];
    }

    private static int FirstSiteAfter(Stage stage, int sector, int perStage, int sites)
    {
        var below = ShareOfStage.Take((int)stage).Sum();
        return stage == Stage.Consumer && sector == perStage - 1 ? sites : (int)(sites * (below + (ShareOfStage[(int)stage] * (sector + 1) / perStage)));
    }

    private static int[] Inputs(Stage stage, int sector, int perStage, Random random)
    {
        if (stage == Stage.Ore)
        {
            return [];
        }
        // Neighbours on a ring: every sector of the stage below has equally many buyers.
        var below = ((int)stage - 1) * perStage;
        var inputs = Enumerable.Range(0, Math.Min(MostInputs - 1, perStage)).Select(i => below + ((sector + i) % perStage)).ToList();
        if (below > 0)
        {
            inputs.Add(random.Next(below));
        }

        return [.. inputs];
    }
}
