namespace SupplyShockSim.Cli.Tests;

/// <summary>A fault of ours: exit code 1 and one line, never a stack trace unless it was asked for.</summary>
public sealed class FaultTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Is_reported_in_a_line(bool trace)
    {
        using var terminal = new Terminal();
        if (trace)
        {
            terminal.Variables["SUPPLYSHOCK_TRACE"] = "1";
        }

        using var error = new StringWriter();

        var code = await CommandLine.RunAsync(["--version"], new Broken(), error, terminal.Environment);

        Assert.Equal(ExitCode.OurFault, code);
        Assert.StartsWith("supplyshock: internal error: out of ink (InvalidOperationException)\n", error.ToString());
        Assert.Equal(trace, error.ToString().Contains("   at SupplyShockSim.", StringComparison.Ordinal));
        Assert.Equal(!trace, error.ToString().Contains("Please report it", StringComparison.Ordinal));
    }

    private sealed class Broken : StringWriter
    {
        public override Task WriteLineAsync(string? value) => throw new InvalidOperationException("out of ink");
    }
}
