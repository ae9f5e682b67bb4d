using System.Globalization;
using Vigie.Text;

namespace Vigie.Events.Coding;

/// <summary>Turns what the coder weighed into what a methodologist reads.</summary>
internal sealed class Explainer(ConflictPack pack, Thresholds thresholds, Calibration calibration)
{
    private const int BestTypes = 3;
    private const int Choices = 5;

    public Explanation Explain(Document document, IReadOnlyList<SentenceReading> readings, IReadOnlyList<IReadOnlyList<Draft>> groups, IReadOnlyList<Event> events)
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
            views.Add(new SentenceView(sentence, best, told ?? again, told is null ? NoteOn(sentence, best, again) : null));
        }
        return new Explanation(
            views,
            [.. groups.Index().SelectMany(group => Values(group.Index, group.Item[0], events[group.Index]))],
            [.. groups.Index().Select(group => Confidence(document, group.Item, events[group.Index]))]);
    }

    private string NoteOn(Sentence sentence, TypeScore[] best, int? again)
    {
        if (again is { } index) return string.Create(CultureInfo.InvariantCulture, $"tells event {index + 1} again");
        if (sentence.Kind == SentenceKind.Furniture) return "page furniture";
        if (sentence.Kind != SentenceKind.Body) return "a heading: the text tells it better";
        if (best.Length == 0) return "no words";
        return string.Create(CultureInfo.InvariantCulture, $"no event: its likeliest type has {best[0].Probability:0.00}, and {thresholds.Mention:0.00} is asked for");
    }

    private ConfidencePart[] Confidence(Document document, IReadOnlyList<Draft> group, Event coded)
    {
        double[] features = ConfidenceFeatures.Of(document, group, coded.EventType);
        return [.. ConfidenceFeatures.Names.Select((name, i) => new ConfidencePart(name, features[i], calibration.Event[name]))];
    }

    private IEnumerable<ValueView> Values(int index, Draft draft, Event coded)
    {
        yield return FocusView(index, draft.Attributes);
        yield return StatusView(index, draft.Attributes);
        yield return View(index, draft.Date, time => ValueText.Of(time.Range), time => time.Anchor is null ? $"rule {time.Rule}" : $"rule {time.Rule}, counted from {time.Anchor}");
        yield return View(index, draft.Place, place => ValueText.Of(place.Place), WhyPlace);
        foreach (Links<CountCandidate> count in draft.Counts)
        {
            if (count.Choices.Count > 0) yield return View(index, count, c => ValueText.Of(c.Count), c => c.Who is null ? null : "counts " + c.Who);
        }
        for (int i = 0; i < draft.Parties.Count; i++)
        {
            RoleChoice party = draft.Parties[i];
            string field = string.Create(CultureInfo.InvariantCulture, $"actor:{i}");
            string value = $"{coded.Actors[i].Name ?? party.Party.Text} ({party.Role}, {party.Kind})";
            double confidence = calibration.Confidence(Calibration.Party, party.Probability);
            yield return new ValueView(
                index, field, [new ChoiceView(value, party.Party.Text, party.Party.Span, confidence)], party.Party.Id is null ? "a description: no name of the register" : "register: " + party.Party.Id);
        }
        ChoiceView[] weapons = [.. pack.Weapons
            .Select((weapon, i) => new ChoiceView(weapon, "", null, draft.Attributes.Weapons[i]))
            .OrderByDescending(choice => choice.Score).Where((choice, rank) => rank == 0 || choice.Score >= thresholds.Weapon)];
        if (weapons.Length > 0 && weapons[0].Score >= thresholds.Weapon) yield return new ValueView(index, "weapon", weapons, null);
    }

    private ValueView FocusView(int index, MentionAttributes attributes)
    {
        ChoiceView main = new("main", "", null, 1 - attributes.Background), background = new("background", "", null, attributes.Background);
        return new ValueView(index, "focus", attributes.Background >= thresholds.Background ? [background, main] : [main, background], null);
    }

    private static ValueView StatusView(int index, MentionAttributes attributes) => new(
        index,
        "status",
        [.. Enum.GetValues<Status>().Select(status => new ChoiceView(ValueText.Name(status), "", null, attributes.Status[(int)status])).OrderByDescending(choice => choice.Score)],
        null);

    // The gazetteer's reason, and what else it knows under that name.
    private static string? WhyPlace(PlaceCandidate place)
    {
        string others = string.Join("; ", place.RunnersUp.Select(other => ValueText.Of(other)));
        return (place.Place.Reason, others.Length) switch
        {
            (null, 0) => null,
            (null, _) => "not " + others,
            (_, 0) => place.Place.Reason,
            _ => $"{place.Place.Reason}; not {others}",
        };
    }

    private ValueView View<T>(int index, Links<T> links, Func<T, string> value, Func<T, string?> why)
        where T : Candidate
    {
        var choices = links.Choices.Take(Choices).Select(c => new ChoiceView(value(c.Candidate), c.Candidate.Text, c.Candidate.Span, calibration.Confidence(links.Field, c.Probability))).ToList();
        var none = new ChoiceView("none", "", null, calibration.Confidence(links.Field, links.None));
        choices.Insert(links.Choices.Take(Choices).TakeWhile(choice => choice.Probability >= links.None).Count(), none);
        return new ValueView(index, links.Field, choices, links.Chosen is { } chosen ? why(chosen) : null);
    }
}
