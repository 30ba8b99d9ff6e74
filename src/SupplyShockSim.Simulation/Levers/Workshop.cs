using SupplyShockSim.Engine;
using SupplyShockSim.Network;
using SupplyShockSim.Simulation.Attention;
using SupplyShockSim.Simulation.Journal;
using SupplyShockSim.Simulation.Rules.Prices;
using SupplyShockSim.Simulation.Rules.Transit;
using SupplyShockSim.Simulation.State;

namespace SupplyShockSim.Simulation.Levers;

/// <summary>What levers and benches reach of a run: its state, its marks, its log, the goods under way and its random streams; no other rule.</summary>
internal sealed class Workshop(RunState state, RunAttention attention, RunJournal journal, TransitKeeper transit, RandomStreams streams, DateTime start)
{
    public SupplyNetwork Network => state.Network;

    /// <summary>The calendar date and time of the run's second 0.</summary>
    public DateTime Start => start;

    public long End => state.End;

    /// <inheritdoc cref="RunState.NextReviewPoint"/>
    public long NextReviewPoint(long now) => state.NextReviewPoint(now);

    public Rows<SiteNow> Sites => state.Sites;

    public Rows<StockNow> Stocks => state.Stocks;

    public Rows<LaneNow> Lanes => state.Lanes;

    public SideTable<double> Laid => state.Laid;

    public SideTable<double> RationRank => state.RationRank;

    public SideTable<double> QualificationChange => state.QualificationChange;

    public PriceBook Prices => state.Prices;

    /// <inheritdoc cref="RunAttention.Follows"/>
    public void Follows(long now, int chain) => attention.Follows(now, chain);

    /// <summary>The chain of commodities in which a lever moves a subject.</summary>
    public int ChainOf(Lever lever, int subject)
    {
        return Network.Commodities.Chain[lever switch
        {
            Lever.ReferencePrice => subject / Network.Countries.Count,
            Lever.LaneLimit or Lever.LaneCost or Lever.LaneHold or Lever.LaneStop or Lever.LaneTransit or Lever.LaneDelay or Lever.LaneSent
                or Lever.QualificationPace or Lever.RationRank => Network.Lanes.Commodity[subject],
            _ => state.CommodityOf(subject),
        }];
    }

    public PricesDue PricesDue => attention.Prices;

    public TransitKeeper Transit => transit;

    public RandomStreams Streams => streams;

    public EventLog Log => journal.Log;

    public Recorder Recorder => journal.Recorder;

    public ReviewsDue Reviews => attention.Reviews;

    public ClearingsDue Market => attention.Clearings;

    public SettlingDue Settling => attention.Settling;

    /// <inheritdoc cref="SellingPrice.OnMarket"/>
    public double SellingPriceOf(int site) => SellingPrice.OnMarket(state, site);

    public Scheduler<SupplyEvent> Calendar => attention.Clock.Scheduler;
}
