namespace SupplyShockSim.Policies.Selecting;

/// <summary>What one key of a policy asks of a lane or site: to fit one of the names it lists, or, for an exemption, none of them.</summary>
public sealed class Criterion
{
    private readonly List<Listed> _names = [];

    internal Criterion(string key, bool isExemption = false) => (Key, IsExemption) = (key, isExemption);

    internal string Key { get; }

    internal bool IsExemption { get; }

    /// <summary>The names that mean something.</summary>
    internal IReadOnlyList<Listed> Names => _names;

    /// <param name="position">Where it stands in the list.</param>
    /// <param name="name">As written.</param>
    /// <param name="isEmpty">Nothing in the network can fit it.</param>
    /// <param name="fits">Whether a lane or site fits it.</param>
    internal void Add(int position, string name, bool isEmpty, Predicate<int> fits) => _names.Add(new Listed(position, name, isEmpty, fits));

    /// <summary>Whether a lane or site fits one of the names, each of which is noted as one that does something.</summary>
    internal bool FitsOne(int subject)
    {
        var fits = false;
        foreach (var name in _names)
        {
            if ((!fits || !name.DidFit) && name.Fits(subject))
            {
                name.DidFit = fits = true;
            }
        }

        return fits;
    }

    /// <summary>A name in a list.</summary>
    internal sealed record Listed(int Position, string Name, bool IsEmpty, Predicate<int> Fits)
    {
        /// <summary>Whether something has fitted it that also fits all other criteria.</summary>
        public bool DidFit { get; set; }
    }
}
