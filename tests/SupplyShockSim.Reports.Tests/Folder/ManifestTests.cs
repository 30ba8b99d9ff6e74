namespace SupplyShockSim.Reports.Tests.Folder;

public class ManifestTests
{
    [Fact]
    public void What_is_needed_to_run_again_reads_back()
    {
        using var place = new TemporaryFolder();
        var output = SampleRuns.Halt();
        RunFolder.Write(place["run"], output);
        var manifest = RunFolder.ReadManifest(place["run"]);

        Assert.Equal("0.1.0", manifest.Version);
        Assert.Equal("scenarios/sample.yaml", manifest.ScenarioPath);
        Assert.Equal(["shocks.0.share=100%"], manifest.Overrides);
        Assert.Equal(7UL, manifest.Seed);
        Assert.Equal(output.Inputs, manifest.Inputs);
        Assert.Equal(0x0123456789abcdefUL, manifest.TraceHash);
        Assert.Equal(42, manifest.Events);
    }

    [Fact]
    public void The_largest_seed_and_hash_survive()
    {
        using var place = new TemporaryFolder();
        RunFolder.Write(place["run"], SampleRuns.Quiet() with { Seed = ulong.MaxValue });

        Assert.Equal(ulong.MaxValue, RunFolder.ReadManifest(place["run"]).Seed);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"schema\": \"supplyshock/run/1\"}")]
    [InlineData("{\"schema\": \"another/1\"}")]
    public void Anything_else_is_invalid_data(string text)
    {
        using var place = new TemporaryFolder();
        File.WriteAllText(place["manifest.json"], text);

        Assert.Throws<InvalidDataException>(() => RunFolder.ReadManifest(place.Path));
    }

    [Fact]
    public void Without_a_manifest_there_is_nothing_to_read()
    {
        using var place = new TemporaryFolder();
        Assert.Throws<FileNotFoundException>(() => RunFolder.ReadManifest(place.Path));
    }
}
