namespace SupplyShockSim.Network.Ranges;

/// <summary>Small systems of equations whose matrix is symmetric and has no negative eigenvalue, by Cholesky's method.</summary>
internal static class SemidefiniteSystem
{
    /// <summary>What is left of a pivot, of what it was, below which its equation follows from those before it.</summary>
    private const double Dependent = 1e-12;

    /// <summary>A solution; zero in place of unknowns whose equation follows from others.</summary>
    public static double[] Solve(double[][] matrix, double[] right)
    {
        var n = right.Length;
        double[][] lower = [.. matrix.Select(_ => new double[n])];
        for (var a = 0; a < n; a++)
        {
            var pivot = matrix[a][a] - Product(lower[a], lower[a], a);
            if (!(pivot > Dependent * matrix[a][a]))
            {
                continue;
            }

            lower[a][a] = Math.Sqrt(pivot);
            for (var c = a + 1; c < n; c++)
            {
                lower[c][a] = (matrix[c][a] - Product(lower[c], lower[a], a)) / lower[a][a];
            }
        }

        var half = new double[n];
        for (var a = 0; a < n; a++)
        {
            half[a] = lower[a][a] > 0 ? (right[a] - Product(lower[a], half, a)) / lower[a][a] : 0;
        }

        var solution = new double[n];
        for (var a = n - 1; a >= 0; a--)
        {
            var rest = half[a];
            for (var t = a + 1; t < n; t++)
            {
                rest -= lower[t][a] * solution[t];
            }

            solution[a] = lower[a][a] > 0 ? rest / lower[a][a] : 0;
        }

        return solution;
    }

    private static double Product(double[] a, double[] b, int count)
    {
        var sum = 0.0;
        for (var t = 0; t < count; t++)
        {
            sum += a[t] * b[t];
        }

        return sum;
    }
}
