using NodaTime;

namespace Vigie.Text.Pages.Metadata;

/// <summary>Reads the times that machines write: ISO 8601 and its kin, RFC 822, seconds since 1970.</summary>
internal static class TimeStamp
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    private static readonly Dictionary<string, int> Zones = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Z"] = 0,
        ["UT"] = 0,
        ["UTC"] = 0,
        ["GMT"] = 0,
        ["WAT"] = 60,
        ["CET"] = 60,
        ["CAT"] = 120,
        ["CEST"] = 120,
        ["EET"] = 120,
        ["EAT"] = 180,
        ["AST"] = 180,
        ["MSK"] = 180,
        ["EST"] = -300,
        ["EDT"] = -240,
        ["CST"] = -360,
        ["CDT"] = -300,
        ["MST"] = -420,
        ["MDT"] = -360,
        ["PST"] = -480,
        ["PDT"] = -420,
    };

    /// <summary>The time written at the beginning of the text; null where none is, or no day of the calendar.</summary>
    public static PageTime? Parse(string? text)
    {
        if (text is null) return null;
        ReadOnlySpan<char> rest = text.AsSpan().Trim();
        if (rest.Length is < 4 or > 200) return null;
        return Iso(rest) ?? Rfc822(rest) ?? Seconds(rest);
    }

    // 2025-08-20, 20250820, 2025-08-20T14:05:00.000+0200, 2025-08-20 14:05, 2025-08-20T14:05:00 GMT
    private static PageTime? Iso(ReadOnlySpan<char> text)
    {
        int at = 0;
        if (!Digits(text, ref at, 4, out int year)) return null;
        char mark = at < text.Length ? text[at] : '\0';
        bool parted = mark is '-' or '/' or '.' or ':';
        if (parted) at++;
        int most = parted ? 1 : 2;
        if (!Digits(text, ref at, most, out int month, 2)) return null;
        if (parted && (at >= text.Length || text[at++] != mark)) return null;
        if (!Digits(text, ref at, most, out int day, 2)) return null;
        if (at < text.Length && char.IsAsciiDigit(text[at]) && parted) return null;
        if (!parted && at < text.Length && char.IsAsciiDigit(text[at]) && text.Length != 14) return null;
        return Day(year, month, day) is { } date ? WithTime(date, text[at..]) : null;
    }

    // Wed, 20 Aug 2025 14:05:00 +0200; August 20, 2025 2:05 pm; Wed Aug 20 14:05:00 UTC 2025
    private static PageTime? Rfc822(ReadOnlySpan<char> text)
    {
        int day = 0, month = 0, year = 0, zone = -1, clock = -1;
        int at = 0;
        for (int words = 0; words < 12 && at < text.Length; words++)
        {
            while (at < text.Length && (text[at] is ',' or '.' || char.IsWhiteSpace(text[at]))) at++;
            int start = at;
            while (at < text.Length && text[at] is not ',' && !char.IsWhiteSpace(text[at])) at++;
            ReadOnlySpan<char> word = text[start..at].TrimEnd(".");
            if (word.Length == 0) continue;
            if (word.Contains(':') && char.IsAsciiDigit(word[0])) clock = clock < 0 ? start : clock;
            else if (char.IsAsciiDigit(word[0]) && int.TryParse(Leading(word), out int number))
            {
                if (month == 0 && day == 0 && word.Count('-') == 2) return Hyphened(word, text[at..]);
                if (number >= 1900) year = number;
                else if (day == 0 && number <= 31) day = number;
                else if (year == 0 && day > 0 && month > 0 && number < 100) year = number + (number < 70 ? 2000 : 1900);
            }
            else if (month == 0 && char.IsAsciiLetter(word[0]) && word.Length >= 3 && MonthOf(word) is > 0 and var named) month = named;
            else if (clock >= 0 && zone < 0) zone = start;
        }
        if (month == 0 || Day(year, month, day) is not { } date) return null;
        return clock < 0 ? new PageTime(date) : WithTime(date, text[clock..]);
    }

    // 20-Aug-2025
    private static PageTime? Hyphened(ReadOnlySpan<char> word, ReadOnlySpan<char> rest)
    {
        int first = word.IndexOf('-'), second = word.LastIndexOf('-');
        if (!int.TryParse(word[..first], out int day) || !int.TryParse(word[(second + 1)..], out int year)) return null;
        ReadOnlySpan<char> middle = word[(first + 1)..second];
        int month = int.TryParse(middle, out int number) ? number : middle.Length >= 3 ? MonthOf(middle) : 0;
        if (year < 100) year += year < 70 ? 2000 : 1900;
        return Day(year, month, day) is { } date ? WithTime(date, rest) : null;
    }

    private static PageTime? Seconds(ReadOnlySpan<char> text)
    {
        const long earliest = 600_000_000, latest = 4_000_000_000;
        if (!long.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out long number)) return null;
        if (number >= earliest * 1000 && number <= latest * 1000) number /= 1000;
        return number is >= earliest and <= latest ? PageTime.At(Instant.FromUnixTimeSeconds(number)) : null;
    }

    private static PageTime WithTime(LocalDate day, ReadOnlySpan<char> rest)
    {
        var alone = new PageTime(day);
        int at = 0;
        while (at < rest.Length && (char.IsWhiteSpace(rest[at]) || rest[at] is 'T' or 't' or ',' or '-' or '|' or 'à')) at++;
        if (!Digits(rest, ref at, 1, out int hour, 2) || hour > 24 || at >= rest.Length) return alone;
        bool parted = rest[at] is ':' or 'h' or 'H' or '.';
        if (parted) at++;
        if (!Digits(rest, ref at, 2, out int minute)) return alone;
        int second = 0;
        if (at < rest.Length && (rest[at] == ':' || !parted && char.IsAsciiDigit(rest[at])))
        {
            if (rest[at] == ':') at++;
            Digits(rest, ref at, 2, out second);
        }
        if (at < rest.Length && rest[at] is '.' or ',')
        {
            at++;
            while (at < rest.Length && char.IsAsciiDigit(rest[at])) at++;
        }
        while (at < rest.Length && char.IsWhiteSpace(rest[at])) at++;
        if (at + 1 < rest.Length && rest[at] is 'a' or 'p' or 'A' or 'P' && char.ToLowerInvariant(rest.Length > at + 1 ? rest[at + 1] : ' ') is 'm' or '.')
        {
            if (hour <= 12) hour = hour % 12 + (char.ToLowerInvariant(rest[at]) == 'p' ? 12 : 0);
            while (at < rest.Length && !char.IsWhiteSpace(rest[at])) at++;
            while (at < rest.Length && char.IsWhiteSpace(rest[at])) at++;
        }
        if (hour > 23 || minute > 59 || second > 60) return alone;
        return new PageTime(day, new LocalTime(hour, minute, Math.Min(second, 59)), Zone(rest[at..]));
    }

    private static Offset? Zone(ReadOnlySpan<char> text)
    {
        if (text.Length == 0) return null;
        if (text[0] is '+' or '-' or '\u2212')
        {
            int at = 1;
            if (!Digits(text, ref at, 1, out int hours, 2)) return null;
            if (at < text.Length && text[at] == ':') at++;
            Digits(text, ref at, 2, out int minutes);
            int all = hours * 60 + minutes;
            return all > 18 * 60 || minutes > 59 ? null : Offset.FromSeconds((text[0] == '+' ? 1 : -1) * all * 60);
        }
        int end = 0;
        while (end < text.Length && char.IsAsciiLetter(text[end])) end++;
        return Zones.TryGetValue(text[..end].ToString(), out int east) ? Offset.FromSeconds(east * 60) : null;
    }

    private static int MonthOf(ReadOnlySpan<char> word)
    {
        for (int i = 0; i < Months.Length; i++)
            if (word.StartsWith(Months[i], StringComparison.OrdinalIgnoreCase)) return i + 1;
        return 0;
    }

    private static ReadOnlySpan<char> Leading(ReadOnlySpan<char> word)
    {
        int end = 0;
        while (end < word.Length && char.IsAsciiDigit(word[end])) end++;
        return word[..end];
    }

    private static LocalDate? Day(int year, int month, int day) =>
        year is >= 1900 and <= 2100 && month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month) ? new LocalDate(year, month, day) : null;

    private static bool Digits(ReadOnlySpan<char> text, ref int at, int least, out int value, int most = 0)
    {
        value = 0;
        int start = at;
        while (at < text.Length && at - start < Math.Max(least, most) && char.IsAsciiDigit(text[at])) value = value * 10 + (text[at++] - '0');
        return at - start >= least;
    }
}
