using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace SupplyShockSim.Scenarios.Yaml;

/// <summary>
/// The parser of YamlDotNet, whose scanner answers some broken texts (<c>{a: 7 {</c>) with exceptions of other kinds than its
/// own; here they all become syntax errors with a place.
/// </summary>
internal sealed class GuardedParser : IParser
{
    private readonly Scanner _scanner;
    private readonly Parser _parser;

    public GuardedParser(string text)
    {
        _scanner = new Scanner(new StringReader(text), skipComments: true);
        _parser = new Parser(_scanner);
    }

    public ParsingEvent? Current => _parser.Current;

    public bool MoveNext()
    {
        try
        {
            return _parser.MoveNext();
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or IndexOutOfRangeException or FormatException or OverflowException)
        {
            throw new SyntaxErrorException(_scanner.CurrentPosition, _scanner.CurrentPosition, "something is out of place here");
        }
    }
}
