namespace SupplyShockSim.Simulation.State;

/// <summary>What a walk does with each item of its list.</summary>
internal interface IVisit
{
    void Visit(int item);
}

/// <summary>
/// Which rows a walk fetches ahead of its visits, in up to four steps: first those that the item itself gives, then those to which these lead. Each step
/// is some
/// places ahead of the visit, by about as many as it takes memory to answer; zero places: there is no such step.
/// </summary>
internal interface IAhead
{
    static abstract int Far { get; }

    /// <summary>Whether the first items too are fetched before they are visited: worth it where most lists are long.</summary>
    static virtual bool FromTheStart => false;

    static virtual int Middle => 0;

    static virtual int Near => 0;

    static virtual int Next => 0;

    static abstract void FetchFar(RunState state, int item);

    static virtual void FetchMiddle(RunState state, int item)
    {
    }

    static virtual void FetchNear(RunState state, int item)
    {
    }

    static virtual void FetchNext(RunState state, int item)
    {
    }
}

/// <summary>
/// A walk over sites, stocks or lanes that lie all over a large network: each row visited would be a wait for memory, so it is fetched some places ahead. Both
/// type arguments are structs, for which the loop is compiled.
/// </summary>
internal static class Walk
{
    public static void Over<TAhead, TVisit>(RunState state, ReadOnlySpan<int> items, TVisit visit)
        where TAhead : struct, IAhead
        where TVisit : struct, IVisit
    {
        for (var i = TAhead.FromTheStart ? -TAhead.Far : 0; i < items.Length; i++)
        {
            if (i + TAhead.Far < items.Length)
            {
                TAhead.FetchFar(state, items[i + TAhead.Far]);
            }

            if (TAhead.Middle > 0 && (uint)(i + TAhead.Middle) < (uint)items.Length)
            {
                TAhead.FetchMiddle(state, items[i + TAhead.Middle]);
            }

            if (TAhead.Near > 0 && (uint)(i + TAhead.Near) < (uint)items.Length)
            {
                TAhead.FetchNear(state, items[i + TAhead.Near]);
            }

            if (TAhead.Next > 0 && (uint)(i + TAhead.Next) < (uint)items.Length)
            {
                TAhead.FetchNext(state, items[i + TAhead.Next]);
            }

            if (i >= 0)
            {
                visit.Visit(items[i]);
            }
        }
    }
}
