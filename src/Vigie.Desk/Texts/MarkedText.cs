using System.Text;
using System.Text.Encodings.Web;
using Vigie.Events;
using Vigie.Text;

namespace Vigie.Desk.Texts;

/// <summary>
/// An article's text as HTML, every passage that proves a value marked and linked to its field. Nothing of the text acts: it is encoded, its
/// controls are shown as such, and it is cut where it is too long to be read.
/// </summary>
public static class MarkedText
{
    /// <summary>Longest text shown, in UTF-16 code units.</summary>
    public const int Longest = 200_000;

    /// <summary>The lines of the text, one paragraph each, the title left out.</summary>
    /// <param name="text">Title, newline, text, as offsets count it.</param>
    /// <param name="furniture">Lines that are no part of the report, by their start.</param>
    /// <param name="direction"><c>ltr</c>, <c>rtl</c> or <c>auto</c>.</param>
    public static string Html(string text, IReadOnlyList<Evidence> evidence, IReadOnlySet<int> furniture, string direction, HtmlEncoder encoder)
    {
        int end = Math.Min(text.Length, Longest);
        if (end < text.Length && char.IsHighSurrogate(text[end - 1])) end--;
        Mark[] marks = Marks(evidence, end);
        int[] edges = [.. marks.SelectMany(mark => new[] { mark.Span.Start, mark.Span.End }).Distinct().Order()];
        var html = new StringBuilder(end + (end / 4));
        var named = new HashSet<string>(StringComparer.Ordinal);
        int edge = 0;
        for (int start = 0; start <= end;)
        {
            int stop = text.IndexOf('\n', start, end - start);
            if (stop < 0) stop = end;
            if (stop > start)
            {
                string element = start == 0 ? "h1" : "p";
                html.Append('<').Append(element).Append(" dir=\"").Append(direction).Append("\" data-start=\"").Append(start).Append('"');
                if (furniture.Contains(start)) html.Append(" class=\"furniture\"");
                html.Append('>');
                AppendLine(html, text, new Span(start, stop), marks, edges, ref edge, named, encoder);
                html.Append("</").Append(element).Append(">\n");
            }
            start = stop + 1;
        }
        return html.ToString();
    }

    /// <summary>The field's name as it stands in an id: <c>actor:0</c> is <c>actor-0</c>.</summary>
    public static string Id(string field) => field.Replace(':', '-');

    private static void AppendLine(StringBuilder html, string text, Span line, Mark[] marks, int[] edges, ref int edge, HashSet<string> named, HtmlEncoder encoder)
    {
        while (edge < edges.Length && edges[edge] <= line.Start) edge++;
        for (int from = line.Start; from < line.End;)
        {
            int to = edge < edges.Length && edges[edge] < line.End ? edges[edge++] : line.End;
            var piece = new Span(from, to);
            // The narrowest passage leads: a date within the sentence that tells of the event is the date's.
            Mark[] over = [.. marks.Where(mark => mark.Span.Contains(piece)).OrderBy(mark => mark.Span.Length)];
            string words = encoder.Encode(SafeText.Of(piece.Of(text)));
            if (over.Length == 0) html.Append(words);
            else AppendMark(html, words, over, named);
            from = to;
        }
    }

    private static void AppendMark(StringBuilder html, string words, Mark[] over, HashSet<string> named)
    {
        string lead = Id(over[0].Field);
        // A blank between two passages is no link: nobody could tell where it leads.
        string element = string.IsNullOrWhiteSpace(words) ? "span" : "a";
        html.Append('<').Append(element).Append(" class=\"proof is-").Append(lead.Split('-')[0]);
        if (over.Any(mark => mark.Field == "event") && lead != "event") html.Append(" in-event");
        html.Append("\" data-fields=\"").AppendJoin(' ', over.Select(mark => Id(mark.Field)).Distinct()).Append('"');
        if (element == "a") html.Append(" href=\"#field-").Append(lead).Append('"');
        // A passage in several pieces has its name on the first; where several begin here, the others have an anchor of their own.
        string[] names = element == "a" ? [.. over.Select(mark => Id(mark.Field)).Where(named.Add)] : [];
        if (names.Length > 0) html.Append(" id=\"proof-").Append(names[0]).Append('"');
        else if (element == "a") html.Append(" tabindex=\"-1\"");
        html.Append('>');
        foreach (string name in names.Skip(1)) html.Append("<span id=\"proof-").Append(name).Append("\"></span>");
        html.Append(words).Append("</").Append(element).Append('>');
    }

    /// <summary>Passages marked; an article that claims more is read from a table and not worth more.</summary>
    private const int MostMarks = 400;

    private static Mark[] Marks(IReadOnlyList<Evidence> evidence, int end) =>
    [
        .. evidence.Where(proof => proof.Span.Start < end && proof.Span.Length > 0 && IsField(proof.Field))
            .Select(proof => new Mark(proof.Field, proof.Span with { End = Math.Min(proof.Span.End, end) }))
            .Take(MostMarks),
    ];

    /// <summary>Fields become ids and class names: only names of the record's own do.</summary>
    private static bool IsField(string field) => field.All(c => char.IsAsciiLetterOrDigit(c) || c == ':');

    private sealed record Mark(string Field, Span Span);
}
