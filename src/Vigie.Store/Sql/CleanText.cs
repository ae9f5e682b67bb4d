using System.Security.Cryptography;
using System.Text;
using Vigie.Events;
using Vigie.Text;

namespace Vigie.Store.Sql;

/// <summary>Makes a stranger's article one that every database keeps to the letter: halves of surrogate pairs and NUL become U+FFFD. No offset moves.</summary>
internal static class CleanText
{
    public static Article Of(Article article) => article with
    {
        Id = Of(article.Id)!,
        Title = Of(article.Title)!,
        Text = Of(article.Text)!,
        Source = Of(article.Source),
        Url = Of(article.Url),
    };

    public static Event Of(Event e)
    {
        if (!e.Evidence.Any(proof => IsBroken(proof.Text)) && !e.Actors.Any(actor => IsBroken(actor.Text)) && !e.Sources.Any(IsBroken)) return e;
        return e with
        {
            Evidence = [.. e.Evidence.Select(proof => proof with { Text = Of(proof.Text)! })],
            Actors = [.. e.Actors.Select(actor => actor with { Text = Of(actor.Text)! })],
            Sources = [.. e.Sources.Select(source => Of(source)!)],
        };
    }

    /// <summary>SHA-256 of a text in UTF-8, in lower case.</summary>
    public static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string? Of(string? text)
    {
        if (text is null || !IsBroken(text)) return text;
        var clean = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) clean.Append(c).Append(text[++i]);
            else clean.Append(c == '\0' || char.IsSurrogate(c) ? '\uFFFD' : c);
        }
        return clean.ToString();
    }

    private static bool IsBroken(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c == '\0') return true;
            if (!char.IsSurrogate(c)) continue;
            if (!char.IsHighSurrogate(c) || i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1])) return true;
            i++;
        }
        return false;
    }
}
