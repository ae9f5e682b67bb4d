using Vigie.Text;

namespace Vigie.Store.Codebook;

/// <summary>Reads the tables under <c>data/exports</c>: lines of cells parted by tabs, after comments and a line of column names.</summary>
internal static class CodebookFile
{
    /// <param name="exact">Whether a row may have no more columns than these.</param>
    /// <exception cref="KnowledgeException">The file is missing, or a line has another number of cells.</exception>
    public static IEnumerable<(int Line, string[] Cells)> Rows(string path, int columns, bool exact = true)
    {
        bool headed = false;
        foreach ((int number, string text) in KnowledgeFile.Lines(path))
        {
            if (text.Length == 0 || text[0] == '#') continue;
            if (!headed)
            {
                headed = true;
                continue;
            }
            string[] cells = text.Split('\t');
            if (cells.Length < columns || (exact && cells.Length > columns)) throw new KnowledgeException(path, number, $"expected {columns} columns parted by tabs, found {cells.Length}");
            yield return (number, cells);
        }
    }
}
