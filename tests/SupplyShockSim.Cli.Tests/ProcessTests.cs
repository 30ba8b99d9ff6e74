using System.Diagnostics;

namespace SupplyShockSim.Cli.Tests;

/// <summary>The built program as a process of its own: streams, exit codes and signals as a shell sees them.</summary>
public sealed class ProcessTests
{
    [Fact]
    public async Task Exit_code_and_streams_are_those_of_the_function()
    {
        using var terminal = new Terminal();
        using var process = Start(terminal, "frobnicate");

        Assert.Equal("", await process.StandardOutput.ReadToEndAsync());
        Assert.StartsWith("supplyshock: unexpected command 'frobnicate'", await process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        Assert.Equal(ExitCode.WrongUse, process.ExitCode);
    }

    /// <summary>All problems in one pass, with their places and what was probably meant: the golden file is what a person sees.</summary>
    [Fact]
    public async Task A_broken_scenario_is_told_as_in_the_golden_file()
    {
        using var terminal = new Terminal();
        var baselines = Path.Combine(AppContext.BaseDirectory, "Baselines");
        File.Copy(Path.Combine(baselines, "broken.yaml"), terminal.PathOf("broken.yaml"));
        using var process = Start(terminal, "run", "broken.yaml");

        Assert.Equal(await File.ReadAllTextAsync(Path.Combine(baselines, "broken.expected.txt")), await process.StandardError.ReadToEndAsync());
        Assert.Equal("", await process.StandardOutput.ReadToEndAsync());
        await process.WaitForExitAsync();
        Assert.Equal(ExitCode.InvalidInput, process.ExitCode);
        Assert.Equal(["broken.yaml"], terminal.Files());
    }

    [Fact]
    public async Task An_interrupt_ends_a_run_cleanly()
    {
        if (OperatingSystem.IsWindows())
        {
            return; // no signal can be sent to another process there
        }

        using var terminal = new Terminal();
        terminal.Write("long.yaml", Examples.Long);
        using var process = Start(terminal, "run", "long.yaml", "--out", "here");
        // The log says when the run has begun.
        Assert.StartsWith("information: loaded long.yaml", await process.StandardError.ReadLineAsync());

        using var kill = Process.Start("kill", ["-INT", $"{process.Id}"]);
        await process.WaitForExitAsync();

        Assert.Equal(ExitCode.Cancelled, process.ExitCode);
        Assert.Equal("", await process.StandardOutput.ReadToEndAsync());
        Assert.Equal("supplyshock: cancelled; nothing was written\n", await process.StandardError.ReadToEndAsync());
        Assert.Equal(["long.yaml"], Directory.GetFileSystemEntries(terminal.Folder).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Another_process_of_another_tongue_without_fonts_draws_the_same_bytes()
    {
        using var terminal = new Terminal();
        terminal.Write("halt.yaml", Examples.Halt);
        foreach (var picture in (string[])["gap.svg", "gap.png", "sankey.png"])
        {
            var kind = picture.Split('.')[0];
            Assert.Equal(ExitCode.Done, terminal.Run("plot", "halt.yaml", "--figure", kind, "--out", "here-" + picture).Code);
            using var process = Start(terminal, "plot", "halt.yaml", "--figure", kind, "--out", "there-" + picture);
            await process.WaitForExitAsync();

            Assert.Equal(await File.ReadAllBytesAsync(terminal.PathOf("here-" + picture)), await File.ReadAllBytesAsync(terminal.PathOf("there-" + picture)));
            Assert.Equal(await File.ReadAllTextAsync(terminal.PathOf($"here-{kind}.csv")), await File.ReadAllTextAsync(terminal.PathOf($"there-{kind}.csv")));
        }
    }

    private static Process Start(Terminal terminal, params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "SupplyShockSim.Cli.dll"), .. args])
        {
            WorkingDirectory = terminal.Folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["SUPPLYSHOCK_LOG"] = "information",
                ["LC_ALL"] = "tr_TR.UTF-8",
                ["LANG"] = "tr_TR.UTF-8",
                ["FONTCONFIG_FILE"] = terminal.PathOf("nowhere"),
                ["FONTCONFIG_PATH"] = terminal.PathOf("nowhere"),
                ["XDG_DATA_HOME"] = terminal.PathOf("nowhere"),
            },
        };
        return Process.Start(start)!;
    }
}
