using System.Globalization;
using System.IO.Compression;
using System.Text;
using SupplyShockSim.Engine;

namespace SupplyShockSim.Synthesis;

/// <summary>The files of a synthetic network.</summary>
internal sealed class NetworkFolder(SyntheticNetwork network, string folder, bool gzip, CancellationToken cancellation)
{
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    private readonly Firms _firms = network.Firms;

    public void Write()
    {
        // Streams of their own, so that writing twice writes the same.
        var streams = new RandomStreams(network.Options.Seed);
        WriteText("network.yaml", DefinitionsText.Of(network));
        WriteText("quiet.yaml", ScenarioText.Quiet(network.Options));
        WriteText("shock.yaml", ScenarioText.Shock(network));
        WriteTable("sites.csv", rows => WriteSites(rows, streams.Stream("headroom")));
        WriteTable("lanes.csv", rows => WriteLanes(rows, streams.Stream("freight")));
    }

    private void WriteText(string name, string text) => File.WriteAllText(Path.Combine(folder, name), text, new UTF8Encoding(false));

    private void WriteTable(string name, Action<TextWriter> rows)
    {
        using var file = new FileStream(Path.Combine(folder, gzip ? name + ".gz" : name), FileMode.Create, FileAccess.Write);
        using var packed = gzip ? new GZipStream(file, CompressionLevel.Optimal) : (Stream)file;
        using var writer = new StreamWriter(packed, new UTF8Encoding(false), 1 << 16) { NewLine = "\n" };
        rows(writer);
    }

    private void WriteSites(TextWriter to, Random random)
    {
        to.WriteLine("id,kind,country,technology,capacity,demand,uses,cover,endUse");
        for (var f = 0; f < _firms.Count; f++)
        {
            StopIfAsked(f);
            var sector = _firms.Sectors[_firms.Sector[f]];
            var mask = Flows.Mask(_firms.Inputs[f]);
            var country = CountryShares.Codes[_firms.Country[f]];
            if (sector.Stage == Stage.Consumer)
            {
                to.WriteLine(string.Create(Invariant, $"f{f},consumer,{country},,,{network.Activity[f]},"
                    + $"\"{{{DefinitionsText.Amounts(_firms, sector, mask)}}}\",{_firms.CoverDays[f]},{sector.Name}"));
            }
            else
            {
                to.WriteLine(string.Create(Invariant, $"f{f},{Kind(sector.Stage)},{country},{DefinitionsText.Technology(sector, mask)},"
                    + $"{Capacity(network.Activity[f], random)},,,{_firms.CoverDays[f]},"));
            }
        }
    }

    /// <summary>5 to 30 % above the activity; a firm without a customer could make a tonne a day.</summary>
    private static double Capacity(double activity, Random random) => activity > 0 ? Flows.Significant(activity * (1.05 + (0.25 * random.NextDouble())), 4) : 1;

    private static string Kind(Stage stage) => stage switch { Stage.Ore => "mine", Stage.Metal => "refinery", _ => "magnet-plant" };

    private void WriteLanes(TextWriter to, Random random)
    {
        to.WriteLine("from,to,of,flow,transit,cost,qualification");
        var lanes = network.Lanes;
        for (var l = 0; l < lanes.Count; l++)
        {
            StopIfAsked(l);
            var (seller, buyer) = (lanes.From[l], lanes.To[l]);
            var abroad = _firms.Country[seller] != _firms.Country[buyer];
            var (days, usdPerTonne) = abroad ? (random.Next(10, 41), random.Next(50, 201)) : (random.Next(1, 6), random.Next(10, 41));
            var qualification = random.Next(0, 31);
            var of = _firms.Sectors[_firms.Sector[seller]].Name;
            to.WriteLine(lanes.IsSpare[l]
                ? string.Create(Invariant, $"f{seller},f{buyer},{of},0,{days},{usdPerTonne},{qualification}")
                : string.Create(Invariant, $"f{seller},f{buyer},{of},{lanes.Flow[l]},{days},{usdPerTonne},"));
        }
    }

    private void StopIfAsked(int row)
    {
        if (row % 4096 == 0)
        {
            cancellation.ThrowIfCancellationRequested();
        }
    }
}
