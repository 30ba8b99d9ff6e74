using SupplyShockSim.Network;
using SupplyShockSim.Simulation.Levers;

namespace SupplyShockSim.Policies.Controls;

/// <summary>How the fates of applications are drawn.</summary>
public enum LicenceDraw
{
    /// <summary>Each lane draws for itself.</summary>
    Own,

    /// <summary>
    /// By country of destination, the lanes with a flow are spread evenly over the distribution, each by the weight of its flow. A lane
    /// stands for many applications, so the share of the flow that is granted follows the distribution, and only who comes first is
    /// chance; lanes that draw for themselves scatter as if each were a single application.
    /// </summary>
    Even,
}

/// <summary>The random numbers, from 0 to 1, behind the review time and the decision of every application under a control.</summary>
/// <remarks>
/// Even draws are systematic sampling in two dimensions. The lanes to one country, shuffled, are laid end to end on a ring of length 1,
/// each as long as its share of the flow, from a random start; the middle of a lane is its number for the review. Its number
/// for the decision is its rank times the golden ratio, from another random start, so that quick and slow applications are granted
/// alike (a rank-1 lattice). Each round moves a lane's numbers on by an irrational step, which keeps them spread evenly. Random keys
/// come from streams of the control and the lane, so the order of files moves nothing.
/// </remarks>
internal sealed class LicenceDraws
{
    private const double GoldenRatio = 0.6180339887498949;
    private const double RootOfTwo = 0.4142135623730951;

    private readonly PolicyBench _bench;
    private readonly string[] _names;
    private readonly bool[] _isEven;
    private readonly double[] _review;
    private readonly double[] _decision;

    /// <param name="bench">Of the control.</param>
    /// <param name="control">Its name.</param>
    /// <param name="lanes">The lanes, in the order in which they are asked for.</param>
    /// <param name="how">How they are drawn.</param>
    public LicenceDraws(PolicyBench bench, string control, int[] lanes, LicenceDraw how)
    {
        _bench = bench;
        _names = [.. lanes.Select(lane => $"{control}/{NameOf(bench.Network, lane)}")];
        _isEven = new bool[lanes.Length];
        _review = new double[lanes.Length];
        _decision = new double[lanes.Length];
        if (how == LicenceDraw.Even)
        {
            Spread(control, lanes);
        }
    }

    private LicenceDraws(PolicyBench bench, LicenceDraws from) =>
        (_bench, _names, _isEven, _review, _decision) = (bench, from._names, from._isEven, [.. from._review], [.. from._decision]);

    public LicenceDraws CloneFor(PolicyBench bench) => new(bench, this);

    /// <summary>The number for the review time of the next application of the i-th lane.</summary>
    public double Review(int i) => _isEven[i] ? Step(ref _review[i], RootOfTwo) : Draw(_names[i] + "/review");

    /// <summary>The number for the decision on it.</summary>
    public double Decision(int i) => _isEven[i] ? Step(ref _decision[i], GoldenRatio) : Draw(_names[i] + "/approval");

    /// <summary>The numbers that order applicants who come at once, by lane; drawn once.</summary>
    public double[] Places() => [.. _names.Select(name => Draw(name + "/queue"))];

    /// <summary>By the lane's ends, since one id may name many (all cohorts of a row).</summary>
    private static string NameOf(SupplyNetwork network, int lane) => $"{network.LaneNameByEnds(lane)}/{network.Lanes.GivenId[lane]}";

    private static double Step(ref double next, double step)
    {
        var number = next;
        next = (number + step) % 1;
        return number;
    }

    private double Draw(string stream) => _bench.Draw(stream);

    private void Spread(string control, int[] lanes)
    {
        var tables = _bench.Network.Lanes;
        var withFlow = Enumerable.Range(0, lanes.Length).Where(i => tables.FlowPerDay[lanes[i]] > 0);
        foreach (var country in withFlow.GroupBy(i => _bench.Network.Sites.Country[tables.To[lanes[i]]]))
        {
            var total = country.Sum(i => tables.FlowPerDay[lanes[i]]);
            var name = $"{control}/{_bench.Network.Countries.Code[country.Key]}";
            var (end, decision) = (Draw(name + "/review"), Draw(name + "/approval"));
            foreach (var i in country.OrderBy(i => Draw(_names[i] + "/order")).ThenBy(i => _names[i], StringComparer.Ordinal))
            {
                var length = tables.FlowPerDay[lanes[i]] / total;
                _isEven[i] = true;
                _review[i] = (end + (length / 2)) % 1;
                _decision[i] = Step(ref decision, GoldenRatio);
                end += length;
            }
        }
    }
}
