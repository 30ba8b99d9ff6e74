using SupplyShockSim.Simulation.Attention;
using SupplyShockSim.Simulation.Journal;
using SupplyShockSim.Simulation.Recording;
using SupplyShockSim.Simulation.State;

namespace SupplyShockSim.Simulation.Rules.Prices;

/// <summary>
/// Makers with a least price run only while their selling price (<see cref="SellingPrice"/>) is at or above it. They stop after their patience below it, and
/// start again, within their ramp, at the first review at or above. One without baseline flow that is below at the start is idle from the start; one with a
/// baseline flow counts as having just fallen below.
/// </summary>
internal sealed class MinimumPrices
{
    private readonly RunState _state;
    private readonly RunAttention _attention;
    private readonly RunJournal _journal;
    private readonly int[] _sites;

    /// <summary>By commodity: a maker with a least price makes it.</summary>
    private readonly bool[] _concerns;

    public MinimumPrices(RunState state, RunAttention attention, RunJournal journal, bool isFork)
    {
        (_state, _attention, _journal) = (state, attention, journal);
        var pricing = state.Network.Sites.Pricing;
        _sites = [.. Enumerable.Range(0, pricing.Length).Where(i => pricing[i].MinPriceUsdPerTonne > 0)];
        _concerns = new bool[state.Network.Commodities.Count];
        foreach (var site in _sites)
        {
            _concerns[state.Network.Stocks.Commodity[state.Network.Sites.FirstOutput[site]]] = true;
        }

        if (!isFork && _sites.Length > 0)
        {
            state.Prices.Minima = [.. _sites.Select(_ => new MinimumNow { BelowSince = -1 })];
        }
    }

    public bool Any => _sites.Length > 0;

    /// <summary>The site's capacity is to be looked at: with its second and the reason.</summary>
    public required Action<int, long, int> CeilingChanged { get; init; }

    public bool Concerns(int commodity) => _concerns[commodity];

    /// <summary>Looks at all of them.</summary>
    public void Look(long now)
    {
        for (var i = 0; i < _sites.Length; i++)
        {
            Look(_sites[i], ref _state.Prices.Minima[i], now);
        }
    }

    private void Look(int site, ref MinimumNow minimum, long now)
    {
        var terms = _state.Network.Sites.Pricing[site];
        var least = terms.MinPriceUsdPerTonne - (_state.Prices.Terms.IsMade ? _state.Prices.Terms[site].Relief : 0);
        var price = SellingPrice.WithTerms(_state, site);
        if (price >= least)
        {
            minimum.BelowSince = -1;
            if (minimum.IsIdle)
            {
                Start(site, ref minimum, price, now);
            }

            return;
        }

        if (minimum.BelowSince < 0)
        {
            minimum.BelowSince = now;
        }

        var stopsAt = now == 0 && _state.Network.Sites.BaselinePerDay[site] == 0 ? 0 : minimum.BelowSince + terms.PatienceSeconds;
        if (minimum.IsIdle)
        {
            return;
        }

        if (now < stopsAt)
        {
            _attention.Prices.WakeAt(stopsAt);
            return;
        }

        minimum.IsIdle = true;
        Set(site, 0, LogKind.SiteStopped, least, price, now);
    }

    private void Start(int site, ref MinimumNow minimum, double price, long now)
    {
        if (now % _state.ReviewSeconds != 0)
        {
            _attention.Prices.WakeNext(now);
            return;
        }

        minimum.IsIdle = false;
        Set(site, 1, LogKind.SiteStarted, double.NaN, price, now);
    }

    private void Set(int site, double share, LogKind kind, double least, double price, long now)
    {
        _state.Prices.SetCeilingShare(site, share);
        CeilingChanged(site, now, _journal.Log.Add(now, kind, SubjectKind.Site, site, -1, before: least, after: price));
    }
}
