using SupplyShockSim.Cli.Parsing;

namespace SupplyShockSim.Cli.Tests;

public sealed class MeantTests
{
    [Theory]
    [InlineData("comp", "; did you mean 'completions'?")] // the only one that begins so
    [InlineData("plna", "; did you mean 'plan'?")] // two neighbours swapped
    [InlineData("p", "")] // two begin so, none is within two edits but neither is meant more: 'plan' needs three
    [InlineData("frobnicate", "")]
    [InlineData("", "")]
    public void Names_what_was_meant(string typed, string hint) => Assert.Equal(hint, Meant.Hint(typed, ["plan", "plants", "completions"]));
}
