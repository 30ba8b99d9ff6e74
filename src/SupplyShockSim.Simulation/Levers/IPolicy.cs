using SupplyShockSim.Engine;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Simulation.Levers;

/// <summary>What somebody does in a run: a control, an answer. All that the run knows of it is how it is put to work.</summary>
public interface IPolicy
{
    /// <summary>
    /// Puts it to work in one run. Nothing happens before <see cref="IPolicyAtWork.Open"/>, but grips on levers and watches on lanes are taken here.
    /// </summary>
    IPolicyAtWork PutToWork(PolicyBench bench);
}

/// <summary>A policy at work in one run. It sets timers and moves levers when they fire; between timers it does nothing.</summary>
public interface IPolicyAtWork
{
    /// <summary>The run starts: time to set the first timers.</summary>
    void Open();

    /// <summary>A timer of its own fires.</summary>
    /// <param name="code">What the timer was set for.</param>
    /// <param name="arg">What it is about.</param>
    /// <param name="now">The second of the run.</param>
    void OnTimer(int code, int arg, long now);

    /// <summary>A lane that it watches carries another amount from now on; others may still change in this instant.</summary>
    /// <param name="watched">The position of the lane among those it watches.</param>
    /// <param name="now">The second of the run.</param>
    void OnDispatch(int watched, long now)
    {
    }

    /// <summary>Where its life is not known before the run: the windows in which it was in force so far; the last may be open.</summary>
    IReadOnlyList<(SimTime From, SimTime Until)>? Life => null;

    /// <summary>Something happens to a policy that it follows.</summary>
    /// <param name="policy">The position of that policy.</param>
    /// <param name="what">What happens.</param>
    /// <param name="now">The second of the run.</param>
    /// <param name="entry">The log entry that tells of it.</param>
    void OnOther(int policy, PolicyEvent what, long now, int entry)
    {
    }

    /// <summary>
    /// What lands at a site that it watches has changed, or the instant has touched the site and is about to end: lanes take their rates next. The time to
    /// send something over a lane; other levers are left to timers, so that nobody decides anew in an instant that is over.
    /// </summary>
    void OnSettling(long now)
    {
    }

    /// <summary>All lanes carry what they will carry after this instant; called once for an instant in which a watched lane changed.</summary>
    void OnDispatched(long now)
    {
    }

    /// <summary>Some price has changed: those that are paid by it look again.</summary>
    void OnPrices(long now)
    {
    }

    /// <summary>What it came to up to a second, where it keeps account; it changes nothing.</summary>
    AnswerRecord? Account(long now) => null;

    /// <summary>A copy that goes its own way, at the bench of another run.</summary>
    IPolicyAtWork CloneFor(PolicyBench bench);
}
