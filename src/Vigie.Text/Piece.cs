namespace Vigie.Text;

/// <summary>A subword token: its line in the piece table, and where it stands in the document's text.</summary>
public readonly record struct Piece(int Id, Span Span);
