using System.Text.RegularExpressions;
using Vigie.Desk.Wording;
using Vigie.Events;
using Vigie.Events.Coding;
using Vigie.Tests.House;
using Vigie.Text;
using Xunit;

namespace Vigie.Tests.Desk;

/// <summary>Nothing is untranslated: every language says the same things, and what the pages say is in all of them.</summary>
public sealed partial class WordsTests
{
    private static readonly Dictionary<string, WordsFile> Files = Languages.Known.ToDictionary(language => language, language => WordsFile.Load(DataFolder.BesideProgram, language));

    [Fact]
    public void Every_language_has_the_same_keys()
    {
        foreach (string language in Languages.Known)
        {
            Assert.Equal(Files["en"].Words.Keys.Order(), Files[language].Words.Keys.Order());
            Assert.Equal(Files["en"].Counted.Keys.Order(), Files[language].Counted.Keys.Order());
            Assert.Equal(Files["en"].Types.Keys.Order(), Files[language].Types.Keys.Order());
        }
    }

    [Fact]
    public void Nothing_is_empty_or_left_in_another_script()
    {
        foreach ((string key, string words) in Files["ar"].Words.Concat(Files["ar"].Types))
            if (words.Any(char.IsLetter)) Assert.True(words.Any(c => c is >= '\u0600' and <= '\u06FF'), $"ar: {key}: {words}");
        foreach (string language in Languages.Known)
            Assert.Empty(Files[language].Words.Where(entry => string.IsNullOrWhiteSpace(entry.Value)).Select(entry => $"{language}: {entry.Key}"));
    }

    [Fact]
    public void Every_plural_has_the_forms_of_its_language()
    {
        foreach (string language in Languages.Known)
            foreach ((string key, Dictionary<string, string> forms) in Files[language].Counted)
                Assert.True(PluralCategory.All(language).Order().SequenceEqual(forms.Keys.Order()), $"{language}: {key}");
    }

    [Fact]
    public void The_same_values_are_put_in_everywhere()
    {
        foreach (string language in Languages.Known)
            foreach ((string key, string words) in Files["en"].Words)
                Assert.True(Holes(words).SetEquals(Holes(Files[language].Words[key])), $"{language}: {key}");
    }

    [Fact]
    public void What_the_pages_say_is_there()
    {
        var missing = new List<string>();
        foreach (string file in Repository.Files.Where(file => file.StartsWith("src/Vigie.Desk/", StringComparison.Ordinal) && (file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".razor", StringComparison.Ordinal))))
        {
            string text = Repository.Read(file);
            missing.AddRange(Said().Matches(text).Select(match => match.Groups[1].Value).Where(key => !key.EndsWith('.') && !Files["en"].Words.ContainsKey(key)).Select(key => $"{file}: {key}"));
            missing.AddRange(Counted().Matches(text).Select(match => match.Groups[1].Value).Where(key => !Files["en"].Counted.ContainsKey(key)).Select(key => $"{file}: {key}"));
        }
        Assert.Empty(missing);
    }

    [Fact]
    public void What_the_record_names_is_there()
    {
        ConflictPack pack = ConflictPack.Load(DataFolder.BesideProgram);
        IEnumerable<string> words =
        [
            .. pack.Weapons.Select(weapon => "weapon." + weapon),
            .. ActorKinds.All.Select(kind => "kind." + kind),
            .. ActorRoles.All.Select(role => "role." + role),
            .. Names<Status>("status."), .. Names<Focus>("focus."), .. Names<TimePrecision>("precision."), .. Names<PlacePrecision>("place."), .. Names<Vigie.Store.ReviewState>("state."), .. Names<ResolutionRule>("rule."),
            .. typeof(Vigie.Store.Proposal).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Vigie.Store.Proposal))).Select(type => "did." + Hyphenated(type.Name)),
        ];
        Assert.DoesNotContain(words, word => !Files["en"].Words.ContainsKey(word));
        Assert.DoesNotContain(pack.Types.SelectMany(type => new[] { type.Name, type.Type }), type => !Files["en"].Types.ContainsKey(type));
    }

    [Theory]
    [InlineData("ar", 0, "zero")]
    [InlineData("ar", 1, "one")]
    [InlineData("ar", 2, "two")]
    [InlineData("ar", 10, "few")]
    [InlineData("ar", 11, "many")]
    [InlineData("ar", 99, "many")]
    [InlineData("ar", 100, "other")]
    [InlineData("ar", 103, "few")]
    [InlineData("fr", 0, "one")]
    [InlineData("fr", 2, "other")]
    [InlineData("en", 0, "other")]
    [InlineData("en", 1, "one")]
    public void Plurals_are_those_of_CLDR(string language, long number, string expected) => Assert.Equal(expected, PluralCategory.Of(language, number));

    [Theory]
    [InlineData("en", "20 August 2025", "12 or more", "Mali")]
    [InlineData("fr", "20 août 2025", "12 ou plus", "Mali")]
    [InlineData("ar", "20 أغسطس 2025", "12 أو أكثر", "مالي")]
    public void Days_numbers_and_countries_are_written_as_in_the_language(string language, string day, string count, string country)
    {
        Words words = Words.Load(DataFolder.BesideProgram, language);
        Assert.Equal(day, words.Date(TimeRange.OfDay(new(2025, 8, 20))));
        Assert.Equal(count, words.Of(new Count(12, null, 12)));
        Assert.Equal(country, words.Country("ML"));
    }

    private static HashSet<string> Holes(string words) => [.. Hole().Matches(words).Select(match => match.Value)];

    private static IEnumerable<string> Names<T>(string prefix) where T : struct, Enum => Enum.GetValues<T>().Select(value => prefix + ValueText.Name(value));

    private static string Hyphenated(string name) => Capital().Replace(name, match => (match.Index == 0 ? "" : "-") + match.Value.ToLowerInvariant());

    [GeneratedRegex(@"(?:\bW(?:ords)?|\bwords|Words)(?:\[|\.Say\()""([a-z_.\-]+)""")]
    private static partial Regex Said();

    [GeneratedRegex(@"(?:\bW|[Ww]ords)\.Count\(""([a-z_]+)""")]
    private static partial Regex Counted();

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Hole();

    [GeneratedRegex("[A-Z]")]
    private static partial Regex Capital();
}
