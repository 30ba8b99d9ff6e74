using System.CommandLine;
using System.CommandLine.Completions;

namespace SupplyShockSim.Cli.Completions;

/// <summary>What completes a value.</summary>
internal enum ValueKind
{
    /// <summary>Nothing does: a number, a name of the user's choice.</summary>
    Free,

    /// <summary>One of some words.</summary>
    Words,

    /// <summary>A file; its name in the help is SCENARIO or FILE.</summary>
    File,

    /// <summary>A folder; its name in the help is DIR or RUN.</summary>
    Folder,
}

/// <summary>How a value is completed.</summary>
/// <param name="Kind">What completes it.</param>
/// <param name="Words">The words, for <see cref="ValueKind.Words"/>.</param>
internal sealed record CompletableValue(ValueKind Kind, IReadOnlyList<string> Words)
{
    public static CompletableValue Of(string? helpName, IEnumerable<CompletionItem> items)
    {
        var words = items.Select(i => i.Label).ToList();
        if (words.Count > 0)
        {
            return new(ValueKind.Words, words);
        }

        return new(helpName switch { "SCENARIO" or "FILE" => ValueKind.File, "DIR" or "RUN" => ValueKind.Folder, _ => ValueKind.Free }, []);
    }
}

/// <summary>An option; <paramref name="Value"/> is null for a flag.</summary>
internal sealed record CompletableOption(string Name, string Description, CompletableValue? Value);

/// <summary>A command as the completion scripts see it; its one argument may be repeated.</summary>
internal sealed record CompletableCommand(string Name, string Description, IReadOnlyList<CompletableOption> Options, CompletableValue Argument)
{
    public static CompletableCommand Of(Command command) => new(
        command.Name,
        command.Description ?? "",
        [
            .. command.Options.Select(o => new CompletableOption(
                o.Name, o.Description ?? "", o.ValueType == typeof(bool) ? null : CompletableValue.Of(o.HelpName, o.GetCompletions(CompletionContext.Empty)))),
            new CompletableOption("--help", "Show help", null),
        ],
        command.Arguments.Select(a => CompletableValue.Of(a.Name, a.GetCompletions(CompletionContext.Empty))).FirstOrDefault(new CompletableValue(ValueKind.Free, [])));
}
