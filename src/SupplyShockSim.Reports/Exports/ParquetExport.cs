using System.Globalization;
using Parquet;
using Parquet.Schema;

namespace SupplyShockSim.Reports.Exports;

/// <summary>Each table of a run as Apache Parquet: the columns and values of the CSV file, with their types, and nothing where there is no value.</summary>
internal sealed class ParquetExport : ExportFormat
{
    public override string Name => "parquet";

    public override string Meaning => "each table as Apache Parquet, with types";

    public override IEnumerable<(string Name, byte[] Bytes)> Files(ExportSource source) =>
        source.Tables.Select(name => (Path.ChangeExtension(name, ".parquet"), Of(source.Table(name)).GetAwaiter().GetResult()));

    private static async Task<byte[]> Of(DataTable table)
    {
        var columns = table.Columns.Select(DataColumn.Of).ToArray();
        var fields = Array.ConvertAll(columns, Field);
        var options = new ParquetOptions { CompressionMethod = CompressionMethod.Zstd };
        using var bytes = new MemoryStream();
        await using (var writer = await ParquetWriter.CreateAsync(new ParquetSchema(fields), bytes, options))
        {
            using var group = writer.CreateRowGroup();
            for (var c = 0; c < columns.Length; c++)
            {
                await Write(group, fields[c], columns[c].Kind, [.. table.Rows.Select(row => row[c])]);
            }

            group.CompleteValidate();
        }

        return bytes.ToArray();
    }

    private static DataField Field(DataColumn column) => column.Kind switch
    {
        DataKind.Date => new DataField<DateOnly?>(column.Name),
        DataKind.Number => new DataField<double?>(column.Name),
        DataKind.Whole => new DataField<long?>(column.Name),
        _ => new DataField<string>(column.Name),
    };

    private static ValueTask Write(ParquetRowGroupWriter group, DataField field, DataKind kind, string[] texts) => kind switch
    {
        DataKind.Date => new(group.WriteAsync<DateOnly>(field, Values(texts, t => DateOnly.Parse(t, CultureInfo.InvariantCulture)))),
        DataKind.Number => new(group.WriteAsync<double>(field, Values(texts, t => double.Parse(t, CultureInfo.InvariantCulture)))),
        DataKind.Whole => new(group.WriteAsync<long>(field, Values(texts, t => long.Parse(t, CultureInfo.InvariantCulture)))),
        _ => new(group.WriteAsync(field, Array.ConvertAll(texts, t => t.Length == 0 ? null! : t))),
    };

    private static ReadOnlyMemory<T?> Values<T>(string[] texts, Func<string, T> parse)
        where T : struct => Array.ConvertAll(texts, t => t.Length == 0 ? (T?)null : parse(t));
}
