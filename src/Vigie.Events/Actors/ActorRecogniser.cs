using System.Runtime.CompilerServices;
using Vigie.Text;
using Vigie.Text.Languages;

namespace Vigie.Events.Actors;

/// <summary>
/// Finds the parties and sources that a report may speak of: names of the register, institutions with a country beside them,
/// and descriptions ("hommes armés", "villagers"). Linear in the text; safe to share among threads.
/// </summary>
public sealed class ActorRecogniser
{
    private readonly Dictionary<string, Lazy<ActorLanguage>> languages;
    private readonly ActorNaming naming;

    // Naming the passages of a tagger asks for the same document many times over; the reading depends on the document alone.
    private readonly ConditionalWeakTable<Document, ActorReading> readings = [];

    private ActorRecogniser(ActorRegister register, Dictionary<string, Lazy<ActorLanguage>> languages)
    {
        Register = register;
        this.languages = languages;
        naming = new ActorNaming(register);
    }

    public ActorRegister Register { get; }

    /// <summary>Reads the register at once, and a language with its first document: most runs need one.</summary>
    /// <exception cref="KnowledgeException">The register is missing or wrong; a language's files throw it with its first document.</exception>
    public static ActorRecogniser Load(DataFolder data)
    {
        ActorRegister register = ActorRegister.Load(data);
        var languages = new Dictionary<string, Lazy<ActorLanguage>>(StringComparer.Ordinal);
        foreach (string code in LanguageGuesser.Coded)
            languages.Add(code, new Lazy<ActorLanguage>(() => ActorLanguage.Load(code, data, register)));
        return new ActorRecogniser(register, languages);
    }

    /// <summary>Candidates in text order, none inside another and none in page furniture. Empty for a language that is not known.</summary>
    public IReadOnlyList<ActorCandidate> Find(Document document)
    {
        var found = new List<ActorCandidate>();
        if (Reading(document) is not { } text) return found;
        int word = 0;
        while (word < text.Words.Count)
        {
            if (text.Longest(word, Sense.Other, text.Words.Count) is { } other)
            {
                word = other.End;
                continue;
            }
            if (ReadAt(text, word, text.Words.Count) is { } phrase)
            {
                if (naming.Candidate(document, text, phrase) is { } candidate) found.Add(candidate);
                word = phrase.End;
            }
            else word++;
        }
        return found;
    }

    /// <summary>
    /// What a passage names: the register's entry and kind of the name in it, else the kind of its noun, else nulls.
    /// The candidate's span is the passage as given.
    /// </summary>
    public ActorCandidate Name(Document document, Span span)
    {
        string words = span.Of(document.Text);
        var unnamed = new ActorCandidate(span, words, null, null, null);
        if (Reading(document) is not { } text) return unnamed;
        int limit = text.FirstWordFrom(span.End);
        ActorCandidate? best = null;
        for (int word = text.FirstWordFrom(span.Start); word < limit;)
        {
            if (ReadAt(text, word, limit) is not { } phrase)
            {
                word++;
                continue;
            }
            word = phrase.End;
            if (naming.Candidate(document, text, phrase) is not { } candidate) continue;
            bool better = best is null
                || (best.Id is null && candidate.Id is not null)
                || (best.Id is null && text.Language.HeadFinal && candidate.Kind is not null);
            if (better) best = candidate;
        }
        return best is null ? unnamed : unnamed with { Id = best.Id, Name = best.Name, Kind = best.Kind };
    }

    private static ActorPhrase? ReadAt(ActorReading text, int word, int limit) =>
        text.Language.HeadFinal ? HeadFinalGrammar.ReadAt(text, word, limit) : HeadInitialGrammar.ReadAt(text, word, limit);

    private ActorReading? Reading(Document document) =>
        languages.TryGetValue(document.Language, out Lazy<ActorLanguage>? language)
            ? readings.GetValue(document, d => new ActorReading(d, language.Value))
            : null;
}
