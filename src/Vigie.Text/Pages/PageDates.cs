using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace Vigie.Text.Pages;

/// <summary>Full dates as pages print them beside the report: <c>20 août 2025</c>, <c>August 20, 2025</c>, <c>2025-08-20</c>, <c>20/08/2025</c>.</summary>
internal sealed class PageDates
{
    private readonly Dictionary<string, int> months;
    private readonly Regex pattern;

    public PageDates(Dictionary<string, int> months)
    {
        this.months = months;
        string names = string.Join('|', months.Keys.OrderByDescending(name => name.Length).ThenBy(name => name, StringComparer.Ordinal).Select(Regex.Escape));
        // The year takes four digits even where a counter is glued to it ("202553 Vues").
        pattern = new Regex(
            $@"(?<y>\d{{4}})-(?<m>\d{{2}})-(?<d>\d{{2}})(?:T\d{{2}}:\d{{2}}(?::\d{{2}})?(?:Z|[+-]\d{{2}}:?\d{{2}})?)?|(?<d>\d{{1,2}})[/.](?<m>\d{{1,2}})[/.](?<y>\d{{4}})|(?<d>\d{{1,2}})(?:er|st|nd|rd|th)?\s+(?:de\s+|of\s+)?(?<n>{names})\.?,?\s+(?<y>\d{{4}})|(?<n>{names})\.?\s+(?<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?<y>\d{{4}})",
            RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
    }

    /// <summary>The line without its dates; the first that is a day of the calendar is given out.</summary>
    public string Remove(string line, out LocalDate? date)
    {
        LocalDate? first = null;
        string rest = pattern.Replace(line, match =>
        {
            first ??= Read(match);
            return " ";
        });
        date = first;
        return rest;
    }

    private LocalDate? Read(Match match)
    {
        int year = Number(match.Groups["y"]), day = Number(match.Groups["d"]);
        int month = match.Groups["n"].Success ? months[match.Groups["n"].Value] : Number(match.Groups["m"]);
        if (year is < 1900 or > 2100 || month is < 1 or > 12) return null;
        return day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month) ? new LocalDate(year, month, day) : null;
    }

    private static int Number(Group group)
    {
        int value = 0;
        foreach (char digit in group.Value) value = value * 10 + (int)CharUnicodeInfo.GetNumericValue(digit);
        return value;
    }
}
