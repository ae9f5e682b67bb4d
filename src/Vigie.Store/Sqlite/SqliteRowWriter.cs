using System.Data.Common;
using Microsoft.Data.Sqlite;
using Vigie.Store.Sql;

namespace Vigie.Store.Sqlite;

/// <summary>One statement, prepared once and run for each row.</summary>
internal sealed class SqliteRowWriter : RowWriter
{
    private readonly DbCommand command;

    /// <param name="table">A name of this program's, likewise <paramref name="columns"/>: never a stranger's words.</param>
    public SqliteRowWriter(Session session, string table, string[] columns)
    {
        command = session.Command($"INSERT INTO {table} ({string.Join(", ", columns)}) VALUES ({string.Join(", ", columns.Select((_, i) => "$" + i))})");
        for (int i = 0; i < columns.Length; i++) command.Parameters.Add(new SqliteParameter { ParameterName = "$" + i });
        command.Prepare();
    }

    public override void Write(params ReadOnlySpan<object?> values)
    {
        for (int i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i] ?? DBNull.Value;
        command.ExecuteNonQuery();
    }

    public override void Dispose() => command.Dispose();
}
