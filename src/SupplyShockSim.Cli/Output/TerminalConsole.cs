using Spectre.Console;

namespace SupplyShockSim.Cli.Output;

/// <summary>Drawing on a stream that is known to be a terminal.</summary>
internal static class TerminalConsole
{
    /// <param name="terminal">The stream.</param>
    /// <param name="colours">False for plain text, without any escape sequence.</param>
    public static IAnsiConsole On(TextWriter terminal, bool colours) => AnsiConsole.Create(new AnsiConsoleSettings
    {
        Out = new AnsiConsoleOutput(terminal),
        Ansi = colours ? AnsiSupport.Yes : AnsiSupport.No,
        Interactive = InteractionSupport.Yes,
        ColorSystem = colours ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
    });
}
