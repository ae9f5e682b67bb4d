using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Vigie.Desk.Wording;

namespace Vigie.Desk;

/// <summary>One request as the pages need it: who reads, in which language, and what proves that a form is ours.</summary>
/// <param name="Who">The name that decisions are written down under.</param>
/// <param name="FormField">Name of the hidden field that every form carries.</param>
/// <param name="FormToken">Its value.</param>
/// <param name="Path">Encoded, without the query.</param>
/// <param name="Query">With its question mark, or empty.</param>
public sealed record Visit(Words Words, string Who, string FormField, string FormToken, string Path, string Query)
{
    public const string WhoCookie = "vigie-reviewer";

    /// <summary>Longest name that is kept, in UTF-16 code units.</summary>
    public const int LongestWho = 60;

    public const string Nobody = "local";

    /// <summary>The same page in another language.</summary>
    public string In(string language)
    {
        string rest = string.Join('&', Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Where(part => !part.StartsWith("lang=", StringComparison.Ordinal)));
        return rest.Length == 0 ? $"{Path}?lang={language}" : $"{Path}?{rest}&lang={language}";
    }

    internal static Visit Of(HttpContext context, Languages languages, IAntiforgery forms)
    {
        AntiforgeryTokenSet tokens = forms.GetAndStoreTokens(context);
        return new Visit(
            languages.Of(context.Request),
            Reviewer(context.Request),
            tokens.FormFieldName,
            tokens.RequestToken ?? "",
            context.Request.Path.ToUriComponent(),
            context.Request.QueryString.Value ?? "");
    }

    /// <summary>The name that the visitor gave; it is a signature, not a proof, on a desk that only its own machine reaches.</summary>
    internal static string Reviewer(HttpRequest request) =>
        request.Cookies.TryGetValue(WhoCookie, out string? name) && Texts.SafeText.Line(Uri.UnescapeDataString(name), LongestWho) is { Length: > 0 } who ? who : Nobody;
}
