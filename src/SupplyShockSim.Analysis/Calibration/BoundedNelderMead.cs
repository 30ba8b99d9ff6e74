using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Optimization;

namespace SupplyShockSim.Analysis.Calibration;

/// <summary>
/// Nelder and Mead's simplex search (The Computer Journal 7, 1965, as in MathNet.Numerics) within the unit cube. A step that leaves
/// the cube is folded back at its wall, so the search never asks for a point outside and bounds are reached.
/// </summary>
internal static class BoundedNelderMead
{
    /// <summary>The best point seen, and its loss.</summary>
    /// <param name="loss">The function; told points within the cube.</param>
    /// <param name="start">A point within the cube.</param>
    /// <param name="size">Edge of the first simplex.</param>
    /// <param name="evaluations">Most calls of the function.</param>
    public static (double[] Point, double Loss) Minimise(Func<double[], double> loss, double[] start, double size, int evaluations)
    {
        const double Tolerance = 1e-6;
        var (best, least) = (start, double.PositiveInfinity);
        var calls = 0;
        var objective = ObjectiveFunction.Value(at =>
        {
            // The search of MathNet counts iterations, which may call more than once.
            if (calls == evaluations)
            {
                throw new MaximumIterationsException("");
            }

            calls++;
            double[] point = [.. at.Select(Fold)];
            var value = loss(point);
            if (value < least)
            {
                (best, least) = (point, value);
            }

            return value;
        });

        try
        {
            // A simplex that begins at a wall must grow inwards.
            double[] edges = [.. start.Select(x => x + size <= 1 ? size : -size)];
            NelderMeadSimplex.Minimum(objective, Vector<double>.Build.DenseOfArray(start), Vector<double>.Build.DenseOfArray(edges), Tolerance, evaluations);
        }
        catch (OptimizationException)
        {
            // The budget is spent; what was found holds.
        }

        return (best, least);
    }

    /// <summary>Reflects a coordinate at 0 and 1 until it lies between: a triangle wave of period 2.</summary>
    public static double Fold(double x)
    {
        var rest = Math.Abs(x) % 2;
        return rest <= 1 ? rest : 2 - rest;
    }
}
