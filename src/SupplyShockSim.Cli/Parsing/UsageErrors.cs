using System.CommandLine;
using System.CommandLine.Parsing;
using SupplyShockSim.Cli.Commands;
using SupplyShockSim.Cli.Hosting;

namespace SupplyShockSim.Cli.Parsing;

/// <summary>Says on standard error what is wrong with the arguments, and what was probably meant.</summary>
internal static class UsageErrors
{
    public static void Write(ParseResult parsed, string[] args, TextWriter error)
    {
        var command = parsed.CommandResult.Command;
        if (args.Length == 0)
        {
            command.Parse("--help").Invoke(new InvocationConfiguration { Output = error, Error = error });
            return;
        }
        foreach (var message in Messages(parsed, args))
        {
            error.WriteLine($"{Tool.Name}: {message}");
        }

        var path = command is CliCommand ? $"{Tool.Name} {command.Name}" : Tool.Name;
        error.WriteLine($"Try '{path} --help'.");
    }

    /// <summary>
    /// A word that looks like an option, that no command has, and that was taken for an argument, as in <c>run --quite</c>; null where there is none. After
    /// <c>--</c> everything is an argument.
    /// </summary>
    public static string? OptionTakenForArgument(ParseResult parsed, string[] args)
    {
        var certain = Array.IndexOf(args, "--") is var end and >= 0 ? args[(end + 1)..] : [];
        return parsed.CommandResult.Children.OfType<ArgumentResult>().SelectMany(a => a.Tokens).Select(t => t.Value)
            .FirstOrDefault(word => word.Length > 2 && word.StartsWith("--", StringComparison.Ordinal) && !certain.Contains(word));
    }

    private static IEnumerable<string> Messages(ParseResult parsed, string[] args)
    {
        var command = parsed.CommandResult.Command;
        if (OptionTakenForArgument(parsed, args) is { } option)
        {
            yield return Unknown(command, option);
        }
        else if (parsed.UnmatchedTokens.Count > 0)
        {
            yield return Unknown(command, parsed.UnmatchedTokens[0]);
        }
        else if (command is not CliCommand)
        {
            yield return "which command?";
        }
        else
        {
            foreach (var wrong in parsed.Errors)
            {
                yield return wrong.SymbolResult switch
                {
                    ArgumentResult { Tokens.Count: 0 } missing => $"{command.Name} needs {missing.Argument.Name}",
                    OptionResult { Tokens.Count: 0 } missing => $"{missing.Option.Name} needs {missing.Option.HelpName}",
                    _ => wrong.Message,
                };
            }
        }
    }

    /// <summary>Only the first token that means nothing is spoken of: those after it are mostly its consequences.</summary>
    private static string Unknown(Command command, string token)
    {
        var isOption = token.StartsWith('-');
        (string Kind, IEnumerable<string> Known) expected = (isOption, command is CliCommand) switch
        {
            (true, _) => ("option", command.Options.Select(o => o.Name).Append("--help").Distinct()),
            (false, false) => ("command", command.Subcommands.Select(c => c.Name)),
            (false, true) => ("argument", []),
        };
        return $"unexpected {expected.Kind} '{token}'{Meant.Hint(token, [.. expected.Known])}";
    }
}
