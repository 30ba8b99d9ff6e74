using SupplyShockSim.Scenarios.Diagnostics;
using SupplyShockSim.Scenarios.Files;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace SupplyShockSim.Scenarios.Yaml;

/// <summary>
/// Builds nodes from YAML. Anchors, aliases and tags are refused: a file says what it means where it says it, and no short
/// text can blow up. Reports what it cannot read and returns null then.
/// </summary>
internal sealed class YamlReader
{
    private readonly SourceText _source;
    private readonly DiagnosticBag _bag;
    private readonly Place _origin;
    private readonly GuardedParser _parser;
    private readonly bool _isPiece;

    private YamlReader(SourceText source, Place origin, string text, DiagnosticBag bag, bool isPiece)
    {
        (_source, _bag, _origin, _isPiece) = (source, bag, origin, isPiece);
        _parser = new GuardedParser(text);
    }

    /// <summary>Reads a whole file.</summary>
    public static Node? Read(SourceText source, string text, DiagnosticBag bag) => Read(source, Place.StartOf(source), text, bag, isPiece: false);

    /// <summary>Reads a piece of text that stands at a place in another text, such as the cell of a table or an override.</summary>
    public static Node? ReadAt(Place place, string text, DiagnosticBag bag) => Read(place.Source, place, text, bag, isPiece: true);

    private static Node? Read(SourceText source, Place origin, string text, DiagnosticBag bag, bool isPiece)
    {
        var reader = new YamlReader(source, origin, text, bag, isPiece);
        try
        {
            return reader.Document();
        }
        catch (YamlException e)
        {
            var place = IsTab(e.Message) && TabAt(source, text) is { } tab ? tab : reader.At(e.Start, e.End);
            if (!IsTab(e.Message) && YamlMistake.Find(text, (int)Math.Max(1, e.End.Line)) is { } mistake)
            {
                bag.Error(reader.At(mistake), DiagnosticCodes.YamlSyntax, mistake.Message, mistake.Hint);
                return null;
            }

            bag.Error(place, DiagnosticCodes.YamlSyntax, "this is not valid YAML: " + Tidy(e.Message), SyntaxHint(e.Message));
            return null;
        }
        catch (StopException)
        {
            return null;
        }
    }

    private Node? Document()
    {
        _parser.Consume<StreamStart>();
        if (!_parser.TryConsume<DocumentStart>(out _))
        {
            return null;
        }

        var node = Value(0);
        _parser.Consume<DocumentEnd>();
        if (_parser.TryConsume<DocumentStart>(out var second))
        {
            _bag.Error(At(second.Start, second.End), DiagnosticCodes.SeveralDocuments, "a second YAML document starts here, one was expected", "split the file in two");
            return null;
        }

        return node;
    }

    private Node Value(int depth)
    {
        var next = _parser.Consume<ParsingEvent>();
        var place = At(next.Start, next.End);
        if (depth > Limits.Depth)
        {
            _bag.Error(place, DiagnosticCodes.TooDeep, $"lists and maps stand more than {Limits.Depth} deep in each other");
            throw new StopException();
        }

        if (next is AnchorAlias alias)
        {
            Refuse(place, $"the alias '*{alias.Value}'");
            return new ScalarNode(place, alias.Value.Value, Plain: false);
        }

        if (next is NodeEvent { Anchor.IsEmpty: false } anchored)
        {
            Refuse(place, $"the anchor '&{anchored.Anchor.Value}'");
        }
        else if (next is NodeEvent { Tag.IsEmpty: false } tagged)
        {
            Refuse(place, $"the tag '{tagged.Tag}'");
        }

        return next switch
        {
            Scalar scalar => new ScalarNode(place, scalar.Value, scalar.Style == ScalarStyle.Plain),
            SequenceStart => List(place, depth),
            MappingStart => Map(place, depth),
            _ => throw new YamlException(next.Start, next.End, "a value was expected"),
        };
    }

    private ListNode List(Place place, int depth)
    {
        var items = new List<Node>();
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(Value(depth + 1));
        }

        return new ListNode(items.Count > 0 && place.Length == 0 ? place with { Length = 1 } : place, items);
    }

    private MapNode Map(Place place, int depth)
    {
        var entries = new List<Entry>();
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            var key = Value(depth + 1);
            var value = Value(depth + 1);
            if (key is not ScalarNode name)
            {
                _bag.Error(key.Place, DiagnosticCodes.WrongShape, "a key must be plain text");
            }
            else if (!lines.TryAdd(name.Text, name.Place.Line))
            {
                _bag.Error(name.Place, DiagnosticCodes.DuplicateKey,
                    FormattableString.Invariant($"the key '{name.Text}' stands here a second time; the first is in line {lines[name.Text]}"), "keep one of the two");
            }
            else
            {
                entries.Add(new Entry(name.Text, name.Place, value));
            }
        }

        return new MapNode(place, entries);
    }

    private void Refuse(Place place, string what) =>
        _bag.Error(place, DiagnosticCodes.YamlFeature, $"{what} is not accepted: anchors, aliases and tags are left out of this format", "write the value out, or build on another file with `extends`");

    /// <summary>The place of a stretch of this text in the text that is shown.</summary>
    private Place At(Mark start, Mark end)
    {
        var line = (int)Math.Max(1, start.Line);
        var column = (int)Math.Max(1, start.Column);
        var length = end.Line == start.Line ? (int)Math.Max(1, end.Column - start.Column) : 1;
        if (_isPiece && line > 1)
        {
            // Past the end of a piece that stands on one line.
            return _origin with { Column = _origin.Column + _origin.Length - 1, Length = 1 };
        }

        return new Place(_source, _origin.Line + line - 1, line == 1 ? _origin.Column + column - 1 : column, length);
    }

    private Place At(YamlMistake mistake) => mistake.Line > 1 && !_isPiece
        ? new Place(_source, mistake.Line, mistake.Column, mistake.Length)
        : _origin with { Column = _origin.Column + mistake.Column - 1, Length = mistake.Length };

    private static string Tidy(string message) => message.TrimEnd('.', ' ').ReplaceLineEndings(" ");

    private static bool IsTab(string message) => message.Contains(" tab ", StringComparison.OrdinalIgnoreCase);

    /// <summary>The first tab in an indentation; the parser only says that there is one.</summary>
    private static Place? TabAt(SourceText source, string text)
    {
        var number = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            number++;
            var tab = line[..(line.Length - line.TrimStart(" \t").Length)].IndexOf('\t');
            if (tab >= 0)
            {
                return new Place(source, number, tab + 1, 1);
            }
        }

        return null;
    }

    private static string? SyntaxHint(string message) =>
        IsTab(message) ? "indent with spaces, not with tabs"
        : message.Contains("mapping values", StringComparison.OrdinalIgnoreCase) ? "put text that holds ': ' into quotes, and check the indentation"
        : message.Contains("expected ',' or", StringComparison.Ordinal) ? "close every bracket and brace, and put a comma between items"
        : null;

    /// <summary>The problem has been reported and nothing after it can be read.</summary>
    private sealed class StopException : Exception;
}
