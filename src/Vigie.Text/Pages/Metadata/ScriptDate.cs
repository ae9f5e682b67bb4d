namespace Vigie.Text.Pages.Metadata;

/// <summary>Days of publication in scripts: a page drawn by a script has its data there and nowhere else.</summary>
internal static class ScriptDate
{
    private const int Longest = 3_000_000;
    private const int Most = 4;

    private static readonly string[] Keys =
        ["datePublished", "publishedDate", "published_at", "publishedAt", "publishDate", "publish_date", "publishdate", "publicationDate", "publication_date", "date_published", "published_date", "publishedTime", "uploadDate", "createdAt", "created_at", "cmsPublishingDate"];

    /// <summary>The values of the first of the known keys that the script has, as they stand there.</summary>
    public static IEnumerable<string> In(string script)
    {
        if (script.Length > Longest) yield break;
        int found = 0;
        foreach (string key in Keys)
        {
            for (int at = script.IndexOf(key, StringComparison.Ordinal); at >= 0 && found < Most; at = script.IndexOf(key, at + key.Length, StringComparison.Ordinal))
            {
                int start = at + key.Length;
                while (start < script.Length && script[start] is '"' or '\'' or ':' or '=' or ' ' or '\\') start++;
                int end = start;
                while (end < script.Length && end - start < 40 && (char.IsAsciiLetterOrDigit(script[end]) || script[end] is '-' or ':' or '.' or '+' or ' ' or '/')) end++;
                if (end - start < 8) continue;
                found++;
                yield return script[start..end];
            }
            if (found > 0) yield break;
        }
    }
}
