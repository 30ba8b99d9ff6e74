using SupplyShockSim.Simulation.Attention;
using SupplyShockSim.Simulation.Journal;
using SupplyShockSim.Simulation.Markets;
using SupplyShockSim.Simulation.State;

namespace SupplyShockSim.Simulation.Rules.Prices;

/// <summary>
/// When prices are looked at, and what follows from it. A look comes before anybody decides in its second: indices move by one review period (on the review
/// grid only), demand follows them, makers with a least price stop or start, and those who are paid by price are told. A run without prices, and without
/// makers that have a least price, never looks.
/// </summary>
internal sealed class PriceLooks
{
    private readonly RunState _state;
    private readonly RunAttention _attention;
    private readonly PriceIndices? _indices;
    private readonly MinimumPrices _minima;
    private readonly ElasticDemand _demand;

    public PriceLooks(RunState state, RunAttention attention, RunJournal journal, PriceSpec? spec, bool isFork, Action<int, long, int> ceilingChanged)
    {
        (_state, _attention) = (state, attention);
        _indices = spec is null ? null : new PriceIndices(state, journal, spec);
        _minima = new MinimumPrices(state, attention, journal, isFork) { CeilingChanged = ceilingChanged };
        _demand = new ElasticDemand(state) { CeilingChanged = ceilingChanged };
    }

    /// <summary>Told when some price may have changed, with the second.</summary>
    public required Action<long> Looked { get; init; }

    /// <summary>The run starts.</summary>
    public void Open()
    {
        if (_minima.Any)
        {
            _attention.Prices.Wake(0);
        }
    }

    public void OnLook(long now)
    {
        var book = _state.Prices;
        if (book.LookAt == now)
        {
            book.LookAt = -1;
        }

        if (_indices is not null && now % _state.ReviewSeconds == 0 && now > book.MovedAt)
        {
            book.MovedAt = now;
            if (_indices.Move(now))
            {
                _demand.Follow(now);
            }
        }

        _minima.Look(now);
        Looked(now);
        if (_indices?.IsAwake() == true)
        {
            _attention.Prices.WakeNext(now);
        }
    }

    /// <summary>An instant ends in which commodities have cleared: their prices are looked at at the next point of the review grid.</summary>
    public void OnCleared(List<int> commodities, long now)
    {
        foreach (var commodity in commodities)
        {
            if (_indices is not null)
            {
                _state.Prices.IsMarked[commodity] = true;
                _attention.Prices.WakeNext(now);
            }
            else if (_minima.Concerns(commodity))
            {
                _attention.Prices.WakeNext(now);
            }
        }
    }
}
