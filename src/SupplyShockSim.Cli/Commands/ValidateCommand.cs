using System.CommandLine;
using SupplyShockSim.Cli.Parsing;
using SupplyShockSim.Cli.Running;
using SupplyShockSim.Scenarios.Diagnostics;
using SupplyShockSim.Scenarios.Loading;

namespace SupplyShockSim.Cli.Commands;

/// <summary>Lists every problem of scenario files in one pass; in the other forms than text the list is the data.</summary>
internal sealed class ValidateCommand : CliCommand
{
    private readonly Argument<string[]> _files = new("FILE") { Description = "Scenario files (YAML)", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string> _format = Inputs.Format("text", "json", "sarif", "github");

    public ValidateCommand()
        : base("validate", "List every problem of scenario files at once")
    {
        Arguments.Add(_files);
        Options.Add(_format);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples { get; } =
    [
        "validate scenario.yaml",
        "validate scenarios/*.yaml --format json",
        "validate scenarios/*.yaml --format sarif > problems.sarif",
    ];

    public override Task<int> ExecuteAsync(ParseResult arguments, CommandContext context, CancellationToken cancellation)
    {
        var format = arguments.GetValue(_format)!;
        var results = new List<(string File, LoadResult Result)>();
        foreach (var file in arguments.GetRequiredValue(_files))
        {
            cancellation.ThrowIfCancellationRequested();
            results.Add((file, ScenarioInput.Read(context, file, new LoadOptions())));
        }
        // Scenarios that share a network share its problems.
        var diagnostics = results.SelectMany(r => r.Result.Diagnostics).Distinct().ToList();
        if (format == "sarif")
        {
            DiagnosticFormats.WriteSarif(context.Out, diagnostics, DiagnosticTable.All);
        }
        else if (format == "github")
        {
            DiagnosticFormats.WriteGithub(context.Out, diagnostics);
        }
        else
        {
            ScenarioInput.Print(format == "json" ? context.Out : context.Error, diagnostics, format == "json", context.Environment.ErrorColours);
        }

        if (format == "text")
        {
            foreach (var (file, result) in results)
            {
                var problems = ScenarioInput.Count(result.Diagnostics);
                var valid = problems.Length > 0 ? $"valid, {problems}" : "valid";
                context.Out.WriteLine(result.Scenario is null ? $"{file}: invalid: {problems}" : $"{file}: {valid}");
            }
        }
        return Task.FromResult(results.TrueForAll(r => r.Result.Scenario is not null) ? ExitCode.Done : ExitCode.InvalidInput);
    }
}
