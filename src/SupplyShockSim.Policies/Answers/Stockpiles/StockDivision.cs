namespace SupplyShockSim.Policies.Answers.Stockpiles;

/// <summary>Divides what there is among members by class, the lowest first, and in proportion within one.</summary>
internal sealed class StockDivision
{
    /// <summary>By member: the rank of its class.</summary>
    private readonly int[] _classOf;
    private readonly int _classes;

    /// <param name="classes">By member: its class.</param>
    public StockDivision(int[] classes)
    {
        var ranks = classes.Distinct().Order().ToArray();
        (_classOf, _classes) = ([.. classes.Select(c => Array.IndexOf(ranks, c))], ranks.Length);
    }

    /// <summary>Lowers what members lack to what they get.</summary>
    /// <param name="lacks">By member, t/d.</param>
    /// <param name="available">What there is, t/d.</param>
    public void Lower(double[] lacks, double available)
    {
        for (var c = 0; c < _classes; c++)
        {
            var wanted = 0.0;
            for (var i = 0; i < lacks.Length; i++)
            {
                wanted += _classOf[i] == c ? lacks[i] : 0;
            }

            var share = wanted > available ? available / wanted : 1;
            available = Math.Max(0, available - wanted);
            for (var i = 0; i < lacks.Length && share < 1; i++)
            {
                lacks[i] *= _classOf[i] == c ? share : 1;
            }
        }
    }
}
