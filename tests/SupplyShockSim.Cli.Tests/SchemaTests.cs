using System.Text.Json;

namespace SupplyShockSim.Cli.Tests;

public sealed class SchemaTests
{
    [Theory]
    [InlineData("schema", "shocks")]
    [InlineData("schema --network", "sites")]
    public void Is_json_that_describes_the_keys(string line, string key)
    {
        using var terminal = new Terminal();

        var result = terminal.Run(line.Split(' '));

        Assert.Equal((ExitCode.Done, ""), (result.Code, result.Error));
        Assert.True(JsonDocument.Parse(result.Out).RootElement.GetProperty("properties").TryGetProperty(key, out _));
    }
}
