using NodaTime;
using Vigie.Events;
using Vigie.Events.Coding;
using Vigie.Text;

namespace Vigie.Tests.Cli;

/// <summary>A coded article made by hand: what is drawn and written of it does not hang on any model.</summary>
internal static class SampleArticle
{
    private const string Title = "Deux morts dans l'attaque d'un poste à Kidal";
    private const string Body =
        "Des hommes armés ont attaqué dans la nuit de lundi à mardi un poste de l'armée à Kidal, tuant au moins deux soldats, selon l'état-major.\n"
        + "وقال شاهد إن «قذيفة» سقطت قرب السوق.\n"
        + "En juin dernier, une mine aurait fait une vingtaine de blessés sur la route de Gao.";

    public static CodedArticle Coded { get; } = Make();

    private static CodedArticle Make()
    {
        var article = new Article("kidal", Title, Body, Published: new LocalDate(2025, 8, 20), Source: "Le Sahel <libre> & \"vrai\"");
        string text = article.FullText;
        Sentence[] sentences = Lines(text);
        var document = new Document(article, text, "fr", article.Published, sentences, []);
        var kidal = new Place("Kidal", "Kidal", "ML", 18.44111, 1.40783, PlacePrecision.Settlement, 4, "gn:2455290", "the only town of that name in Mali");
        Event[] events =
        [
            new("kidal-1", Focus.Main, "Battles", "Armed clash", Status.Asserted,
                new TimeRange(new LocalDate(2025, 8, 18), new LocalDate(2025, 8, 19), TimePrecision.Day), kidal,
                [new("Des hommes armés", null, null, "initiator", "unidentified"), new("l'armée", "Malian Armed Forces", "mali-armed-forces", "target", "state")],
                new Count(2, null, 2), null, null, null, ["small_arms"], ["l'état-major"], 0.91234,
                [
                    Said(text, "event", "Des hommes armés ont attaqué"), Said(text, "date", "dans la nuit de lundi à mardi"), Said(text, "place", "Kidal", 50),
                    Said(text, "actor:0", "Des hommes armés"), Said(text, "actor:1", "l'armée"), Said(text, "killed", "au moins deux soldats"),
                ]),
            new("kidal-2", Focus.Background, "Explosions/Remote violence", "Remote explosive/landmine/IED", Status.Alleged,
                new TimeRange(new LocalDate(2025, 6, 1), new LocalDate(2025, 6, 30), TimePrecision.Month), null,
                [], null, new Count(20, 20, 20), null, null, ["ied_mine"], [], 0.5,
                [Said(text, "event", "une mine"), Said(text, "status", "aurait fait"), Said(text, "date", "En juin dernier"), Said(text, "injured", "une vingtaine de blessés"), Said(text, "weapon", "une mine")]),
        ];
        return new CodedArticle(document, events, Explain(text, sentences));
    }

    private static Explanation Explain(string text, Sentence[] sentences) => new(
        [
            new(sentences[1], [new("Armed clash", 0.93), new("Attack", 0.04), new("Abduction/forced disappearance", 0.01)], 0, null),
            new(sentences[2], [new("Shelling/artillery/missile attack", 0.31), new("Attack", 0.12), new("Grenade", 0.08)], null, "below the threshold of 0.40"),
            new(sentences[3], [new("Remote explosive/landmine/IED", 0.71), new("Attack", 0.05), new("Armed clash", 0.02)], 1, null),
            new(sentences[0], [new("Armed clash", 0.02), new("Attack", 0.01), new("Arrests", 0.01)], null, null),
        ],
        [
            new(0, "date",
                [
                    new("2025-08-18 to 2025-08-19", "dans la nuit de lundi à mardi", Said(text, "", "dans la nuit de lundi à mardi").Span, 0.97),
                    new("2025-06", "En juin dernier", Said(text, "", "En juin dernier").Span, 0.02),
                ], "rule night, counted from published 2025-08-20"),
            new(0, "place", [new("Kidal, ML", "Kidal", null, 0.88), new("Gao, ML", "Gao", null, 0.11)], "the only town of that name in Mali"),
            new(1, "status", [new("alleged", "aurait fait", null, 0.8)], null),
        ],
        [
            [new("bias", 1, -0.5), new("sentence", 2.6, 0.8), new("told again", 0, 1.2), new("date", 3.5, 0.02)],
            [new("bias", 1, -0.5), new("sentence", 0.9, 0.8)],
        ]);

    private static Evidence Said(string text, string field, string words, int from = 0)
    {
        int start = text.IndexOf(words, from, StringComparison.Ordinal);
        return new Evidence(field, new Span(start, start + words.Length), words);
    }

    private static Sentence[] Lines(string text)
    {
        var sentences = new List<Sentence>();
        int start = 0;
        foreach (string line in text.Split('\n'))
        {
            int index = sentences.Count;
            sentences.Add(new Sentence(index, new Span(start, start + line.Length), index, index == 0 ? SentenceKind.Heading : SentenceKind.Body));
            start += line.Length + 1;
        }
        return [.. sentences];
    }
}
