using System.Text;
using CsCheck;
using Vigie.Events.Places;
using Xunit;

namespace Vigie.Tests.Places;

public sealed class ToponymKeyTests
{
    [Theory]
    [InlineData("Deir ez-Zor", "Deir Zor")]
    [InlineData("N’Djamena", "N'DJAMENA")]
    [InlineData("al-Bab", "El Bab")]
    [InlineData("Qamişlo", "qamislo")]
    [InlineData("Saint-Louis", "St. Louis")]
    [InlineData("الأنبار", "الانبار")]
    [InlineData("حماة", "حماه")]
    [InlineData("المخـــا", "المخا")]
    [InlineData("عَدَن", "عدن")]
    public void Spellings_without_meaning_fold_to_one_key(string one, string other) => Assert.Equal(ToponymKey.Fold(one), ToponymKey.Fold(other));

    [Theory]
    [InlineData("Aleppo", "Aley")]
    [InlineData("الباب", "باب")]
    public void Different_names_keep_different_keys(string one, string other) => Assert.NotEqual(ToponymKey.Fold(one), ToponymKey.Fold(other));

    [Theory]
    [InlineData("Hasakah", "Hassaké")]
    [InlineData("Qamishli", "Kamichli")]
    [InlineData("Djalalabad", "Jalalabad")]
    public void Habits_of_transliteration_share_a_loose_key(string one, string other) =>
        Assert.Equal(ToponymKey.Loose(ToponymKey.Fold(one)), ToponymKey.Loose(ToponymKey.Fold(other)));

    [Fact]
    public void Latin_and_Arabic_script_share_a_skeleton() =>
        Assert.Equal(ToponymKey.Skeleton(ToponymKey.Fold("Boulkessi")), ToponymKey.Skeleton(ToponymKey.Fold("بولكسي")));

    [Fact]
    public void A_name_that_is_only_an_article_keeps_it() => Assert.Equal("al", ToponymKey.Fold("Al"));

    [Theory]
    [InlineData("ﷺوقال", "صلياللهعليهوسلموقال")]
    [InlineData("ﷻو", "جلجلالهو")]
    [InlineData("ﻋﺪﻥ", "عدن")]
    public void A_presentation_form_is_its_letters(string written, string key) => Assert.Equal(key, ToponymKey.Fold(written));

    [Fact]
    public void Presentation_forms_in_any_number_fold_as_their_letters_do() =>
        Gen.Int[0xfb50, 0xfefc].Select(c => (char)c).Where(char.IsLetter).Array[0, 80].Select(letters => new string(letters)).Sample(word =>
            Assert.Equal(ToponymKey.Fold(word.Normalize(NormalizationForm.FormKC)), ToponymKey.Fold(word)));
}
