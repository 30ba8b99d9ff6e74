using Spectre.Console;

namespace SupplyShockSim.Cli.Running;

/// <summary>Drawing on a stream that is known to be a terminal.</summary>
internal static class TerminalConsole
{
    public static IAnsiConsole On(TextWriter terminal, bool colours = true) => AnsiConsole.Create(new AnsiConsoleSettings
    {
        Out = new AnsiConsoleOutput(terminal),
        Ansi = AnsiSupport.Yes,
        Interactive = InteractionSupport.Yes,
        ColorSystem = colours ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
    });
}
