using SupplyShockSim.Engine;
using SupplyShockSim.Network;
using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Network.Quantities;
using SupplyShockSim.Policies.Selecting;
using SupplyShockSim.Simulation.Levers;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Policies.Answers.Projects;

/// <summary>
/// What was used one lifetime ago is collected in part, and its material offered in the same country. Use before the start is that of the baseline,
/// less its growth since; use within the run counts by 30 days. What nobody buys is lost.
/// </summary>
public sealed record Recycling : AnswerSpec
{
    [Field("of", "the commodity that is used up and collected", Required = true, Example = "ndfeb-magnet")]
    public string Of { get; init; } = "";

    [Field("into", "tonnes that come back, by commodity, of each tonne collected", Required = true, Example = "{ndpr-oxide: 30 %}")]
    public IReadOnlyDictionary<string, Share> Into { get; init; } = new Dictionary<string, Share>();

    [Field("collection", "how much of what was used is collected", Required = true, Example = "20 %")]
    public Share Collection { get; init; }

    [Field("lifetime", "time from use to collection", Default = "3650 d")]
    public SimDuration Lifetime { get; init; } = SimDuration.FromDays(3650);

    [Field("growth", "how use grew each year before the start", Default = "0 %/yr", Example = "5 %/yr")]
    public PerYear Growth { get; init; }

    [Field("in", "countries or blocs; default: all", Example = "[Japan]")]
    public IReadOnlyList<string> In { get; init; } = [];

    [Field("capacity", "most that is collected in each country; default: no limit")]
    public TonnesPerDay? Capacity { get; init; }

    /// <inheritdoc/>
    public override string Type => "recycling";

    /// <inheritdoc/>
    public override string Meaning => "what was used years ago comes back";

    /// <inheritdoc/>
    public override string Summary =>
        $"{PolicyWords.Percent(Collection.Value)} of the {Of} used {PolicyWords.Days(Lifetime.Days)} ago "
        + $"{(In.Count > 0 ? $"in {PolicyWords.Join(In)} " : "")}come back";

    /// <inheritdoc/>
    public override SubjectKind Touches => SubjectKind.Site;

    /// <inheritdoc/>
    public override bool GrowsNetwork => true;

    /// <summary>The sites whose use is collected.</summary>
    public override int[] Select(Selectors selectors) => selectors.Users("in", In, "of", [Of], []);

    /// <inheritdoc/>
    public override void AddTo(NetworkAdditions additions, string name)
    {
        var network = additions.Network;
        foreach (var country in Select(additions.Selectors).Select(s => network.Sites.Country[s]).Distinct().Order())
        {
            var (id, code) = (SiteName(name, network, country), network.Countries.Code[country]);
            if (additions.IsTaken(id) || Into.Count == 0 || Into.Values.Any(y => y.Value == 0) || !Into.Keys.All(c => network.IndexOf(c) >= 0))
            {
                continue;
            }

            additions.Add(new SiteSpec
            {
                Id = id,
                Kind = SiteKind.Recycler,
                Country = code,
                Technology = new TechnologyRef(
                    null, new TechnologySpec { Outputs = Into.ToDictionary(i => i.Key, i => i.Value.Value, StringComparer.Ordinal) }),
                Capacity = new TonnesPerDay(0),
                Opens = NetworkAdditions.Never,
            });
            foreach (var output in Into.Keys)
            {
                foreach (var row in additions.RowsOf(additions.Selectors.Users("in", [code], "into", [output], [])))
                {
                    additions.Add(new LaneSpec { From = id, To = row, Of = output });
                }
            }
        }
    }

    /// <inheritdoc/>
    public override void Check(PolicyCheck check)
    {
        if (Into.Count == 0 || Into.Any(i => i.Value.Value == 0 || check.Network.IndexOf(i.Key) < 0))
        {
            check.Fault("into", "SS478", "nothing comes back, or a commodity that the network does not have",
                "write `into: {commodity: yield}`, each yield above zero");
        }
    }

    /// <inheritdoc/>
    public override IPolicyAtWork PutToWork(PolicyBench bench, ResolvedPolicy resolved) => new RecyclingAtWork(bench, resolved, this);

