namespace SupplyShockSim.Synthesis;

/// <summary>
/// Draws positions with given weights in constant time (A. J. Walker, "An efficient method for generating discrete random variables with
/// general distributions", ACM TOMS 3, 1977; set up as by M. D. Vose, IEEE Trans. Softw. Eng. 17, 1991).
/// </summary>
internal sealed class AliasTable
{
    private readonly double[] _keep;
    private readonly int[] _alias;

    /// <param name="weights">Not negative, not all zero.</param>
    public AliasTable(ReadOnlySpan<double> weights)
    {
        var n = weights.Length;
        var sum = 0.0;
        foreach (var weight in weights)
        {
            sum += weight;
        }

        (_keep, _alias) = (new double[n], new int[n]);
        var (small, large) = (new Stack<int>(), new Stack<int>());
        for (var i = 0; i < n; i++)
        {
            _keep[i] = weights[i] * n / sum;
            _alias[i] = i;
            (_keep[i] < 1 ? small : large).Push(i);
        }

        while (small.Count > 0 && large.Count > 0)
        {
            var (low, high) = (small.Pop(), large.Pop());
            _alias[low] = high;
            _keep[high] -= 1 - _keep[low];
            (_keep[high] < 1 ? small : large).Push(high);
        }

        // Whatever is left is one but for rounding.
        foreach (var i in small.Concat(large))
        {
            _keep[i] = 1;
        }
    }

    /// <summary>A position, with the probability of its weight.</summary>
    public int Draw(Random random)
    {
        var i = random.Next(_keep.Length);
        return random.NextDouble() < _keep[i] ? i : _alias[i];
    }
}
