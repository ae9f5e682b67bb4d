namespace Vigie.Text.Pages.Metadata;

/// <summary>The words about the names of authors: <c>data/pages/authors.yaml</c>.</summary>
internal sealed class AuthorWords
{
    private readonly string[] introductions;
    private readonly string[] conjunctions;
    private readonly HashSet<string> nobody;

    private AuthorWords(AuthorRules rules)
    {
        introductions = [.. rules.Introductions.OrderByDescending(word => word.Length)];
        conjunctions = [.. rules.Conjunctions];
        nobody = new HashSet<string>(rules.Nobody, StringComparer.OrdinalIgnoreCase);
    }

    /// <exception cref="KnowledgeException">The file is missing or broken.</exception>
    public static AuthorWords Load(DataFolder data) => new(KnowledgeFile.Read<AuthorRules>(data.Data("pages", "authors.yaml")));

    /// <summary>Whether the line begins as a byline does ("Par", "By", "بقلم").</summary>
    public bool Introduces(string line) => IntroductionLength(line) > 0;

    /// <summary>The names in a byline, without what introduces and follows them.</summary>
    public IEnumerable<string> Names(string byline)
    {
        string line = PageFacts.Collapsed(System.Net.WebUtility.HtmlDecode(byline));
        if (line.Contains("://", StringComparison.Ordinal) || line.Length > 300) yield break;
        line = line[IntroductionLength(line)..];
        foreach (string conjunction in conjunctions) line = line.Replace($" {conjunction} ", ",", StringComparison.OrdinalIgnoreCase);
        foreach (string part in line.Split((char[])[',', ';', '،', '|', '•', '·', '(', '&'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            string name = part.Trim('.', ':', '-', '–', '—', ' ', '/', '@', '"', ')');
            if (IsName(name)) yield return name;
            else if (!introductions.Contains(name, StringComparer.OrdinalIgnoreCase)) yield break;
        }
    }

    private bool IsName(string name) =>
        name.Length is >= 2 and <= 60 && name.Any(char.IsLetter) && !name.Any(char.IsDigit) && name.Count(unit => unit == ' ') <= 5 && !nobody.Contains(name) && !introductions.Contains(name, StringComparer.OrdinalIgnoreCase) && !name.Contains('@');

    private int IntroductionLength(string line)
    {
        int start = 0;
        while (true)
        {
            int length = 0;
            foreach (string word in introductions)
            {
                if (line.Length - start <= word.Length || string.Compare(line, start, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) != 0) continue;
                char next = line[start + word.Length];
                if (next is not (' ' or ':' or ',')) continue;
                length = word.Length;
                break;
            }
            if (length == 0) return start;
            start += length;
            while (start < line.Length && line[start] is ' ' or ':' or ',') start++;
        }
    }
}

/// <summary>The file of <see cref="AuthorWords"/>.</summary>
internal sealed class AuthorRules
{
    /// <summary>Words that stand before an author's name.</summary>
    public required List<string> Introductions { get; init; }

    /// <summary>Words between two names.</summary>
    public required List<string> Conjunctions { get; init; }

    /// <summary>What stands in place of an author and is none.</summary>
    public required List<string> Nobody { get; init; }
}
