namespace SupplyShockSim.Figures;

/// <summary>
/// Gives each name its hue, the same in all figures of a folder: in the order in which names are first asked for; past the last hue all are
/// <see cref="Hue.Rest"/>.
/// </summary>
public sealed class HueBook
{
    private readonly Dictionary<string, Hue> _hues = new(StringComparer.Ordinal);

    /// <summary>The hue of a name.</summary>
    public Hue Of(string name)
    {
        if (!_hues.TryGetValue(name, out var hue))
        {
            _hues.Add(name, hue = _hues.Count < Hue.Places ? new Hue(_hues.Count) : Hue.Rest);
        }

        return hue;
    }
}
