using SupplyShockSim.Analysis;
using SupplyShockSim.Figures;
using SupplyShockSim.Network;
using SupplyShockSim.Reports.Data;
using SupplyShockSim.Scenarios.Tables;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Reports.Html;

/// <summary>One part of <c>report.html</c>. It writes nothing where the run has nothing for it.</summary>
internal abstract class ReportSection
{
    /// <summary>Its name in the documentation.</summary>
    public abstract string Name { get; }

    /// <summary>What it tells, in one phrase.</summary>
    public abstract string Meaning { get; }

    /// <summary>Whether it is there to look things up, after all that is read.</summary>
    public virtual bool IsAppendix => false;

    public abstract void Write(HtmlWriter page, ReportSource source);
}

/// <summary>What the sections of a report are written from.</summary>
/// <param name="Output">The run and what is known of it.</param>
/// <param name="Figures">Its figures.</param>
/// <param name="Provenance">What its network rests on.</param>
internal sealed record ReportSource(RunOutput Output, IReadOnlyList<DrawnFigure> Figures, Provenance Provenance)
{
    /// <summary>The facts that its texts may cite.</summary>
    public FactBook Facts { get; init; } = FactBook.Empty;

    public RunRecord Record => Output.Record;

    public RunMeasures Measures => Output.Measures;

    public SupplyNetwork Network => Output.Record.Network;
}
