using Npgsql;
using NpgsqlTypes;
using Vigie.Store.Sql;

namespace Vigie.Store.Postgres;

/// <summary>Sends rows in the binary form that the server copies straight into the table.</summary>
internal sealed class PostgresRowWriter : RowWriter
{
    private readonly NpgsqlBinaryImporter importer;
    private bool failed;

    /// <param name="table">A name of this program's, likewise <paramref name="columns"/>.</param>
    public PostgresRowWriter(NpgsqlConnection connection, string table, string[] columns) =>
        importer = connection.BeginBinaryImport($"COPY {table} ({string.Join(", ", columns)}) FROM STDIN (FORMAT BINARY)");

    public override void Write(params ReadOnlySpan<object?> values)
    {
        failed = true;
        importer.StartRow();
        foreach (object? value in values)
        {
            switch (value)
            {
                case null: importer.WriteNull(); break;
                case string text: importer.Write(text, NpgsqlDbType.Text); break;
                case long number: importer.Write(number, NpgsqlDbType.Bigint); break;
                case double number: importer.Write(number, NpgsqlDbType.Double); break;
                default: throw new ArgumentException($"no column holds a {value.GetType().Name}", nameof(values));
            }
        }
        failed = false;
    }

    public override void Dispose()
    {
        try
        {
            if (!failed) importer.Complete();
        }
        finally
        {
            importer.Dispose();
        }
    }
}
