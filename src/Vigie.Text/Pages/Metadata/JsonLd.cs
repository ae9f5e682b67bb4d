using System.Text;
using System.Text.Json;

namespace Vigie.Text.Pages.Metadata;

/// <summary>What the linked data of a page says of its article (schema.org in <c>script type="application/ld+json"</c>).</summary>
internal sealed class JsonLd
{
    /// <summary>Longest script that is read, in UTF-16 code units.</summary>
    private const int Longest = 2_000_000;

    /// <summary>Most values looked at in one script.</summary>
    private const int MostValues = 20_000;

    private static readonly JsonDocumentOptions Tolerant = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };

    private int rank;

    public string? Headline { get; private set; }

    public string? Published { get; private set; }

    public string? Modified { get; private set; }

    public List<string> Authors { get; } = [];

    public string? Publisher { get; private set; }

    public string? Image { get; private set; }

    public string? Body { get; private set; }

    public string? Language { get; private set; }

    /// <summary>Whether the page says that its article is for subscribers.</summary>
    public bool IsPaid { get; private set; }

    /// <summary>Whether some script described an article, rather than the page or the site alone.</summary>
    public bool HasArticle => rank >= 3;

    /// <summary>Takes in one script; one that is no JSON is passed over.</summary>
    public void Add(string script)
    {
        if (script.Length > Longest) return;
        using JsonDocument? document = Parse(script) ?? Parse(Mended(script));
        if (document is null) return;
        var people = new Dictionary<string, string>(StringComparer.Ordinal);
        var articles = new List<JsonElement>();
        var waiting = new Stack<JsonElement>([document.RootElement]);
        for (int seen = 0; waiting.Count > 0 && seen < MostValues; seen++)
        {
            JsonElement value = waiting.Pop();
            if (value.ValueKind == JsonValueKind.Array)
            {
                foreach (JsonElement item in value.EnumerateArray().Reverse()) waiting.Push(item);
            }
            else if (value.ValueKind == JsonValueKind.Object)
            {
                if (Word(value, "@id") is { } id && Word(value, "name") is { } name) people.TryAdd(id, name);
                if (RankOf(value) > 0) articles.Add(value);
                foreach (JsonProperty property in value.EnumerateObject().Reverse())
                    if (property.Value.ValueKind is JsonValueKind.Array or JsonValueKind.Object) waiting.Push(property.Value);
            }
        }
        foreach (JsonElement article in articles) Take(article, people);
    }

    private void Take(JsonElement article, Dictionary<string, string> people)
    {
        int itsRank = RankOf(article);
        // The first article of the highest rank is the page's; others below it are teasers of others.
        if (itsRank > rank)
        {
            rank = itsRank;
            Authors.Clear();
            Headline = Published = Modified = null;
        }
        else if (itsRank < rank || Headline is not null && Published is not null)
        {
            return;
        }
        Headline ??= Word(article, "headline") ?? (itsRank < 3 ? Word(article, "name") : null);
        Published ??= Word(article, "datePublished") ?? Word(article, "dateCreated") ?? Word(article, "uploadDate");
        Modified ??= Word(article, "dateModified");
        Body ??= Word(article, "articleBody");
        Language ??= Word(article, "inLanguage");
        Image ??= Address(article, "image") ?? Word(article, "thumbnailUrl");
        if (article.TryGetProperty("publisher", out JsonElement publisher)) Publisher ??= Names(publisher, people).FirstOrDefault();
        foreach (string key in (string[])["author", "creator"])
            if (Authors.Count == 0 && article.TryGetProperty(key, out JsonElement author)) Authors.AddRange(Names(author, people).Distinct(StringComparer.Ordinal));
        if (article.TryGetProperty("isAccessibleForFree", out JsonElement free)) IsPaid |= free.ValueKind == JsonValueKind.False || free.ValueKind == JsonValueKind.String && free.GetString()?.ToUpperInvariant() == "FALSE";
    }

    private static int RankOf(JsonElement value)
    {
        if (!value.TryGetProperty("@type", out JsonElement type)) return 0;
        int best = 0;
        foreach (JsonElement item in type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().ToArray() : [type])
        {
            string name = item.ValueKind == JsonValueKind.String ? item.GetString() ?? "" : "";
            int itsRank = name switch
            {
                _ when name.EndsWith("NewsArticle", StringComparison.Ordinal) || name.EndsWith("BlogPosting", StringComparison.Ordinal) => 4,
                "Article" or "Report" or "SocialMediaPosting" or "DiscussionForumPosting" or "ScholarlyArticle" or "TechArticle" or "Recipe" or "OpinionNewsArticle" or "PodcastEpisode" => 3,
                "Event" or "VideoObject" or "Product" => 1,
                "WebPage" or "ItemPage" => 2,
                _ => 0,
            };
            best = Math.Max(best, itsRank);
        }
        return best;
    }

    private static IEnumerable<string> Names(JsonElement value, Dictionary<string, string> people)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                if (value.GetString() is { Length: > 0 } text) yield return people.GetValueOrDefault(text, text);
                break;
            case JsonValueKind.Object:
                if (Word(value, "name") is { } name) yield return name;
                else if (Word(value, "@id") is { } id && people.TryGetValue(id, out string? known)) yield return known;
                break;
            case JsonValueKind.Array:
                foreach (JsonElement item in value.EnumerateArray())
                    if (item.ValueKind != JsonValueKind.Array)
                        foreach (string each in Names(item, people)) yield return each;
                break;
        }
    }

    private static string? Address(JsonElement value, string key)
    {
        if (!value.TryGetProperty(key, out JsonElement image)) return null;
        if (image.ValueKind == JsonValueKind.Array) image = image.EnumerateArray().FirstOrDefault();
        return image.ValueKind == JsonValueKind.Object ? Word(image, "url") ?? Word(image, "contentUrl") : Text(image);
    }

    private static string? Word(JsonElement value, string key)
    {
        if (!value.TryGetProperty(key, out JsonElement word)) return null;
        if (word.ValueKind == JsonValueKind.Array) word = word.EnumerateArray().FirstOrDefault();
        return Text(word);
    }

    private static string? Text(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String) return null;
        try
        {
            return value.GetString() is { Length: > 0 } text ? text : null;
        }
        catch (InvalidOperationException)
        {
            return null; // Half a surrogate pair.
        }
    }

    private static JsonDocument? Parse(string script)
    {
        try
        {
            return JsonDocument.Parse(script, Tolerant);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // Pages break lines inside strings, put the script in a comment, or end it with a semicolon.
    private static string Mended(string script)
    {
        script = script.Replace("<![CDATA[", "", StringComparison.Ordinal).Replace("]]>", "", StringComparison.Ordinal);
        int start = script.AsSpan().IndexOfAny('{', '['), end = script.AsSpan().LastIndexOfAny('}', ']');
        if (start < 0 || end < start) return "";
        var mended = new StringBuilder(end - start + 1);
        bool inString = false;
        for (int i = start; i <= end; i++)
        {
            char unit = script[i];
            if (unit == '"' && !(inString && script[i - 1] == '\\' && (i < 2 || script[i - 2] != '\\'))) inString = !inString;
            mended.Append(unit < ' ' ? ' ' : unit);
        }
        return mended.ToString();
    }
}
