namespace SupplyShockSim.Analysis.Tests.Structure;

public class ImportRelianceTests
{
    [Fact]
    public void Half_made_at_home_is_half_reliant() => Assert.Equal(0.5, ImportReliance.Of(made: 5, imported: 5, exported: 0));

    [Fact]
    public void Exports_are_netted_from_imports() =>
        Assert.Equal(0.25, ImportReliance.Of(made: 6, imported: 4, exported: 2)); // (4 - 2) / (6 + 4 - 2)

    [Fact]
    public void Nothing_made_at_home_is_fully_reliant() => Assert.Equal(1, ImportReliance.Of(made: 0, imported: 3, exported: 0));

    [Fact]
    public void A_net_exporter_is_not_reliant() => Assert.Equal(0, ImportReliance.Of(made: 10, imported: 1, exported: 4));

    [Fact]
    public void Without_consumption_there_is_no_reliance() => Assert.Null(ImportReliance.Of(made: 4, imported: 0, exported: 4));
}
