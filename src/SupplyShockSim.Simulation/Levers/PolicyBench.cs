using SupplyShockSim.Engine;
using SupplyShockSim.Network;
using SupplyShockSim.Simulation.Attention;
using SupplyShockSim.Simulation.Recording;
using SupplyShockSim.Simulation.Rules.Transit;

namespace SupplyShockSim.Simulation.Levers;

/// <summary>
/// The one thing that a policy at work holds of a run: its timers, its grips on levers, its log with causes, random numbers of its own,
/// and what it may read. A policy changes nothing in a run but through this.
/// </summary>
/// <remarks>Times are seconds of the run, rates t/d. Not thread-safe, as the run is not.</remarks>
public sealed class PolicyBench
{
    private readonly Workshop _workshop;
    private readonly LeverBoard _levers;
    private readonly Watches _watches;

    /// <summary>All that the policy has taken hold of: the same in each fork.</summary>
    private readonly List<Grip> _grips;

    /// <summary>See <see cref="Chains"/>.</summary>
    private int[]? _chains;

    internal PolicyBench(Workshop workshop, LeverBoard levers, Watches watches, int index)
        : this(workshop, levers, watches, index, [])
    {
    }

    /// <summary>The bench of the same policy in a fork.</summary>
    internal PolicyBench(Workshop workshop, LeverBoard levers, Watches watches, PolicyBench from)
        : this(workshop, levers, watches, from.Index, from._grips)
    {
    }

    private PolicyBench(Workshop workshop, LeverBoard levers, Watches watches, int index, List<Grip> grips)
    {
        (_workshop, _levers, _watches, Index, _grips) = (workshop, levers, watches, index, grips);
        Stocks = new StockView(workshop);
    }

    /// <summary>The position of the policy among those of the run.</summary>
    public int Index { get; }

    public SupplyNetwork Network => _workshop.Network;

    /// <summary>The calendar date and time of the run's second 0.</summary>
    public DateTime Start => _workshop.Start;

    /// <summary>The second at which the run ends.</summary>
    public long End => _workshop.End;

    /// <summary>The price of a commodity in a country now, USD/t; NaN for a commodity without a price.</summary>
    public double PriceUsdPerTonne(int commodity, int country) => _workshop.Prices.UsdPerTonne(commodity, country);

    /// <summary>The subject of <see cref="Lever.ReferencePrice"/> for a commodity in a country.</summary>
    public int PriceCell(int commodity, int country) => _workshop.Prices.Cell(commodity, country);

    /// <summary>What the market pays a maker for its main product now, USD/t at home and abroad; NaN for a product without a price.</summary>
    public double SellingPriceUsdPerTonne(int site) => _workshop.SellingPriceOf(site);

    /// <summary>What stocks hold, and what their sites use and lack.</summary>
    public StockView Stocks { get; }

    /// <summary>What a lane carries now, t/d.</summary>
    public double DispatchTonnesPerDay(int lane) => _workshop.Lanes[lane].Dispatch;

    /// <summary>What the market has a lane carry from now on, beside what policies send over it.</summary>
    public double PromisedTonnesPerDay(int lane) => _workshop.Lanes[lane].Contract + _workshop.Lanes[lane].Spot;

    /// <summary>What a buyer has under contract over a lane now, t/d.</summary>
    public double ContractFlow(int lane) => _workshop.Lanes[lane].Flow;

    /// <inheritdoc cref="LaneTerms.MoveContract"/>
    public void MoveContract(int from, int to, double perDay, long now, int cause) => _levers.MoveContract(from, to, perDay, now, cause);

    /// <summary>What all policies on a subject of a lever come to now.</summary>
    public double ValueOf(Lever lever, int subject) => _levers.Of(lever, subject);

    /// <inheritdoc cref="TransitKeeper.ArrivalOfLast"/>
    public long ArrivalOfLast(int lane, long now) => _workshop.Transit.ArrivalOfLast(lane, now);

    /// <inheritdoc cref="LeverBoard.ClosureBase"/>
    public double ClosureBase(int lane) => _levers.ClosureBase(lane);

    /// <summary>The next number, from 0 to 1, of a random stream. Streams of other names are not moved by it.</summary>
    public double Draw(string stream) => _workshop.Streams.Stream(stream).NextDouble();

    /// <summary>Takes hold of a lever, without effect until a value is set. While the policy is put to work only.</summary>
    public Grip Take(Lever lever, int[] subjects)
    {
        var grip = new Grip(lever, subjects, _levers.Register(lever, subjects));
        _grips.Add(grip);
        return grip;
    }

    /// <summary>The chains of commodities that the policy has a hold on; none where it holds no lever, and may act on any.</summary>
    internal int[] Chains => _chains ??= [.. _grips.SelectMany(g => g.Subjects.Select(s => _workshop.ChainOf(g.Lever, s))).Distinct().Order()];

