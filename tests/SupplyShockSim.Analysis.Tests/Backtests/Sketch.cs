using System.Text;
using SupplyShockSim.Scenarios.Backtests;
using SupplyShockSim.Scenarios.Files;
using SupplyShockSim.Scenarios.Loading;

namespace SupplyShockSim.Analysis.Tests.Backtests;

/// <summary>A small scenario in memory, and the scenarios of the repository.</summary>
internal static class Sketch
{
    /// <summary>
    /// Metal from China, 10 t/d to Japan, 5 to the US and 2 to Korea, 1 day away, with 3 days of cover in Japan and none elsewhere; everything else comes
    /// from <paramref name="rest"/>.
    /// </summary>
    public static Scenario Of(string rest) => Loaded("s.yaml", new Memory("s.yaml", """
        schema: supplyshock/scenario/1
        network:
          rates: t/d
          commodities: [{id: metal}]
          sites:
            - {id: mine, kind: mine, country: CN, technology: {outputs: {metal: 1}}, capacity: 20}
            - {id: jp, kind: consumer, country: JP, uses: {metal: 1}, demand: 10, cover: 3 d}
            - {id: us, kind: consumer, country: US, uses: {metal: 1}, demand: 5}
            - {id: kr, kind: consumer, country: KR, uses: {metal: 1}, demand: 2}
          lanes:
            - {from: mine, to: jp, of: metal, flow: 10, transit: 1 d}
            - {from: mine, to: us, of: metal, flow: 5, transit: 1 d}
            - {from: mine, to: kr, of: metal, flow: 2, transit: 1 d}

        """ + rest));

    public static ObservedFile Observed(params (string Month, string Destination, double Tonnes)[] rows) => new(
        new InputFile("o.csv", ""),
        [.. rows.Select(r => new Observation(Month.TryParse(r.Month, out var month) ? month : throw new FormatException(r.Month), r.Destination, r.Tonnes))]);

    /// <summary>A scenario in <c>scenarios/backtests</c>.</summary>
    public static Scenario Committed(string name) => Loaded(Path.Combine(Folder, name), DiskFiles.Instance);

    /// <summary>An observed file in <c>scenarios/backtests</c>.</summary>
    public static ObservedFile CommittedObserved(string name) => ObservedFile.Load(Path.Combine(Folder, name)).File ?? throw new InvalidDataException(name);

    private static string Folder => Path.Combine(Above(AppContext.BaseDirectory), "scenarios", "backtests");

    private static Scenario Loaded(string path, IFileSource files)
    {
        var result = ScenarioLoader.Load(path, new LoadOptions { Files = files, Measures = MeasureCatalog.Checked });
        return result.Scenario ?? throw new InvalidDataException(string.Join('\n', result.Diagnostics.Select(d => $"{d.Line}:{d.Column} {d.Message}")));
    }

    private static string Above(string folder) => File.Exists(Path.Combine(folder, "SupplyShockSim.sln")) ? folder : Above(Path.GetDirectoryName(folder)!);

    private sealed class Memory(string name, string text) : IFileSource
    {
        public bool IsFile(string path) => path == name;

        public bool IsFolder(string path) => false;

        public Stream Open(string path) => new MemoryStream(Encoding.UTF8.GetBytes(text), writable: false);
    }
}
