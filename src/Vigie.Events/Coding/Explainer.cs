using System.Globalization;
using Vigie.Text;

namespace Vigie.Events.Coding;

/// <summary>Turns what the coder weighed into what a methodologist reads.</summary>
internal static class Explainer
{
    private const int BestTypes = 3;
    private const int Choices = 5;

    public static Explanation Explain(
        Document document,
        IReadOnlyList<SentenceReading> readings,
        IReadOnlyList<IReadOnlyList<Draft>> groups,
        IReadOnlyList<Event> events,
        ConflictPack pack)
    {
        Dictionary<Sentence, SentenceReading> bySentence = readings.ToDictionary(reading => reading.Sentence);
        var tellings = new Dictionary<Sentence, int>();
        var retellings = new Dictionary<Sentence, int>();
        foreach ((int index, IReadOnlyList<Draft> group) in groups.Index())
        {
            tellings.TryAdd(group[0].Mention.Sentence, index);
            foreach (Draft again in group.Skip(1)) retellings.TryAdd(again.Mention.Sentence, index);
        }
        var views = new List<SentenceView>(document.Sentences.Count);
        foreach (Sentence sentence in document.Sentences)
        {
            TypeScore[] best = bySentence.TryGetValue(sentence, out SentenceReading? reading)
                ? [.. MentionFinder.ByProbability(reading.Probabilities).Take(BestTypes).Select(type => new TypeScore(pack.Types[type].Name, reading.Probabilities[type]))]
                : [];
            int? told = tellings.TryGetValue(sentence, out int first) ? first : null, again = retellings.TryGetValue(sentence, out int next) ? next : null;
            views.Add(new SentenceView(sentence, best, told ?? again, Note(sentence, told, again)));
        }
        return new Explanation(views, [.. groups.Index().SelectMany(group => Values(group.Index, group.Item[0], events[group.Index]))]);
    }

    private static string? Note(Sentence sentence, int? told, int? again)
    {
        if (sentence.Kind == SentenceKind.Furniture) return "page furniture";
        if (told is not null) return null;
        if (again is { } index) return string.Create(CultureInfo.InvariantCulture, $"tells event {index + 1} again");
        return sentence.Kind == SentenceKind.Body ? "no type is likely enough" : "heading";
    }

    private static IEnumerable<ValueView> Values(int index, Draft draft, Event coded)
    {
        yield return View(index, draft.Date, time => ValueText.Of(time.Range), time => time.Anchor is null ? $"rule {time.Rule}" : $"rule {time.Rule}, counted from {time.Anchor}");
        yield return View(index, draft.Place, place => ValueText.Of(place.Place), place => place.Place.Reason);
        foreach (Links<CountCandidate> count in draft.Counts)
        {
            if (count.Choices.Count > 0) yield return View(index, count, c => ValueText.Of(c.Count), c => c.Who is null ? null : "counts " + c.Who);
        }
        for (int i = 0; i < draft.Parties.Count; i++)
        {
            RoleChoice party = draft.Parties[i];
            string field = string.Create(CultureInfo.InvariantCulture, $"actor:{i}");
            string value = $"{coded.Actors[i].Name ?? party.Party.Text} ({party.Role}, {party.Kind})";
            yield return new ValueView(
                index, field, [new ChoiceView(value, party.Party.Text, party.Party.Span, party.Probability)], party.Party.Id is null ? null : "register: " + party.Party.Id);
        }
    }

    private static ValueView View<T>(int index, Links<T> links, Func<T, string> value, Func<T, string?> why)
        where T : Candidate
    {
        var choices = links.Choices.Take(Choices).Select(c => new ChoiceView(value(c.Candidate), c.Candidate.Text, c.Candidate.Span, c.Probability)).ToList();
        var none = new ChoiceView("none", "", null, links.None);
        int at = choices.FindIndex(choice => choice.Score < links.None);
        choices.Insert(at < 0 ? choices.Count : at, none);
        return new ValueView(index, links.Field, choices, links.Chosen is { } chosen ? why(chosen) : null);
    }
}
