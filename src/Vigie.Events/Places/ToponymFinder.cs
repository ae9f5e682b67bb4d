using Vigie.Text;

namespace Vigie.Events.Places;

/// <summary>Finds the gazetteer's names in a document, longest first, with what stands around them.</summary>
internal sealed class ToponymFinder(Document document, PlaceTokens tokens, Gazetteer gazetteer, PlaceWords words, Demonyms demonyms)
{
    private const int MostWords = 6;
    private const int MostReadings = 200;

    private static readonly string[] ArabicPrefixes = ["", "و", "ب", "ل", "ف", "ك", "وب", "ول", "فب", "لل", "ولل"];

    private readonly ContextReader contextReader = new(document, tokens, words, demonyms);
    private readonly List<GazetteerHit> found = [];

    public List<ToponymMention> Find()
    {
        var mentions = new List<ToponymMention>();
        int i = 0;
        while (i < tokens.Count)
        {
            var mention = tokens[i].Arabic ? Arabic(i) : Abbreviated(i) ?? (MayStart(i) ? LatinOrBare(i) : Cued(i));
            if (mention is not null) mentions.Add(mention);
            i = mention is null ? i + 1 : mention.Last + 1;
        }
        return mentions;
    }

    /// <summary>Names that the exact search missed, by other spellings in the countries given.</summary>
    public List<ToponymMention> FindRough(IReadOnlyList<ToponymMention> known, IReadOnlyList<string> countries)
    {
        var mentions = new List<ToponymMention>();
        if (countries.Count == 0) return mentions;
        int next = 0;
        for (int i = 0; i < tokens.Count; i++)
        {
            while (next < known.Count && known[next].Last < i) next++;
            if (next < known.Count && known[next].First <= i) continue;
            var mention = tokens[i].Arabic ? RoughArabic(i, countries) : MayStart(i) ? RoughLatin(i, countries) : null;
            if (mention is null || (next < known.Count && mention.Last >= known[next].First)) continue;
            mentions.Add(mention);
            i = mention.Last;
        }
        return mentions;
    }

    private bool MayStart(int i)
    {
        if (tokens[i].Capital) return !(tokens[i].Length == 2 && IsSpacedArticle(i));
        if (i + 1 >= tokens.Count || !tokens[i + 1].Joined || !tokens[i + 1].Capital || tokens[i].Length > 4) return false;
        string word = tokens.Folded(i);
        bool hyphen = document.Text[tokens[i].End] is '-' or '‑' or '‐';
        return hyphen ? ToponymKey.IsArticle(word) : word is "al" or "el" || IsFrenchArticle(i);
    }

    // "At Karasu", "En Irak": prepositions, though "at-" and "en-" are also Arabic articles.
    private bool IsSpacedArticle(int i)
    {
        string word = tokens.Folded(i);
        return ToponymKey.IsArticle(word) && word is not ("al" or "el") && tokens[i].End < document.Text.Length && document.Text[tokens[i].End] is not ('-' or '‑' or '‐');
    }

    private bool IsFrenchArticle(int i) => tokens.Folded(i) is "le" or "la" or "les" or "l" or "d";

    /// <summary>"la Haye" is a name with its article, "la France" and "l'Irak" are not: the better known reading tells.</summary>
    private ToponymMention? LatinOrBare(int i)
    {
        if (i + 1 >= tokens.Count || !tokens[i + 1].Joined) return Latin(i);
        // "À Kaya" is no Akaya, "In Le Puy" no Inle; In Salah is better known than Salah.
        if (words.Prepositions.Contains(tokens.Folded(i)) && !words.Directions.ContainsKey(tokens.Folded(i)) && !tokens.HasNoCapitals && contextReader.StartsSentence(i))
        {
            var longer = Latin(i);
            if (longer is null || longer.Last == i) return null;
            return MayStart(i + 1) && LatinOrBare(i + 1) is { } shorter && shorter.Importance >= longer.Importance - 20 ? null : longer;
        }
        if (!IsFrenchArticle(i)) return Latin(i);
        var whole = Latin(i);
        if (whole is null || whole.Last == i) return null;
        var bare = Latin(i + 1);
        bool known = whole.Importance >= 50 && whole.Importance >= (bare?.Importance ?? 0);
        return known || (tokens[i].Capital && bare is null) ? whole : null;
    }

