using System.Text;
using SupplyShockSim.Scenarios.Files;
using SupplyShockSim.Scenarios.Loading;

namespace SupplyShockSim.Scenarios.Tests;

/// <summary>Files that cannot be read, or not to the end.</summary>
public class FileTests
{
    [Fact]
    public void A_missing_scenario_is_reported() =>
        Assert.StartsWith("no/such.yaml:1:1: error SS101: there is no file 'no/such.yaml'", Printed("no/such.yaml", new MemoryFiles()));

    [Fact]
    public void A_folder_is_no_scenario() => Assert.Contains("SS102: 'a' is a folder", Printed("a", new MemoryFiles().Add("a/b.yaml", "")));

    [Fact]
    public void A_file_that_may_not_be_read_is_reported() =>
        Assert.Contains("s.yaml:1:1: error SS102: 's.yaml' cannot be read: not yours", Printed("s.yaml", new Locked()));

    [Fact]
    public void Other_encodings_are_refused_at_the_first_wrong_byte()
    {
        // An e with acute accent in Latin-1 is the byte E9, which begins no UTF-8 character here; it is the 5th of line 2.
        Assert.Contains(
            "s.yaml:2:5: error SS104",
            Printed("s.yaml", new MemoryFiles().Add("s.yaml", Encoding.Latin1.GetBytes("title: x\nnote: caf\u00e9".Replace("note: caf", "abcd")))));
        Assert.Contains(
            "s.yaml:1:1: error SS104",
            Printed("s.yaml", new MemoryFiles().Add("s.yaml", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("a: b")])));
        var lanes = Encoding.Latin1.GetBytes("from,to,of,flow,note\nmine,plant,metal,14,caf\u00e9\n");
        Assert.Contains(
            "nets/a/lanes.csv:2:24: error SS104", Printed("s.yaml", Networks.Files().Add("s.yaml", Networks.Scenario).Add("nets/a/lanes.csv", lanes)));
    }

    [Fact]
    public void Huge_files_are_refused()
    {
        Assert.Contains("error SS103: 's.yaml' is larger than 32 MB", Printed("s.yaml", new MemoryFiles().Add("s.yaml", new byte[Limits.YamlBytes + 1])));
        var lanes = Networks.Lanes + "\n" + new string('x', Limits.LineLength + 1) + "\n";
        Assert.Contains("nets/a/lanes.csv:5:", Printed("s.yaml", Networks.Files().Add("s.yaml", Networks.Scenario).Add("nets/a/lanes.csv", lanes)));
    }

    [Fact]
    public void Problems_are_listed_up_to_a_limit()
    {
        var lanes = "from,to,of,flow\n" + string.Concat(Enumerable.Repeat("mine,plant,metal,x\n", 5000));
        var result = ScenarioLoader.Load(
            "s.yaml", new LoadOptions { Files = Networks.Files().Add("s.yaml", Networks.Scenario).Add("nets/a/lanes.csv", lanes) });
        Assert.Equal(Limits.Problems + 1, result.Diagnostics.Count);
        Assert.Equal("SS118", result.Diagnostics[^1].Code);
    }

    [Fact]
    public void A_network_may_stand_in_one_file_and_a_base_in_another_folder()
    {
        var network = string.Join('\n', Reading.Small.Split('\n').SkipWhile(l => l != "network:").Skip(1).Select(l => l.Length > 1 ? l[2..] : l));
        var files = new MemoryFiles().Add("lib/net.yaml", network)
            .Add("lib/base.yaml",
            "schema: supplyshock/scenario/1\nnetwork: net.yaml\nstart: 2026-01-01\nhorizon: 3 yr\nmarket: {review: 2 d, adjustment: 40 d}\n");
        var read = Reading.Valid("extends: lib/base.yaml\nuntil: 2026-02-01\nmarket: {review: 3 d, adjustment: ~}\n", files);
        Assert.Equal(3, read.Run.Network.Sites.Count);
        Assert.Equal(31, read.Run.Horizon.Days); // `until` replaces the horizon of the base
        Assert.Equal((3, 30), (read.Run.Market.Review.Days, read.Run.Market.Adjustment.Days)); // `~` gives the default back
        Assert.Equal(["s.yaml", "lib/base.yaml", "lib/net.yaml"], read.Session.Inputs.Select(i => i.Path));
    }

    [Fact]
    public void A_network_may_stand_beside_its_scenario()
    {
        var files = new MemoryFiles().Add("network.yaml", Networks.Root).Add("sites.csv", Networks.Sites).Add("lanes.csv", Networks.Lanes);
        var read = Reading.Valid(Networks.Scenario.Replace("nets/a", ".", StringComparison.Ordinal), files);
        Assert.Equal(3, read.Run.Network.Sites.Count);
        Assert.Equal(["s.yaml", "network.yaml", "sites.csv", "lanes.csv"], read.Session.Inputs.Select(i => i.Path));
        Assert.Equal(read.Resolved(), Reading.Valid(read.Resolved(), files).Resolved());
    }

    private static string Printed(string path, IFileSource files) => Reading.Printed(ScenarioLoader.Load(path, new LoadOptions { Files = files }).Diagnostics);

    private sealed class Locked : IFileSource
    {
        public bool IsFile(string path) => true;

        public bool IsFolder(string path) => false;

        public Stream Open(string path) => throw new UnauthorizedAccessException("not yours");
    }
}
