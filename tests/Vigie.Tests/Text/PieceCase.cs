using System.Text.Json;
using Vigie.Tests.House;
using Vigie.Text;
using Vigie.Text.Pieces;

namespace Vigie.Tests.Texts;

/// <summary>A text with its pieces, one JSON line: <c>text</c> (or <c>code_units</c>, where JSON cannot hold it) and <c>pieces</c> [id, start, end].</summary>
internal sealed record PieceCase(string Text, IReadOnlyList<Piece> Pieces)
{
    public static string Path { get; } = Repository.File("corpora", "pieces", "cases.jsonl");

    public static Segmenter Segmenter { get; } = Segmenter.Load(DataFolder.BesideProgram.Model("base"));

    public static PieceCase Parse(string line)
    {
        using var json = JsonDocument.Parse(line);
        string text = json.RootElement.TryGetProperty("code_units", out JsonElement units)
            ? string.Concat(units.EnumerateArray().Select(unit => (char)unit.GetInt32()))
            : json.RootElement.GetProperty("text").GetString()!;
        return new PieceCase(
            text,
            [.. json.RootElement.GetProperty("pieces").EnumerateArray().Select(piece => new Piece(piece[0].GetInt32(), new Span(piece[1].GetInt32(), piece[2].GetInt32())))]);
    }

    /// <summary>The same line with other pieces.</summary>
    public static string With(string line, IEnumerable<Piece> pieces)
    {
        string cells = string.Join(", ", pieces.Select(piece => FormattableString.Invariant($"[{piece.Id}, {piece.Span.Start}, {piece.Span.End}]")));
        return line[..line.IndexOf("\"pieces\"", StringComparison.Ordinal)] + "\"pieces\": [" + cells + "]}";
    }
}
