using Vigie.Text.Pages.Metadata;

namespace Vigie.Text.Pages;

/// <summary>What a page says: its article, and what it says of the article.</summary>
/// <param name="Title">Empty where the page has none.</param>
/// <param name="Text">The article's paragraphs, one a line; furniture is not in it.</param>
/// <param name="Language">ISO 639-1 code, from the text, or where that is too short from what the page declares; null where neither tells.</param>
/// <param name="Url">The canonical address where the page names one, else where it was found.</param>
/// <param name="Image">Address of the lead image, or null.</param>
/// <param name="Furniture">The lines of the page that were left out and stood within or beside the text.</param>
/// <param name="IsPaid">Whether the page says that the whole text is for subscribers: what there is may be its beginning only.</param>
public sealed record PageArticle(
    string Title,
    string Text,
    PageTime? Published,
    PageTime? Updated,
    IReadOnlyList<string> Authors,
    string? Site,
    string? Language,
    string? Url,
    string? Image,
    IReadOnlyList<FurnitureLine> Furniture,
    bool IsPaid = false)
{
    /// <summary>The article as the coder reads it: offsets count in title, newline, text.</summary>
    public Article ToArticle(string id) => new(id, Title, Text, Language, Published?.Day, Site, Url);
}

/// <summary>A line of the page that is no part of the article's text.</summary>
/// <param name="Kind">What it is for, in lower case: <c>caption</c>, <c>related</c>, <c>byline</c>, <c>line</c> where its words alone say it.</param>
/// <param name="Text">The line.</param>
/// <param name="Offset">Where in the article's text it stood: the length of the text before it.</param>
public sealed record FurnitureLine(string Kind, string Text, int Offset);
