using Vigie.Text;
using Vigie.Text.Pages;
using Vigie.Text.Pages.Archives;

namespace Vigie.Cli;

/// <summary>One article of a page, or why there is none.</summary>
/// <param name="Where">Names the page to a person.</param>
/// <param name="Problem">What could not be read and what to do, or null; an article with a problem was read in part.</param>
internal sealed record PageInput(string Where, NamedArticle? Article, string? Problem = null);

/// <summary>Reads the articles of pages, feeds and archives, one page at a time: memory does not grow with the input.</summary>
internal static class PageInputs
{
    // Loaded at the first page: other inputs do not wait for it.
    private static readonly Lazy<ContentReader> Contents = new(() => ContentReader.Load(DataFolder.BesideProgram));

    /// <param name="stream">A page, a feed or an archive; disposed at the end.</param>
    /// <param name="where">Names it to a person.</param>
    /// <param name="name">Its file's name: articles are called after it.</param>
    public static IEnumerable<PageInput> Read(Stream stream, string where, string name)
    {
        using IEnumerator<ArchivedPage> pages = ArchiveReader.Read(stream, name).GetEnumerator();
        while (true)
        {
            ArchivedPage page;
            PageInput? failure = null;
            try
            {
                if (!pages.MoveNext()) yield break;
                page = pages.Current;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
            {
                page = new ArchivedPage(where, null);
                failure = new PageInput(where, null, $"it cannot be read ({e.Message.TrimEnd('.')}); check the file");
            }
            if (failure is not null)
            {
                yield return failure;
                yield break;
            }
            foreach (PageInput input in Articles(page, where, name)) yield return input;
        }
    }

    private static IEnumerable<PageInput> Articles(ArchivedPage page, string file, string name)
    {
        // A file that is one page is called as the caller wrote it, a part of an archive by the archive.
        string where = page.Where == name ? file : page.Where.StartsWith(name, StringComparison.Ordinal) ? file + page.Where[name.Length..] : page.Where;
        if (page.Page is null)
        {
            yield return new PageInput(where, null, page.Problem);
            yield break;
        }
        IReadOnlyList<NamedArticle> articles = Contents.Value.Read(page.Page);
        if (articles.Count == 0) yield return new PageInput(where, null, page.Problem ?? "no article found in it");
        for (int i = 0; i < articles.Count; i++) yield return new PageInput(where, articles[i], i == 0 ? page.Problem : null);
    }
}
