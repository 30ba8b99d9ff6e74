using SupplyShockSim.Simulation.State;

namespace SupplyShockSim.Simulation.Attention;

/// <summary>
/// What a run looks at, phase by phase: whoever changes something marks here whom it concerns, and the rule of each phase takes its list when its event
/// comes. Marks know the state and the calendar, and no rule.
/// </summary>
internal sealed class RunAttention
{
    private readonly RunState _state;
    private readonly Cell<long> _worldChangedAt;

    public RunAttention(RunState state, Parts parts)
    {
        _state = state;
        _worldChangedAt = parts.Add(() => new Cell<long>(-1));
        Landings = new LandingsDue(state, Clock, parts);
        Reviews = new ReviewsDue(state, Clock, parts);
        Clearings = new ClearingsDue(state, Clock, parts);
        Settling = new SettlingDue(state, Clock, parts);
        Expected = new Expected(state, Clock);
        Prices = new PricesDue(state, Clock);
    }

    public Clock Clock { get; } = new();

    public LandingsDue Landings { get; }

    public ReviewsDue Reviews { get; }

    public ClearingsDue Clearings { get; }

    public SettlingDue Settling { get; }

    public Expected Expected { get; }

    public PricesDue Prices { get; }

    /// <summary>Told of each site at which another amount lands, and the second.</summary>
    public Action<int, long>? Landed { get; set; }

    /// <summary>A control, an opening or a qualification changes the world at this second.</summary>
    public void WorldChanged(long now) => _worldChangedAt.Value = now;

    /// <summary>
    /// Sites decide (on wanted activity and needs) at the points of the review grid and whenever the world changes; at other instants
    /// activity only follows what lands and what runs dry.
    /// </summary>
    public bool IsDecisionInstant(long now) => now % _state.ReviewSeconds == 0 || now == _worldChangedAt.Value;
}
