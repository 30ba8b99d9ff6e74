using System.Text;
using SupplyShockSim.Cli.Hosting;

namespace SupplyShockSim.Cli.Completions;

/// <summary>Completion for bash 3.2 and later: one case per command and option.</summary>
internal static class BashScript
{
    public static string Text(IReadOnlyList<CompletableCommand> commands)
    {
        var text = new StringBuilder();
        text.Append($$"""
            # bash completion for {{Tool.Name}}; load it with: source <({{Tool.Name}} completions bash)
            _{{Tool.Name}}_words() {
                local line
                compopt -o filenames 2>/dev/null
                while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen "$@" -- "$cur")
            }
            _{{Tool.Name}}() {
                local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} command= i
                COMPREPLY=()
                for ((i = 1; i < COMP_CWORD; i++)); do
                    case ${COMP_WORDS[i]} in -*) ;; *) command=${COMP_WORDS[i]}; break ;; esac
                done
                case $command:$prev in

            """);
        foreach (var command in commands)
        {
            foreach (var option in command.Options.Where(o => o.Value is not null))
            {
                text.Append($"        {command.Name}:{option.Name}) {Complete(option.Value!)}; return ;;\n");
            }
        }
        text.Append("    esac\n    case $command:$cur in\n");
        text.Append($"        :*) {Complete(Words([.. commands.Select(c => c.Name), "--help", "--version"]))} ;;\n");
        foreach (var command in commands)
        {
            text.Append($"        {command.Name}:-*) {Complete(Words([.. command.Options.Select(o => o.Name)]))} ;;\n");
            text.Append($"        {command.Name}:*) {Complete(command.Argument)} ;;\n");
        }
        return text.Append($"    esac\n}}\ncomplete -F _{Tool.Name} {Tool.Name}\n").ToString();
    }

    private static CompletableValue Words(IReadOnlyList<string> words) => new(ValueKind.Words, words);

    private static string Complete(CompletableValue value) => value.Kind switch
    {
        ValueKind.Words => $"_{Tool.Name}_words -W '{string.Join(' ', value.Words)}'",
        ValueKind.File => $"_{Tool.Name}_words -f",
        ValueKind.Folder => $"_{Tool.Name}_words -d",
        _ => ":",
    };
}
