namespace SupplyShockSim.Simulation.Levers;

/// <summary>How the values that several policies set on one subject become one.</summary>
internal enum Fold
{
    /// <summary>The lowest holds.</summary>
    Lowest,

    /// <summary>The highest holds.</summary>
    Highest,

    /// <summary>They add up.</summary>
    Sum,

    /// <summary>They multiply.</summary>
    Product,
}

/// <summary>
/// What policies do to a quantity of many subjects (a lane's limit, a site's capacity): each sets its own value, and the
/// subject's value folds those of all that act on it. So overlapping policies need not know of each other, and the end of
/// one leaves the others in force.
/// </summary>
/// <remarks>
/// The values on a subject are the leaves of a tree whose nodes hold the fold of what is below them, so that a change costs the
/// logarithm of their number. Sums and products depend in their last bits on the order of their terms: they have leaves only, and are taken from
/// the last registered to the first at each change.
/// </remarks>
internal sealed class Effects(int subjects, double neutral, Fold fold)
{
    private readonly double _neutral = neutral;
    private readonly Fold _fold = fold;
    private readonly int _subjects = subjects;

    /// <summary>By place: its subject, its value, and the node that is its leaf.</summary>
    private readonly List<int> _subject = [];
    private readonly List<double> _value = [];
    private int[] _leaf = [];

    /// <summary>By place: whether its value counts for nothing now; empty until one is muted.</summary>
    private bool[] _muted = [];

    /// <summary>
    /// First place of each subject among all, sorted by subject; empty until a policy registers, since most runs use few of the levers.
    /// The tree of n places from f on lies from 2f on: its root at 1, the children of node k at 2k and 2k + 1, its leaves from n on.
    /// </summary>
    private int[] _first = [];
    private double[] _node = [];
    private bool _isLaidOut;

    private Effects(Effects from)
        : this(from._subjects, from._neutral, from._fold)
    {
        (_subject, _value, _leaf) = ([.. from._subject], [.. from._value], from._leaf);
        (_first, _node, _isLaidOut, _muted) = (from._first, [.. from._node], from._isLaidOut, [.. from._muted]);
    }

    /// <summary>A place for one policy's value on one subject, without effect until it is set.</summary>
    public int Register(int subject)
    {
        _isLaidOut = false;
        _subject.Add(subject);
        _value.Add(_neutral);
        return _value.Count - 1;
    }

    public void Set(int place, double value)
    {
        LayOut();
        _value[place] = value;
        var tree = 2 * _first[_subject[place]];
        var node = _leaf[place];
        _node[tree + node] = Counted(place);
        while (node > 1 && _fold is Fold.Lowest or Fold.Highest)
        {
            node /= 2;
            _node[tree + node] = Combine(_node[tree + (2 * node)], _node[tree + (2 * node) + 1]);
        }
    }

    /// <summary>Has a place count for nothing, whatever is set there, or count again with what was set last.</summary>
    public void Mute(int place, bool isMuted)
    {
        if (_muted.Length == 0)
        {
            _muted = new bool[_value.Count];
        }

        _muted[place] = isMuted;
        Set(place, _value[place]);
    }

    /// <summary>The values of all policies on a subject, folded; the neutral value where there is none.</summary>
    public double Of(int subject)
    {
        if (_value.Count == 0)
        {
            return _neutral;
        }

        LayOut();
        var (first, end) = (_first[subject], _first[subject + 1]);
        if (first == end)
        {
            return _neutral;
        }

        return _fold is Fold.Lowest or Fold.Highest ? Combine(_neutral, _node[(2 * first) + 1]) : InOrder(first, end - first);
    }

    public Effects Clone() => new(this);

    private double Counted(int place) => _muted.Length > 0 && _muted[place] ? _neutral : _value[place];

    /// <summary>The leaves from the last to the first.</summary>
    private double InOrder(int first, int count)
    {
        var result = _neutral;
        for (var node = (2 * count) - 1; node >= count; node--)
        {
            result = Combine(result, _node[(2 * first) + node]);
        }

        return result;
    }

    private double Combine(double a, double b) => _fold switch
    {
        Fold.Lowest => Math.Min(a, b),
        Fold.Highest => Math.Max(a, b),
        Fold.Sum => a + b,
        _ => a * b,
    };

    /// <summary>Sorts the places by subject and builds the trees, once after all have registered.</summary>
    private void LayOut()
    {
        if (_isLaidOut)
        {
            return;
        }

        _isLaidOut = true;
        _first = new int[_subjects + 1];
        foreach (var subject in _subject)
        {
            _first[subject + 1]++;
        }

        for (var s = 0; s < _subjects; s++)
        {
            _first[s + 1] += _first[s];
        }

        _leaf = new int[_value.Count];
        _node = new double[2 * _value.Count];
        var taken = new int[_subjects];
        for (var place = 0; place < _value.Count; place++)
        {
            var subject = _subject[place];
            _leaf[place] = _first[subject + 1] - _first[subject] + taken[subject]++;
            _node[(2 * _first[subject]) + _leaf[place]] = _value[place];
        }

        for (var s = 0; s < _subjects; s++)
        {
            for (var node = _first[s + 1] - _first[s] - 1; node >= 1; node--)
            {
                var at = (2 * _first[s]) + (2 * node);
                _node[(2 * _first[s]) + node] = Combine(_node[at], _node[at + 1]);
            }
        }
    }
}
