using System.ComponentModel;
using System.Diagnostics;

namespace SupplyShockSim.Cli.Tests;

/// <summary>A test that asks another program to read what is written; where that program or a package of it is not there, it is skipped and says so.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class InterpreterFactAttribute : FactAttribute
{
    /// <param name="program">The interpreter: <c>python3</c> or <c>Rscript</c>.</param>
    /// <param name="packages">Packages that have to be there.</param>
    public InterpreterFactAttribute(string program, params string[] packages)
    {
        var load = string.Join(';', packages.Select(p => program == "python3" ? $"import {p}" : $"library({p})"));
        if (Interpreter.Run(program, Directory.GetCurrentDirectory(), load) is { } why)
        {
            Skip = $"{program} with {string.Join(", ", packages)} is not there: {why}";
        }
    }
}

/// <summary>Another language's interpreter.</summary>
internal static class Interpreter
{
    /// <summary>Runs a script; null where it ends well, otherwise the last line of what it says.</summary>
    public static string? Run(string program, string folder, string script)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, [program == "python3" ? "-c" : "-e", script])
            {
                WorkingDirectory = folder,
                UseShellExecute = false,
                RedirectStandardError = true,
                RedirectStandardOutput = true,
            })!;
            _ = process.StandardOutput.ReadToEndAsync();
            var said = process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? null : said.TrimEnd().Split('\n')[^1];
        }
        catch (Win32Exception missing)
        {
            return missing.Message;
        }
    }
}
