using Microsoft.AspNetCore.Http;
using Vigie.Text;

namespace Vigie.Desk.Wording;

/// <summary>The desk's languages, and which of them a visitor reads.</summary>
internal sealed class Languages
{
    public const string Cookie = "vigie-language";

    private readonly Dictionary<string, Words> all;

    private Languages(Dictionary<string, Words> all) => this.all = all;

    public static IReadOnlyList<string> Known { get; } = ["en", "fr", "ar"];

    /// <exception cref="KnowledgeException">A language's file is missing or malformed.</exception>
    public static Languages Load(DataFolder data) => new(Known.ToDictionary(language => language, language => Words.Load(data, language), StringComparer.Ordinal));

    /// <summary>As the visitor chose; else the first of the browser's languages that the desk speaks; else English.</summary>
    public Words Of(HttpRequest request)
    {
        if (request.Query.TryGetValue("lang", out var asked) && asked.Count == 1 && all.TryGetValue(asked[0] ?? "", out Words? words)) return words;
        if (request.Cookies.TryGetValue(Cookie, out string? chosen) && all.TryGetValue(chosen, out words)) return words;
        foreach (var accepted in request.GetTypedHeaders().AcceptLanguage.OrderByDescending(language => language.Quality ?? 1))
        {
            string tag = accepted.Value.Value ?? "";
            if (all.TryGetValue(tag.Split('-')[0].ToLowerInvariant(), out words)) return words;
        }
        return all["en"];
    }
}
