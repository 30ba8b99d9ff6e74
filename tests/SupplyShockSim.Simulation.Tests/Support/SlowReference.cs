using System.Globalization;
using SupplyShockSim.Engine;
using SupplyShockSim.Policies;
using SupplyShockSim.Simulation.Recording;
using SupplyShockSim.Simulation.State;

namespace SupplyShockSim.Simulation.Tests.Support;

/// <summary>
/// A run beside the slow reference of the same rules (<see cref="Diligence.Everything"/>), which is checked whole at the end of every day, and how far
/// apart the two are.
/// </summary>
internal sealed class SlowReference
{
    private readonly RunRecord _fastRecord;
    private readonly RunRecord _slowRecord;
    private readonly RunState _fast;
    private readonly RunState _slow;

    private SlowReference(SupplySimulation fast, SupplySimulation slow)
    {
        (_fast, _slow) = (fast.Model.State, slow.Model.State);
        (_fastRecord, _slowRecord) = (fast.Finish(), slow.Finish());
    }

    public static SlowReference Beside(PreparedRun prepared)
    {
        prepared = prepared.WithRecord(RecordScope.Totals);
        var slow = new SupplySimulation(prepared.Setup, Diligence.Everything);
        for (var day = 1L; day * SimDuration.SecondsPerDay <= prepared.Spec.Horizon.Seconds; day++)
        {
            slow.RunUntil(SimTime.FromSeconds(day * SimDuration.SecondsPerDay));
            slow.Check();
        }

        return new SlowReference(prepared.Open(), slow);
    }

    /// <summary>Two runs as every run is; the second counts as the slow one.</summary>
    public static SlowReference Between(PreparedRun one, PreparedRun other) =>
        new(one.WithRecord(RecordScope.Totals).Open(), other.WithRecord(RecordScope.Totals).Open());

    /// <summary>The largest of all differences.</summary>
    public double Error => Math.Max(ShortfallError, Math.Max(StockError, DispatchError));

    public long FastEvents => _fastRecord.Events;

    public long SlowEvents => _slowRecord.Events;

    /// <summary>Shortfall over all countries and commodities in the slow run, t.</summary>
    public double Shortfall => _slowRecord.Totals.Sum(s => s.Shortfall.Integral(SimTime.Zero, _slowRecord.End));

    public double FastShortfall => _fastRecord.Totals.Sum(s => s.Shortfall.Integral(SimTime.Zero, _fastRecord.End));

    /// <summary>
    /// Largest difference of the shortfall that a country has had of a commodity by the end of a day, as a share of what it has had
    /// by then, or of a thousandth of a day's demand where that is more.
    /// </summary>
    public double ShortfallError
    {
        get
        {
            var worst = 0.0;
            foreach (var (fast, slow) in _fastRecord.Totals.Zip(_slowRecord.Totals))
            {
                Assert.Equal((slow.Country, slow.Commodity), (fast.Country, fast.Commodity));
                var (ofFast, ofSlow) = (0.0, 0.0);
                for (var day = 0; day < (int)_slowRecord.End.Days; day++)
                {
                    var (from, to) = (SimTime.FromDays(day), SimTime.FromDays(day + 1));
                    ofFast += fast.Shortfall.Integral(from, to);
                    ofSlow += slow.Shortfall.Integral(from, to);
                    worst = Math.Max(worst, Math.Abs(ofFast - ofSlow) / Math.Max(ofSlow, 1e-3 * slow.Demand.ValueAt(SimTime.Zero)));
                }
            }

            return worst;
        }
    }

    /// <summary>Largest difference of a stock at the end, as a share of its level, or of a day's normal flow where that is more.</summary>
    public double StockError
    {
        get
        {
            var worst = 0.0;
            for (var s = 0; s < _slow.Stocks.Count; s++)
            {
                var (a, b) = (_fast.Stocks[s].Level, _slow.Stocks[s].Level);
                worst = Math.Max(worst, Relative(a, b, FlowOf(s)));
            }

            return worst;
        }
    }

    /// <summary>
    /// Largest difference of a lane's dispatch at the end, as a share of it, or of a thousandth of what its buyer's stock gets where that is more.
    /// </summary>
    public double DispatchError
    {
        get
        {
            var worst = 0.0;
            for (var l = 0; l < _slow.Lanes.Count; l++)
            {
                var scale = 1e-3 * FlowOf(_slow.Lanes[l].ToStock);
                worst = Math.Max(worst, Relative(_fast.Lanes[l].Dispatch, _slow.Lanes[l].Dispatch, scale));
            }

            return worst;
        }
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"events {FastEvents} for {SlowEvents}, shortfall {FastShortfall:R} for {Shortfall:R} t; off by {ShortfallError:0.0e0} (shortfall), "
        + $"{StockError:0.0e0} (stocks), {DispatchError:0.0e0} (dispatch)");

    /// <summary>Normal flow of a stock, t/d; of a site that has none, a thousandth of what it could use or make.</summary>
    private double FlowOf(int stock) =>
        Math.Max(_slow.StockNotes[stock].Normal, 1e-3 * _slow.Stocks[stock].Coefficient * _slow.Network.Sites.CapacityPerDay[_slow.Stocks[stock].Site]);

    private static double Relative(double a, double b, double scale) => a == b ? 0 : Math.Abs(a - b) / Math.Max(scale, Math.Max(Math.Abs(a), Math.Abs(b)));
}
