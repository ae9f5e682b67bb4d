namespace Vigie.Events.Places.Compile;

/// <summary>Which of a source's names are worth a row: those in Latin or Arabic script that are names and not codes.</summary>
internal static class NameFilter
{
    public static bool Keep(string name)
    {
        if (name.Length is < 2 or > 60) return false;
        bool latin = false, arabic = false;
        int letters = 0, upper = 0;
        foreach (char c in name)
        {
            if (!char.IsLetter(c)) { if (char.IsDigit(c)) return false; continue; }
            letters++;
            if (c < '\u0250' || c is >= '\u1e00' and <= '\u1eff') { latin = true; if (char.IsUpper(c)) upper++; }
            else if (c is >= '\u0600' and <= '\u06ff') { if (!IsArabicLetter(c)) return false; arabic = true; }
            else if (!ToponymKey.IsApostrophe(c)) return false;
        }
        if (latin == arabic || letters < 2) return false;
        if (arabic) return true;
        // IATA, UN/LOCODE and the like; and GeoNames' machine transliterations, which begin in lower case.
        if (upper == letters && letters <= 5) return false;
        return letters >= 3 && (char.IsUpper(name[0]) || StartsWithArticle(name) || ToponymKey.IsApostrophe(name[0]));
    }

    public static bool IsArabic(string name)
    {
        foreach (char c in name)
            if (char.IsLetter(c)) return c is >= '\u0600' and <= '\u06ff';
        return false;
    }

    private static bool StartsWithArticle(string name)
    {
        int cut = name.AsSpan().IndexOfAny("- '’");
        return cut is > 0 and <= 4 && cut + 1 < name.Length && char.IsUpper(name[cut + 1]);
    }

    // Letters of Arabic and the ones that Persian and Kurdish lend to foreign names; names with Urdu, Pashto or Sindhi letters go.
    private static bool IsArabicLetter(char c) => c is >= '\u0621' and <= '\u064a' or 'ی' or 'ک' or 'گ' or 'چ' or 'پ' or 'ژ' or 'ڤ' or '\u0671' or 'ۀ';
}
