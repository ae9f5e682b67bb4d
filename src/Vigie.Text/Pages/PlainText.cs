namespace Vigie.Text.Pages;

/// <summary>
/// An article from plain text, as a person pastes it: the first line that is not blank is the title. It is so too where the page put
/// furniture there ("53 Vues"), since nothing of the text may be moved; <see cref="DocumentReader"/> tells that it is no heading.
/// </summary>
public static class PlainText
{
    /// <summary>Line ends become single newlines and a byte order mark goes; else the text stays as it is, furniture included.</summary>
    public static Article Read(string id, string text)
    {
        string body = text.TrimStart('\uFEFF').ReplaceLineEndings("\n").Trim();
        int end = body.IndexOf('\n', StringComparison.Ordinal);
        return end < 0
            ? new Article(id, "", body)
            : new Article(id, body[..end].TrimEnd(), body[(end + 1)..].TrimStart('\n'));
    }
}
