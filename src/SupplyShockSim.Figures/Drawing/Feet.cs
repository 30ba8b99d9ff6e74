using SkiaSharp;
using SupplyShockSim.Figures.Words;

namespace SupplyShockSim.Figures.Drawing;

/// <summary>The horizontal axis as written below a field: ticks, dates, numbers or names, and the unit.</summary>
internal sealed class Feet
{
    private const double LineHeight = 13;

    /// <summary>So few names are all written, however narrow their columns are.</summary>
    private const int Few = 8;

    private readonly Axis _axis;
    private readonly List<string>[] _names;
    private readonly int _every;

    /// <param name="figure">Whose axis.</param>
    /// <param name="width">About how wide a field is.</param>
    public Feet(Figure figure, double width)
    {
        _axis = figure.X;
        _every = Every(width / Math.Max(1, _axis.Categories.Count));
        var column = Math.Max(24, (_every * width / Math.Max(1, _axis.Categories.Count)) - (_every > 1 ? 2 : 6));
        _names = [.. _axis.Categories.Select((name, i) => i % _every > 0 ? [] : Lettering.Wrap(name, column, PageLayout.TickSize, most: 3))];
        Height = _axis.Kind switch
        {
            AxisKind.Date => 38,
            AxisKind.Number => 38,
            _ => 12 + (LineHeight * _names.Select(n => n.Count).DefaultIfEmpty(0).Max()),
        };
    }

    /// <summary>The room they take.</summary>
    public double Height { get; }

    /// <summary>Of many names every how manieth is written, so that no word is broken.</summary>
    private int Every(double column)
    {
        if (_axis.Categories.Count <= Few)
        {
            return 1;
        }

        var widest = _axis.Categories.SelectMany(name => name.Split(' ')).Max(word => Lettering.Width(word, PageLayout.TickSize));
        return (int)Math.Clamp(Math.Ceiling((widest + 3) / column), 1, _axis.Categories.Count);
    }

    public void Draw(SKCanvas canvas, Field field)
    {
        switch (_axis.Kind)
        {
            case AxisKind.Date:
                Dates(canvas, field);
                break;
            case AxisKind.Number:
                Numbers(canvas, field);
                break;
            default:
                Names(canvas, field);
                break;
        }
    }

    private void Dates(SKCanvas canvas, Field field)
    {
        foreach (var tick in DateTicks.Of(_axis.Start, _axis.Until!.Value, Math.Max(2, (int)((field.Right - field.Left) / 48))))
        {
            Tick(canvas, field, tick.Day, tick.Label);
            if (tick.Year is not null)
            {
                Lettering.Write(canvas, field.X(tick.Day), field.Bottom + 32, tick.Year,
                    new Letters(PageLayout.TickSize, Palette.Ink, Bold: true), Anchor.Middle);
            }
        }
    }

    private void Numbers(SKCanvas canvas, Field field)
    {
        foreach (var tick in field.Across.Ticks)
        {
            Tick(canvas, field, tick, Say.Number(tick));
        }

        Lettering.Write(canvas, field.Right, field.Bottom + 32, _axis.Unit, new Letters(PageLayout.TickSize, Palette.Muted), Anchor.End);
    }

    private void Names(SKCanvas canvas, Field field)
    {
        for (var i = 0; i < _names.Length; i++)
        {
            for (var line = 0; line < _names[i].Count; line++)
            {
                Lettering.Write(canvas, field.X(i), field.Bottom + 16 + (line * LineHeight), _names[i][line],
                    new Letters(PageLayout.TickSize, Palette.Ink), Anchor.Middle);
            }
        }
    }

    private static void Tick(SKCanvas canvas, Field field, double place, string label)
    {
        Strokes.Line(canvas, field.X(place), field.Bottom, field.X(place), field.Bottom + 5, Palette.Ink, 1);
        Lettering.Write(canvas, field.X(place), field.Bottom + 18, label, new Letters(PageLayout.TickSize, Palette.Ink), Anchor.Middle);
    }
}
