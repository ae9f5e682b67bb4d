namespace Vigie.Text.Languages;

/// <summary>The text is in a language that Vigie does not code.</summary>
/// <param name="language">ISO 639-1 code, or <c>und</c> where the text does not tell.</param>
public sealed class UnsupportedLanguageException(string language)
    : Exception(language == "und"
        ? "the language cannot be told; Vigie reads French (fr), English (en) and Arabic (ar): name it with --language"
        : $"the text is in another language ({language}); Vigie reads French (fr), English (en) and Arabic (ar)")
{
    public string Language { get; } = language;
}
