using SupplyShockSim.Engine;
using SupplyShockSim.Simulation.Levers;

namespace SupplyShockSim.Policies.Triggers;

/// <summary>
/// A condition in one run. It is looked at when a site on which it hangs is touched or a price changes, so that one that never holds costs no event; from
/// the second at which it holds a timer runs, which is taken back when it ceases to hold.
/// </summary>
/// <param name="condition">The condition.</param>
/// <param name="forSeconds">How long it must hold.</param>
/// <param name="code">The code of its timers.</param>
internal sealed class TriggerWatch(Condition condition, long forSeconds, int code)
{
    private const int Fire = 0;
    private const int LookAgain = 1;

    private bool _isOpen;
    private bool _holds;
    private long _due = -1;
    private EventHandle _timer;

    public Condition Condition => condition;

    /// <summary>It is waited for.</summary>
    public bool IsOpen => _isOpen;

    public TriggerWatch Clone() => (TriggerWatch)MemberwiseClone();

    /// <summary>It counts from now on.</summary>
    public void Open(PolicyBench bench, long now)
    {
        (_isOpen, _holds, _due) = (true, false, -1);
        Look(bench, now, mayFireNow: true);
    }

    /// <summary>It is not waited for any more.</summary>
    public void Close(PolicyBench bench)
    {
        if (_isOpen)
        {
            _isOpen = false;
            Forget(bench);
        }
    }

    /// <summary>Something on which it hangs may have changed, as a rule in an instant that ends, in which nobody decides anew.</summary>
    public void Look(PolicyBench bench, long now, bool mayFireNow = false)
    {
        if (!_isOpen)
        {
            return;
        }

        var held = _holds;
        _holds = condition.Holds(bench, now, out var holdsFrom);
        if (_holds && !held)
        {
            var due = now + forSeconds;
            Expect(bench, OnGrid(bench, due) && (due > now || mayFireNow) ? due : bench.Stocks.NextReview(due), Fire);
        }
        else if (!_holds && holdsFrom < long.MaxValue)
        {
            Expect(bench, holdsFrom, LookAgain);
        }
        else if (!_holds && _due >= 0)
        {
            Forget(bench);
        }
    }

    /// <summary>Its timer fires: true where it has held long enough.</summary>
    public bool Fires(PolicyBench bench, int arg, long now)
    {
        if (!_isOpen || now != _due)
        {
            return false;
        }

        _due = -1;
        if (arg == Fire && condition.Holds(bench, now, out _))
        {
            _isOpen = false;
            return true;
        }

        _holds = false;
        Look(bench, now, mayFireNow: true);
        return false;
    }

    private static bool OnGrid(PolicyBench bench, long second) => second == 0 || bench.Stocks.NextReview(second - 1) == second;

    private void Expect(PolicyBench bench, long second, int arg)
    {
        if (second != _due)
        {
            Forget(bench);
            (_due, _timer) = (second, bench.Schedule(second, code, arg));
        }
    }

    private void Forget(PolicyBench bench)
    {
        if (_due >= 0)
        {
            _due = -1;
            bench.Cancel(_timer);
        }
    }
}
