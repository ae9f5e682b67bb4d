using Vigie.Store.Records;
using Vigie.Text;

namespace Vigie.Store.Sql;

/// <summary>An article as the table has it.</summary>
internal sealed class ArticleRow
{
    public const string Columns = "a.key, a.id, a.sha256, a.title, a.text, a.language, a.published, a.source, a.url, a.page, a.previous, a.copy_of AS copyof, a.added, a.origin, a.row";

    public const string HeadColumns = "a.key, a.id, a.title, a.language, a.published, a.source, a.url, a.copy_of AS copyof, CASE WHEN a.origin IS NULL THEN NULL ELSE a.text END AS notes";

    public long Key { get; init; }

    public string Id { get; init; } = "";

    public string Sha256 { get; init; } = "";

    public string Title { get; init; } = "";

    public string Text { get; init; } = "";

    public string? Language { get; init; }

    public string? Published { get; init; }

    public string? Source { get; init; }

    public string? Url { get; init; }

    public string? Page { get; init; }

    public string? Previous { get; init; }

    public string? CopyOf { get; init; }

    public string Added { get; init; } = "";

    public string? Origin { get; init; }

    public string? Row { get; init; }

    public string? Notes { get; init; }

    public ArticleHead Head => new(Id, Title, Language, Moments.Day(Published), Source, Url, CopyOf ?? Id, Notes);

    public StoredArticle Read(IReadOnlyList<StoredEvent> events) => new(
        new Article(Id, Title, Text, Language, Moments.Day(Published), Source, Url),
        Sha256,
        Page,
        Previous,
        CopyOf ?? Id,
        Moments.Parse(Added),
        Origin is null || Row is null ? null : RowJson.Parse(Origin, Row),
        events);
}
