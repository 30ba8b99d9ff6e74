using System.Text;
using SupplyShockSim.Cli.Hosting;

namespace SupplyShockSim.Cli.Completions;

/// <summary>Completion for zsh, with descriptions; works sourced and as a file <c>_supplyshock</c> in the function path.</summary>
internal static class ZshScript
{
    public static string Text(IReadOnlyList<CompletableCommand> commands)
    {
        var text = new StringBuilder();
        text.Append($$"""
            #compdef {{Tool.Name}}
            # zsh completion for {{Tool.Name}}; load it with: source <({{Tool.Name}} completions zsh)
            _{{Tool.Name}}() {
                local -a commands
                commands=(

            """);
        foreach (var command in commands)
        {
            text.Append($"        {Quote($"{command.Name}:{command.Description}")}\n");
        }

        text.Append("""
                )
                if ((CURRENT == 2)); then
                    _describe command commands
                    _arguments '--help[Show help]' '--version[Show the version]'
                    return
                fi
                local command=$words[2]
                words=("${(@)words[2,-1]}")
                ((CURRENT--))
                case $command in

            """);
        foreach (var command in commands)
        {
            text.Append($"        {command.Name})\n            _arguments -S");
            foreach (var option in command.Options)
            {
                var value = option.Value is null ? "" : $":value:{Action(option.Value)}";
                text.Append($" \\\n                {Quote($"*{option.Name}[{Escape(option.Description)}]{value}")}");
            }
            text.Append($" \\\n                {Quote($"*:argument:{Action(command.Argument)}")} ;;\n");
        }
        return text.Append($$"""
                esac
            }
            if [[ $funcstack[1] == _{{Tool.Name}} ]]; then _{{Tool.Name}} "$@"; else compdef _{{Tool.Name}} {{Tool.Name}}; fi

            """).ToString();
    }

    private static string Action(CompletableValue value) => value.Kind switch
    {
        ValueKind.Words => $"({string.Join(' ', value.Words)})",
        ValueKind.File => "_files",
        ValueKind.Folder => "_files -/",
        _ => " ",
    };

    private static string Escape(string description) =>
        description.Replace("[", "\\[", StringComparison.Ordinal).Replace("]", "\\]", StringComparison.Ordinal).Replace(":", "\\:", StringComparison.Ordinal);

    private static string Quote(string text) => $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
