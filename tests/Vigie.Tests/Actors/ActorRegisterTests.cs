using System.Text.RegularExpressions;
using Vigie.Events;
using Vigie.Events.Actors;
using Vigie.Text;
using Xunit;

namespace Vigie.Tests.Actors;

public sealed class ActorRegisterTests
{
    private static readonly ActorRegister Register = ActorCase.Recogniser.Register;

    [Fact]
    public void Ids_are_unique_and_written_in_kebab_case()
    {
        Assert.Equal(Register.Entries.Count, Register.Entries.Select(e => e.Id).Distinct(StringComparer.Ordinal).Count());
        Assert.DoesNotContain(Register.Entries, e => !Regex.IsMatch(e.Id, "^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.NonBacktracking));
    }

    [Fact]
    public void Kinds_countries_and_years_are_valid()
    {
        Assert.All(Register.Entries, e => Assert.Contains(e.Kind, ActorKinds.All));
        Assert.All(Register.Entries, e => Assert.True(e.Country is null || Regex.IsMatch(e.Country, "^[A-Z]{2}$", RegexOptions.NonBacktracking), e.Id));
        Assert.All(Register.Entries, e => Assert.True(e.From is null || e.To is null || e.From <= e.To, e.Id));
        Assert.All(Register.Entries, e => Assert.False(string.IsNullOrWhiteSpace(e.Source), e.Id));
    }

    [Fact]
    public void The_register_is_large_and_mostly_in_three_languages()
    {
        Assert.True(Register.Entries.Count >= 600, $"{Register.Entries.Count} entries");
        List<ActorEntry> named = [.. Register.Entries.Where(e => e.Institution != "state")];
        int complete = named.Count(e => e.Aliases.Any(a => a.Language == "fr") && e.Aliases.Any(a => a.Language == "ar"));
        Assert.True(complete >= 0.9 * named.Count, $"{complete} of {named.Count}");
    }

    /// <summary>Two entries may share a name where the country or a needed word tells them apart.</summary>
    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    [InlineData("ar")]
    public void A_shared_alias_can_be_told_apart(string language)
    {
        var claims = from entry in Register.Entries
                     from alias in entry.Aliases
                     where alias.Language == language
                     group (entry, alias) by alias.Text.ToUpperInvariant() into shared
                     where shared.Select(s => s.entry).Distinct().Count() > 1
                     select shared;
        Assert.All(claims, shared => Assert.True(
            shared.Count(s => s.alias.Needs.Count == 0) <= 1 || shared.Select(s => s.entry.Country).Distinct(StringComparer.Ordinal).Count() == shared.Count(),
            $"{shared.Key}: {string.Join(", ", shared.Select(s => s.entry.Id))}"));
    }

    [Fact]
    public void A_bad_line_is_named_with_its_file_and_line()
    {
        string root = Directory.CreateTempSubdirectory("vigie-actors").FullName;
        string file = Path.Combine(root, "data", "packs", "conflict", "actors.tsv");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, "# a comment\nid\tkind\tinstitution\tcountry\tfrom\tto\tsource\tname\tfr\ten\tar\nx\tdragon\t\t\t\t\ts\tX\t\t\t\n");
        var thrown = Assert.Throws<KnowledgeException>(() => ActorRegister.Load(new DataFolder(root)));
        Assert.Equal((file, 3), (thrown.File, thrown.Line));
        Directory.Delete(root, recursive: true);
    }
}
