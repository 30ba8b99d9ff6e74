using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace SupplyShockSim.Simulation.State;

/// <summary>
/// What must hold whatever a scenario asks for: when it does not, the program is at fault, and says so at once instead of going on with wrong numbers. In every
/// build of tests (<c>DEBUG</c>), and in runs that are thorough (<see cref="RunState.Must"/>).
/// </summary>
internal static class Must
{
    /// <summary>For the hottest places: compiled in tests only.</summary>
    [Conditional("DEBUG")]
    public static void Be([DoesNotReturnIf(false)] bool holds, string what)
    {
        if (!holds)
        {
            throw Breach(what);
        }
    }

    public static InvalidOperationException Breach(string what) => new("this must never be: " + what);
}
