using NodaTime;
using Vigie.Text.Pages.Html;

namespace Vigie.Text.Pages.Metadata;

/// <summary>The days printed on a page beside the article: in datelines and bylines about its title, and where there are none in what follows.</summary>
internal sealed class DateLines
{
    /// <summary>Letters that may stand beside a date in a dateline; a sentence has more.</summary>
    private const int MostLetters = 45;

    private readonly PageText text;
    private readonly PageDates dates;
    private readonly int first;
    private readonly int last;

    public DateLines(PageText text, Element main, PageDates dates)
    {
        this.text = text;
        this.dates = dates;
        last = text.Blocks.Count - 1;
        while (first < text.Blocks.Count && !text.Blocks[first].Owner.Node.IsWithin(main.Node)) first++;
        if (first == text.Blocks.Count) first = 0;
        while (last > first && !text.Blocks[last].Owner.Node.IsWithin(main.Node)) last--;
    }

    /// <summary>The day of a dateline about the title or at the beginning of the text.</summary>
    public PageTime? AboutTitle()
    {
        const int above = 25, below = 6;
        int title = first;
        for (int at = Math.Min(first, last); at >= Math.Max(0, first - above); at--)
        {
            if (text.Blocks[at].Owner.Name != "h1") continue;
            title = at;
            break;
        }
        return Dateline(Math.Max(0, title - 4), Math.Min(text.Blocks.Count, first + below), skipApart: true) ?? Dateline(Math.Max(0, first - above), Math.Min(text.Blocks.Count, first + below), skipApart: true) ?? Opening();
    }

    /// <summary>The day of a dateline after the text, then in it, then about it.</summary>
    public PageTime? Anywhere() =>
        Dateline(last, Math.Min(text.Blocks.Count, last + 8), skipApart: true) ?? Dateline(first, last, skipApart: true) ?? Dateline(0, text.Blocks.Count, skipApart: true) ?? Dateline(0, text.Blocks.Count, skipApart: false);

    private PageTime? Dateline(int from, int to, bool skipApart)
    {
        for (int at = Math.Max(0, from); at < to; at++)
        {
            TextBlock block = text.Blocks[at];
            if (block.Text.Length > Furniture.LongestLine || skipApart && block.Owner.Removed is PartKind.Comments or PartKind.Related or PartKind.Navigation) continue;
            string rest = dates.RemoveShort(block.Text, out LocalDate? day);
            if (day is { } written && rest.Count(char.IsLetter) <= MostLetters && DateVotes.IsPlausible(new PageTime(written))) return new PageTime(written);
        }
        return null;
    }

    // "Karlsruhe, 12.11.2021 – The first sentence": the first lines of the text open with their day.
    private PageTime? Opening()
    {
        const int lines = 3, reach = 45;
        for (int at = first; at < Math.Min(text.Blocks.Count, first + lines); at++)
        {
            string opening = text.Blocks[at].Text;
            opening = opening[..Math.Min(opening.Length, reach)];
            dates.Remove(opening, out LocalDate? day);
            if (day is { } written && DateVotes.IsPlausible(new PageTime(written))) return new PageTime(written);
        }
        return null;
    }
}
