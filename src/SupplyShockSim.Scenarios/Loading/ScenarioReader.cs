using SupplyShockSim.Policies;
using SupplyShockSim.Scenarios.Binding;
using SupplyShockSim.Scenarios.Definitions;
using SupplyShockSim.Scenarios.Diagnostics;
using SupplyShockSim.Scenarios.Files;
using SupplyShockSim.Scenarios.Yaml;

namespace SupplyShockSim.Scenarios.Loading;

/// <summary>A scenario as read, before the model has checked its network and its shocks.</summary>
/// <param name="Spec">What the files say, with overrides, base values and default names in place.</param>
/// <param name="Run">What the model needs of it.</param>
/// <param name="Root">The scenario's map after `extends` and overrides.</param>
/// <param name="Places">Finds the place of a path.</param>
/// <param name="Session">The files that were read.</param>
internal sealed record ReadScenario(ScenarioSpec Spec, RunSpec Run, MapNode Root, NodePath Places, LoadSession Session)
{
    /// <summary>The scenario as text with every value as used.</summary>
    public string Resolved() => ResolvedWriter.Write(Spec, Run.Horizon, Session.Kinds);

    /// <summary>Where every value comes from.</summary>
    public IReadOnlyList<ValueOrigin> Origins()
    {
        var tracer = new Tracer(Session);
        Session.Kinds.Get<ScenarioSpec>().Trace(tracer, "", WithUncertainAsUsed(), Spec);
        return tracer.Origins;
    }

    /// <summary>
    /// What is written, with the uncertain inputs in the order in which they are used: ranges of the network add some, and values of the command line take
    /// some out, so that positions do not tell which is which.
    /// </summary>
    private MapNode WithUncertainAsUsed() => Root.Find("uncertain") is { Value: ListNode list }
        ? Root with
        {
            Entries =
            [
                .. Root.Entries.Select(e => e.Key == "uncertain"
                    ? e with { Value = list with { Items = [.. Spec.Uncertain.Select(u => Written(list, u))] } }
                    : e),
            ],
        }
        : Root;

    /// <summary>Where an input is written; the list where a range of the network makes it.</summary>
    private static Node Written(ListNode list, UncertainSpec input) =>
        list.Items.FirstOrDefault(i => (i as MapNode)?.Find("set")?.Value is ScalarNode set && set.Text == input.Set) ?? list;
}

/// <summary>Reads scenario files and binds them to their definitions.</summary>
internal static class ScenarioReader
{
    /// <summary>Reads a scenario; reports what is wrong, and returns null where there is nothing to go on with.</summary>
    public static ReadScenario? Read(string path, LoadOptions options, DiagnosticBag bag)
    {
        var session = Session(options, options.BaseFolder ?? FilePath.Folder(path), bag);
        return new Inheritance(session).Read(path, session.Folder) is { } written ? Bind(written, session, options) : null;
    }

    /// <summary>Reads a network as a scenario of one year in which nothing happens.</summary>
    public static ReadScenario ReadNetwork(string path, LoadOptions options, DiagnosticBag bag)
    {
        var place = Place.StartOf(SourceText.Of(path, ""));
        (string Key, string Value)[] keys = [("schema", ScenarioSpec.Format), ("network", path), ("start", "2025-01-01"), ("horizon", "1 yr")];
        var written = new MapNode(place, [.. keys.Select(k => new Entry(k.Key, place, new ScalarNode(place, k.Value, Plain: true)))]);
        return Bind(written, Session(options, options.BaseFolder ?? "", bag), options);
    }

    private static LoadSession Session(LoadOptions options, string folder, DiagnosticBag bag) => new(options.Files, folder, bag)
    {
        Progress = options.Progress,
        Cancellation = options.Cancellation,
        Measures = options.Measures,
        Kinds = Kinds.Under(options.Policies),
        Networks = static (NetworkLink link, MapNode written, BindContext context, out NetworkRef network) =>
            new NetworkReader(context).TryRead(link, written, out network),
    };

    private static ReadScenario Bind(MapNode written, LoadSession session, LoadOptions options)
    {
        var set = SetOption.Read(options.Set, session.Bag);
        var root = new Overrides(session).Apply(written, set);
        var context = new BindContext(session.Bag, session);
        var kind = (RecordKind<ScenarioSpec>)session.Kinds.Get<ScenarioSpec>();
        var bound = RecordKind<ScenarioSpec>.New();
        kind.Fill(bound, root, context);

        var places = new NodePath(root, session);
        var (spec, horizon) = new ScenarioChecks(bound with { Seed = options.Seed ?? bound.Seed }, root, places, context).All();
        spec = spec with { Uncertain = RangedInputs.SpelledOut(spec.Uncertain, spec.Network.Spec) };
        spec = spec with { Uncertain = HeldValues.LeftUncertain(spec, set) };
        var run = new RunSpec
        {
            Network = spec.Network.Spec,
            Start = spec.Start,
            Horizon = horizon,
            Market = spec.Market,
            Shocks = spec.Shocks,
            Responses = spec.Responses,
            Seed = spec.Seed,
            Record = spec.Output.Record,
        };
        return new ReadScenario(spec, run, root, places, session);
    }
}
