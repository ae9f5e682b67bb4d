using System.Globalization;

namespace Vigie.Text.Languages;

/// <summary>The text is in a language that Vigie does not code; the message names it and those that Vigie does.</summary>
/// <param name="language">Language code, or <c>und</c> where the text does not tell.</param>
public sealed class UnsupportedLanguageException(string language)
    : Exception($"written in {NameOf(language)}; Vigie reads French, English and Arabic")
{
    public string Language { get; } = language;

    private static string NameOf(string code)
    {
        if (code == "und" || code.Length is not (2 or 3) || !code.All(char.IsAsciiLetter)) return "no language that can be told";
        try
        {
            return $"{CultureInfo.GetCultureInfo(code).EnglishName} ({code})";
        }
        catch (CultureNotFoundException)
        {
            return $"another language ({code})";
        }
    }
}
