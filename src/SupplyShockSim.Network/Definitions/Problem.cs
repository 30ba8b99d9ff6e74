namespace SupplyShockSim.Network.Definitions;

/// <summary>
/// Something wrong with what was written, found while the network or the controls were put together.
/// </summary>
/// <param name="Path">Where: the keys and list positions from the scenario's root, such as <c>network.sites[3].capacity</c> or <c>shocks[0].by[1]</c>.</param>
/// <param name="Code">A stable code, <c>SSnnn</c>.</param>
/// <param name="Message">What is wrong, and what was expected.</param>
/// <param name="Hint">What to do about it, or null.</param>
/// <param name="Severity">Errors stop the run; warnings are reported.</param>
public sealed record Problem(string Path, string Code, string Message, string? Hint = null, ProblemSeverity Severity = ProblemSeverity.Error)
{
    /// <summary>The row of the network that is at fault; null where it is not one of its sites or lanes.</summary>
    public NetworkRow? Row { get; init; }
}

/// <summary>A site or a lane of a network, as written.</summary>
/// <param name="List">Which list it stands in.</param>
/// <param name="Index">Its position there, from 0.</param>
public readonly record struct NetworkRow(NetworkList List, int Index);

/// <summary>The lists of a network that may be long, and may be read in part.</summary>
public enum NetworkList
{
    Sites,
    Lanes,
}

public enum ProblemSeverity
{
    Error,
    Warning,
}
