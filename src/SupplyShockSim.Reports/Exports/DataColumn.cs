namespace SupplyShockSim.Reports.Exports;

/// <summary>What a column of a data file holds.</summary>
internal enum DataKind
{
    Text,
    Number,
    Whole,
    Date,
}

/// <summary>The columns of the tables of a run folder.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Meaning">What that means.</param>
internal sealed record DataColumn(string Name, DataKind Kind, string Meaning)
{
    private static readonly DataColumn[] Known =
    [
        new("date", DataKind.Date, "calendar day on which the cell begins, or of the event"),
        new("day", DataKind.Number, "days from the start of the run"),
        new("measure", DataKind.Text, "what was measured; see unit"),
        new("site", DataKind.Text, "a row of the network's files; * for all consumers, none for flows"),
        new("country", DataKind.Text, "ISO 3166-1 alpha-2 or a code of the network; NAM for Namibia; * for all; from>to for flows"),
        new("commodity", DataKind.Text, "a commodity of the network; * for all"),
        new("value", DataKind.Number, "mean over the cell, in unit"),
        new("unit", DataKind.Text, "t tonnes, d days, 1 a share"),
        new("run", DataKind.Text, "name of the run"),
        new("from", DataKind.Text, "seller of a flow, a row of the network's files"),
        new("to", DataKind.Text, "buyer of a flow, a row of the network's files"),
        new("id", DataKind.Whole, "number of the event in the log"),
        new("kind", DataKind.Text, "kind of event"),
        new("subject", DataKind.Text, "what it happened to"),
        new("other", DataKind.Text, "the lane by which it came"),
        new("before", DataKind.Number, "value before, in unit"),
        new("after", DataKind.Number, "value after, in unit"),
        new("cause", DataKind.Whole, "id of the event that caused it"),
        new("why", DataKind.Text, "what happened and why, in a sentence"),
        new("q05", DataKind.Number, "quantile over draws, t/d"),
        new("q25", DataKind.Number, "quantile over draws, t/d"),
        new("q50", DataKind.Number, "quantile over draws, t/d"),
        new("q75", DataKind.Number, "quantile over draws, t/d"),
        new("q95", DataKind.Number, "quantile over draws, t/d"),
        new("mean", DataKind.Number, "mean over draws, t/d"),
        new("total", DataKind.Number, "shortfall of all consumers, t/d"),
    ];

    /// <summary>A column by its name; one that is not known is that of a consumer in a wide table.</summary>
    public static DataColumn Of(string name) => Array.Find(Known, c => c.Name == name) ?? new DataColumn(name, DataKind.Number, $"shortfall of {name}, t/d");
}
