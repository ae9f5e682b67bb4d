namespace Vigie.Text.Pages.Html;

/// <summary>Tells the lines that pages set into an article by how they begin: <c>data/pages/lines.yaml</c>.</summary>
internal sealed class LineOpenings
{
    private readonly ILookup<char, string> openings;
    private readonly int longest;

    private LineOpenings(LineRules rules)
    {
        longest = rules.Longest;
        openings = rules.Openings.SelectMany(line => line.Split(", ", StringSplitOptions.RemoveEmptyEntries)).ToLookup(opening => char.ToLowerInvariant(opening[0]));
    }

    /// <exception cref="KnowledgeException">The file is missing or broken.</exception>
    public static LineOpenings Load(DataFolder data) => new(KnowledgeFile.Read<LineRules>(data.Data("pages", "lines.yaml")));

    /// <summary>Whether the line is furniture by its opening.</summary>
    public bool Opens(string line)
    {
        ReadOnlySpan<char> rest = line.AsSpan().TrimStart(" \"'„“«»>→►▶•·-–—*([|+");
        if (rest.Length == 0 || rest.Length > longest) return false;
        foreach (string opening in openings[char.ToLowerInvariant(rest[0])])
        {
            if (!rest.StartsWith(opening, StringComparison.OrdinalIgnoreCase)) continue;
            if (rest.Length == opening.Length || !char.IsLetterOrDigit(opening[^1]) || !char.IsLetterOrDigit(rest[opening.Length])) return true;
        }
        return line.StartsWith('©');
    }
}

/// <summary>The file of <see cref="LineOpenings"/>.</summary>
internal sealed class LineRules
{
    /// <summary>Beginnings of lines, parted by comma and blank.</summary>
    public required List<string> Openings { get; init; }

    /// <summary>Longest line that is taken for furniture, in UTF-16 code units.</summary>
    public required int Longest { get; init; }
}
