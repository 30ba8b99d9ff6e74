using SupplyShockSim.Engine;
using SupplyShockSim.Network;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Analysis;

/// <summary>
/// Rates of a network by country and commodity, t/d, either as the files give them (baseline) or at one instant of a run.
/// All series of activity and lanes must have been recorded.
/// </summary>
internal sealed class Stage
{
    private readonly int _commodities;
    private readonly double[] _made;
    private readonly double[] _imported;
    private readonly double[] _exported;

    private Stage(SupplyNetwork network, Func<int, double> activity, Func<int, double> arrivals, Func<int, double> dispatch)
    {
        var (sites, stocks, lanes) = (network.Sites, network.Stocks, network.Lanes);
        _commodities = network.Commodities.Count;
        _made = new double[network.Countries.Count * _commodities];
        _imported = new double[_made.Length];
        _exported = new double[_made.Length];
        for (var s = 0; s < stocks.Count; s++)
        {
            if (!stocks.IsInput[s])
            {
                _made[Index(sites.Country[stocks.Site[s]], stocks.Commodity[s])] += stocks.Coefficient[s] * activity(stocks.Site[s]);
            }
        }

        for (var l = 0; l < lanes.Count; l++)
        {
            var (from, to) = (sites.Country[lanes.From[l]], sites.Country[lanes.To[l]]);
            if (from == to)
            {
                continue;
            }

            _exported[Index(from, lanes.Commodity[l])] += dispatch(l);
            _imported[Index(to, lanes.Commodity[l])] += arrivals(l);
        }
    }

    public static Stage Baseline(SupplyNetwork network) =>
        new(network, site => network.Sites.BaselinePerDay[site], lane => network.Lanes.FlowPerDay[lane], lane => network.Lanes.FlowPerDay[lane]);

    public static Stage At(RunRecord record, SimTime t)
    {
        return new Stage(
            record.Network,
            site => record.Activity[site]!.ValueAt(t),
            lane => record.Arrivals[lane]!.ValueAt(t),
            lane => record.Dispatch[lane]!.ValueAt(t));
    }

    public double Made(int country, int commodity) => _made[Index(country, commodity)];

    public double Imported(int country, int commodity) => _imported[Index(country, commodity)];

    public double Exported(int country, int commodity) => _exported[Index(country, commodity)];

    private int Index(int country, int commodity) => (country * _commodities) + commodity;
}