    internal static string SiteName(string policy, SupplyNetwork network, int country) => $"{policy}/{network.Countries.Code[country]}";
}

/// <summary>Recycling in one run: by country the site that offers what comes back, and what was used there by months.</summary>
internal sealed class RecyclingAtWork : AnswerAtWork
{
    private const int Month = FirstOwnCode;
    private const long SecondsPerMonth = 30 * SimDuration.SecondsPerDay;
    private const double DaysPerYear = 365;

    private readonly Recycling _spec;
    private readonly int[] _recyclers;
    private readonly int[][] _users;
    private readonly double[] _baseline;
    private readonly Grip _allowances;
    private List<double>[] _used;
    private double[] _usedSoFar;
    private double _made;

    public RecyclingAtWork(PolicyBench bench, ResolvedPolicy resolved, Recycling spec)
        : base(bench, resolved, spec)
    {
        _spec = spec;
        var network = bench.Network;
        var of = network.IndexOf(spec.Of);
        var countries = Subjects.GroupBy(s => network.Sites.Country[s])
            .Where(g => network.SiteCalled(Recycling.SiteName(resolved.Name, network, g.Key)) >= 0).ToArray();
        _recyclers = [.. countries.Select(g => network.SiteCalled(Recycling.SiteName(resolved.Name, network, g.Key)))];
        _users = [.. countries.Select(g => g.Select(s => network.InputOf(s, of)).ToArray())];
        _baseline = [.. _users.Select(stocks => stocks.Sum(network.BaselineFlow))];
        _allowances = bench.Take(Lever.Allowance, _recyclers);
        _used = [.. _users.Select(_ => new List<double>())];
        _usedSoFar = new double[_users.Length];
        bench.WatchSites(_recyclers);
    }

    public override void OnSettling(long now)
    {
        var made = 0.0;
        foreach (var site in _recyclers)
        {
            made += Bench.Stocks.Inflow(Bench.Network.Sites.FirstOutput[site]);
        }

        if (made != _made)
        {
            _made = made;
            Book.Flow(0, made, now);
        }
    }

    protected override void Enforce(long now)
    {
        Offer(now);
        if (_spec.Growth.Share > 0 || _spec.Lifetime.Seconds < Bench.End)
        {
            Bench.Schedule(now + SecondsPerMonth, Month);
        }
    }

    protected override void Lift(long now) => Bench.SetAll(_allowances, 0, now, Cause);

    protected override void OnOwnTimer(int code, int arg, long now)
    {
        for (var i = 0; i < _users.Length; i++)
        {
            var used = _users[i].Sum(stock => Bench.Stocks.Moved(stock, now));
            _used[i].Add((used - _usedSoFar[i]) / (SecondsPerMonth / SimDuration.SecondsPerDay));
            _usedSoFar[i] = used;
        }

        if (IsInForce)
        {
            Offer(now);
            Bench.Schedule(now + SecondsPerMonth, Month);
        }
    }

    protected override void CopyState()
    {
        _used = [.. _used.Select(u => new List<double>(u))];
        _usedSoFar = [.. _usedSoFar];
    }

    private void Offer(long now)
    {
        for (var i = 0; i < _recyclers.Length; i++)
        {
            var collected = _spec.Collection.Value * UsePerDay(i, now - _spec.Lifetime.Seconds);
            Bench.Set(_allowances, i, Math.Min(collected, _spec.Capacity?.Value ?? double.PositiveInfinity), now, Cause);
        }
    }

    /// <summary>What was used in a country at a second, t/d; before the start as the baseline had grown to be.</summary>
    private double UsePerDay(int i, long second)
    {
        var month = (int)((second - Resolved.Bounds.From) / SecondsPerMonth);
        return second < Resolved.Bounds.From || month >= _used[i].Count
            ? _baseline[i] * Math.Pow(1 + _spec.Growth.Share, Math.Min(0, second) / (SimDuration.SecondsPerDay * DaysPerYear))
            : _used[i][month];
    }
}
