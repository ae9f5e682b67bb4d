namespace Vigie.Events.Places;

/// <summary>"Throughout the country", "le nord du pays", "في أنحاء البلاد": the country that the report is about, named by a noun.</summary>
internal sealed class NationNouns(PlaceTokens tokens, PlaceWords words)
{
    /// <summary>Tokens of such nouns that mean a place: a word of extent stands before them, or a direction.</summary>
    public IEnumerable<(int Token, PlaceOffset? Offset)> Find(string text)
    {
        for (int i = 1; i < tokens.Count; i++)
        {
            if (!words.NationNouns.Contains(tokens.Folded(i))) continue;
            var offset = PlaceOffset.Before(tokens, words, i, text);
            if (offset is { Bearing: not null, Km: null } || IsWide(i)) yield return (i, offset);
        }
    }

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