    /// <summary>"Alexandria, La.", "Charlotte, N.C.": a first-level division cut short, right behind a comma and a name. "U.S.", "U.K.": a country.</summary>
    private ToponymMention? Abbreviated(int i)
    {
        if (!tokens[i].Capital || tokens[i].Length > 5 || tokens.HasNoCapitals) return null;
        string text = document.Text, key = tokens.Folded(i);
        int start = tokens[i].Start, end = tokens[i].End, last = i;
        while (tokens[last].Length == 1 && last < i + 2 && last + 1 < tokens.Count && text[tokens[last].End] == '.' && tokens[last + 1].Start == tokens[last].End + 1
            && tokens[last + 1].Length <= 2 && tokens[last + 1].Capital) key += tokens.Folded(++last);
        if (last > i && LookExact(ToponymKey.Stir(ToponymKey.Hash(key))) && gazetteer.Entry(found[0].Entry).Kind == PlacePrecision.Country) return Abbreviation(i, last, key);
        if (i == 0 || !tokens[i - 1].Capital || start - tokens[i - 1].End != 2 || text[start - 2] != ',' || text[start - 1] != ' ') return null;
        bool stop = tokens[last].End < text.Length && text[tokens[last].End] == '.', postal = end - start == 2 && char.IsUpper(text[start + 1]);
        if ((!stop && !postal) || !words.Abbreviations.TryGetValue(key, out var name)) return null;
        ulong state = ToponymKey.Hash("");
        foreach (string word in name) state = ToponymKey.Hash(word, state);
        if (!LookExact(ToponymKey.Stir(state))) return null;
        found.RemoveAll(hit => gazetteer.Entry(hit.Entry).Kind != PlacePrecision.Admin1);
        return found.Count == 0 ? null : Abbreviation(i, last, string.Concat(name));
    }

    private ToponymMention Abbreviation(int first, int last, string key) => new()
    {
        First = first,
        Last = last,
        Key = key,
        Prefix = "",
        Start = tokens[first].Start,
        End = tokens[last].End,
        Readings = [.. found.DistinctBy(h => h.Entry).Select(h => new ToponymReading(gazetteer.Entry(h.Entry), ReadingMatch.Exact, h.IsMain))],
        Context = new ToponymContext(PlacePrecision.Admin1, true, false, null, false),
    };

    private ToponymMention? Latin(int i)
    {
        ulong state = ToponymKey.Hash("");
        int last = -1;
        for (int k = i; k < tokens.Count && k < i + MostWords; k++)
        {
            if (k > i && (!tokens[k].Joined || tokens[k].Arabic)) break;
            string word = tokens.Folded(k);
            if (ToponymKey.IsArticle(word) && k + 1 < tokens.Count && tokens[k + 1].Joined) continue;
            state = ToponymKey.Hash(word, state);
            ulong hash = ToponymKey.Stir(state);
            if (tokens[k].Capital && gazetteer.MayHave(hash) && LookExact(hash)) last = k;
            if (!gazetteer.MayBegin(hash)) break;
        }
        if (last < 0) return null;
        // The last match found is the longest: look its readings up again.
        LookExact(HashOf(i, last));
        var whole = Mention(i, last, tokens[i].Start, ReadingMatch.Exact, "");
        // "The city" is no City of London.
        bool isName = last > i || tokens[i].Length > 3;
        bool goesOn = isName && last + 1 < tokens.Count && last + 1 < i + MostWords && tokens[last + 1].Joined && words.After.ContainsKey(tokens.Folded(last + 1));
        return goesOn && WithNoun(i, last + 1, last + 1, whole) is { } longer ? longer : whole;
    }

    /// <summary>A name that begins with its noun ("bande de Gaza"), where the name behind the noun is not known for the same place.</summary>
    private ToponymMention? Cued(int i)
    {
        if (!words.Before.ContainsKey(tokens.Folded(i)) || i + 1 >= tokens.Count || !gazetteer.MayBegin(HashOf(i, i))) return null;
        int last = -1;
        for (int k = i + 1; k < tokens.Count && k < i + MostWords && tokens[k].Joined && !tokens[k].Arabic; k++)
        {
            if (ToponymKey.IsArticle(tokens.Folded(k)) && k + 1 < tokens.Count && tokens[k + 1].Joined) continue;
            ulong hash = HashOf(i, k);
            if (tokens[k].Capital && gazetteer.MayHave(hash) && LookExact(hash)) last = k;
            if (!gazetteer.MayBegin(hash)) break;
        }
        if (last < 0) return null;
        int name = i + 1;
        while (name < last && !tokens[name].Capital) name++;
        return WithNoun(i, last, i, Latin(name));
    }

