using System.Globalization;
using Microsoft.AspNetCore.Http;
using Vigie.Events;
using Vigie.Text;

namespace Vigie.Desk.Reviewing;

/// <summary>Anchors a field's evidence anew where the reviewer marked or wrote other words of the article.</summary>
internal static class Passages
{
    /// <summary>The evidence with the field's own replaced by the passage of the form; as it was where the form has none.</summary>
    /// <remarks>The passage stands at <c>passage_start</c> where the browser told it, else where its words first stand.</remarks>
    /// <exception cref="FormException">The words do not stand in the article.</exception>
    public static IReadOnlyList<Evidence> Anchored(IReadOnlyList<Evidence> evidence, string field, IFormCollection form, string text)
    {
        string words = form["passage"].ToString().Replace("\r\n", "\n", StringComparison.Ordinal).Trim();
        if (words.Length == 0) return evidence;
        int start = int.TryParse(form["passage_start"], NumberStyles.None, CultureInfo.InvariantCulture, out int told) && told + words.Length <= text.Length
            && text.AsSpan(told, words.Length).SequenceEqual(words) ? told : text.IndexOf(words, StringComparison.Ordinal);
        if (start < 0) throw new FormException("problem.passage");
        return [.. evidence.Where(proof => proof.Field != field), new Evidence(field, new Span(start, start + words.Length), words)];
    }
}
