namespace SupplyShockSim.Cli.Tests;

/// <summary>Where a program meets its machine: pipes, full disks, words that were mistyped.</summary>
public sealed class MachineTests
{
    [Fact]
    public void A_dash_reads_standard_input()
    {
        using var terminal = new Terminal { Input = Examples.Halt };

        var result = terminal.Run("run", "-", "--out", "here");

        Assert.Equal((ExitCode.Done, ""), (result.Code, result.Error));
        Assert.Contains("In all 48 t are missing", result.Out);
        Assert.Contains("here/inputs/stdin", terminal.Files());
        Assert.Equal(ExitCode.Done, terminal.Run("verify", "here").Code);
        Assert.Equal("-: valid\n", terminal.Run("validate", "-").Out);
        using var nothing = new Terminal();
        Assert.Equal(ExitCode.InvalidInput, nothing.Run("run", "-").Code);
    }

    [Fact]
    public async Task A_stream_that_takes_no_more_is_no_fault_of_the_program()
    {
        using var terminal = new Terminal();
        terminal.Write("halt.yaml", Examples.Halt);
        using var error = new StringWriter();
        using var full = new FullStream();

        var code = await CommandLine.RunAsync(["plan", "halt.yaml"], full, error, terminal.Environment);

        Assert.Equal((7, "supplyshock: the machine refuses: No space left on device\n"), (code, error.ToString()));
    }

    [Theory]
    [InlineData(typeof(UnauthorizedAccessException), ExitCode.MachineRefuses)]
    [InlineData(typeof(IOException), ExitCode.MachineRefuses)]
    [InlineData(typeof(DirectoryNotFoundException), ExitCode.WrongUse)]
    public void What_the_machine_refuses_is_no_wrong_use(Type problem, int code)
    {
        var refusal = Assert.Throws<CliException>(() => Running.Writing.Try("it", () => throw (Exception)Activator.CreateInstance(problem, "no")!));
        Assert.Equal((code, "cannot write it: no"), (refusal.ExitCode, refusal.Message));
    }

    [Theory]
    [InlineData("run --quite", "unexpected option '--quite'; did you mean '--quiet'?")]
    [InlineData("run --quite halt.yaml", "unexpected option '--quite'; did you mean '--quiet'?")]
    [InlineData("run --sed 4", "unexpected option '--sed'; did you mean '--seed'?")]
    [InlineData("exlain halt.yaml", "unexpected command 'exlain'; did you mean 'explain'?")]
    [InlineData("check halt.yaml --format junti", "--format expects text, json or junit, not 'junti'; did you mean 'junit'?")]
    public void What_was_mistyped_is_guessed_and_no_file_is_blamed(string line, string message)
    {
        using var terminal = new Terminal();
        terminal.Write("halt.yaml", Examples.Halt);
        var result = terminal.Run(line.Split(' '));
        Assert.Equal((ExitCode.WrongUse, ""), (result.Code, result.Out));
        Assert.StartsWith($"supplyshock: {message}\n", result.Error);
    }

    [Fact]
    public void Help_has_examples_and_exit_codes_for_every_command()
    {
        using var terminal = new Terminal();
        Assert.All(CommandList.Create(), command =>
        {
            var help = terminal.Run(command.Name, "--help").Out;
            Assert.Contains($"Examples:\n  supplyshock {command.Name}", help);
            Assert.Contains("\nExit codes:\n  0    done\n", help);
            Assert.Contains("  7    the machine refuses", help);
        });
        Assert.Contains("  4    a check failed\n", terminal.Run("check", "--help").Out);
        Assert.DoesNotContain("  4    ", terminal.Run("run", "--help").Out);
    }

    [Fact]
    public void A_back_test_without_a_common_month_is_refused()
    {
        using var terminal = new Terminal();
        terminal.Write("halt.yaml", Examples.Halt);
        terminal.Write("o.csv", "month,destination,tonnes\n2020-02,World,160\n");
        var result = terminal.Run("backtest", "halt.yaml", "--observed", "o.csv");
        Assert.Equal((ExitCode.InvalidInput, ""), (result.Code, result.Out));
        Assert.Equal("supplyshock: o.csv has no month in common with the run: the run is from 2026-01 to 2026-06\n", result.Error);
    }

    private sealed class FullStream : StringWriter
    {
        public override void Write(char value) => throw new IOException("No space left on device");

        public override void Write(string? value) => throw new IOException("No space left on device");

        public override void Write(char[] buffer, int index, int count) => throw new IOException("No space left on device");
    }
}
