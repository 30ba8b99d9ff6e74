using SupplyShockSim.Network;
using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Network.Quantities;

namespace SupplyShockSim.Simulation.Controls;

/// <summary>What must hold within one shock, kind by kind.</summary>
internal sealed class ControlChecks(RunSpec run, SupplyNetwork network, ICollection<Problem> problems)
{
    /// <summary>The longest transit time that a change has given so far, and all that changes have added.</summary>
    private double _givenSeconds;
    private double _addedSeconds;

    public void Check(ControlSpec spec, string path, int[] subjects)
    {
        switch (spec)
        {
            case MultiplierSpec m when m.To is null == (m.Schedule.Count == 0):
                Add(path, "SS420", "give either `to` or `schedule`", "such as `to: 150 %`");
                break;
            case MultiplierSpec m when m.Schedule.Zip(m.Schedule.Skip(1)).Any(p => p.First.At.ToSimTime(run.Start) >= p.Second.At.ToSimTime(run.Start)):
                Add($"{path}.schedule", "SS421", "the steps are not in order of time", "sort them by `at`");
                break;
            case TransitChange { Transit: null, Add: null, Closed: false }:
                Add(path, "SS422", "this changes nothing", "give `transit`, `add` or `closed: true`");
                break;
            case TransitChange t when t.Transit?.Seconds < 0 || t.Add?.Seconds < 0:
                Add(path, "SS423", "a time below zero", "write 0 d or more");
                break;
            case TransitChange t:
                CheckTransit(t, path, subjects);
                break;
            case ExportLicence licence:
                CheckLicence(licence, path);
                break;
            case Tariff tariff when tariff.Rate.ShareOfPrice > 0:
                foreach (var c in subjects.Select(l => network.Lanes.Commodity[l]).Distinct().Where(c => double.IsNaN(network.Commodities.PriceUsdPerTonne[c])))
                {
                    Add($"{path}.rate", "SS424", $"a tariff in % of price, but '{network.Commodities.Id[c]}' has no price", "give the commodity a `price`, or the tariff in USD/t");
                }

                break;
            default:
                break;
        }
    }

    /// <summary>Times that are in force together add up on a lane; all that are written are taken to be, which refuses nothing that could be meant.</summary>
    private void CheckTransit(TransitChange change, string path, int[] subjects)
    {
        _givenSeconds = Math.Max(_givenSeconds, change.Transit?.Seconds ?? 0);
        _addedSeconds += change.Add?.Seconds ?? 0;
        var own = subjects.Length == 0 ? 0 : subjects.Max(l => network.Lanes.TransitSeconds[l]);
        if (Math.Max(own, _givenSeconds) + _addedSeconds > LongestTimes.Transit.Seconds)
        {
            Add(path, "SS428", "with this change a transit time may be above 50 years", "check the units of `transit` and `add`");
        }
    }

    private void CheckLicence(ExportLicence licence, string path)
    {
        if (licence.Review.Fault() is { } fault)
        {
            Add($"{path}.review", "SS425", fault, null);
        }

        if (licence.DecisionsPerDay is { } perDay && !(perDay > 0 && double.IsFinite(perDay)))
        {
            Add($"{path}.decisionsPerDay", "SS426", "decisions per day must be above zero", "leave it out for no limit");
        }

        if (licence.Validity?.Seconds <= 0 || licence.Reapply.Seconds < 0 || licence.Renewal?.Seconds < 0)
        {
            Add(path, "SS427", "`validity` must be above zero, `reapply` and `renewal` not below", "correct the span");
        }
    }

    private void Add(string path, string code, string message, string? hint) => problems.Add(new Problem(path, code, message, hint));
}
