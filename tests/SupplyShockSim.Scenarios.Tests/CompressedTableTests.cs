using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using SupplyShockSim.Scenarios.Loading;

namespace SupplyShockSim.Scenarios.Tests;

/// <summary>Tables may be compressed: <c>lanes.csv.gz</c> is read where there is no <c>lanes.csv</c>.</summary>
public class CompressedTableTests
{
    [Fact]
    public void Reads_the_same_and_notes_the_hash_of_the_file_as_it_is()
    {
        var plain = Reading.Valid(Networks.Scenario, Networks.Files());
        var files = Packed();
        var read = Reading.Valid(Networks.Scenario, files);

        Assert.Equal(plain.Run.Network.Lanes, read.Run.Network.Lanes);
        Assert.Equal(plain.Run.Network.Sites.Select(s => s.Id), read.Run.Network.Sites.Select(s => s.Id));
        Assert.Equal(["s.yaml", "nets/a/network.yaml", "nets/a/sites.csv.gz", "nets/a/lanes.csv.gz"], read.Session.Inputs.Select(i => i.Path));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(files.Bytes("nets/a/lanes.csv.gz"))), read.Session.Inputs[3].Sha256);
        Assert.Contains("lanes.csv.gz: ", read.Resolved(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_plain_file_comes_first()
    {
        var read = Reading.Valid(Networks.Scenario, Networks.Files().Add("nets/a/lanes.csv.gz", Pack("from,to,of,flow\n")));
        Assert.Equal(2, read.Run.Network.Lanes.Count);
    }

    [Fact]
    public void Shows_the_line_of_a_mistake()
    {
        var (_, diagnostics) = Reading.Text(Networks.Scenario, Packed(lanes: "from,to,of,flow\nmine,plant,metal,14\nplant,cars,magnet,ten\n"));
        Assert.Contains("nets/a/lanes.csv.gz:3:19: error", Reading.Printed(diagnostics), StringComparison.Ordinal); // after `plant,cars,magnet,`
        Assert.Contains("plant,cars,magnet,ten", Reading.Printed(diagnostics), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_compressed_or_broken_is_reported()
    {
        Assert.Contains("SS102: 'nets/a/lanes.csv.gz' cannot be read", Wrong(Encoding.UTF8.GetBytes(Networks.Lanes)), StringComparison.Ordinal);
        var broken = Pack(Networks.Lanes);
        broken[^6] ^= 1; // in the check sum, of which four bytes and then the length end the file
        Assert.Contains("SS102: 'nets/a/lanes.csv.gz' cannot be read", Wrong(broken), StringComparison.Ordinal);

        static string Wrong(byte[] lanes) => Reading.Printed(Reading.Text(Networks.Scenario, Packed().Add("nets/a/lanes.csv.gz", lanes)).Diagnostics);
    }

    [Fact]
    public void Tells_how_far_it_is()
    {
        var lanes = new StringBuilder(Networks.Lanes).Append('\n');
        for (var i = 0; i < 100_000; i++)
        {
            lanes.Append("mine,plant,metal,0,,").Append(i % 500).Append('\n');
        }

        foreach (var files in new[] { Networks.Files().Add("nets/a/lanes.csv", lanes.ToString()), Packed(lanes.ToString()) })
        {
            var told = new Told();
            Reading.Valid(Networks.Scenario, files, new LoadOptions { Progress = told });
            Assert.Equal(6, told.Shares.Count); // 100002 rows, every 16384 of them
            Assert.Equal(told.Shares.Order(), told.Shares);
            Assert.All(told.Shares, share => Assert.InRange(share, 0.001, 1));
        }
    }

    private static MemoryFiles Packed(string lanes = Networks.Lanes) => new MemoryFiles()
        .Add("nets/a/network.yaml", Networks.Root).Add("nets/a/sites.csv.gz", Pack(Networks.Sites)).Add("nets/a/lanes.csv.gz", Pack(lanes));

    private static byte[] Pack(string text)
    {
        using var bytes = new MemoryStream();
        using (var packed = new GZipStream(bytes, CompressionLevel.Optimal))
        {
            packed.Write(Encoding.UTF8.GetBytes(text));
        }

        return bytes.ToArray();
    }

    private sealed class Told : IProgress<double>
    {
        public List<double> Shares { get; } = [];

        public void Report(double value) => Shares.Add(value);
    }
}
