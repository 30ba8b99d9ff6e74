using System.Globalization;
using SupplyShockSim.Engine;
using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Network.Quantities;
using SupplyShockSim.Policies.Selecting;
using SupplyShockSim.Policies.Triggers;
using SupplyShockSim.Simulation.Levers;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Policies;

/// <summary>
/// A control or an answer, as written, that describes itself: its keys, what it selects, what must hold of it, how it reads, what it
/// touches, what it does. Reader, schema, plan, run and report ask it, and need not know its kind.
/// </summary>
public abstract record PolicySpec
{
    [Field("name", "name for logs, plots and overrides; default: its type and position")]
    public string? Name { get; init; }

    [Field("from", "when it starts: a date or a day offset; default: the start", Example = "2026-01-06")]
    public When From { get; init; }

    [Field("when", "a condition under which it starts, looked at from `from` on", Example = "{after: halt, event: ends, by: 30 d}", Since = "0.2")]
    public TriggerSpec? Trigger { get; init; }

    [Field("until", "when it ends: a date, a day offset, or a condition; default: never")]
    public Ending? Until { get; init; }

    [Field("for", "how long it lasts, instead of `until`", Example = "180 d")]
    public SimDuration? For { get; init; }

    [Field("source", "where this is known from; kept in the manifest")]
    public string? Source { get; init; }

    [Field("note", "anything a reader should know")]
    public string? Note { get; init; }

    /// <summary>The name of its kind in scenarios.</summary>
    public abstract string Type { get; }

    /// <summary>What its kind does, in a line for editors.</summary>
    public abstract string Meaning { get; }

    /// <summary>One sentence for people: who does what to whom.</summary>
    public abstract string Summary { get; }

    /// <summary>Whether it acts on lanes or on sites: what the numbers of <see cref="Select"/> count.</summary>
    public abstract SubjectKind Touches { get; }

    /// <summary>
    /// Whether it keeps goods from leaving a country: such controls frighten buyers (<c>market.caution</c>), and their lanes are the exports of a
    /// back-test. A duty keeps nothing back.
    /// </summary>
    public virtual bool RestrictsExports => false;

    /// <summary>Whether nothing leaves over the lanes it acts on, all the time that it is in force but for a ramp.</summary>
    public virtual bool ClosesLanes => false;

    /// <summary>The duty that goods pay over the lanes it acts on; null for none.</summary>
    public virtual TariffRate? Duty => null;

    /// <summary>Whether what it does hangs on random numbers, so that runs of another replication differ.</summary>
    public virtual bool DrawsAtRandom => false;

    /// <summary>When it became known, where that is not when it starts.</summary>
    public virtual When? KnownFrom => null;

    /// <summary>Windows in which it is not in force.</summary>
    public virtual IReadOnlyList<Window> Pauses => [];

    /// <summary>Places that its keys name beside the selectors, each with the key at which it stands.</summary>
    public virtual IEnumerable<(string Key, string Name)> PlacesNamed => [];

    /// <summary>The names of policies without which it means nothing.</summary>
    public virtual IEnumerable<string> NeedsPolicies => new[] { Trigger?.After, Until?.Trigger?.After }.OfType<string>();

    /// <summary>Whether it is an answer to what happens.</summary>
    public virtual bool IsAnswer => false;

    /// <summary>Whether it adds sites or lanes to the network (<see cref="AddTo"/>).</summary>
    public virtual bool GrowsNetwork => false;

    /// <summary>When, before <paramref name="end"/>, what it allows is renewed, in order: the first instants of the periods of a quota.</summary>
    public virtual IEnumerable<SimTime> Renewals(ResolvedPolicy resolved, DateTime start, SimTime end) => [];

    /// <summary>What it is called at a position of its list, counted from 0, where it may have no name of its own.</summary>
    public static string DefaultName(string type, int index) => string.Create(CultureInfo.InvariantCulture, $"{type}-{index + 1}");

    /// <summary>The lanes or sites it acts on, rising; reports names that fit nothing.</summary>
    public abstract int[] Select(Selectors selectors);

    /// <summary>Those of its subjects that it leaves alone for part of its life, each with where it stands in the list <c>exempt</c>.</summary>
    public virtual IReadOnlyList<(int Position, Exemption Exemption, string Words, int[] Subjects)> ExemptFor(Selectors selectors, int[] subjects) => [];

    /// <summary>Lanes beside its subjects on which it has an effect too, rising.</summary>
    public virtual int[] SelectBeside(Selectors selectors, int[] subjects) => [];

    /// <summary>Adds the sites and lanes that it will open or feed to the network, before that is put together.</summary>
    /// <param name="additions">Takes them.</param>
    /// <param name="name">What the policy is called.</param>
    public virtual void AddTo(NetworkAdditions additions, string name)
    {
    }

    /// <summary>Checks what must hold of its keys, and of them together with what it acts on; reports what does not.</summary>
    public virtual void Check(PolicyCheck check)
    {
    }

    /// <summary>What it does beside its subjects in a run; null for nothing.</summary>
    public virtual IBeside? ActBeside(PolicyBench bench, ResolvedPolicy resolved) => null;

    /// <summary>Puts it to work in a run.</summary>
    public abstract IPolicyAtWork PutToWork(PolicyBench bench, ResolvedPolicy resolved);
}
