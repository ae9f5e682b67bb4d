using System.Collections.Frozen;

namespace Vigie.Text.Pages.Html;

/// <summary>Names of classes, ids and roles by what they are used for: <c>data/pages/parts.yaml</c>.</summary>
public sealed class PartNames
{
    /// <summary>Kind of part to its words: <c>share*</c> begins a word, <c>read-more</c> is a run of words, <c>nav</c> is a word.</summary>
    public required Dictionary<string, string> Parts { get; init; }

    /// <exception cref="KnowledgeException">The file is missing or broken.</exception>
    public static PartNames Load(DataFolder data) => KnowledgeFile.Read<PartNames>(data.Data("pages", "parts.yaml"));
}

/// <summary>Tells what an element is for by its tag, role, properties and by the words in its class and id.</summary>
internal sealed class PageParts
{
    private readonly FrozenDictionary<string, PartKind>.AlternateLookup<ReadOnlySpan<char>> words;
    private readonly FrozenDictionary<string, PartKind>.AlternateLookup<ReadOnlySpan<char>> beginnings;
    private readonly int shortest;
    private readonly int longest;

    private PageParts(Dictionary<string, PartKind> words, Dictionary<string, PartKind> beginnings)
    {
        this.words = words.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        this.beginnings = beginnings.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        shortest = beginnings.Keys.Min(word => word.Length);
        longest = beginnings.Keys.Max(word => word.Length);
    }

