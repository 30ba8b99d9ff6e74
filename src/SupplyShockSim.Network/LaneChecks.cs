using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Network.Quantities;

namespace SupplyShockSim.Network;

/// <summary>What must hold for lanes. A row's record is asked for, and words are made, only where something is wrong: there may be millions.</summary>
internal sealed class LaneChecks(NetworkSpec spec, NetworkNames names, LaneColumns lanes, NetworkFindings found)
{
    public void All()
    {
        for (var l = 0; l < lanes.Count; l++)
        {
            CheckEnds(l);
            CheckFigures(l);
        }
    }

    private void CheckEnds(int l)
    {
        if (lanes.FromStock[l] >= 0 && lanes.ToStock[l] >= 0)
        {
            return;
        }

        var lane = spec.Lanes[l];
        var (from, to, isKnown) = (lanes.From[l], lanes.To[l], lanes.Commodity[l] >= 0);
        if (!isKnown)
        {
            Add(l, ".of", NetworkCodes.UnknownCommodity, $"there is no commodity '{lane.Of}'", found.Suggest(lane.Of, names.Commodities.Keys));
        }

        if (from < 0)
        {
            Add(l, ".from", NetworkCodes.UnknownSite, $"there is no site '{lane.From}'", found.Suggest(lane.From, names.Sites.Keys));
        }

        if (to < 0)
        {
            Add(l, ".to", NetworkCodes.UnknownSite, $"there is no site '{lane.To}'", found.Suggest(lane.To, names.Sites.Keys));
        }

        if (isKnown && from >= 0 && lanes.FromStock[l] < 0)
        {
            var makes = names.Outputs(spec.Sites[from]).Keys;
            Add(l, ".from", NetworkCodes.NotMade, $"'{lane.From}' does not make '{lane.Of}'", found.Suggest(lane.Of, makes));
        }

        if (isKnown && to >= 0 && lanes.ToStock[l] < 0)
        {
            var uses = names.Inputs(spec.Sites[to]).Keys;
            Add(l, ".to", NetworkCodes.NotUsed, $"'{lane.To}' does not use '{lane.Of}'", found.Suggest(lane.Of, uses));
        }
    }

    private void CheckFigures(int l)
    {
        var (flow, capacity) = (lanes.FlowTonnesPerDay[l], lanes.CapacityTonnesPerDay[l]);
        if (flow > capacity * (1 + 1e-9))
        {
            Add(l, ".flow", NetworkCodes.AboveLaneCapacity,
                $"the flow of {flow:0.######} t/d is above the lane's capacity of {capacity:0.######} t/d",
                "raise the capacity or lower the flow");
        }

        if (lanes.TransitSeconds[l] < 0 || lanes.QualificationSeconds[l] < 0)
        {
            Add(l, "", NetworkCodes.TimeBelowZero, "a transit or qualification time below zero", "write 0 d or more");
        }

        if (lanes.TransitSeconds[l] > LongestTimes.Transit.Seconds)
        {
            var days = spec.Lanes[l].Transit.Days;
            Add(l, ".transit", NetworkCodes.TransitTooLong, $"a transit time of {days:0} days is above 50 years", "check its unit");
        }
    }

    private void Add(int l, string key, string code, string message, string? hint)
    {
        found.Row = new NetworkRow(NetworkList.Lanes, l);
        found.Add($"lanes[{l}]{key}", code, message, hint);
    }

    /// <summary>
    /// Lanes between the same sites for the same commodity need ids that tell them apart. In the order of the layout they stand side by side.
    /// </summary>
    public static void AreUnique(NetworkSpec spec, RowLayout rows, NetworkFindings found)
    {
        var lanes = rows.Lanes;
        for (var i = 1; i < rows.LaneOrder.Length; i++)
        {
            var (a, b) = (rows.LaneOrder[i - 1], rows.LaneOrder[i]);
            if (lanes.FromStock[a] != lanes.FromStock[b] || lanes.ToStock[a] != lanes.ToStock[b] || lanes.Id[a] != lanes.Id[b])
            {
                continue;
            }

            var (second, lane) = (Math.Max(a, b), spec.Lanes[b]);
            found.Row = new NetworkRow(NetworkList.Lanes, second);
            found.Add($"lanes[{second}]", NetworkCodes.SecondLane, $"a second lane from '{lane.From}' to '{lane.To}' for '{lane.Of}'",
                "add the flows up in one lane, or give each an `id`");
        }
    }
}
