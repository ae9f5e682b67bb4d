using System.Text;
using Vigie.Events.Names;
using Vigie.Text;

namespace Vigie.Training.Names;

/// <summary>Reads a token and its tag a line, as the CoNLL tasks have them: <c>B-PER</c>, <c>I-LOC</c>, <c>O</c>; a blank line ends a sentence.</summary>
public static class TaggedLines
{
    /// <summary>Sentences of one text: so many stand in one window of the encoder.</summary>
    private const int SentencesOfText = 14;

    /// <summary>A sentence that no blank line ends, as in sets without them, ends at a full stop.</summary>
    private static readonly HashSet<string> FullStops = [".", "؟", "!"];

    private const string Closing = ".,;:!?)]}%،؛؟»”’";
    private const string Opening = "([{«“";

    /// <summary>Texts of some sentences each, a line a sentence, in the order of the file.</summary>
    /// <param name="blankLines">Whether blank lines end the sentences; else full stops do.</param>
    public static IEnumerable<NamedText> Read(TextReader lines, string corpus, string language, bool blankLines)
    {
        var text = new StringBuilder();
        var names = new List<NamedSpan>();
        string before = "", last = "";
        int sentences = 0;
        for (string? line = lines.ReadLine(); line is not null; line = lines.ReadLine())
        {
            string[] cells = line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
            string token = cells.Length > 0 ? cells[0] : "", tag = cells.Length > 1 ? cells[^1] : "O";
            if (cells.Length > 0)
            {
                if (!IsJoined(before, token, text)) text.Append(' ');
                Add(names, text.Length, token.Length, tag, last);
                text.Append(token);
                (before, last) = (token, tag);
            }
            if (blankLines ? cells.Length > 0 : !FullStops.Contains(token)) continue;
            if (text.Length > 0 && text[^1] != '\n')
            {
                text.Append('\n');
                sentences++;
            }
            (before, last) = ("", "O");
            if (sentences < SentencesOfText) continue;
            yield return new NamedText(corpus, language, text.ToString(), [.. names]);
            text.Clear();
            names.Clear();
            sentences = 0;
        }
        if (text.Length > 0) yield return new NamedText(corpus, language, text.ToString(), names);
    }

    private static bool IsJoined(string before, string token, StringBuilder text) =>
        before.Length == 0 || text[^1] == '\n' || (token.Length == 1 && Closing.Contains(token[0], StringComparison.Ordinal))
        || (before.Length == 1 && Opening.Contains(before[0], StringComparison.Ordinal));

    // Sets differ in whether a name must start with B: an I of another kind than the tag before starts one too.
    private static void Add(List<NamedSpan> names, int start, int length, string tag, string last)
    {
        if (KindOf(tag) is not { } kind) return;
        if (tag[0] == 'I' && KindOf(last) == kind && names.Count > 0) names[^1] = names[^1] with { Span = new Span(names[^1].Span.Start, start + length) };
        else names.Add(new NamedSpan(new Span(start, start + length), kind));
    }

    private static NameKind? KindOf(string tag) => tag.Split('-')[^1].ToUpperInvariant() switch
    {
        "PER" or "PERS" or "PERSON" => NameKind.Person,
        "LOC" or "LOCATION" => NameKind.Place,
        "ORG" or "ORGANISATION" or "ORGANIZATION" => NameKind.Organisation,
        _ => null,
    };
}
