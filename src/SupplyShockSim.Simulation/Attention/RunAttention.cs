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

    /// <summary>By chain of commodities: the second after that in which the world last changed for it.</summary>
    private readonly Rows<long> _chainChangedBefore;

    public RunAttention(RunState state, Parts parts)
    {
        _state = state;
        _worldChangedAt = parts.Add(() => new Cell<long>(-1));
        _chainChangedBefore = parts.Add(() => new Rows<long>(state.Network.Commodities.Chain.DefaultIfEmpty(-1).Max() + 1));
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

    /// <summary>A control, an opening or a qualification changes the world at this second, for one chain of commodities or, below 0, for all.</summary>
    public void WorldChanged(long now, int chain = -1)
    {
        _worldChangedAt.Value = now;
        for (var c = 0; c < _chainChangedBefore.Count; c++)
        {
            _chainChangedBefore[c] = chain < 0 || c == chain ? now + 1 : _chainChangedBefore[c];
        }
    }

    /// <summary>What changes in this chain, in a second in which the world changes, is a part of that.</summary>
    public void Follows(long now, int chain)
    {
        if (now == _worldChangedAt.Value)
        {
            WorldChanged(now, chain);
        }
    }

    /// <summary>
    /// Sites decide (on wanted activity and needs) at the points of the review grid and whenever the world changes for their chain of commodities; at
    /// other instants activity only follows what lands and what runs dry. What changes elsewhere is no reason to decide.
    /// </summary>
    public bool IsDecisionInstant(long now, int commodity) => IsOnGrid(now)
        || (now == _worldChangedAt.Value && _chainChangedBefore[_state.Network.Commodities.Chain[commodity]] == now + 1);

    /// <summary>The same of the commodities of a site.</summary>
    public bool IsDecisionInstantOf(int site, long now) => IsOnGrid(now) || IsDecisionInstant(now, _state.CommodityOf(site));

    /// <summary>All decide.</summary>
    public bool IsOnGrid(long now) => now % _state.ReviewSeconds == 0;
}
