using SupplyShockSim.Engine;
using SupplyShockSim.Scenarios.Definitions;

namespace SupplyShockSim.Analysis.Ensembles;

/// <summary>The values that the uncertain inputs of a scenario take, draw by draw.</summary>
/// <remarks>
/// Each input is a column of a <see cref="LatinHypercube"/> from a random stream of its own, named by its path: another input more or less moves no
/// draw of this one. The columns depend on how many draws there are, the random streams of the runs do not: draw k is replication k of the seed,
/// and replication 0 is the base run.
/// </remarks>
public sealed class SampledInputs
{
    private readonly IReadOnlyList<UncertainSpec> _inputs;
    private readonly double[][] _columns;

    /// <param name="inputs">The uncertain inputs; each path once.</param>
    /// <param name="seed">Of the study.</param>
    /// <param name="draws">How many.</param>
    public SampledInputs(IReadOnlyList<UncertainSpec> inputs, ulong seed, int draws)
    {
        _inputs = inputs;
        var streams = new RandomStreams(seed);
        _columns = [.. inputs.Select(i => LatinHypercube.Column(streams.Stream("uncertain " + i.Set), draws))];
    }

    /// <summary>Where the values of an input stand among all it can have, draw by draw; see <see cref="SampledInput.Places"/>.</summary>
    public IReadOnlyList<double> PlacesOf(int input) => [.. _columns[input].Select(_inputs[input].PlaceAt)];

    /// <summary>The paths and values of a draw, from 0, as <c>--set</c> takes them.</summary>
    public IReadOnlyList<(string Path, string Value)> Of(int draw) => [.. _inputs.Select((input, i) => (input.Set, input.ValueAt(_columns[i][draw])))];
}
