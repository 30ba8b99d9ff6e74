namespace SupplyShockSim.Simulation.Tests.Reference;

/// <summary>What the files of cases do not show of the rules of the reference.</summary>
public sealed class ReferenceRuleTests
{
    private const int Worlds = 60;

    /// <summary>
    /// Orders halve from 10 to 5 t/d at day 20; the mine falls by 10 % of 10 t/d a month, 0.033 t/d a day, so some 5 t/d gather. With room for 10 days of
    /// output, 100 t, that takes 20 to 23 days; then it follows its orders, less than 5 t/d while there is too much, and no more than a day of 5 t is above.
    /// </summary>
    [Fact]
    public void Mine_that_slows_down_sells_into_stock_up_to_its_storage()
    {
        const string Text = """
            schema: supplyshock/scenario/1
            title: A mine does not stop on the day an order is cancelled
            start: 2026-01-01
            horizon: 100 d
            network:
              rates: t/d
              commodities: [{id: ore}]
              sites:
                - {id: mine, kind: mine, country: AU, technology: {outputs: {ore: 1}}, capacity: 10, slowdown: 10 %/month, storage: 10 d}
                - {id: user, kind: consumer, country: JP, uses: {ore: 1}, demand: 10}
              lanes:
                - {from: mine, to: user, of: ore, flow: 10}
            shocks:
              - {type: demand-change, name: slump, at: [user], to: 50 %, from: 20 d}

            """;
        var (prepared, extras) = CaseFile.Read(Text);
        var record = ReferenceRun.Run(prepared, extras);
        var mine = Array.IndexOf(prepared.Network.Sites.Id, "mine");
        var levels = record.Level(prepared.Network.Sites.FirstOutput[mine]).ToList();
        Assert.InRange(levels.Max(l => l.Tonnes), 100, 105);
        Assert.InRange(levels.First(l => l.Tonnes >= 100).Second / 86400.0, 40, 44);
        Assert.Equal(0, record.ShortfallTotal("user"));
    }

    /// <summary>
    /// Shut out of 10 t/d, Japan would lack 3,650 t in the third year; with nearly all contracts made anew twice by then, little: less than a
    /// tenth.
    /// </summary>
    [Fact]
    public void Displacement_is_over_in_the_third_year()
    {
        var (prepared, extras) = CaseFile.Read(KnownCases.TextOf("40-displacement.yaml"));
        var record = ReferenceRun.Run(prepared, extras);
        var japan = Array.IndexOf(prepared.Network.Sites.Id, "jp");
        var tonnes = 0.0;
        foreach (var (from, until) in record.Shortfall(japan).Zip(record.Shortfall(japan).Skip(1)))
        {
            tonnes += from.Second >= 730 * 86400 ? from.Rate * (until.Second - from.Second) / 86400.0 : 0;
        }

        Assert.InRange(tonnes, 0, 3650 / 10);
    }

    [Fact]
    public void All_rules_together_end_every_instant_and_keep_a_quiet_world_quiet()
    {
        for (var seed = 1; seed <= Worlds; seed++)
        {
            var world = new WorldMaker(seed).Make();
            var extras = new Extras(Rules.All) { TermDays = 365 };
            var record = ReferenceRun.Run(world.TryPrepare()!, extras);
            Assert.All(world.Network.Sites, s => Assert.InRange(record.ShortfallTotal(s.Id), 0, 1.5 * world.HorizonDays * (s.Demand?.Value ?? 0)));

            var quiet = ReferenceRun.Run((world with { Shocks = [] }).TryPrepare()!, extras);
            Assert.All(world.Network.Sites, s => Assert.True(quiet.ShortfallTotal(s.Id) <= 1e-6, $"seed {seed}: {s.Id} {quiet.ShortfallTotal(s.Id)}"));
        }
    }
}
