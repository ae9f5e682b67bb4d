using System.Text;
using Vigie.Text;
using Vigie.Text.Pages;

namespace Vigie.Tests.Pages;

/// <summary>Pages for tests, read with the knowledge that ships.</summary>
internal static class PageSample
{
    public static ContentReader Contents { get; } = ContentReader.Load(DataFolder.BesideProgram);

    public static PageReader Reader { get; } = PageReader.Load(DataFolder.BesideProgram);

    public static PageArticle Read(string html, string? url = null) => Reader.Read(new Page("page", Encoding.UTF8.GetBytes(html), url));

    /// <summary>A page with a title and paragraphs, and what else stands in its head and body.</summary>
    public static string Html(string title, string body, string head = "") =>
        $"<!doctype html><html><head><meta charset=\"utf-8\"><title>{title}</title>{head}</head><body><h1>{title}</h1>{body}</body></html>";

    /// <summary>Running text that no rule takes for furniture.</summary>
    public static string Paragraphs(int count) => string.Concat(Enumerable.Range(1, count).Select(n =>
        $"<p>Residents of quarter number {n} said that the shooting began before dawn and went on until the patrol came back.</p>"));
}
