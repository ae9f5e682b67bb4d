using Parquet;
using Parquet.Schema;

namespace Vigie.Store.Export;

/// <summary>Writes the flat columns as Parquet, compressed, in groups of rows that fit in memory.</summary>
internal sealed class ParquetRowWriter : ExportWriter
{
    private const int GroupSize = 20_000;

    private readonly IReadOnlyList<Column> columns;
    private readonly object?[][] group;
    private readonly ParquetSchema schema;
    private readonly ParquetWriter writer;
    private int rows;

    public ParquetRowWriter(Stream output, ExportWords words)
    {
        columns = FlatColumns.All(words);
        group = [.. columns.Select(_ => new object?[GroupSize])];
        schema = new ParquetSchema(columns.Select(Field));
        // The library's calls are asynchronous alone; nothing of ours waits beside them.
        writer = ParquetWriter.CreateAsync(schema, output).GetAwaiter().GetResult();
    }

    public override bool Write(ExportRow row)
    {
        for (int i = 0; i < columns.Count; i++) group[i][rows] = columns[i].Value(row);
        if (++rows == GroupSize) WriteGroup();
        return true;
    }

    public override void Finish()
    {
        if (rows > 0) WriteGroup();
        writer.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }

    public override void Dispose()
    {
    }

    private static Field Field(Column column) => column.Type switch
    {
        ColumnType.Text => new DataField(column.Name, typeof(string), isNullable: true),
        ColumnType.Integer => new DataField(column.Name, typeof(int), isNullable: true),
        _ => new DataField(column.Name, typeof(double), isNullable: true),
    };

    private void WriteGroup() => WriteGroupAsync().GetAwaiter().GetResult();

    private async Task WriteGroupAsync()
    {
        using ParquetRowGroupWriter rowGroup = writer.CreateRowGroup();
        for (int i = 0; i < columns.Count; i++)
        {
            DataField field = schema.DataFields[i];
            object?[] values = group[i];
            await (columns[i].Type switch
            {
                ColumnType.Text => rowGroup.WriteAsync(field, (IReadOnlyCollection<string>)Array.ConvertAll(values[..rows], value => (string)value!)),
                ColumnType.Integer => rowGroup.WriteAsync<int>(field, Array.ConvertAll(values[..rows], value => (int?)value).AsMemory()),
                _ => rowGroup.WriteAsync<double>(field, Array.ConvertAll(values[..rows], value => (double?)value).AsMemory()),
            }).ConfigureAwait(false);
        }
        rowGroup.CompleteValidate();
        rows = 0;
    }
}
