using System.Globalization;
using Vigie.Events.Names;
using Vigie.Text;

namespace Vigie.Training.Names;

/// <summary>Reads a folder in the format of brat: <c>X.txt</c>, and beside it <c>X.ann</c> with lines of id, type, start and end, words.</summary>
public static class BratFolder
{
    /// <summary>Reads types as FENEC names them: <c>pers</c>, <c>loc</c> but for telephone and network addresses, <c>org</c>; of nested names the outermost.</summary>
    /// <exception cref="InvalidDataException">A line is none of the format; says file and line.</exception>
    public static IEnumerable<NamedText> Read(string folder, string corpus, string language)
    {
        foreach (string path in Directory.GetFiles(folder, "*.txt").Order(StringComparer.Ordinal))
        {
            string annotations = Path.ChangeExtension(path, ".ann");
            var names = new List<NamedSpan>();
            foreach ((int index, string line) in File.ReadLines(annotations).Index())
            {
                if (!line.StartsWith('T')) continue;
                string[] cells = line.Split('\t');
                string[] parts = cells.Length == 3 ? cells[1].Split(' ') : [];
                if (parts.Length < 3 || !Offset(parts[1], out int start) || !Offset(parts[^1], out int end) || end <= start)
                    throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"{annotations}, line {index + 1}: expected id, type with start and end, and words, divided by tabs"));
                if (KindOf(parts[0]) is { } kind) names.Add(new NamedSpan(new Span(start, end), kind));
            }
            yield return new NamedText(corpus, language, File.ReadAllText(path), Outermost(names));
        }
    }

    private static bool Offset(string word, out int offset) => int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out offset);

    private static NameKind? KindOf(string type) => type.Split('.') switch
    {
        ["pers", ..] => NameKind.Person,
        ["loc", "add", "elec"] => null,
        ["loc", ..] => NameKind.Place,
        ["org", ..] => NameKind.Organisation,
        _ => null,
    };

    private static List<NamedSpan> Outermost(List<NamedSpan> names)
    {
        var kept = new List<NamedSpan>();
        foreach (NamedSpan name in names.OrderByDescending(name => name.Span.Length).ThenBy(name => name.Span.Start))
        {
            if (!kept.Exists(other => other.Span.Overlaps(name.Span))) kept.Add(name);
        }
        kept.Sort((a, b) => a.Span.Start.CompareTo(b.Span.Start));
        return kept;
    }
}
