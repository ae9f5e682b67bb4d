namespace Vigie.Store.Codebook;

/// <summary>ACLED's codes for kinds of actors, as numbers and as words.</summary>
public static class InteractionCodes
{
    private const string Civilians = "civilians";

    private static readonly (string Kind, int Code, string Word)[] Table =
    [
        ("state", 1, "State forces"),
        ("rebel", 2, "Rebel group"),
        ("militia", 3, "Political militia"),
        ("communal", 4, "Identity militia"),
        ("rioters", 5, "Rioters"),
        ("protesters", 6, "Protesters"),
        (Civilians, 7, "Civilians"),
        ("external", 8, "External/Other forces"),
        // ACLED has no code for those whom nobody names; it counts them with the militias.
        ("unidentified", 3, "Political militia"),
    ];

    /// <summary>The number of a kind of actor; 0 for none.</summary>
    public static int Code(string? kind) => Array.Find(Table, row => row.Kind == kind).Code;

    /// <summary>The word of a code; empty for none.</summary>
    public static string Word(int code) => Array.Find(Table, row => row.Code == code).Word ?? "";

    /// <summary>The kind of actor of a cell, which has the number or the word; null for others.</summary>
    public static string? Kind(string cell) =>
        int.TryParse(cell, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int code)
            ? Array.Find(Table, row => row.Code == code).Kind
            : Array.Find(Table, row => row.Word.Equals(cell, StringComparison.OrdinalIgnoreCase)).Kind;

    /// <summary>The number of a pair: the lower code first, 10 to 80 for a sole actor.</summary>
    public static int Pair(int one, int other) => Math.Min(one, other) == 0 ? Math.Max(one, other) * 10 : Math.Min(one, other) * 10 + Math.Max(one, other);

    /// <summary>The words of a pair, as <c>State forces-Civilians</c>.</summary>
    public static string PairWords(int one, int other) => Math.Min(one, other) == 0
        ? Math.Max(one, other) == 0 ? "" : Word(Math.Max(one, other)) + " only"
        : Word(Math.Min(one, other)) + "-" + Word(Math.Max(one, other));
}
