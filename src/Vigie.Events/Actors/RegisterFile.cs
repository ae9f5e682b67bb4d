using System.Globalization;
using Vigie.Text;

namespace Vigie.Events.Actors;

/// <summary>Reads the register: a line an entry, eleven columns parted by tabs, aliases by semicolons.</summary>
internal static class RegisterFile
{
    private const int Columns = 11;

    /// <exception cref="KnowledgeException">The file cannot be read, or a line is no entry.</exception>
    public static List<ActorEntry> Read(string path)
    {
        string[] lines;
        try
        {
            lines = File.ReadAllLines(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new KnowledgeException(path, null, "cannot be read: " + e.Message, e);
        }
        var entries = new List<ActorEntry>(lines.Length);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        bool header = true;
        for (int at = 0; at < lines.Length; at++)
        {
            if (lines[at].Length == 0 || lines[at][0] == '#') continue;
            if (header)
            {
                header = false;
                continue;
            }
            ActorEntry entry = Entry(lines[at], path, at + 1);
            if (!ids.Add(entry.Id)) throw new KnowledgeException(path, at + 1, $"the id '{entry.Id}' is there twice");
            entries.Add(entry);
        }
        return entries;
    }

    private static ActorEntry Entry(string line, string path, int number)
    {
        string[] cells = line.Split('\t');
        if (cells.Length != Columns)
            throw new KnowledgeException(path, number, $"expected {Columns} columns parted by tabs, found {cells.Length}");
        if (cells[0].Length == 0 || cells[7].Length == 0) throw new KnowledgeException(path, number, "an entry needs an id and a name");
        if (!ActorKinds.All.Contains(cells[1])) throw new KnowledgeException(path, number, $"'{cells[1]}' is no kind of actor");
        var aliases = new List<ActorAlias>();
        Aliases("fr", cells[8], aliases);
        Aliases("en", cells[9], aliases);
        Aliases("ar", cells[10], aliases);
        return new ActorEntry(
            cells[0], cells[7], cells[1], Filled(cells[2]), Filled(cells[3]), Year(cells[4], path, number), Year(cells[5], path, number), cells[6], aliases);
    }

    // "RSF{soudan darfour}": the words in braces are the alias's needs.
    private static void Aliases(string language, string cell, List<ActorAlias> into)
    {
        foreach (string part in cell.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            int brace = part.IndexOf('{', StringComparison.Ordinal);
            into.Add(brace < 0
                ? new ActorAlias(language, part, [])
                : new ActorAlias(language, part[..brace], part[(brace + 1)..].TrimEnd('}').Split(' ')));
        }
    }

    private static string? Filled(string cell) => cell.Length == 0 ? null : cell;

    private static int? Year(string cell, string path, int number)
    {
        if (cell.Length == 0) return null;
        return int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out int year)
            ? year
            : throw new KnowledgeException(path, number, $"'{cell}' is no year");
    }
}