    /// <summary>The name with its noun, or null where the gazetteer has none, or has it for a place that the bare name may mean too.</summary>
    private ToponymMention? WithNoun(int first, int last, int noun, ToponymMention? bare)
    {
        if (!LookExact(HashOf(first, last))) return null;
        int best = found[0].Entry;
        if (bare is not null && bare.Readings.Exists(r => r.Entry.Index == best)) return null;
        var mention = Mention(first, last, tokens[first].Start, ReadingMatch.Exact, "");
        string word = tokens.Folded(noun);
        if (mention is { Context.Announced: null })
            mention.Context = mention.Context with { Announced = (noun == first ? words.Before : words.After)[word], AnnouncedWord = word, Person = false };
        return mention;
    }

    /// <summary>The exact key's hash of tokens [first, last].</summary>
    private ulong HashOf(int first, int last)
    {
        ulong state = ToponymKey.Hash("");
        for (int k = first; k <= last; k++)
            if (k == last || !ToponymKey.IsArticle(tokens.Folded(k))) state = ToponymKey.Hash(tokens.Folded(k), state);
        return ToponymKey.Stir(state);
    }

    private ToponymMention? Arabic(int i)
    {
        string first = tokens.Folded(i);
        foreach (string prefix in ArabicPrefixes)
        {
            if (!first.StartsWith(prefix, StringComparison.Ordinal)) continue;
            string bare = Bare(first, prefix);
            if (bare.Length < (prefix.Length == 0 ? 2 : 3)) continue;
            ulong state = ToponymKey.Hash(bare), best = 0;
            int last = -1;
            for (int k = i; k < tokens.Count && k < i + MostWords; k++)
            {
                if (k > i)
                {
                    if (!tokens[k].Joined || !tokens[k].Arabic) break;
                    state = ToponymKey.Hash(tokens.Folded(k), state);
                }
                ulong hash = ToponymKey.Stir(state);
                if (gazetteer.MayHave(hash) && LookExact(hash)) (last, best) = (k, hash);
                if (!gazetteer.MayBegin(hash)) break;
            }
            if (last < 0) continue;
            LookExact(best);
            return Mention(i, last, tokens[i].Start + Cut(prefix), ReadingMatch.Exact, prefix);
        }
        return null;
    }

    private ToponymMention? RoughLatin(int i, IReadOnlyList<string> countries)
    {
        for (int last = Math.Min(i + 2, tokens.Count - 1); last >= i; last--)
        {
            if (!tokens[last].Capital || !AllJoined(i, last)) continue;
            string key = Key(i, last);
            string loose = ToponymKey.Loose(key);
            if (key.Length < 5 || loose.Length == 0 || words.IsOwn(key) || words.CommonWords.Contains(key)) continue;
            found.Clear();
            foreach (string country in countries) gazetteer.Look(GazetteerTable.Loose, GazetteerFilter.InCountry(country, loose), found, 20);
            if (found.Count > 0) return Mention(i, last, tokens[i].Start, ReadingMatch.Loose, "");
        }
        return null;
    }

    private ToponymMention? RoughArabic(int i, IReadOnlyList<string> countries)
    {
        string first = tokens.Folded(i);
        if (words.CommonWords.Contains(first)) return null;
        foreach (string prefix in ArabicPrefixes)
        {
            if (!first.StartsWith(prefix, StringComparison.Ordinal)) continue;
            string bare = Bare(first, prefix);
            if (bare.Length < 4 || words.IsOwn(bare) || words.CommonWords.Contains(bare) || words.TownNouns.Contains(bare) || words.CapitalNouns.Contains(bare) || demonyms.Country(bare) is not null) continue;
            for (int last = Math.Min(i + 1, tokens.Count - 1); last >= i; last--)
            {
                if (!AllJoined(i, last)) continue;
                string skeleton = ToponymKey.Skeleton(last == i ? bare : bare + tokens.Folded(last));
                if (skeleton.Length == 0) continue;
                var context = contextReader.Read(i, last, prefix);
                if (context.Announced is null && !(context.Preposition && skeleton.Length >= 4)) continue;
                found.Clear();
                foreach (string country in countries) gazetteer.Look(GazetteerTable.Skeleton, GazetteerFilter.InCountry(country, skeleton), found, 10);
                if (found.Count > 0) return Mention(i, last, tokens[i].Start + Cut(prefix), ReadingMatch.Skeleton, prefix);
            }
        }
        return null;
    }

