using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Parquet;

namespace SupplyShockSim.Cli.Tests;

/// <summary>What is exported is the run, whole and the same each time.</summary>
public sealed class ExportTests
{
    [Theory]
    [InlineData("iamc")]
    [InlineData("datapackage")]
    [InlineData("ro-crate")]
    [InlineData("parquet")]
    public void The_same_run_gives_the_same_bytes_and_nothing_is_overwritten(string format)
    {
        using var terminal = Run();
        Assert.Equal(new Result(ExitCode.Done, "a\n", ""), terminal.Run("export", "run", "--format", format, "--out", "a"));
        Assert.Equal(new Result(ExitCode.Done, $"{Path.Combine("exports", "mine-" + format)}\n", ""), terminal.Run("export", "run", "--format", format));

        var files = terminal.Files().Where(f => f.StartsWith("a" + Path.DirectorySeparatorChar, StringComparison.Ordinal)).Select(f => f[2..]).ToArray();
        Assert.NotEmpty(files);
        Assert.All(files, f => Assert.Equal(File.ReadAllBytes(terminal.PathOf($"a/{f}")), File.ReadAllBytes(terminal.PathOf($"exports/mine-{format}/{f}"))));
        Assert.Equal(ExitCode.WrongUse, terminal.Run("export", "run", "--format", format, "--out", "a").Code);
        Assert.Contains("is not the folder of a run", terminal.Run("export", "exports", "--format", format).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void In_iamc_each_variable_is_the_sum_of_its_parts_and_the_world_that_of_its_regions()
    {
        using var terminal = Run();
        Assert.Equal(ExitCode.Done, terminal.Run("export", "run", "--format", "iamc", "--out", "a").Code);
        var lines = File.ReadAllLines(terminal.PathOf("a/iamc.csv"));
        var rows = lines.Skip(1).Select(l => l.Split(','))
            .ToDictionary(f => (Region: f[2], Variable: f[3], Time: f[5]), f => double.Parse(f[6], CultureInfo.InvariantCulture));

        // The week from day 21: short by 4 t/d from day 23 to 28, 5 of 7 days.
        Assert.Equal("model,scenario,region,variable,unit,time,value", lines[0]);
        Assert.Equal(20 / 7.0, rows[("Japan", "Shortfall|Ore|Automotive", "2026-01-22")], 12);
        foreach (var (key, value) in rows)
        {
            var depth = key.Variable.Count(c => c == '|') + 1;
            var parts = rows.Where(r => r.Key.Region == key.Region && r.Key.Time == key.Time && r.Key.Variable.Count(c => c == '|') == depth
                && r.Key.Variable.StartsWith(key.Variable + "|", StringComparison.Ordinal)).ToArray();
            Assert.True(parts.Length == 0 || Math.Abs(parts.Sum(p => p.Value) - value) < 1e-9, key.Variable);
            var regions = rows.Where(r => r.Key.Region != "World" && r.Key.Variable == key.Variable && r.Key.Time == key.Time);
            Assert.True(key.Region != "World" || Math.Abs(regions.Sum(p => p.Value) - value) < 1e-9, key.Variable);
        }

        Assert.Contains(",48", File.ReadAllText(terminal.PathOf("a/meta.csv")), StringComparison.Ordinal); // the total, t
    }

    [Fact]
    public void The_shipped_lists_have_the_regions_and_variables_of_the_shipped_network()
    {
        using var terminal = new Terminal();
        var root = Above(AppContext.BaseDirectory);
        var scenario = Path.Combine(root, "scenarios", "japan-magnet-halt.yaml");
        Assert.Equal(ExitCode.Done, terminal.Run("run", scenario, "--out", "run", "--draws", "0", "--quiet").Code);
        Assert.Equal(ExitCode.Done, terminal.Run("export", "run", "--format", "iamc", "--out", "a").Code);

        foreach (var list in (string[])["region/regions.yaml", "variable/variables.yaml"])
        {
            var shipped = File.ReadAllLines(Path.Combine(root, "scenarios", "codelists", list)).ToHashSet();
            Assert.All(File.ReadAllLines(terminal.PathOf($"a/definitions/{list}")), line => Assert.Contains(line, shipped));
        }
    }

    [Fact]
    public void A_data_package_names_every_column_of_its_tables_and_their_bytes()
    {
        using var terminal = Run();
        Assert.Equal(ExitCode.Done, terminal.Run("export", "run", "--format", "datapackage", "--out", "a").Code);
        var package = JsonDocument.Parse(File.ReadAllText(terminal.PathOf("a/datapackage.json"))).RootElement;

        foreach (var resource in package.GetProperty("resources").EnumerateArray())
        {
            var file = terminal.PathOf("a/" + resource.GetProperty("path").GetString());
            Assert.Equal("sha256:" + Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file))), resource.GetProperty("hash").GetString());
            Assert.Equal(File.ReadLines(file).First().Split(','),
                resource.GetProperty("schema").GetProperty("fields").EnumerateArray().Select(f => f.GetProperty("name").GetString()));
        }

