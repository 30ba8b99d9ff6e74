namespace SupplyShockSim.Cli.Tests;

public sealed class NewTests
{
    [Theory]
    [InlineData("question", "question.yaml")]
    [InlineData("my question", "my question.yaml")]
    [InlineData("question.yml", "question.yml")]
    public void Writes_a_scenario_that_runs_as_it_is(string name, string file)
    {
        using var terminal = new Terminal();

        var result = terminal.Run("new", name);

        Assert.Equal((ExitCode.Done, file + "\n"), (result.Code, result.Out));
        Assert.Equal(new[] { file, "schema/scenario.schema.json" }.Order(StringComparer.Ordinal), terminal.Files());
        Assert.StartsWith("# yaml-language-server: $schema=schema/scenario.schema.json\n", File.ReadAllText(terminal.PathOf(file)), StringComparison.Ordinal);
        Assert.Equal(terminal.Run("schema").Out, File.ReadAllText(terminal.PathOf("schema/scenario.schema.json")));
        Assert.Equal(new Result(ExitCode.Done, $"{file}: valid\n", ""), terminal.Run("validate", file));
        Assert.Equal(ExitCode.Done, terminal.Run("run", file).Code);
    }

    [Fact]
    public void Never_overwrites()
    {
        using var terminal = new Terminal();
        terminal.Write("question.yaml", "mine");

        var result = terminal.Run("new", "question");

        Assert.Equal((ExitCode.WrongUse, "", "supplyshock: question.yaml exists already; choose another name\n"), (result.Code, result.Out, result.Error));
        Assert.Equal("mine", File.ReadAllText(terminal.PathOf("question.yaml")));
    }

    [Theory]
    [InlineData("missing/question")]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(".yaml")]
    public void A_name_that_cannot_be_written_is_wrong_use(string name)
    {
        using var terminal = new Terminal();

        var result = terminal.Run("new", name);

        Assert.Equal((ExitCode.WrongUse, ""), (result.Code, result.Out));
        Assert.Empty(terminal.Files());
    }
}
