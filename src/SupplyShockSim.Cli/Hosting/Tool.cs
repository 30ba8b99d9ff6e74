using System.Reflection;

namespace SupplyShockSim.Cli.Hosting;

/// <summary>What this program calls itself.</summary>
internal static class Tool
{
    /// <summary>The name the command is installed under.</summary>
    public const string Name = "supplyshock";

    /// <summary>Its version, without the commit it was built from.</summary>
    public static string Version =>
        typeof(Tool).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
