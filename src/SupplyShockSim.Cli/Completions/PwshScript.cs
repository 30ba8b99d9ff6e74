using System.Text;
using SupplyShockSim.Cli.Hosting;

namespace SupplyShockSim.Cli.Completions;

/// <summary>Completion for PowerShell 7: a table of words per command, and the shell's own file names.</summary>
internal static class PwshScript
{
    /// <summary>The shell's own completion of file names, which quotes where it must.</summary>
    private const string Files = "[System.Management.Automation.CompletionCompleters]::CompleteFilename($word)";

    public static string Text(IReadOnlyList<CompletableCommand> commands)
    {
        var text = new StringBuilder();
        text.Append($$"""
            # PowerShell completion for {{Tool.Name}}; load it with: {{Tool.Name}} completions pwsh | Out-String | Invoke-Expression
            Register-ArgumentCompleter -Native -CommandName {{Tool.Name}} -ScriptBlock {
                param($word, $ast, $position)
                $words = @($ast.CommandElements | Where-Object { $_.Extent.EndOffset -lt $position } | ForEach-Object { $_.ToString() })
                $command = if ($words.Count -gt 1) { $words[1] } else { '' }
                $previous = $words[-1]
                $candidates = switch ("${command}:${previous}") {

            """);
        foreach (var command in commands)
        {
            foreach (var option in command.Options.Where(o => o.Value is not null))
            {
                text.Append($"        '{command.Name}:{option.Name}' {{ {Candidates(option.Value!)}; break }}\n");
            }
        }
        text.Append("        default {\n            switch ($command) {\n");
        text.Append($"                '' {{ {List([.. commands.Select(c => c.Name), "--help", "--version"])} }}\n");
        foreach (var command in commands)
        {
            var options = List([.. command.Options.Select(o => o.Name)]);
            text.Append($"                '{command.Name}' {{ if ($word -like '-*') {{ {options} }} else {{ {Candidates(command.Argument)} }} }}\n");
        }
        return text.Append("""
                        }
                    }
                }
                $candidates | ForEach-Object {
                    if ($_ -is [System.Management.Automation.CompletionResult]) { $_ }
                    elseif ($_ -like "$word*") { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
                }
            }

            """).ToString();
    }

    private static string Candidates(CompletableValue value) => value.Kind switch
    {
        ValueKind.Words => List(value.Words),
        ValueKind.File => Files,
        ValueKind.Folder => $"{Files} | Where-Object ResultType -eq ProviderContainer",
        _ => "@()",
    };

    private static string List(IReadOnlyList<string> words) => $"@({string.Join(", ", words.Select(w => $"'{w}'"))})";
}
