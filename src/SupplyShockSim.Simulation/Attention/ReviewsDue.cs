using SupplyShockSim.Simulation.State;

namespace SupplyShockSim.Simulation.Attention;

/// <summary>Which sites review their activity and needs, and when.</summary>
internal sealed class ReviewsDue(RunState state, Clock clock, Parts parts)
{
    private readonly Agenda _agenda = parts.Add(() => new Agenda(EventKind.Review, Phases.Review));

    /// <summary>Reviews the site in this instant.</summary>
    public void Wake(int index, long now, int cause)
    {
        ref var site = ref state.Sites[index];
        site.Cause = cause;
        if (site.ReviewAt != now)
        {
            site.ReviewAt = now;
            _agenda.Add(clock, now, index);
        }
    }

    /// <summary>Reviews the site at the next point of the review grid, unless a review is pending already.</summary>
    public void WakeNext(int index, long now)
    {
        ref var site = ref state.Sites[index];
        if (site.ReviewAt < 0)
        {
            Book(index, ref site, state.NextReviewPoint(now));
        }
    }

    /// <summary>The site's next review is at a second, instead of any other; after the end of the run there is none.</summary>
    public void Rest(int index, long second)
    {
        ref var site = ref state.Sites[index];
        if (second > state.End)
        {
            site.ReviewAt = -1;
        }
        else if (site.ReviewAt != second)
        {
            Book(index, ref site, second);
        }
    }

    /// <summary>The sites to review now; those whose <see cref="SiteNow.ReviewAt"/> is another second were put off. Give the list back after use.</summary>
    public List<int> Take(long now) => _agenda.Take(now);

    public void GiveBack(List<int> list) => _agenda.GiveBack(list);

    private void Book(int index, ref SiteNow site, long second)
    {
        if (second <= state.End)
        {
            site.ReviewAt = second;
            _agenda.Add(clock, second, index);
        }
    }
}