        Assert.Equal(4, package.GetProperty("resources").GetArrayLength());
    }

    [Fact]
    public void A_research_object_describes_every_file_in_it()
    {
        using var terminal = Run();
        Assert.Equal(ExitCode.Done, terminal.Run("export", "run", "--format", "ro-crate", "--out", "a").Code);
        var crate = JsonDocument.Parse(File.ReadAllText(terminal.PathOf("a/ro-crate-metadata.json"))).RootElement;
        var described = crate.GetProperty("@graph").EnumerateArray().Where(e => e.GetProperty("@type").GetString() == "File")
            .Select(e => e.GetProperty("@id").GetString()).Order(StringComparer.Ordinal);
        var there = Directory.GetFiles(terminal.PathOf("a"), "*", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(terminal.PathOf("a"), f).Replace('\\', '/'))
            .Where(f => f != "ro-crate-metadata.json").Order(StringComparer.Ordinal);

        Assert.Equal(there, described);
        Assert.Equal(ExitCode.Done, terminal.Run("verify", "run").Code);
    }

    [Fact]
    public async Task Parquet_has_the_values_of_the_tables_with_their_types()
    {
        using var terminal = Run();
        Assert.Equal(ExitCode.Done, terminal.Run("export", "run", "--format", "parquet", "--out", "a").Code);
        var rows = File.ReadAllLines(terminal.PathOf("run/series.csv")).Skip(1).Select(l => l.Split(',')).ToArray();

        await using var reader = await ParquetReader.CreateAsync(terminal.PathOf("a/series.parquet"));
        using var group = reader.OpenRowGroupReader(0);
        var fields = reader.Schema.DataFields;
        var (dates, values, sites) = (new DateTime?[rows.Length], new double?[rows.Length], new string[rows.Length]);
        await group.ReadAsync<DateTime>(fields[0], dates);
        await group.ReadAsync<double>(fields[6], values);
        await group.ReadAsync(fields[3], sites);

        Assert.Equal(rows.Select(r => DateTime.Parse(r[0], CultureInfo.InvariantCulture)), dates.Select(d => d!.Value));
        Assert.Equal(rows.Select(r => double.Parse(r[6], CultureInfo.InvariantCulture)), values.Select(v => v!.Value));
        Assert.Equal(rows.Select(r => r[3]), sites.Select(s => s ?? ""));
    }

    [InterpreterFact("python3", "pyam", "nomenclature")]
    public void Pyam_and_nomenclature_read_iamc() => Read("iamc", """
        import pyam, nomenclature
        df = pyam.IamDataFrame("a/iamc.csv")
        assert df.check_aggregate("Shortfall|Ore") is None
        nomenclature.DataStructureDefinition("a/definitions").validate(df)
        """);

    [InterpreterFact("python3", "frictionless")]
    public void Frictionless_reads_a_data_package() => Read("datapackage", """
        import frictionless
        report = frictionless.validate("a/datapackage.json")
        assert report.valid, report.flatten()
        """);

    private static void Read(string format, string script)
    {
        using var terminal = Run();
        Assert.Equal(ExitCode.Done, terminal.Run("export", "run", "--format", format, "--out", "a").Code);
        Assert.Null(Interpreter.Run("python3", terminal.Folder, script));
    }

    private static Terminal Run()
    {
        var terminal = new Terminal();
        terminal.Write("halt.yaml", Examples.Halt + "\nuncertain: [{set: shocks.halt.for, uniform: [10 d, 40 d], source: assumption}]\n");
        Assert.Equal(ExitCode.Done, terminal.Run("run", "halt.yaml", "--out", "run", "--name", "mine", "--draws", "4", "--quiet").Code);
        return terminal;
    }

    private static string Above(string folder) => File.Exists(Path.Combine(folder, "SupplyShockSim.sln")) ? folder : Above(Path.GetDirectoryName(folder)!);
}
