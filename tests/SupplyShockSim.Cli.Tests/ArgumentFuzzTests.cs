using CsCheck;
using SupplyShockSim.Testing;

namespace SupplyShockSim.Cli.Tests;

/// <summary>Whatever is typed, the program never blames itself, and wrong use prints no data.</summary>
public sealed class ArgumentFuzzTests
{
    [Fact]
    public void Nothing_typed_is_our_fault()
    {
        using var terminal = new Terminal();
        terminal.Write("folder/readme.txt", "not a scenario");
        terminal.Write("broken.yaml", "title: [");
        string[] words =
        [
            .. CommandList.Create().Select(c => c.Name), .. CommandList.Create().SelectMany(c => c.Options)
                .Select(o => o.Name), "--help", "--version", "-h", "--", "-", "", " ",
            "=", "@x", "[suggest]", "--set=a", "--seed=-1", "1e999", "broken.yaml", "folder", "missing.yaml", "bash", "json", "text", "\0", "a\nb", "héé",
                "x=y", new string('a', 300),
        ];
        Gen.OneOf(words).Array[0, 6].ForAll(args =>
        {
            var result = terminal.Run(args);
            Assert.NotEqual(ExitCode.OurFault, result.Code);
            if (result.Code == ExitCode.WrongUse)
            {
                Assert.Equal("", result.Out);
            }

            if (result.Code != ExitCode.Done)
            {
                Assert.NotEqual("", result.Error);
            }
        });
    }
}
