using System.Globalization;
using System.Text;
using NodaTime.Text;
using Vigie.Text.Pages;

namespace Vigie.Cli;

/// <summary>Counts how much of what gold says of pages was read right.</summary>
internal sealed class PageScore
{
    private readonly Dictionary<string, Passages> passages = new(StringComparer.Ordinal);
    private int pages;
    private Share title, author, date;

    /// <summary>Time spent reading.</summary>
    public TimeSpan Time { get; set; }

    /// <summary>Takes in one page. White space counts as one blank in passages; title and author are compared by their letters and digits, in any case.</summary>
    public void Take(PageArticle article, List<string> with, List<string> without, string? goldTitle, string? goldAuthor, string? goldDay)
    {
        pages++;
        string text = Plain(article.Text);
        var found = new Passages(with.Count(passage => Has(text, passage)), with.Count, without.Count(passage => Has(text, passage)));
        foreach (string language in (string[])["all", article.Language ?? "und"]) passages[language] = passages.GetValueOrDefault(language) + found;
        title = title.With(goldTitle, wanted => Letters(wanted) == Letters(article.Title));
        author = author.With(goldAuthor, wanted => Letters(wanted) == Letters(string.Concat(article.Authors)));
        date = date.With(goldDay, wanted => article.Published is { } published && LocalDatePattern.Iso.Format(published.Day) == wanted);
    }

    /// <summary>The figures as lines of tab-parted columns.</summary>
    public string Table()
    {
        var table = new StringBuilder("measure\tvalue\tof\n");
        foreach ((string language, Passages count) in passages.OrderByDescending(pair => pair.Value.Wanted).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(8))
            table.Append(CultureInfo.InvariantCulture, $"body F1, {language}\t{count.F1:F3}\t{count.Wanted}\n");
        table.Append(CultureInfo.InvariantCulture, $"title right\t{title.Of:F3}\t{title.All}\n");
        table.Append(CultureInfo.InvariantCulture, $"author right\t{author.Of:F3}\t{author.All}\n");
        table.Append(CultureInfo.InvariantCulture, $"day right\t{date.Of:F3}\t{date.All}\n");
        table.Append(CultureInfo.InvariantCulture, $"pages a second\t{pages / Math.Max(Time.TotalSeconds, 1e-9):F0}\t{pages}\n");
        return table.ToString();
    }

    private static bool Has(string text, string passage) => text.Contains(Plain(passage), StringComparison.Ordinal);

    private static string Plain(string text) => string.Join(' ', text.Replace("\u00AD", "", StringComparison.Ordinal).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    /// <param name="Found">Wanted passages that were found.</param>
    /// <param name="Unwanted">Passages found that should not be.</param>
    private readonly record struct Passages(int Found, int Wanted, int Unwanted)
    {
        public double F1 => 2.0 * Found / Math.Max(1, Found + Unwanted + Wanted);

        public static Passages operator +(Passages one, Passages other) => new(one.Found + other.Found, one.Wanted + other.Wanted, one.Unwanted + other.Unwanted);
    }

    private readonly record struct Share(int Right, int All)
    {
        public double Of => (double)Right / Math.Max(1, All);

        public Share With(string? wanted, Func<string, bool> isRight) => wanted is null ? this : new Share(Right + (isRight(wanted) ? 1 : 0), All + 1);
    }
}
