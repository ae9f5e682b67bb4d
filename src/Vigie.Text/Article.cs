using NodaTime;

namespace Vigie.Text;

/// <summary>What a reader reads. <see cref="Language"/> and <see cref="Published"/> are null where nobody said.</summary>
/// <param name="Id">Name of the article within its input: a file's name or a line's <c>id</c>.</param>
/// <param name="Language">ISO 639-1 code: <c>fr</c>, <c>en</c> or <c>ar</c>.</param>
/// <param name="Published">The day it came out: relative dates count from it.</param>
public sealed record Article(
    string Id,
    string Title,
    string Text,
    string? Language = null,
    LocalDate? Published = null,
    string? Source = null,
    string? Url = null)
{
    /// <summary>Title, newline, text: what every offset indexes, also where the title is empty.</summary>
    public string FullText => Title + "\n" + Text;
}
