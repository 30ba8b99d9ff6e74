using System.Diagnostics;
using SupplyShockSim.Scenarios.Diagnostics;
using SupplyShockSim.Scenarios.Loading;

namespace SupplyShockSim.Scenarios.Tests;

/// <summary>No load waits for ever, and each can be stopped.</summary>
public sealed class StoppingTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("supplyshock-stopping-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Pipes_and_devices_are_not_waited_for()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var pipe = Path.Combine(_folder, "pipe.yaml");
        using (var make = Process.Start("mkfifo", pipe))
        {
            await make.WaitForExitAsync();
        }

        var link = Path.Combine(_folder, "link.yaml");
        File.CreateSymbolicLink(link, pipe);
        foreach (var path in new[] { pipe, link, "/dev/zero" })
        {
            var load = Task.Run(() => ScenarioLoader.Load(path));
            Assert.Equal(DiagnosticCodes.Empty, Assert.Single((await load.WaitAsync(TimeSpan.FromSeconds(20))).Diagnostics).Code);
        }
    }

    [Fact]
    public void A_stopped_load_throws()
    {
        var stopped = new LoadOptions { Files = Networks.Files().Add("s.yaml", Networks.Scenario), Cancellation = new CancellationToken(canceled: true) };
        Assert.Throws<OperationCanceledException>(() => ScenarioLoader.Load("s.yaml", stopped));
    }

    [Fact]
    public void Long_names_are_not_compared()
    {
        // Two names of 60,000 characters would take 3.6e9 steps and 14 GB.
        var name = new string('x', 60_000);
        var (_, diagnostics) = Reading.Text(
            Reading.Small + $"shocks:\n  - {{type: export-ban, by: {name}, of: {name}y, from: 1 d}}\n  - {{type: {name}, {name}: 1}}\n");
        Assert.NotEmpty(diagnostics);
    }

    [Fact]
    public void Names_have_an_end()
    {
        var name = new string('n', 201);
        var (_, diagnostics) = Reading.Text(Reading.Small + $"shocks:\n  - {{type: export-ban, name: {name}, by: China, from: 1 d}}\n");
        var problem = Assert.Single(diagnostics);
        Assert.Equal((DiagnosticCodes.TooLarge, "'name' has 201 characters, the most is 200"), (problem.Code, problem.Message));
        Reading.Valid(Reading.Small + $"shocks:\n  - {{type: export-ban, name: {name[1..]}, by: China, from: 1 d}}\n");
    }
}