    /// <summary>Sets the policy's value on the i-th subject of a grip; the run takes over what all policies come to.</summary>
    /// <param name="grip">The grip.</param>
    /// <param name="i">Which of its subjects.</param>
    /// <param name="value">The value, in the unit of the lever.</param>
    /// <param name="now">The second of the run.</param>
    /// <param name="cause">The log entry that is the reason, or -1.</param>
    public void Set(Grip grip, int i, double value, long now, int cause)
    {
        _levers.Put(grip.Lever, grip.Places[i], value);
        _levers.TakeOver(grip.Lever, grip.Subjects[i], now, cause);
    }

    /// <summary>As <see cref="Set"/>, on every subject.</summary>
    public void SetAll(Grip grip, double value, long now, int cause)
    {
        for (var i = 0; i < grip.Count; i++)
        {
            Set(grip, i, value, now, cause);
        }
    }

    /// <summary>
    /// Leaves a lane alone for a while: what the policy sets there is kept and counts for nothing, until it is taken back.
    /// </summary>
    /// <param name="lane">The lane.</param>
    /// <param name="isSpared">Whether it is left alone from now on.</param>
    /// <param name="now">The second of the run.</param>
    /// <param name="cause">The log entry that is the reason, or -1.</param>
    public void Spare(int lane, bool isSpared, long now, int cause)
    {
        foreach (var grip in _grips.Where(g => g.IsOnLanes))
        {
            var i = Array.IndexOf(grip.Subjects, lane);
            if (i >= 0)
            {
                _levers.Mute(grip.Lever, grip.Places[i], isSpared);
                _levers.TakeOver(grip.Lever, lane, now, cause);
            }
        }
    }

    /// <summary>Sets a value that takes effect with the next <see cref="Set"/> of a lever on the same quantity (transit time and delay).</summary>
    public void Put(Grip grip, int i, double value) => _levers.Put(grip.Lever, grip.Places[i], value);

    /// <summary>Has <see cref="IPolicyAtWork.OnDispatch"/> called for these lanes. While the policy is put to work only.</summary>
    /// <param name="lanes">The lanes.</param>
    /// <param name="first">What the first of them is called then; the others follow.</param>
    public void Watch(int[] lanes, int first = 0) => _watches.Lanes.Add(Index, lanes, first);

    /// <summary>Has <see cref="IPolicyAtWork.OnSettling"/> called when one of these sites is touched. While the policy is put to work only.</summary>
    public void WatchSites(int[] sites) => _watches.Sites.Add(Index, sites);

    /// <summary>Has <see cref="IPolicyAtWork.OnOther"/> called of another policy. While the policy is put to work only.</summary>
    public void Follow(int policy) => _watches.Policies.Add(Index, policy);

    /// <summary>Tells those who follow the policy what happens to it.</summary>
    public void Tell(PolicyEvent what, long now, int entry) => _watches.Policies.Tell(Index, what, now, entry);

    /// <summary>Sets a timer, before all else that happens in its second; none beyond the end of the run.</summary>
    public EventHandle Schedule(long second, int code, int arg = 0) => Schedule(second, Phases.World, code, arg);

    /// <summary>Sets a timer that fires when all that arrives in its second has landed.</summary>
    public EventHandle ScheduleOnceLanded(long second, int code, int arg = 0) => Schedule(second, Phases.Stocks, code, arg);

    /// <summary>Moves a timer (set by <see cref="Schedule(long, int, int)"/>) that has not fired, or sets a new one.</summary>
    /// <returns>The timer, to be moved or cancelled later.</returns>
    public EventHandle Reschedule(EventHandle timer, long second, int code, int arg = 0) =>
        _workshop.Calendar.Reschedule(timer, SimTime.FromSeconds(second), Phases.World) ? timer : Schedule(second, code, arg);

    /// <summary>Takes back a timer; one that has fired already is nobody's.</summary>
    public void Cancel(EventHandle timer) => _workshop.Calendar.Cancel(timer);

    /// <summary>Logs a change of a policy.</summary>
    /// <param name="now">The second of the run.</param>
    /// <param name="kind">What.</param>
    /// <param name="policy">The position of the policy that it is about, as a rule <see cref="Index"/>.</param>
    /// <param name="cause">The log entry that is the reason, or -1.</param>
    /// <param name="before">The value before, or NaN.</param>
    /// <param name="after">The value after, or NaN.</param>
    /// <returns>The id of the entry: the cause of what follows.</returns>
    public int Log(long now, LogKind kind, int policy, int cause, double before = double.NaN, double after = double.NaN) =>
        _workshop.Log.Add(now, kind, SubjectKind.Control, policy, cause, before: before, after: after);

    /// <summary>Logs what a policy decides about a lane; see <see cref="Log"/>.</summary>
    public int LogLane(long now, LogKind kind, int lane, int cause) => _workshop.Log.Add(now, kind, SubjectKind.Lane, lane, cause);

    private EventHandle Schedule(long second, Phase phase, int code, int arg) => second <= _workshop.End
        ? _workshop.Calendar.Schedule(SimTime.FromSeconds(second), phase, new SupplyEvent(EventKind.Policy, Index, code, arg))
        : default;
}
