using System.Globalization;
using System.Text;
using NodaTime;

namespace Vigie.Text.Pages;

/// <summary>Full dates as pages print them beside the report: <c>20 août 2025</c>, <c>August 20, 2025</c>, <c>2025-08-20</c>, <c>20/08/2025</c>.</summary>
/// <param name="months">Name of a month, any case, to its number; a name has one or two words.</param>
internal sealed class PageDates(IReadOnlyDictionary<string, int> months)
{
    private const int EarliestYear = 1900;
    private const int LatestYear = 2100;

    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> months =
        new Dictionary<string, int>(months, StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The names of months of all languages in which pages are read: <c>data/pages/months.yaml</c>.</summary>
    /// <exception cref="KnowledgeException">The file is missing or broken.</exception>
    public static PageDates Load(DataFolder data)
    {
        var months = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach ((int month, string names) in KnowledgeFile.Read<MonthNames>(data.Data("pages", "months.yaml")).Months)
            foreach (string name in names.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)) months[name] = month;
        return new PageDates(months);
    }

    /// <summary>The line without what is written as a date; the first that is a day of the calendar is given out.</summary>
    public string Remove(string line, out LocalDate? date) => Remove(line, withShortYears: false, out date);

    /// <summary>The same, where years of two digits (<c>20.08.25</c>) are read too.</summary>
    public string RemoveShort(string line, out LocalDate? date) => Remove(line, withShortYears: true, out date);

    private string Remove(string line, bool withShortYears, out LocalDate? date)
    {
        date = null;
        var rest = new StringBuilder(line.Length);
        int at = 0;
        while (at < line.Length)
        {
            bool starts = at == 0 || !char.IsLetterOrDigit(line[at - 1]);
            int end = at;
            if (starts && char.IsLetterOrDigit(line[at]) && At(line, at, withShortYears, out end) is { } written)
            {
                date ??= written.Day;
                rest.Append(' ');
                at = end;
            }
            else
            {
                rest.Append(line[at++]);
            }
        }
        return rest.ToString();
    }

    /// <summary>A date as written; no day where the calendar has none (31 November).</summary>
    private readonly record struct Written(LocalDate? Day);

    private Written? At(string line, int at, bool withShortYears, out int end) =>
        Numeric(line, at, withShortYears, out end) ?? DayFirst(line, at, out end) ?? MonthFirst(line, at, out end);

    // 2025-08-20 or 20/08/2025, with the time of day that may follow the first.
    private static Written? Numeric(string line, int at, bool withShortYears, out int end)
    {
        end = at;
        int first = Digits(line, ref end, 4, out int firstLength);
        if (firstLength == 0 || end >= line.Length || line[end] is not ('-' or '/' or '.')) return null;
        char mark = line[end++];
        int second = Digits(line, ref end, 2, out int secondLength);
        if (secondLength == 0 || end >= line.Length || line[end++] != mark) return null;
        int third = Digits(line, ref end, firstLength == 4 ? 2 : 4, out int thirdLength);
        if (withShortYears && firstLength <= 2 && mark == '.' && thirdLength >= 2 && !(thirdLength == 4 && third is >= EarliestYear and <= LatestYear))
        {
            // A time of day may be glued to the year: "28.09.1912:44".
            int year = thirdLength == 2 ? third : third / 100;
            if (thirdLength is 2 or 4) return Day(2000 + year, second, first);
        }
        Written? date = firstLength == 4 && thirdLength == 2 ? Day(first, second, third)
            : firstLength <= 2 && thirdLength == 4 ? second > 12 ? Day(third, first, second) : Day(third, second, first)
            : null;
        if (date is not null && end < line.Length && line[end] == 'T') end = TimeEnd(line, end);
        return date;
    }

    // 20 août 2025, 1er août 2025, 20th of August, 2025
    private Written? DayFirst(string line, int at, out int end)
    {
        end = at;
        int day = Digits(line, ref end, 2, out int length);
        if (length == 0) return null;
        Word(line, ref end, "er", "st", "nd", "rd", "th");
        Skip(line, ref end);
        if (Word(line, ref end, "de", "of")) Skip(line, ref end);
        if (Month(line, ref end) is not { } month || !Skip(line, ref end)) return null;
        if (Word(line, ref end, "de", "del", "of")) Skip(line, ref end);
        return Year(line, ref end) is { } year ? Day(year, month, day) : null;
    }

    // August 20, 2025; the year takes four digits even where a counter is glued to it ("202553 Vues").
    private Written? MonthFirst(string line, int at, out int end)
    {
        end = at;
        if (Month(line, ref end) is not { } month || !Skip(line, ref end)) return null;
        int day = Digits(line, ref end, 2, out int length);
        if (length == 0) return null;
        Word(line, ref end, "st", "nd", "rd", "th");
        return Skip(line, ref end) && Year(line, ref end) is { } year ? Day(year, month, day) : null;
    }

    private int? Month(string line, ref int at)
    {
        int first = WordEnd(line, at), second = first < line.Length && line[first] == ' ' ? WordEnd(line, first + 1) : first;
        foreach (int end in (ReadOnlySpan<int>)[second, first])
        {
            if (end == at || !months.TryGetValue(line.AsSpan(at, end - at), out int month)) continue;
            at = end;
            return month;
        }
        return null;
    }

    private static int? Year(string line, ref int at)
    {
        int year = Digits(line, ref at, 4, out int length);
        return length == 4 ? year : null;
    }

    private static Written Day(int year, int month, int day) => new(
        year is >= EarliestYear and <= LatestYear && month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month)
            ? new LocalDate(year, month, day)
            : null);

    private static int Digits(string line, ref int at, int most, out int length)
    {
        int value = 0;
        for (length = 0; length < most && at < line.Length && char.IsDigit(line[at]); length++) value = value * 10 + (int)CharUnicodeInfo.GetNumericValue(line[at++]);
        return value;
    }

    private static bool Word(string line, ref int at, params ReadOnlySpan<string> words)
    {
        foreach (string word in words)
        {
            if (string.Compare(line, at, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) != 0 || WordEnd(line, at) != at + word.Length) continue;
            at += word.Length;
            return true;
        }
        return false;
    }

    private static bool Skip(string line, ref int at)
    {
        int start = at;
        while (at < line.Length && (char.IsWhiteSpace(line[at]) || line[at] is ',' or '.' or '،')) at++;
        return at > start;
    }

    private static int WordEnd(string line, int at)
    {
        while (at < line.Length && char.IsLetter(line[at])) at++;
        return at;
    }

    private static int TimeEnd(string line, int at)
    {
        while (at < line.Length && (char.IsAsciiDigit(line[at]) || line[at] is 'T' or ':' or 'Z' or '+' or '-' or '.')) at++;
        return at;
    }
}

/// <summary>The file of <see cref="PageDates"/>.</summary>
internal sealed class MonthNames
{
    /// <summary>Number of a month to its names, parted by commas.</summary>
    public required Dictionary<int, string> Months { get; init; }
}