    /// <summary>Adds readings by other spellings where no exact one lies in the countries given: "Qamichli" is also a village of Afghanistan.</summary>
    public void AddSpellings(ToponymMention mention, IReadOnlyList<string> countries)
    {
        if (tokens[mention.First].Arabic || mention.Readings.Any(r => countries.Contains(gazetteer.CountryCode(r.Entry.Country)))) return;
        string key = Key(mention.First, mention.Last), loose = ToponymKey.Loose(key);
        if (key.Length < 5 || loose.Length == 0) return;
        found.Clear();
        foreach (string country in countries) gazetteer.Look(GazetteerTable.Loose, GazetteerFilter.InCountry(country, loose), found, 20);
        foreach (var hit in found.DistinctBy(h => h.Entry)) mention.Readings.Add(new ToponymReading(gazetteer.Entry(hit.Entry), ReadingMatch.Loose, hit.IsMain));
    }

    /// <summary>The folded key of tokens [first, last].</summary>
    private string Key(int first, int last)
    {
        if (first == last) return tokens.Folded(first);
        var folded = new List<string>();
        for (int k = first; k <= last; k++)
            if (k == last || !ToponymKey.IsArticle(tokens.Folded(k))) folded.Add(tokens.Folded(k));
        return string.Concat(folded);
    }

    private bool AllJoined(int first, int last)
    {
        for (int k = first + 1; k <= last; k++)
            if (!tokens[k].Joined || tokens[k].Arabic != tokens[first].Arabic) return false;
        return true;
    }

    private bool LookExact(ulong hash)
    {
        found.Clear();
        gazetteer.Look(GazetteerTable.Exact, hash, found, MostReadings);
        return found.Count > 0;
    }

    private ToponymMention? Mention(int first, int last, int start, ReadingMatch match, string prefix)
    {
        var context = contextReader.Read(first, last, prefix);
        string head = Bare(tokens.Folded(first), prefix), tail = tokens.Folded(last);
        if (first == last && (words.TownNouns.Contains(head) || words.CapitalNouns.Contains(head))) return null;
        if (first == last ? words.IsOwn(head) && !(context.Announced is not null && words.NotPlaces.Contains(head)) : IsPhrase(first, last, head, tail)) return null;
        var readings = found.DistinctBy(h => h.Entry).Select(h => new ToponymReading(gazetteer.Entry(h.Entry), match, h.IsMain)).ToList();
        return new ToponymMention { First = first, Last = last, Key = first == last ? head : Key(first, last), Prefix = prefix, Start = start, End = tokens[last].End, Readings = readings, Context = context };
    }

    /// <summary>Whether a match of several words is a phrase of ordinary ones: "la Mission", "بعد أن" (Baadan without its space).</summary>
    private bool IsPhrase(int first, int last, string head, string tail)
    {
        if (words.NotPlaces.Contains(Key(first, last))) return true;
        if (!tokens[first].Arabic) return last == first + 1 && IsFrenchArticle(first) && (words.IsOwn(tail) || words.CommonWords.Contains(tail));
        return last == first + 1 && (words.NotPlaces.Contains(tail) || words.CommonWords.Contains(tail) || tail.Length <= 2) && (words.NotPlaces.Contains(head) || words.Prepositions.Contains(head) || words.CommonWords.Contains(head));
    }

    // "لل" is "ل" upon "ال": the article comes back.
    private static string Bare(string word, string prefix) =>
        prefix.EndsWith("لل", StringComparison.Ordinal) ? "ال" + word[prefix.Length..] : word[prefix.Length..];

    // The article's alif is not written in "للرقة": the name begins with the word.
    private static int Cut(string prefix) => prefix.EndsWith("لل", StringComparison.Ordinal) ? 0 : prefix.Length;
}
