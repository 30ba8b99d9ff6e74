using System.Text;
using SupplyShockSim.Cli.Hosting;

namespace SupplyShockSim.Cli.Completions;

/// <summary>Completion for fish: one declaration per command and option.</summary>
internal static class FishScript
{
    public static string Text(IReadOnlyList<CompletableCommand> commands)
    {
        var text = new StringBuilder();
        text.Append($"# fish completion for {Tool.Name}; load it with: {Tool.Name} completions fish | source\n");
        text.Append($"complete -c {Tool.Name} -f\n");
        text.Append($"complete -c {Tool.Name} -n __fish_use_subcommand -l help -d 'Show help'\n");
        text.Append($"complete -c {Tool.Name} -n __fish_use_subcommand -l version -d 'Show the version'\n");
        foreach (var command in commands)
        {
            text.Append($"complete -c {Tool.Name} -n __fish_use_subcommand -a {command.Name} -d {Quote(command.Description)}\n");
            var seen = $"complete -c {Tool.Name} -n '__fish_seen_subcommand_from {command.Name}'";
            foreach (var option in command.Options)
            {
                text.Append($"{seen} -l {option.Name.TrimStart('-')}{(option.Value is null ? "" : $" -x{Value(option.Value)}")} -d {Quote(option.Description)}\n");
            }

            if (command.Argument.Kind != ValueKind.Free)
            {
                text.Append($"{seen}{Value(command.Argument)}\n");
            }
        }
        return text.ToString();
    }

    private static string Value(CompletableValue value) => value.Kind switch
    {
        ValueKind.Words => $" -a {Quote(string.Join(' ', value.Words))}",
        ValueKind.File => " -F",
        ValueKind.Folder => " -a '(__fish_complete_directories)'",
        _ => "",
    };

    private static string Quote(string text) =>
        $"'{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal)}'";
}
