using CsCheck;

namespace SupplyShockSim.Testing;

/// <summary>
/// A property over random cases that are the same in every process: case k of a seed is drawn from a stream of its own. A case that fails is shrunk,
/// and the smallest one found is printed with the seed that gives it again.
/// </summary>
internal static class Property
{
    private const ulong Seed = 20260106;

    /// <summary>How many smaller cases are tried once one has failed; the time they may take bounds them too.</summary>
    private const int Attempts = 20_000;

    /// <summary>Tries the property on so many cases.</summary>
    /// <param name="cases">Where cases come from.</param>
    /// <param name="property">Throws where it does not hold.</param>
    /// <param name="count">How many cases.</param>
    /// <param name="print">How the smallest case is shown; default: as CsCheck shows values.</param>
    /// <exception cref="CsCheckException">The property failed; the message has the smallest case.</exception>
    public static void ForAll<T>(this Gen<T> cases, Action<T> property, int count = 100, Func<T, string>? print = null)
    {
        for (var k = 0UL; k < (ulong)count; k++)
        {
            var stream = new PCG((uint)k, Seed);
            var seed = stream.ToString();
            try
            {
                property(cases.Generate(stream, null, out _));
            }
            catch (Exception failure)
            {
                cases.Sample(property, seed: seed, iter: Attempts, threads: 1, print: print);
                throw new InvalidOperationException($"Case {k} (seed {seed}) failed once and then held: it depends on something else than its case.", failure);
            }
        }
    }

    /// <summary>The same of a property that says whether it holds.</summary>
    public static void ForAll<T>(this Gen<T> cases, Func<T, bool> holds, int count = 100, Func<T, string>? print = null) =>
        cases.ForAll(
            value =>
            {
                Assert.True(holds(value), "it does not hold");
            },
            count,
            print);
}
