using Vigie.Events.Actors;
using Vigie.Events.Names;
using Vigie.Text;
using Vigie.Training.Gold;

namespace Vigie.Training.Names;

/// <summary>
/// Gold reports as texts with some names known: places of their events, and actors and sources that the register knows. Persons are not marked in them.
/// </summary>
internal static class SilverReports
{
    /// <summary>What the set is called.</summary>
    public const string Corpus = "reports";

    /// <summary>One report in so many is taken: they are much alike, and encoding takes time.</summary>
    private const int OneIn = 3;

    public static IReadOnlyList<NamedText> Read(string folder, string language, ActorRegister register) =>
    [
        .. Directory.GetFiles(folder, "train-*.jsonl")
            .Order(StringComparer.Ordinal)
            .SelectMany(GoldReport.Read)
            .Where(report => report.Language == language)
            .Where((_, i) => i % OneIn == 0)
            .Select(report => Of(report, register)),
    ];

    private static NamedText Of(GoldReport report, ActorRegister register)
    {
        string text = report.Title + "\n" + report.Text;
        HashSet<string> known = new(register.Entries.SelectMany(entry => entry.Aliases).Select(alias => alias.Text), StringComparer.OrdinalIgnoreCase);
        var names = new List<NamedSpan>();
        void Add(string name, NameKind kind)
        {
            if (!name.Any(char.IsUpper)) return;
            foreach (Span span in Passages.OfName(text, name))
            {
                if (char.IsUpper(text[span.Start]) && !names.Exists(other => other.Span.Overlaps(span))) names.Add(new NamedSpan(span, kind));
            }
        }
        IEnumerable<string> bodies = report.Events.SelectMany(e => e.Actors.SelectMany(actor => actor.Names).Concat(e.Sources)).Where(known.Contains);
        IEnumerable<string> places = report.Events.SelectMany(e => (e.Place.Name ?? "").Split(", ").Append(e.Place.Admin1 ?? ""));
        foreach (string name in bodies.Distinct().OrderByDescending(name => name.Length).ThenBy(name => name, StringComparer.Ordinal)) Add(name, NameKind.Organisation);
        foreach (string name in places.Distinct().OrderByDescending(name => name.Length).ThenBy(name => name, StringComparer.Ordinal)) Add(name, NameKind.Place);
        return new NamedText(Corpus, report.Language, text, [.. names.OrderBy(name => name.Span.Start)]) { IsPartial = true };
    }
}
