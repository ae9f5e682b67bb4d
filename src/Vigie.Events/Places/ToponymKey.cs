using System.Text;

namespace Vigie.Events.Places;

/// <summary>
/// Turns a name into the key under which the gazetteer knows it. <see cref="Fold"/> takes away what writers vary without meaning
/// (case, accents, hyphens, apostrophes, spaces, the Arabic article in Latin script, Arabic vowel marks and letter forms);
/// <see cref="Loose"/> also takes away habits of transliteration; <see cref="Skeleton"/> keeps only consonants, the same for a
/// name in Latin and in Arabic script.
/// </summary>
public static class ToponymKey
{
    private const ulong Offset = 14695981039346656037, Prime = 1099511628211;

    /// <summary>Letters that one code unit may fold to: ﷺ is a sentence of eighteen, a Latin ligature two.</summary>
    private const int LongestPresentation = 18, LongestLatin = 2;

    private const char LatinEnd = '\u0370';

    // The article and its assimilated forms (ash-Shaykh, er-Rastan). They say nothing: writers add, drop and vary them.
    private static readonly HashSet<string> Articles = new(StringComparer.Ordinal)
    {
        "al", "el", "ul", "ar", "as", "ad", "at", "an", "az", "ash", "adh", "ath", "er", "es", "ed", "et", "en", "ez", "ech", "esh", "wal",
    };

    /// <summary>The exact key of a whole name: lower-case letters and digits, words joined.</summary>
    public static string Fold(ReadOnlySpan<char> name)
    {
        var key = new StringBuilder(name.Length);
        foreach (string word in Words(name)) key.Append(word);
        return key.ToString();
    }

    /// <summary>The folded words of a name, without articles (unless the name is nothing else).</summary>
    public static List<string> Words(ReadOnlySpan<char> name)
    {
        var words = new List<string>();
        int i = 0;
        while (i < name.Length)
        {
            if (!IsWordPart(name[i])) { i++; continue; }
            int start = i;
            while (i < name.Length && IsWordPart(name[i])) i++;
            string word = FoldWord(name[start..i]);
            if (word.Length > 0) words.Add(word);
        }
        for (int k = words.Count - 2; k >= 0; k--)
            if (IsArticle(words[k])) words.RemoveAt(k);
        return words;
    }

    /// <summary>Whether a folded word is the Arabic article in Latin letters.</summary>
    public static bool IsArticle(string folded) => Articles.Contains(folded);

    /// <summary>Letters, digits, combining marks, the tatweel, and apostrophes of any kind.</summary>
    public static bool IsWordPart(char c) =>
        c < 0x80 ? char.IsAsciiLetterOrDigit(c) || c is '\'' or '`' : char.IsLetterOrDigit(c) || IsApostrophe(c) || LetterFolding.IsMark(c);

    public static bool IsApostrophe(char c) => c is '\'' or '`' or '’' or '‘' or 'ʼ' or 'ʿ' or 'ʾ' or 'ʻ' or '´' or '′';

    /// <summary>The folded form of one word.</summary>
    public static string FoldWord(ReadOnlySpan<char> word)
    {
        int most = 0;
        foreach (char c in word) most += IsPresentationForm(c) ? LongestPresentation : LongestLatin;
        Span<char> buffer = most <= 192 ? stackalloc char[most] : new char[most];
        int n = 0;
        foreach (char c in word)
        {
            if (c < LatinEnd) AddLatin(c, buffer, ref n);
            else if (LetterFolding.IsArabic(c))
            {
                if (Arabic(c) is var a and not LetterFolding.Nothing) buffer[n++] = a;
            }
            else if (c is >= '\u1e00' and <= '\u1eff')
            {
                // The accents of Vietnamese and of learned transliterations come off as marks.
                foreach (char d in c.ToString().Normalize(NormalizationForm.FormD))
                    if (d < LatinEnd) AddLatin(d, buffer, ref n);
            }
            else if (IsPresentationForm(c))
            {
                foreach (char d in c.ToString().Normalize(NormalizationForm.FormKC))
                    if (Arabic(d) is var a and not LetterFolding.Nothing) buffer[n++] = a;
            }
            else if (char.IsLetterOrDigit(c) && !IsApostrophe(c))
            {
                buffer[n++] = char.ToLowerInvariant(c);
            }
        }
        var folded = buffer[..n];
        if (folded is "st") return "saint";
        if (folded is "ste") return "sainte";
        return folded.ToString();
    }

    private static void AddLatin(char c, Span<char> buffer, ref int n)
    {
        char first = LetterFolding.Fold(c, out char second);
        if (char.IsAsciiLetterOrDigit(first)) buffer[n++] = first;
        if (char.IsAsciiLetterOrDigit(second)) buffer[n++] = second;
    }

