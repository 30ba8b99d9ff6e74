using SupplyShockSim.Network.Definitions;

namespace SupplyShockSim.Network;

/// <summary>Puts a network together from its rows: checks, balance, cohorts, and the flat tables that a run reads.</summary>
public static class NetworkBuilder
{
    /// <summary>
    /// Builds the network; adds every problem found. Null when the rows do not fit together; a network that is only out of balance is
    /// built none the less, so that what refers to it can be checked in the same pass.
    /// </summary>
    /// <param name="spec">The rows.</param>
    /// <param name="start">The date of the run's second 0, for opening dates.</param>
    /// <param name="path">Where the network stands in the scenario, for problems: <c>network</c>.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static SupplyNetwork? Build(NetworkSpec spec, DateTime start, string path, ICollection<Problem> problems)
    {
        var names = new NetworkNames(spec);
        var stocks = new StockLayout(spec, names);
        var lanes = new LaneColumns(spec.Lanes, names, stocks);
        var found = new List<Problem>();
        var findings = new NetworkFindings(path, found);
        new NetworkChecks(spec, names, lanes, findings).All();
        var rows = found.Exists(IsError) ? null : new RowLayout(stocks, lanes);
        if (rows is not null)
        {
            LaneChecks.AreUnique(spec, rows, findings);
        }

        found.ForEach(problems.Add);
        if (rows is null || found.Exists(IsError))
        {
            return null;
        }

        var balance = new FlowBalance(spec, rows);
        if (spec.Balance == BalanceRule.Scale)
        {
            balance.Scale();
        }

        balance.Check(path, spec.Balance == BalanceRule.Report ? ProblemSeverity.Warning : ProblemSeverity.Error, problems);
        return new NetworkAssembly(spec, names, rows, balance, start).Assemble();
    }

    /// <summary>
    /// What is left of a faulty network without the rows that are at fault, for checking what refers to it in the same pass; null where that
    /// does not fit together either. Never run.
    /// </summary>
    public static SupplyNetwork? Salvage(NetworkSpec spec, DateTime start, string path, IReadOnlyCollection<Problem> faults)
    {
        var sites = FaultyRows(faults, NetworkList.Sites);
        var lanes = FaultyRows(faults, NetworkList.Lanes);
        var kept = new HashSet<string>(spec.Sites.Where((_, i) => !sites.Contains(i)).Select(s => s.Id), StringComparer.Ordinal);
        var rest = spec with
        {
            Balance = BalanceRule.Report,
            Sites = [.. spec.Sites.Where((_, i) => !sites.Contains(i))],
            Lanes = [.. spec.Lanes.Where((l, i) => !lanes.Contains(i) && kept.Contains(l.From) && kept.Contains(l.To))],
        };
        return Build(rest, start, path, []);
    }

    private static bool IsError(Problem problem) => problem.Severity == ProblemSeverity.Error;

    private static HashSet<int> FaultyRows(IEnumerable<Problem> faults, NetworkList list)
    {
        var rows = new HashSet<int>();
        foreach (var fault in faults)
        {
            if (IsError(fault) && fault.Row is { } row && row.List == list)
            {
                rows.Add(row.Index);
            }
        }

        return rows;
    }
}
