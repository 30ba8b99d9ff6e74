namespace SupplyShockSim.Network.Ranges;

/// <summary>
/// Values that change as little as they may so that sums of them come out: minimises the sum of (x ln(x/x0) - x + x0) / s^2 subject to A x = b, where x0 is
/// what a value was and s its relative error. Each value then is x0 exp(-s^2 a'λ), so none falls to zero or below. With equal errors it is
/// the RAS method of input-output analysis (R. Stone, "Input-Output and National Accounts", OECD 1961; M. Bacharach, "Biproportional Matrices and
/// Input-Output Change", Cambridge 1970).
/// </summary>
/// <remarks>Newton's method on the dual, which is convex, with steps cut until it falls; equations that follow from others are passed over.</remarks>
internal sealed class LeastChange
{
    private const int MostSteps = 100;
    private const double Exact = 1e-13;
    private const double LargestExponent = 50;

    private readonly List<double> _before = [];
    private readonly List<double> _weight = [];
    private readonly List<(int Value, double Factor)[]> _sums = [];
    private readonly List<double> _wanted = [];

    /// <summary>Adds a value: what it was, above zero, and its relative error. Returns its number.</summary>
    public int Value(double before, double error)
    {
        _before.Add(before);
        _weight.Add(error * error);
        return _before.Count - 1;
    }

    /// <summary>Adds an equation: a sum of values times factors, and what it must be.</summary>
    public void Sum(double wanted, IEnumerable<(int Value, double Factor)> terms)
    {
        _sums.Add([.. terms]);
        _wanted.Add(wanted);
    }

    /// <summary>The values, as near to the equations as they come.</summary>
    public double[] Solve()
    {
        var multipliers = new double[_sums.Count];
        var values = At(multipliers);
        for (var step = 0; step < MostSteps && !IsSolved(values); step++)
        {
            var gap = Gap(values);
            var move = SemidefiniteSystem.Solve(Curvature(values), gap);
            var slope = Enumerable.Range(0, gap.Length).Sum(k => gap[k] * move[k]);
            (multipliers, values) = Descend(multipliers, values, move, slope);
        }

        return values;
    }

    private (double[] Multipliers, double[] Values) Descend(double[] multipliers, double[] values, double[] move, double slope)
    {
        const double Shortest = 1e-9;
        var now = Dual(multipliers, values);
        for (var length = 1.0; ; length /= 2)
        {
            double[] next = [.. multipliers.Select((m, k) => m + (length * move[k]))];
            var there = At(next);
            if (Dual(next, there) <= now - (1e-4 * length * slope) + (1e-14 * Math.Abs(now)) || length < Shortest)
            {
                return (next, there);
            }
        }
    }

    private double[] At(double[] multipliers)
    {
        var exponents = new double[_before.Count];
        for (var k = 0; k < _sums.Count; k++)
        {
            foreach (var (value, factor) in _sums[k])
            {
                exponents[value] += factor * multipliers[k];
            }
        }

        return [.. exponents.Select((e, j) => _before[j] * Math.Exp(Math.Clamp(-_weight[j] * e, -LargestExponent, LargestExponent)))];
    }

    private double Dual(double[] multipliers, double[] values) =>
        values.Select((v, j) => v / _weight[j]).Sum() + multipliers.Select((m, k) => m * _wanted[k]).Sum();

    private double[] Gap(double[] values) => [.. _sums.Select((sum, k) => sum.Sum(t => t.Factor * values[t.Value]) - _wanted[k])];

    private bool IsSolved(double[] values)
    {
        var gap = Gap(values);
        return Enumerable.Range(0, gap.Length).All(k => Math.Abs(gap[k]) <= Exact * _sums[k].Sum(t => Math.Abs(t.Factor) * values[t.Value]));
    }

    private double[][] Curvature(double[] values)
    {
        double[][] curvature = [.. _sums.Select(_ => new double[_sums.Count])];
        var within = new List<(int Sum, double Factor)>[values.Length];
        for (var k = 0; k < _sums.Count; k++)
        {
            foreach (var (value, factor) in _sums[k])
            {
                (within[value] ??= []).Add((k, factor));
            }
        }

        for (var j = 0; j < values.Length; j++)
        {
            foreach (var (k, a) in within[j] ?? [])
            {
                foreach (var (other, b) in within[j])
                {
                    curvature[k][other] += _weight[j] * values[j] * a * b;
                }
            }
        }

        return curvature;
    }
}
