using System.Text;
using nietras.SeparatedValues;

namespace Vigie.Store.Export;

/// <summary>Writes separated values in UTF-8, cells quoted where they need it; with a second row of HXL hashtags where asked.</summary>
internal sealed class CsvWriter : ExportWriter
{
    private readonly IReadOnlyList<Column> columns;
    private readonly StreamWriter text;
    private readonly SepWriter writer;

    public CsvWriter(Stream output, IReadOnlyList<Column> columns, bool tags = false)
    {
        this.columns = columns;
        text = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 64 * 1024, leaveOpen: true) { NewLine = "\n" };
        writer = Sep.New(',').Writer(options => options with { WriteHeader = false, Escape = true, DisableColCountCheck = true }).To(text);
        WriteRow(column => column.Name);
        if (tags) WriteRow(column => column.Tag ?? "");
    }

    public override bool Write(ExportRow row)
    {
        WriteRow(column => column.Cell(row));
        return true;
    }

    public override void Finish()
    {
        writer.Flush();
        text.Flush();
    }

    public override void Dispose()
    {
        writer.Dispose();
        text.Dispose();
    }

    private void WriteRow(Func<Column, string> cell)
    {
        using SepWriter.Row row = writer.NewRow();
        for (int i = 0; i < columns.Count; i++) row[i].Set(cell(columns[i]));
    }
}
