using SupplyShockSim.Scenarios.Files;
using SupplyShockSim.Scenarios.Yaml;

namespace SupplyShockSim.Scenarios.Binding;

/// <summary>A value that replaces the one at a path.</summary>
/// <param name="Path">The path, in parts between the points.</param>
/// <param name="PathPlace">Where the path is written.</param>
/// <param name="Value">The new value.</param>
internal sealed record Override(IReadOnlyList<string> Path, Place PathPlace, Node Value)
{
    /// <summary>The path as written.</summary>
    public string PathText => string.Join('.', Path);

    /// <summary>The parts of the path from one to before another.</summary>
    public string Joined(int from, int to) => string.Join('.', Path.Skip(from).Take(to - from));

    /// <summary>The same override for a path that starts deeper by so many parts.</summary>
    public Override From(int part) => this with { Path = [.. Path.Skip(part)] };
}
