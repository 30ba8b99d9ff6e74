using System.Globalization;
using SupplyShockSim.Reports.Data;

namespace SupplyShockSim.Reports.Html.Sections;

internal sealed class ProofSection : ReportSection
{
    public override string Name => "proof";

    public override string Meaning => "the mass balance by material, version, seed, events and trace, and the files that were read";

    /// <inheritdoc/>
    public override bool IsAppendix => true;

    public override void Write(HtmlWriter page, ReportSource source)
    {
        var (output, record) = (source.Output, source.Record);
        page.Heading(2, "Proof");
        page.Table(
            "Mass balance: opening + made = used + lost + closing, in t",
            ["Material", "Opening*", "Under way*", "Made*", "Used*", "Lost*", "Closing*", "Under way at the end*", "Relative error*"],
            record.Mass.Select(m => (string[])
            [
                source.Network.Commodities.Name[m.Commodity], Say.Number(m.OpeningStock), Say.Number(m.OpeningTransit), Say.Number(m.Made), Say.Number(m.Used), Say.Number(m.Lost),
                Say.Number(m.ClosingStock), Say.Number(m.ClosingTransit), m.RelativeError.ToString("0.0e+0", CultureInfo.InvariantCulture),
            ]));
        page.Paragraph($"SupplyShockSim {output.Version}, seed {output.Seed.ToString(CultureInfo.InvariantCulture)}, {record.Events.ToString("#,0", CultureInfo.InvariantCulture)} events, "
            + $"trace {ManifestJson.Fingerprint(record.TraceHash)}: the same inputs and seed give the same trace.");
        if (output.Overrides.Count > 0)
        {
            page.Paragraph($"Set on the command line: {Say.List([.. output.Overrides])}.");
        }

        if (output.Inputs.Count > 0)
        {
            page.Table("Files read", ["File", "SHA-256"], output.Inputs.Select(i => (string[])[i.Path, i.Sha256]));
        }
    }
}
