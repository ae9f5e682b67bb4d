using System.Globalization;
using Vigie.Text;
using Span = Vigie.Text.Span;

namespace Vigie.Events.Coding;

/// <summary>An article with its events, in the order of their first telling, and why they were coded so.</summary>
public sealed record CodedArticle(Document Document, IReadOnlyList<Event> Events, Explanation Explanation)
{
    /// <summary>The article without the events that are less sure; their sentences say that they were left out.</summary>
    /// <param name="confidence">Least confidence, 0 to 1.</param>
    public CodedArticle AtLeast(double confidence)
    {
        var kept = new Dictionary<int, int>();
        for (int i = 0; i < Events.Count; i++)
            if (Events[i].Confidence >= confidence) kept.Add(i, kept.Count);
        if (kept.Count == Events.Count) return this;
        var explanation = new Explanation(
            [.. Explanation.Sentences.Select(view => view.Event is not { } of ? view : kept.TryGetValue(of, out int at) ? view with { Event = at } : LeftOut(view, Events[of].Confidence, confidence))],
            [.. Explanation.Values.Where(value => kept.ContainsKey(value.Event)).Select(value => value with { Event = kept[value.Event] })],
            [.. Explanation.Confidences.Where((_, i) => kept.ContainsKey(i))]);
        return new CodedArticle(Document, [.. Events.Where((_, i) => kept.ContainsKey(i))], explanation);
    }

    private static SentenceView LeftOut(SentenceView view, double confidence, double least) =>
        view with { Event = null, Note = string.Create(CultureInfo.InvariantCulture, $"its event has a confidence of {confidence:0.00}, and {least:0.00} was asked for") };
}

/// <summary>What the coder saw: every sentence, every choice of a value, and what each event's confidence is made of.</summary>
/// <param name="Confidences">By event.</param>
public sealed record Explanation(IReadOnlyList<SentenceView> Sentences, IReadOnlyList<ValueView> Values, IReadOnlyList<IReadOnlyList<ConfidencePart>> Confidences);

/// <summary>A part of an event's confidence.</summary>
/// <param name="Name">One of <see cref="ConfidenceFeatures.Names"/>.</param>
/// <param name="Value">What is known.</param>
/// <param name="Weight">Log-odds for each unit of it.</param>
public sealed record ConfidencePart(string Name, double Value, double Weight);

/// <summary>A sentence with its likeliest types.</summary>
/// <param name="Best">Three, likeliest first; none for furniture.</param>
/// <param name="Event">Index of the event that it became, or null.</param>
/// <param name="Note">Why it was left out, or null.</param>
public sealed record SentenceView(Sentence Sentence, IReadOnlyList<TypeScore> Best, int? Event, string? Note);

public sealed record TypeScore(string SubEventType, double Probability);

/// <summary>How a value was chosen.</summary>
/// <param name="Event">Index of the event.</param>
/// <param name="Field">As in <see cref="Evidence.Field"/>.</param>
/// <param name="Choices">Likeliest first; the choice of no value stands among them without a span.</param>
/// <param name="Why">The rule and its anchor, or the gazetteer's reason; null where the words say it all.</param>
public sealed record ValueView(int Event, string Field, IReadOnlyList<ChoiceView> Choices, string? Why);

/// <summary>One choice.</summary>
/// <param name="Score">Probability that the value is right, 0 to 1.</param>
public sealed record ChoiceView(string Value, string Text, Span? Span, double Score);
