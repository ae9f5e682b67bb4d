using Vigie.Text;

namespace Vigie.Events.Places;

/// <summary>
/// Names that a noun announces as a place and that no source knows: they fall back to the smallest unit known, which is a place named
/// right behind ("the village of X, in Borno State"), else for a quarter or building the town named last, else the place named last.
/// </summary>
internal sealed class UnknownToponyms(Document document, PlaceTokens tokens, PlaceWords words, Demonyms demonyms)
{
    private const int FarthestBehind = 60, FarthestBefore = 400;

    /// <summary>What was found: tokens of the name, the span, and the mention that it falls back to.</summary>
    public sealed record Unknown(int First, int Last, int Start, int End, string Name, ToponymMention Unit, PlacePrecision Announced);

    public List<Unknown> Find(IReadOnlyList<ToponymMention> known)
    {
        var found = new List<Unknown>();
        int next = 0;
        for (int i = 0; i < tokens.Count; i++)
        {
            while (next < known.Count && known[next].Last < i) next++;
            if (next < known.Count && known[next].First <= i) continue;
            string noun = Noun(i);
            if (!words.Before.TryGetValue(noun, out var announced) || (words.NamingNouns.Count > 0 && !words.NamingNouns.Contains(noun)) || announced is PlacePrecision.Country or PlacePrecision.Admin1) continue;
            int limit = next < known.Count ? known[next].First : tokens.Count;
            var (first, last) = tokens[i].Arabic ? ArabicName(i + 1, limit) : LatinName(i + 1, limit);
            if (first < 0) continue;
            int start = tokens[first].Start, end = tokens[last].End;
            if (Unit(known, next, start, end, announced) is not { } unit) continue;
            found.Add(new Unknown(first, last, start, end, document.Text[start..end], unit, announced));
            i = last;
        }
        return found;
    }

    private (int First, int Last) LatinName(int i, int limit)
    {
        for (int steps = 0; steps < 2 && i < limit && tokens[i].Joined && !tokens[i].Capital && words.Connectors.Contains(tokens.Folded(i)); steps++) i++;
        if (tokens.HasNoCapitals || i >= limit || !IsNamePart(i)) return (-1, -1);
        int last = i;
        while (last + 1 < limit && last - i < 3 && IsNamePart(last + 1)) last++;
        return words.Titles.Contains(tokens.Folded(i)) || tokens[last].End - tokens[i].Start < 4 ? (-1, -1) : (i, last);
    }

    private bool IsNamePart(int i) =>
        tokens[i].Joined && tokens[i].Capital && !tokens[i].Arabic && !words.NotPlaces.Contains(tokens.Folded(i)) && !words.Before.ContainsKey(tokens.Folded(i)) && demonyms.Country(tokens.Folded(i)) is null;

    private (int First, int Last) ArabicName(int i, int limit)
    {
        if (i >= limit || !IsArabicNamePart(i)) return (-1, -1);
        // "ود النورة", "إن دين": a short first word goes with the second.
        bool brief = tokens.Folded(i).Length <= 3;
        if (!brief) return tokens.Folded(i).Length >= 4 ? (i, i) : (-1, -1);
        return i + 1 < limit && IsArabicNamePart(i + 1) ? (i, i + 1) : (-1, -1);
    }

    private bool IsArabicNamePart(int i)
    {
        string word = tokens.Folded(i);
        return tokens[i].Joined && tokens[i].Arabic && !words.IsOwn(word) && !IsNoun(word) && demonyms.Country(word) is null && !words.CommonWords.Contains(word) && !words.Connectors.Contains(word)
            && !(word.Length > 3 && word[0] is 'ب' or 'و' or 'ل' or 'ف' && (words.IsOwn(word[1..]) || words.CommonWords.Contains(word[1..])));
    }

    // "المدينة" is no name behind "أحياء".
    private bool IsNoun(string word) => word.StartsWith("ال", StringComparison.Ordinal) && (words.Before.ContainsKey(word[2..]) || words.TownNouns.Contains(word));

    /// <summary>In Arabic without what is written onto the noun.</summary>
    private string Noun(int i)
    {
        string word = tokens.Folded(i);
        return tokens[i].Arabic && word.Length > 3 && word[0] is 'ب' or 'و' or 'ل' or 'ف' && !words.Before.ContainsKey(word) ? word[1..] : word;
    }

    private ToponymMention? Unit(IReadOnlyList<ToponymMention> known, int next, int start, int end, PlacePrecision announced)
    {
        for (int k = next; k < known.Count && known[k].Start - end <= FarthestBehind; k++)
        {
            if (document.Text.AsSpan(end, known[k].Start - end).ContainsAny('.', '\n', ';')) break;
            if (known[k].Chosen!.Entry.Kind != PlacePrecision.Country || announced != PlacePrecision.Site) return known[k];
        }
        ToponymMention? wide = null;
        for (int k = next - 1; k >= 0 && start - known[k].End <= FarthestBefore; k--)
        {
            var kind = known[k].Chosen!.Entry.Kind;
            if (kind is PlacePrecision.Settlement or PlacePrecision.Admin2 or PlacePrecision.Site) return known[k];
            // A village is in no town: the division named last holds it as well.
            if (kind == PlacePrecision.Admin1 && announced != PlacePrecision.Site) return known[k];
            wide ??= known[k];
        }
        return wide;
    }
}
