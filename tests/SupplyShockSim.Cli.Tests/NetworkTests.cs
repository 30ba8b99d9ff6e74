namespace SupplyShockSim.Cli.Tests;

public sealed class NetworkTests
{
    [Fact]
    public void Generates_a_network_whose_scenarios_are_valid()
    {
        using var terminal = new Terminal();

        Assert.Equal(new Result(ExitCode.Done, "net\n", ""), terminal.Run("network", "generate", "--sites", "60", "--lanes", "150", "--gzip", "--out", "net"));

        Assert.Equal(["net/lanes.csv.gz", "net/network.yaml", "net/quiet.yaml", "net/shock.yaml", "net/sites.csv.gz"], terminal.Files());
        Assert.Equal(ExitCode.Done, terminal.Run("validate", "net/quiet.yaml", "net/shock.yaml").Code);
    }

    [Fact]
    public void A_small_network_runs_as_it_is_written_with_every_series()
    {
        using var watched = new Terminal { IsTerminal = true };
        watched.Run("network", "generate", "--sites", "60", "--lanes", "150", "--out", "net");

        Assert.Equal(ExitCode.Done, watched.Run("run", "net/quiet.yaml", "--out", "quiet").Code);
        var metrics = File.ReadAllText(watched.PathOf("quiet/metrics.json"));
        Assert.Contains("\"events\": 2", metrics, StringComparison.Ordinal);
        Assert.Contains("\"recorded\": \"all\"", metrics, StringComparison.Ordinal);
    }

    [Fact]
    public void A_large_network_runs_as_it_is_written_with_totals_by_country()
    {
        using var terminal = new Terminal();
        terminal.Run("network", "generate", "--sites", "20001", "--lanes", "30000", "--out", "net");

        var result = terminal.Run("run", "net/quiet.yaml", "--out", "quiet");

        Assert.Equal((ExitCode.Done, ""), (result.Code, result.Error));
        Assert.Contains("Nobody runs short: all 6,001 consumers get what they need throughout.", result.Out, StringComparison.Ordinal);
        Assert.Contains("\"recorded\": \"totals\"", File.ReadAllText(terminal.PathOf("quiet/manifest.json")), StringComparison.Ordinal);
        Assert.Contains("folder: \".\"", File.ReadAllText(terminal.PathOf("quiet/scenario.resolved.yaml")), StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, terminal.Run("verify", "quiet").Code);
    }

    [Fact]
    public void A_folder_with_something_in_it_stays_as_it_is()
    {
        using var terminal = new Terminal();
        terminal.Write("net/mine.txt", "precious");

        var result = terminal.Run("network", "generate", "--sites", "60", "--lanes", "150", "--out", "net");

        Assert.Equal(ExitCode.WrongUse, result.Code);
        Assert.Contains("is there already and is not empty", result.Error, StringComparison.Ordinal);
        Assert.Equal(["net/mine.txt"], terminal.Files());
    }

    [Theory]
    [InlineData("network", "network needs ACTION")]
    [InlineData("network genrate --out net", "ACTION expects generate or show, not 'genrate'")]
    [InlineData("network generate", "say where to: --out DIR")]
    [InlineData("network generate --out net --sites ten", "--sites expects a whole number, not 'ten'")]
    [InlineData("network generate --out net --sites 10 --lanes 20", "A synthetic network has at least 50 sites, not 10.")]
    [InlineData("network generate --out net --sites 60 --lanes 100000", "So many sites take between")]
    public void Wrong_use_writes_nothing_and_says_why(string line, string message)
    {
        using var terminal = new Terminal();

        var result = terminal.Run(line.Split(' '));

        Assert.Equal(ExitCode.WrongUse, result.Code);
        Assert.StartsWith($"supplyshock: {message}", result.Error);
        Assert.Empty(terminal.Files());
    }
}
