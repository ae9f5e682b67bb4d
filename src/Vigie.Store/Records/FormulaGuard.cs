namespace Vigie.Store.Records;

/// <summary>Keeps a stranger's words from being run by a spreadsheet program: a cell that begins like a formula gets an apostrophe before it, which importing takes off.</summary>
internal static class FormulaGuard
{
    private const char Guard = '\'';

    /// <summary>Also the wide forms, which some programs take alike.</summary>
    private const string Openings = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    public static string On(string cell) => BeginsFormula(cell.AsSpan().TrimStart(Guard)) ? Guard + cell : cell;

    public static string Off(string cell) => cell.Length > 1 && cell[0] == Guard && BeginsFormula(cell.AsSpan().TrimStart(Guard)) ? cell[1..] : cell;

    private static bool BeginsFormula(ReadOnlySpan<char> cell) => cell.Length > 0 && Openings.Contains(cell[0]);
}
