using System.Text.RegularExpressions;
using NodaTime;

namespace Vigie.Text.Pages;

/// <summary>
/// Recognises the lines of a page that are no part of the report (view counters, reading time, font size, share bars, "Lire aussi") and the
/// publication date that stands among them. All languages' rules apply to every page: sites mix them.
/// </summary>
public sealed class Furniture
{
    /// <summary>A line of the report is longer than this; no longer line is furniture.</summary>
    public const int LongestLine = 300;

    private readonly Regex phrases;
    private readonly string[] leads;
    private readonly PageDates dates;

    private Furniture(Regex phrases, string[] leads, PageDates dates)
    {
        this.phrases = phrases;
        this.leads = leads;
        this.dates = dates;
    }

    /// <exception cref="KnowledgeException">A rule file is missing or has a bad regular expression.</exception>
    public static Furniture Load(DataFolder data, IEnumerable<string> languages)
    {
        var phrases = new List<(string File, string Phrase)>();
        var leads = new List<string>();
        var months = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (string language in languages)
        {
            FurnitureRules rules = FurnitureRules.Load(data, language);
            phrases.AddRange(rules.Phrases.Select(phrase => (data.Data("languages", language, "furniture.yaml"), phrase)));
            leads.AddRange(rules.Leads);
            foreach ((string name, int month) in rules.Months) months[name] = month;
        }
        return new Furniture(Compiled(phrases), [.. leads], new PageDates(months));
    }

    /// <summary>Whether the line is furniture, and the date that it gives, if any.</summary>
    public bool Recognise(string line, out LocalDate? date)
    {
        date = null;
        string rest = line.Trim();
        if (rest.Length is 0 or > LongestLine) return rest.Length == 0;
        foreach (string lead in leads)
        {
            if (rest.StartsWith(lead, StringComparison.OrdinalIgnoreCase) && !ContinuesWord(rest, lead.Length)) return true;
        }
        rest = dates.Remove(rest, out date);
        rest = phrases.Replace(rest.ToLowerInvariant(), " ");
        foreach (char unit in rest)
        {
            if (char.IsLetter(unit))
            {
                date = null;
                return false;
            }
        }
        return true;
    }

    /// <summary>The full date of a dateline or byline: a short line with little beside it ("Gao, 14 mars 2025", "By our reporter, 3 March 2025").</summary>
    public LocalDate? Dateline(string line)
    {
        const int longest = 80, mostWords = 6;
        string trimmed = line.Trim();
        if (trimmed.Length is 0 or > longest || trimmed[^1] is '.' or '!' or '?' or '؟') return null;
        string rest = dates.Remove(trimmed, out LocalDate? date);
        return rest.Split(' ', StringSplitOptions.RemoveEmptyEntries).Count(word => word.Any(char.IsLetter)) <= mostWords ? date : null;
    }

    private static bool ContinuesWord(string line, int at) => at < line.Length && char.IsLetterOrDigit(line[at]);

    private static Regex Compiled(List<(string File, string Phrase)> phrases)
    {
        try
        {
            return Compiled(string.Join('|', phrases.Select(phrase => "(?:" + phrase.Phrase + ")")));
        }
        catch (Exception together) when (together is ArgumentException or NotSupportedException)
        {
            foreach ((string file, string phrase) in phrases)
            {
                try
                {
                    Compiled(phrase);
                }
                catch (Exception e) when (e is ArgumentException or NotSupportedException)
                {
                    throw new KnowledgeException(file, null, $"the phrase '{phrase}' is no regular expression that runs without backtracking: {e.Message}", e);
                }
            }
            throw;
        }
    }

    // Lines are matched in lower case: the engine takes long to build where it has to ignore case itself.
    private static Regex Compiled(string pattern) => new(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
}
