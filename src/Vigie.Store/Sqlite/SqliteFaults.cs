using Microsoft.Data.Sqlite;

namespace Vigie.Store.Sqlite;

/// <summary>What SQLite's result codes mean to a person, and what to do.</summary>
internal static class SqliteFaults
{
    private const int Busy = 5, Locked = 6, ReadOnly = 8, InputOutput = 10, Corrupt = 11, Full = 13, CannotOpen = 14, Authorization = 23, NotADatabase = 26;

    public static StoreException Explain(string file, SqliteException e) => e.SqliteErrorCode switch
    {
        Busy or Locked => new StoreException(file, "another program is writing in it; try again in a moment, or close that program", passing: true, e),
        ReadOnly => new StoreException(file, "it may not be written; check the permissions of the file and of its folder", inner: e),
        InputOutput => new StoreException(file, "the disk cannot read or write it (" + Words(e) + "); check the disk, then try again", inner: e),
        Corrupt => new StoreException(file, "the file is damaged (" + Words(e) + "); keep a copy, take the last backup, or save what can be read with: sqlite3 FILE .recover", inner: e),
        Full => new StoreException(file, "the disk is full; nothing of this step was kept; make room and do it again", inner: e),
        CannotOpen or Authorization => new StoreException(file, Directory.Exists(file)
            ? "it is a folder; name a file"
            : "it cannot be opened; check the name, that its folder is there, and the permissions", inner: e),
        NotADatabase => new StoreException(file, "it is no store of Vigie; name another file", inner: e),
        _ => new StoreException(file, $"SQLite says: {Words(e)} (code {e.SqliteExtendedErrorCode})", inner: e),
    };

    /// <summary>SQLite's own words, out of the frame that the driver puts around them.</summary>
    private static string Words(SqliteException e)
    {
        int from = e.Message.IndexOf('\'', StringComparison.Ordinal), to = e.Message.LastIndexOf('\'');
        return (to > from ? e.Message[(from + 1)..to] : e.Message).TrimEnd('.');
    }
}
