using SupplyShockSim.Engine;
using SupplyShockSim.Scenarios.Loading;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Analysis.Tests.Backtests;

/// <summary>One account of the licences of 2025, held against counts of applications that it was not fitted to.</summary>
public sealed class LicensingOf2025Tests
{
    private static readonly Lazy<Scenario> BackTest = new(() => Sketch.Committed("magnet-licensing-2025.yaml"));

    [Fact]
    public void The_scenario_of_the_library_is_the_back_test_run_on()
    {
        var scenario = Sketch.Committed(Path.Combine("..", "world-magnet-licensing-2025.yaml"));
        var library = scenario.Prepared;
        var horizon = BackTest.Value.Prepared.Spec.Horizon;
        Assert.True(library.Spec.Horizon > horizon);
        Assert.Equal(BackTest.Value.Prepared.Run().TraceHash, library.WithHorizon(horizon).Run().TraceHash);
        Assert.Equal(BackTest.Value.Spec.Uncertain.Select(u => (u.Set, u.Base)), scenario.Spec.Uncertain.Select(u => (u.Set, u.Base)));
    }

    /// <summary>
    /// Who was refused applies again within two weeks. In June firms were counted, and so are lanes here, each once, as the shares of the scenario are
    /// derived from them; by November applications, with those made again and the renewals.
    /// </summary>
    [Theory]
    [InlineData(2025, 6, 5, 0.25, true)] // A8-02: 25 % of requests approved in early June
    [InlineData(2025, 6, 30, 0.60, true)] // A8-03: 60 % at the end of June
    [InlineData(2025, 11, 30, 0.50, false)] // A8-04: about half of more than 2,000 by November
    public void As_many_European_applications_are_granted_as_European_suppliers_counted(int year, int month, int day, double counted, bool once)
    {
        // A tenth either way: the counts are rounded, and a few dozen cohorts make few applications.
        var prepared = BackTest.Value.Prepared;
        var run = prepared.Run();
        var end = SimTime.FromDate(prepared.Spec.Start, new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Unspecified).AddDays(1));
        var europe = Array.IndexOf(run.Network.Countries.Code, "EU");
        var licensed = Array.IndexOf(run.Network.Commodities.Id, "ndfeb-magnet-hc"); // the others are only tested
        int Count(LogKind kind)
        {
            var lanes = run.Log.Where(e => e.Kind == kind && e.Time < end && run.Network.Sites.Country[run.Network.Lanes.To[e.Subject]] == europe
                && run.Network.Lanes.Commodity[e.Subject] == licensed).Select(e => e.Subject);
            return once ? lanes.Distinct().Count() : lanes.Count();
        }

        Assert.InRange(Count(LogKind.LicenceGranted) / (double)Count(LogKind.LicenceApplied), counted - 0.1, counted + 0.1);
    }
}