    /// <summary>
    /// The loose key of a Latin or Arabic folded key, or empty where too little is left (under 4 letters) to be worth trying:
    /// Hasakah, Hassaké, Hasaka are one; so are Hawl, Houl, Hol.
    /// </summary>
    public static string Loose(string folded)
    {
        if (folded.Length < 4 || LetterFolding.IsArabic(folded[0])) return "";
        var key = new StringBuilder(folded.Length);
        for (int i = 0; i < folded.Length; i++)
        {
            char c = folded[i], next = i + 1 < folded.Length ? folded[i + 1] : '\0';
            string code = c switch
            {
                't' when next == 'c' => "",
                'd' when next == 'j' => "",
                'k' or 'g' or 't' or 'd' or 'p' or 's' or 'c' when next == 'h' => c switch { 'k' => "h", 'p' => "f", 'c' => "s", _ => c.ToString() },
                'q' or 'c' => "k",
                'h' when i > 0 && folded[i - 1] is 'k' or 'g' or 't' or 'd' or 'p' or 's' or 'c' => "",
                'a' when next is 'w' or 'u' or 'o' => "",
                'a' when next is 'y' or 'i' => "",
                'e' when next is 'i' or 'y' or 'e' => "",
                'o' or 'u' or 'w' => "u",
                'e' or 'i' or 'y' => "i",
                'v' => "f",
                _ => c.ToString(),
            };
            foreach (char l in code)
                if (key.Length == 0 || key[^1] != l) key.Append(l);
        }
        while (key.Length > 3 && key[^1] is 'a' or 'i' or 'h') key.Length--;
        return key.Length >= 4 ? key.ToString() : "";
    }

    /// <summary>Consonants alone, one code for both scripts (Boulkessi and بولكسي are <c>blks</c>); empty under 3 of them.</summary>
    public static string Skeleton(string folded)
    {
        var key = new StringBuilder(folded.Length);
        for (int i = 0; i < folded.Length; i++)
        {
            char next = i + 1 < folded.Length ? folded[i + 1] : '\0';
            char code = Consonant(folded[i], next, i > 0 ? folded[i - 1] : '\0');
            if (code != '\0' && (key.Length == 0 || key[^1] != code)) key.Append(code);
        }
        return key.Length >= 3 ? key.ToString() : "";
    }

    /// <summary>64-bit FNV-1a over UTF-16 code units, stirred at the end; it can be carried on over a further word.</summary>
    public static ulong Hash(ReadOnlySpan<char> key, ulong state = Offset)
    {
        foreach (char c in key) state = (state ^ c) * Prime;
        return state;
    }

    /// <summary>Spreads a running hash over all 64 bits.</summary>
    public static ulong Stir(ulong state)
    {
        state ^= state >> 32;
        state *= 0xd6e8feb86659fd93;
        state ^= state >> 29;
        return state;
    }

    /// <summary>Arabic letters and whole words in the forms that old typesetting gave them.</summary>
    private static bool IsPresentationForm(char c) => c is >= '\ufb50' and <= '\ufefc';

    // The hamza alone is as often left out as written; what is no letter goes.
    private static char Arabic(char c) => c switch
    {
        'ء' or 'ـ' => LetterFolding.Nothing,
        >= '\u0621' and <= '\u064a' or >= '\u0660' and <= '\u0669' or >= '\u0671' and <= '\u06d3' or 'ە' => LetterFolding.Fold(c),
        _ => LetterFolding.Nothing,
    };

    private static char Consonant(char c, char next, char before) => c switch
    {
        'b' or 'p' or 'ب' or 'پ' => 'b',
        't' when next is 'c' => '\0',
        't' or 'ت' or 'ط' or 'ث' => 't',
        'd' when next is 'j' => '\0',
        'd' or 'د' or 'ض' or 'ذ' => 'd',
        'j' or 'ج' => 'j',
        'c' when next is 'h' => 's',
        'g' or 'غ' or 'گ' => 'g',
        'k' when next is 'h' => 'x',
        'k' or 'q' or 'c' or 'ك' or 'ق' => 'k',
        'ح' or 'خ' => 'x',
        'h' when before is 's' or 'c' or 'g' or 't' or 'd' or 'p' or 'k' => '\0',
        'f' or 'v' or 'ف' or 'ڤ' => 'f',
        's' or 'س' or 'ش' or 'ص' => 's',
        'z' or 'ز' or 'ظ' => 'z',
        'r' or 'ر' => 'r',
        'l' or 'ل' => 'l',
        'm' or 'م' => 'm',
        'n' or 'ن' => 'n',
        _ => '\0',
    };
}