    /// <exception cref="KnowledgeException">The file is missing, broken, or names a kind that there is not.</exception>
    public static PageParts Load(DataFolder data)
    {
        string file = data.Data("pages", "parts.yaml");
        var words = new Dictionary<string, PartKind>(StringComparer.Ordinal);
        var beginnings = new Dictionary<string, PartKind>(StringComparer.Ordinal);
        foreach ((string name, string list) in PartNames.Load(data).Parts)
        {
            if (!Enum.TryParse(name, ignoreCase: true, out PartKind kind)) throw new KnowledgeException(file, null, $"\"{name}\" is no kind of part; known are {string.Join(", ", Enum.GetNames<PartKind>())}");
            foreach (string word in list.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries))
            {
                if (word.EndsWith('*')) beginnings[word[..^1]] = kind;
                else words[word] = kind;
            }
        }
        if (beginnings.Count == 0) throw new KnowledgeException(file, null, "no word ends with *; give at least one");
        return new PageParts(words, beginnings);
    }

    public PartKind Of(HtmlNode node)
    {
        if (node["hidden"] is not null || node["aria-hidden"] == "true" || IsInvisible(node["style"])) return PartKind.Hidden;
        PartKind byTag = OfTag(node.Name);
        if (byTag >= PartKind.Navigation) return byTag;
        PartKind byRole = OfRole(node["role"]);
        if (byRole >= PartKind.Navigation) return byRole;
        if (node["itemprop"] is { } property && OfProperty(property) is { } byProperty and not PartKind.None) return byProperty;
        if (node["itemtype"] is { } type && type.EndsWith("Comment", StringComparison.Ordinal)) return PartKind.Comments;
        PartKind byWords = OfWords(IsLine(node) ? null : node["id"], node["class"]);
        if (byWords >= PartKind.Navigation && node["class"] is { } classes && (classes.Contains("hentry", StringComparison.Ordinal) || classes.Contains("type-post", StringComparison.Ordinal))) byWords = PartKind.Article;
        if (byWords != PartKind.None) return byWords;
        return byTag != PartKind.None ? byTag : byRole;
    }

    // The id of a line names the place that links lead to, in the words of the text.
    private static bool IsLine(HtmlNode node) => node.Name is "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "p" or "li" or "a";

    private static PartKind OfTag(string name) => name switch
    {
        "nav" or "footer" or "menu" or "dialog" => PartKind.Navigation,
        "aside" => PartKind.Related,
        "figcaption" => PartKind.Caption,
        "form" or "fieldset" => PartKind.Form,
        "article" => PartKind.Article,
        "main" => PartKind.Main,
        _ => PartKind.None,
    };

    private static PartKind OfRole(string? role) => role?.ToLowerInvariant() switch
    {
        "navigation" or "banner" or "contentinfo" or "menu" or "menubar" or "tablist" or "search" or "toolbar" or "dialog" or "alertdialog" => PartKind.Navigation,
        "complementary" => PartKind.Related,
        "article" => PartKind.Article,
        "main" => PartKind.Main,
        _ => PartKind.None,
    };

    private static PartKind OfProperty(string property) => property switch
    {
        "articleBody" or "reviewBody" => PartKind.Body,
        "author" or "datePublished" or "dateModified" => PartKind.Byline,
        "comment" => PartKind.Comments,
        "caption" => PartKind.Caption,
        _ => PartKind.None,
    };

    private static bool IsInvisible(string? style)
    {
        if (style is null) return false;
        string plain = style.Replace(" ", "", StringComparison.Ordinal);
        return plain.Contains("display:none", StringComparison.OrdinalIgnoreCase) || plain.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase);
    }

    // The text of an article names itself more surely than what stands about it: a class list that names both is the text's.
    private PartKind OfWords(string? id, string? classes)
    {
        PartKind found = OfWords(id);
        PartKind byClass = OfWords(classes);
        if (found == PartKind.Body || byClass == PartKind.Body) return PartKind.Body;
        if (found >= PartKind.Navigation) return found;
        return byClass != PartKind.None ? byClass : found;
    }

    private PartKind OfWords(string? names)
    {
        const int mostLooked = 400;
        if (string.IsNullOrEmpty(names)) return PartKind.None;
        ReadOnlySpan<char> text = names.AsSpan(0, Math.Min(names.Length, mostLooked));
        PartKind best = PartKind.None;
        foreach (Range range in text.SplitAny(" \t\r\n"))
        {
            if (SaysWhatItHas(text[range])) continue;
            PartKind kind = OfName(text[range]);
            if (kind == PartKind.Body) return kind;
            if (best == PartKind.None || best is PartKind.Main or PartKind.Article or PartKind.Lead && kind >= PartKind.Navigation) best = kind == PartKind.None ? best : kind;
        }
        return best;
    }

    // "has-sidebar", "category-sport", "no-comments": what the element has about it, not what it is.
    private static bool SaysWhatItHas(ReadOnlySpan<char> name) =>
        name.StartsWith("has", StringComparison.Ordinal) || name.StartsWith("category-", StringComparison.Ordinal) || name.StartsWith("no-", StringComparison.Ordinal)
        || name.StartsWith("with", StringComparison.Ordinal) || name.StartsWith("is-", StringComparison.Ordinal) || name.StartsWith("tag-", StringComparison.Ordinal) && name is not ("tag-list" or "tag-cloud" or "tag-links");

    // One class name: its words, parted by hyphens, underscores and capitals, alone and in runs of two and three.
    private PartKind OfName(ReadOnlySpan<char> name)
    {
        if (name.Length is 0 or > 80) return PartKind.None;
        Span<char> plain = stackalloc char[name.Length * 2];
        Span<int> starts = stackalloc int[name.Length + 1];
        int length = 0, count = 0;
        for (int i = 0; i < name.Length; i++)
        {
            char unit = name[i];
            bool letter = char.IsAsciiLetterOrDigit(unit);
            bool capital = char.IsAsciiLetterUpper(unit) && i > 0 && char.IsAsciiLetterLower(name[i - 1]);
            if ((!letter || capital) && length > 0 && plain[length - 1] != '-') plain[length++] = '-';
            if (!letter) continue;
            if (length == 0 || plain[length - 1] == '-') starts[count++] = length;
            plain[length++] = char.ToLowerInvariant(unit);
        }
        if (length > 0 && plain[length - 1] == '-') length--;
        PartKind best = PartKind.None;
        for (int word = 0; word < count; word++)
        {
            for (int run = Math.Min(3, count - word); run >= 1; run--)
            {
                int end = word + run < count ? starts[word + run] - 1 : length;
                if (!words.TryGetValue(plain[starts[word]..end], out PartKind kind) && !(run == 1 && BeginsWith(plain[starts[word]..end], out kind))) continue;
                if (kind == PartKind.Body) return kind;
                if (best < PartKind.Navigation || best == PartKind.None) best = kind;
                break;
            }
        }
        return best;
    }

    private bool BeginsWith(ReadOnlySpan<char> word, out PartKind kind)
    {
        for (int length = Math.Min(longest, word.Length); length >= shortest; length--)
            if (beginnings.TryGetValue(word[..length], out kind)) return true;
        kind = PartKind.None;
        return false;
    }
}
