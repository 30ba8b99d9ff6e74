using System.Diagnostics;
using System.Globalization;

namespace SupplyShockSim.Figures.Tests;

public class OtherProcessTests
{
    [Fact]
    public void Another_process_in_another_order_under_another_culture_without_fonts_writes_the_same_bytes()
    {
        var folder = Directory.CreateTempSubdirectory("figures");
        try
        {
            var start = new ProcessStartInfo("dotnet") { RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = folder.FullName };
            start.ArgumentList.Add(typeof(OtherProcessTests).Assembly.Location);
            start.ArgumentList.Add(folder.FullName);
            foreach (var variable in (string[])["FONTCONFIG_FILE", "FONTCONFIG_PATH", "HOME", "XDG_DATA_HOME"])
            {
                start.Environment[variable] = Path.Combine(folder.FullName, "nowhere");
            }

            using var process = Process.Start(start)!;
            var error = process.StandardError.ReadToEnd();
            process.WaitForExit();
            Assert.True(process.ExitCode == 0, error);
            foreach (var (name, figure) in SampleFigures.All)
            {
                Assert.Equal(FigureRenderer.Svg(figure()), Text(name + ".svg"));
                Assert.Equal(FigureCsv.Of(figure()), Text(name + ".csv"));
                Assert.Equal(FigureJson.Of(figure()), Text(name + ".json"));
                Assert.True(FigureRenderer.Png(figure()).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(folder.FullName, name + ".png"))), name);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        string Text(string name) => File.ReadAllText(Path.Combine(folder.FullName, name));
    }

    [Fact]
    public void The_other_culture_would_show_where_it_is_used()
    {
        var culture = new CultureInfo("xx");
        culture.NumberFormat.NumberDecimalSeparator = ";";

        Assert.Equal("1;5", 1.5.ToString(culture));
    }
}
