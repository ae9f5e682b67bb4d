using Vigie.Text;

namespace Vigie.Events.Places;

/// <summary>A place told by a noun in a document: the noun's tokens, the entry it means, and the description before it.</summary>
/// <param name="First">First token.</param>
/// <param name="Last">Last token.</param>
internal sealed record NominalPlace(int First, int Last, int Entry, PlaceOffset? Offset, string Reason);

/// <summary>
/// Places told without their names: "throughout the country" and "le nord du pays" (the country that the report is about), "the Kenyan capital"
/// and "العاصمة", "the town" and "في أحياء المدينة" (the one named last).
/// </summary>
internal sealed class NominalPlaces(
    Document document, PlaceTokens tokens, PlaceWords words, Demonyms demonyms, Capitals capitals, Gazetteer gazetteer)
{
    private const int Farthest = 800;

    public List<NominalPlace> Find(IReadOnlyList<ToponymMention> mentions, CountryFocus focus)
    {
        var found = new List<NominalPlace>();
        int? home = focus.Top(1) is [var top] ? top : null;
        int next = 0;
        for (int i = 0; i < tokens.Count; i++)
        {
            while (next < mentions.Count && mentions[next].Last < i) next++;
            if (next < mentions.Count && mentions[next].First <= i) continue;
            string word = tokens.Folded(i);
            int limit = next < mentions.Count ? mentions[next].First : int.MaxValue;
            var place = words.NationNouns.Contains(word) ? Nation(i, home) : words.CapitalNouns.Contains(word) ? Capital(i, limit, home) : words.TownNouns.Contains(word) ? Town(i, limit, mentions, next, focus) : null;
            if (place is not null) found.Add(place);
        }
        return found;
    }

    private NominalPlace? Nation(int i, int? home)
    {
        if (home is not { } country || gazetteer.CountryEntry(country) is not { } entry) return null;
        var offset = PlaceOffset.Before(tokens, words, i, document.Text);
        if (offset is not { Bearing: not null, Km: null }) offset = null;
        return offset is not null || IsWide(i) ? new NominalPlace(i, i, entry, offset, "the country that the report is about") : null;
    }

    private NominalPlace? Capital(int i, int limit, int? home)
    {
        if (Announces(i, limit)) return null;
        // "the Kenyan capital", "la capitale kényane": the demonym stands right beside the noun.
        string? code = null;
        int first = i, last = i;
        if (i + 1 < tokens.Count && tokens[i + 1].Joined && demonyms.Country(tokens.Folded(i + 1)) is { } behind) (code, last) = (behind, i + 1);
        else if (i > 0 && tokens[i].Joined && demonyms.Country(tokens.Folded(i - 1)) is { } before) (code, first) = (before, i - 1);
        code ??= home is { } country && IsDefinite(i) ? gazetteer.CountryCode(country) : null;
        return code is not null && capitals.Of(code, gazetteer) is { } entry ? new NominalPlace(first, last, entry, null, "the capital told by a noun") : null;
    }

    private NominalPlace? Town(int i, int limit, IReadOnlyList<ToponymMention> mentions, int next, CountryFocus focus)
    {
        if (!IsDefinite(i) || Announces(i, limit)) return null;
        int paragraphs = 0;
        for (int k = next - 1, from = tokens[i].Start; k >= 0 && tokens[i].Start - mentions[k].End <= Farthest; from = mentions[k].Start, k--)
        {
            paragraphs += document.Text.AsSpan(mentions[k].End, Math.Max(0, from - mentions[k].End)).Count('\n');
            if (paragraphs > 2) return null;
            var entry = mentions[k].Chosen!.Entry;
            // A town of another country is where somebody spoke.
            if (entry.Kind is PlacePrecision.Settlement && focus.Of(entry.Country) >= 0.4) return new NominalPlace(i, i, entry.Index, null, "the town named last");
        }
        return null;
    }

    /// <summary>Whether the noun goes on to a name: "la ville de Gao", "مدينة حلب".</summary>
    private bool Announces(int i, int limit)
    {
        int k = i + 1;
        while (k < tokens.Count && k < i + 3 && tokens[k].Joined && words.Connectors.Contains(tokens.Folded(k)) && !tokens[k].Capital) k++;
        return k < tokens.Count && tokens[k].Joined && (k == limit || (tokens[k].Capital && !tokens.HasNoCapitals));
    }

    private bool IsDefinite(int i) =>
        tokens[i].Arabic || (i > 0 && tokens[i].Joined && words.Definite.Contains(tokens.Folded(i - 1)));

    private bool IsWide(int i)
    {
        if (words.NationWide.Contains(tokens.Folded(i))) return true;
        for (int steps = 0; steps < 3 && i > 0 && tokens[i].Joined; steps++)
        {
            string word = tokens.Folded(--i);
            if (words.NationWide.Contains(word)) return true;
            if (!words.Connectors.Contains(word)) return false;
        }
        return false;
    }
}
