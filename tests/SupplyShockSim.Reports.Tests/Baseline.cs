using System.Runtime.CompilerServices;
using System.Text;

namespace SupplyShockSim.Testing;

/// <summary>
/// Golden files: outputs kept in <c>Baselines</c> and compared to the byte. To accept new ones after looking at them, run the tests
/// with the environment variable <c>SUPPLYSHOCK_ACCEPT=1</c>.
/// </summary>
internal static class Baseline
{
    public static void Check(string name, string actual, [CallerFilePath] string caller = "")
    {
        var path = Path.Combine(Folder(caller), name.Replace('/', Path.DirectorySeparatorChar));
        if (Environment.GetEnvironmentVariable("SUPPLYSHOCK_ACCEPT") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual, new UTF8Encoding(false));
            return;
        }

        Assert.True(File.Exists(path), $"there is no baseline {name}; accept one with SUPPLYSHOCK_ACCEPT=1");
        Assert.Equal(File.ReadAllText(path), actual);
    }

    private static string Folder(string caller)
    {
        // Beside the project of the test that asks.
        var folder = Path.GetDirectoryName(caller)!;
        while (!Directory.EnumerateFiles(folder, "*.csproj").Any())
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return Path.Combine(folder, "Baselines");
    }
}
