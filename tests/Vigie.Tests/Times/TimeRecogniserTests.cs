using CsCheck;
using Vigie.Events;
using Vigie.Events.Times;
using Vigie.Text;
using Xunit;

namespace Vigie.Tests.Times;

public class TimeRecogniserTests
{
    private static readonly string[] Scraps =
    [
        "lundi", "mardi 31", "le 30 février", "20 août", "2025", "à", "de", "nuit", "du", "au", "il y a", "99999999999", "deux", "ans",
        "Monday", "May", "March 32", "the", "12th", "of", "last", "week", "ago", "0/0/0000", "31/12/2999", "1.2.2000", "9", "a.m.", "'s",
        "الثلاثاء", "ليل", "يوم", "في", "وأمس", "كانون الثاني", "٣١", "قبل", "أَمْسِ", "شهرين", "و12", "من", "إلى",
        "\n", "\t", " ", ",", "-", "(", ")", "\u200f", "\ud83d", "é", "e\u0301", "İ", "ـ", ":", "/", ".", "’",
    ];

    private static readonly Gen<string> Text = Gen.OneOf(
        AnyOf(Scraps).Array[0, 60].Select(parts => string.Join(' ', parts)),
        AnyOf(Scraps).Array[0, 60].Select(string.Concat),
        Gen.String[0, 200]);

    private static readonly Gen<string?> Published =
        AnyOf<string?>(null, "2025-08-21", "2024-02-29", "0001-01-01", "9999-12-31", "-0044-03-15", "2025-01-01");

    private static Gen<T> AnyOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    [Fact]
    public void Offsets_are_true_sorted_and_apart_in_any_text() =>
        Gen.Select(Text, Published, AnyOf("fr", "en", "ar")).Sample((text, published, language) =>
        {
            var document = TimeCorpus.Document(text, language, published);
            int end = 0;
            foreach (var time in TimeCorpus.Recogniser.Find(document))
            {
                Assert.True(time.Span.Start >= end && time.Span.Length > 0);
                Assert.Equal(time.Span.Of(document.Text), time.Text);
                Assert.Equal(time.Range.Start is null, time.Range.Precision == TimePrecision.None);
                Assert.True(time.Range.Start is null || time.Range.Start <= time.Range.End);
                end = time.Span.End;
            }
        });

    [Fact]
    public void What_is_offered_holds_the_first_readings_in_order_in_any_text() =>
        Gen.Select(Text, Published, AnyOf("fr", "en", "ar")).Sample((text, published, language) =>
        {
            var document = TimeCorpus.Document(text, language, published);
            var offered = TimeCorpus.Recogniser.Offer(document);
            Assert.Equal(offered.OrderBy(time => time.Span.Start), offered);
            Assert.All(TimeCorpus.Recogniser.Find(document), time => Assert.Contains(time, offered));
            Assert.All(offered, time =>
            {
                Assert.Equal(time.Span.Of(document.Text), time.Text);
                Assert.True(time.Range.Start is null || time.Range.Start <= time.Range.End);
            });
        });

    [Fact]
    public void Reads_the_same_text_the_same_way_on_many_threads()
    {
        const string Sentence = "Mardi, deux jours après l'assaut du 3 mai, dans la nuit de lundi à mardi.";
        var expected = TimeCorpus.Find(Sentence, "fr", "2025-08-21");
        Parallel.For(0, 50, _ => Assert.Equal(expected, TimeCorpus.Find(Sentence, "fr", "2025-08-21")));
    }

    [Fact]
    public void Says_what_a_time_was_counted_from()
    {
        var times = TimeCorpus.Find("The base fell on 3 May 2024. Two days later it was retaken. Rain fell yesterday.", "en", "2025-08-21");
        Assert.Equal([null, "3 May 2024", "published 2025-08-21"], times.Select(t => t.Anchor));
    }

    [Fact]
    public void A_time_does_not_run_over_a_line_break() =>
        Assert.Equal(["mardi", "le 20 août"], TimeCorpus.Find("Accord signé mardi\nle 20 août, la trêve a pris fin.", "fr", "2025-08-22").Select(t => t.Text));

    [Fact]
    public void A_date_of_the_page_is_no_anchor()
    {
        const string Story = "L'assaut a eu lieu le 3 mai 2025.\n", Furniture = "Publié le 20 août 2025\n", End = "La veille, un convoi avait brûlé.";
        var plain = TimeCorpus.Document(Story + Furniture + End, "fr", null);
        int page = plain.Text.IndexOf(Furniture, StringComparison.Ordinal);
        var document = plain with
        {
            Sentences =
            [
                new Sentence(0, new Span(0, page), 1, SentenceKind.Body),
                new Sentence(1, new Span(page, page + Furniture.Length), 2, SentenceKind.Furniture),
                new Sentence(2, new Span(page + Furniture.Length, plain.Text.Length), 3, SentenceKind.Body),
            ],
        };
        var times = TimeCorpus.Recogniser.Find(document);
        Assert.DoesNotContain(times, t => t.Text.Contains("20 août", StringComparison.Ordinal));
        Assert.Equal("2025-05-02", times[^1].Value);
    }

    [Fact]
    public void A_language_without_rules_has_no_times() => Assert.Empty(TimeCorpus.Find("20.08.2025", "de", "2025-08-21"));

    [Fact]
    public void A_long_line_takes_linear_time()
    {
        string text = string.Concat(Enumerable.Repeat("le 30 février mardi nuit du 3 au ", 30_000));
        Assert.True(TimeCorpus.Find(text, "fr", "2025-08-21").Count >= 30_000);
    }

    [Fact]
    public void A_wrong_pattern_names_its_file_and_line()
    {
        string root = Path.Combine(Path.GetTempPath(), "vigie-times-" + Environment.ProcessId);
        try
        {
            foreach (string language in (string[])["fr", "en", "ar"])
            {
                string folder = Directory.CreateDirectory(Path.Combine(root, "data", "languages", language)).FullName;
                File.WriteAllText(Path.Combine(folder, "times.yaml"),
                    "classes: {}\nrules:\n  - name: month\n    read: date\n    patterns:\n      - \"in {month}\"\n");
            }
            var error = Assert.Throws<KnowledgeException>(() => TimeRecogniser.Load(new DataFolder(root)).Find(TimeCorpus.Document("mardi", "fr", null)));
            Assert.Equal(6, error.Line);
            Assert.EndsWith("times.yaml", error.File, StringComparison.Ordinal);
            Assert.Contains("no class is named 'month'", error.Message, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }
}
