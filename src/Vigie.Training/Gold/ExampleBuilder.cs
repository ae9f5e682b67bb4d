using NodaTime.Text;
using Vigie.Events;
using Vigie.Events.Coding;
using Vigie.Events.Encoding;
using Vigie.Text;
using Vigie.Text.Pieces;
using Span = Vigie.Text.Span;

namespace Vigie.Training.Gold;

/// <summary>Gold report to example: passages to pieces, names to parties.</summary>
public sealed class ExampleBuilder(DocumentReader reader, ConflictPack pack, CandidateFinder finder)
{
    public Example Build(GoldReport report)
    {
        Document document = reader.Read(new Article(
            report.Id, report.Title, report.Text, report.Language, LocalDatePattern.Iso.Parse(report.Published).Value, report.Source));
        PieceLayout layout = PieceLayout.Of(document);
        int count = Math.Min(layout.Count, WordEmbeddings.MostPieces);

        int[] ids = [PieceTable.Start, .. Enumerable.Range(0, count).Select(i => layout[i].Id), PieceTable.End];
        var sentences = new List<PieceRange>();
        var placeOf = new int[document.Sentences.Count];
        Array.Fill(placeOf, -1);
        foreach (Sentence sentence in document.Sentences)
        {
            PieceRange range = layout.RangeOf(sentence);
            if (range.Count == 0 || range.From >= count) continue;
            placeOf[sentence.Index] = sentences.Count;
            sentences.Add(range with { To = Math.Min(range.To, count) });
        }
        int[] sentenceOf = [.. Enumerable.Range(0, count).Select(i => placeOf[layout.SentenceOf(i)])];

        bool Encoded(Named named) => Cut(layout.RangeOf(named.Span), count).Count > 0;
        Candidates found = finder.ByRule(document);
        var parties = Parties(report, document.Text).FindAll(Encoded);
        // What the recognisers take for parties elsewhere: most have no role, and the reader is to learn which.
        foreach (ActorCandidate other in found.Parties)
        {
            var named = new Named(other.Span, other.Text, -1, other);
            if (Encoded(named) && !parties.Exists(party => party.Span.Overlaps(other.Span))) parties.Add(named);
        }
        var sources = Sources(report, document.Text).FindAll(Encoded);
        var mentions = new List<MentionExample>();
        foreach (GoldEvent gold in report.Events)
        {
            if (Mention(gold, document, layout, count, placeOf, parties, sources, found) is { } mention) mentions.Add(mention);
        }
        return new Example(
            report.Id,
            report.Language,
            document,
            ids,
            sentences,
            sentenceOf,
            report.Title.Length > 0,
            mentions,
            [.. parties.Select(party => new PartyExample(Cut(layout.RangeOf(party.Span), count), party.Kind, party.Candidate is null))],
            [.. sources.Select(source => Cut(layout.RangeOf(source.Span), count))]);
    }

    /// <param name="Candidate">What a recogniser found; null for a name of the gold.</param>
    private sealed record Named(Span Span, string Name, int Kind, ActorCandidate? Candidate = null);

    private MentionExample? Mention(
        GoldEvent gold,
        Document document,
        PieceLayout layout,
        int count,
        int[] placeOf,
        List<Named> parties,
        List<Named> sources,
        Candidates found)
    {
        int type = pack.IndexOf(gold.SubEventType);
        List<Span> told = Quoted(gold, "event", document);
        if (type < 0 || told.Count == 0) return null;
        PieceRange passage = Cut(layout.RangeOf(told[0]), count);
        int sentence = placeOf[document.SentenceAt(told[0].Start).Index];
        if (passage.Count == 0 || sentence < 0) return null;

        PieceRange own = layout.RangeOf(document.SentenceAt(told[0].Start));
        IReadOnlyList<PieceRange>? Field(string field, bool filled)
        {
            if (!filled) return [];
            PieceRange[] ranges = [.. Quoted(gold, field, document).Select(span => Cut(layout.RangeOf(span), count)).Where(range => range.Count > 0)];
            return ranges.Length > 0 ? ranges : null;
        }
        return new MentionExample(
            sentence,
            type,
            [
                [new PieceRange(passage.From, passage.From + 1)],
                [new PieceRange(Math.Min(passage.To, own.To) - 1, Math.Min(passage.To, own.To))],
                Field("date", gold.Date.Start is not null),
                Field("place", gold.Place.Precision != "none"),
                .. ReaderShape.Fields.Skip(4).Select(field => Field(field, gold.Count(field) is not null)),
            ],
            gold.Focus == "main" ? Focus.Main : Focus.Background,
            gold.Status switch { "asserted" => Status.Asserted, "alleged" => Status.Alleged, _ => Status.Denied },
            [.. gold.Weapons.Select(weapon => pack.Weapons.IndexOf(weapon)).Where(weapon => weapon >= 0)],
            ValueExamples.Of(gold, found, document.SentenceAt(told[0].Start), document, span => Cut(layout.RangeOf(span), count)),
            [.. gold.Actors.Select(actor => new ActorExample(ActorRoles.All.ToList().IndexOf(actor.Role), [.. parties.Index().Where(p => IsNamed(actor, p.Item)).Select(p => p.Index)]))],
            [.. sources.Select(source => gold.Sources.Contains(source.Name))]);
    }

    private static bool IsNamed(GoldActor actor, Named party) => party.Candidate is { } candidate
        ? GoldValues.IsRight(candidate, actor)
        : actor.Names.Contains(party.Name, StringComparer.OrdinalIgnoreCase);

    private static List<Span> Quoted(GoldEvent gold, string field, Document document) =>
        gold.Evidence.TryGetValue(field, out string? words) && words is not null
            ? Passages.Of(document.Text, words, document.Article.Title.Length + 1)
            : [];

    // Longer names first, so that "forces de sécurité syriennes" is one party and not two.
    private static List<Named> Parties(GoldReport report, string text)
    {
        var kinds = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (GoldActor actor in report.Events.SelectMany(e => e.Actors))
        {
            int kind = ActorKinds.All.ToList().IndexOf(actor.Kind);
            foreach (string name in actor.Names) kinds[name] = kinds.TryGetValue(name, out int other) && other != kind ? -1 : kind;
        }
        return Occurrences(text, kinds);
    }

    private static List<Named> Sources(GoldReport report, string text) =>
        Occurrences(text, report.Events.SelectMany(e => e.Sources).Distinct().ToDictionary(name => name, _ => -1));

    private static List<Named> Occurrences(string text, Dictionary<string, int> names)
    {
        var found = new List<Named>();
        foreach ((string name, int kind) in names.OrderByDescending(pair => pair.Key.Length).ThenBy(pair => pair.Key, StringComparer.Ordinal))
        {
            foreach (Span span in Passages.OfName(text, name))
            {
                if (!found.Exists(other => other.Span.Overlaps(span))) found.Add(new Named(span, name, kind));
            }
        }
        found.Sort((a, b) => a.Span.Start.CompareTo(b.Span.Start));
        return found;
    }

    private static PieceRange Cut(PieceRange range, int count) => new(Math.Min(range.From, count), Math.Min(range.To, count));
}
