namespace SupplyShockSim.Simulation.Levers;

/// <summary>
/// What policies do to a quantity of many subjects (a lane's limit, a site's capacity): each sets its own value, and the
/// subject's value folds those of all that act on it. So overlapping policies need not know of each other, and the end of
/// one leaves the others in force.
/// </summary>
internal sealed class Effects(int subjects, double neutral, Func<double, double, double> fold)
{
    private readonly double _neutral = neutral;
    private readonly Func<double, double, double> _fold = fold;
    private readonly int _subjects = subjects;

    /// <summary>First place of each subject, or -1; empty until a policy registers, since most runs use few of the levers.</summary>
    private int[] _first = [];
    private int[] _next = new int[16];
    private double[] _value = new double[16];
    private int _count;

    /// <summary>A place for one policy's value on one subject, without effect until it is set.</summary>
    public int Register(int subject)
    {
        if (_first.Length == 0)
        {
            _first = new int[_subjects];
            _first.AsSpan().Fill(-1);
        }

        if (_count == _value.Length)
        {
            Array.Resize(ref _value, 2 * _count);
            Array.Resize(ref _next, 2 * _count);
        }

        _value[_count] = _neutral;
        _next[_count] = _first[subject];
        _first[subject] = _count;
        return _count++;
    }

    public void Set(int place, double value) => _value[place] = value;

    /// <summary>The values of all policies on a subject, folded; the neutral value where there is none.</summary>
    public double Of(int subject)
    {
        var result = _neutral;
        for (var place = _first.Length == 0 ? -1 : _first[subject]; place >= 0; place = _next[place])
        {
            result = _fold(result, _value[place]);
        }

        return result;
    }

    public Effects Clone()
    {
        var copy = (Effects)MemberwiseClone();
        copy._first = [.. _first];
        copy._next = [.. _next];
        copy._value = [.. _value];
        return copy;
    }
}
