using System.Data.Common;

namespace Vigie.Store.Sql;

/// <summary>What the two databases say differently. All other SQL is the same for both.</summary>
internal abstract class Dialect
{
    /// <summary>Folder of the schema's steps.</summary>
    public abstract string Schema { get; }

    /// <summary>What a person calls this store: the file, or the server without its password.</summary>
    public abstract string Name { get; }

    /// <summary>A connection ready for use.</summary>
    public abstract DbConnection Open();

    /// <summary>Takes a connection back for another use.</summary>
    public abstract void GiveBack(DbConnection connection);

    /// <summary>Begins a transaction that sees one state of the store.</summary>
    public abstract DbTransaction BeginReading(DbConnection connection);

    /// <summary>Begins a transaction that no other writer is beside.</summary>
    public abstract DbTransaction BeginWriting(DbConnection connection);

    /// <summary>Called once a writing transaction has ended, however it ended.</summary>
    public abstract void EndWriting();

    /// <summary>What a fault of the database means to a person.</summary>
    public abstract StoreException Explain(DbException e);

    /// <summary>Whether a call that failed so may be made again from the start: its connection broke before anything was kept.</summary>
    public abstract bool IsLostConnection(DbException e);

    /// <summary>Makes ready to write many rows of a table.</summary>
    public abstract RowWriter Rows(Session session, string table, params string[] columns);

    /// <summary>Whether a table is there.</summary>
    public abstract string TableExists { get; }

    /// <summary>Condition that an event's point (of alias <c>e</c>) lies in the box of @west, @south, @east, @north, which does not cross the 180th meridian.</summary>
    public abstract string InBox { get; }

    /// <summary>Condition that an event's article has the words of @words.</summary>
    /// <param name="many">Whether so many articles have them that each event is better asked than all found first.</param>
    public abstract string HasWords(string parameter, bool many);

    /// <summary>The query of words in the language of the full-text index.</summary>
    public abstract string WordQuery(Search.WordQuery query);

    /// <summary>Text after a table's name that makes the database read it in the order of an index, or nothing.</summary>
    public abstract string ByIndex(string index);

    /// <summary>An expression that no index is used for.</summary>
    public abstract string Unindexed(string expression);

    /// <summary>The Monday of an ISO day, which may be empty.</summary>
    public abstract string Week(string day);

    public abstract void WriteWords(Session session, IReadOnlyList<(long Article, string Words, string Names)> articles);

    public abstract void RemoveWords(Session session, long article);

    public abstract void WritePoints(Session session, IReadOnlyList<(long Event, double Latitude, double Longitude)> points);

    public abstract void RemovePoint(Session session, long eventKey);

    public abstract IReadOnlyList<string> Check(Session session);
}

/// <summary>Writes rows of one table, as fast as the database takes them. They are all there once it is disposed of.</summary>
internal abstract class RowWriter : IDisposable
{
    /// <param name="values">In the order of the columns; null for nothing.</param>
    public abstract void Write(params ReadOnlySpan<object?> values);

    public abstract void Dispose();
}
