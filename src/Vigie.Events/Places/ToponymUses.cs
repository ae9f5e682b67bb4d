using Vigie.Text;

namespace Vigie.Events.Places;

/// <summary>Tells names of places where something may have happened from datelines, origins of persons and governments that speak.</summary>
internal sealed class ToponymUses(Document document, PlaceTokens tokens, PlaceWords words)
{
    private const int LongestDateline = 60;

    public ToponymUse Of(ToponymMention mention, PlacePrecision precision)
    {
        if (HasOriginBefore(mention)) return ToponymUse.Origin;
        if (!mention.Context.Preposition && precision is PlacePrecision.Country or PlacePrecision.Settlement && Speaks(mention)) return ToponymUse.Speaker;
        return IsDateline(mention) ? ToponymUse.Dateline : ToponymUse.Place;
    }

    private bool HasOriginBefore(ToponymMention mention)
    {
        int i = mention.First;
        for (int steps = 0; steps < 3 && i > 0 && tokens[i].Joined; steps++)
        {
            i--;
            string word = tokens.Folded(i);
            if (words.Origin.Contains(word)) return true;
            if (!words.Connectors.Contains(word) && !words.Prepositions.Contains(word) && !words.Before.ContainsKey(word)) return false;
        }
        return false;
    }

    private bool Speaks(ToponymMention mention)
    {
        if (tokens[mention.First].Arabic)
            return mention.Prefix is "" && mention.First > 0 && tokens[mention.First].Joined && words.Speaking.Contains(tokens.Folded(mention.First - 1));
        // "Damas a, de son côté, démenti": the verb itself may stand a word or two on.
        for (int i = mention.Last + 1; i <= mention.Last + 2 && i < tokens.Count && tokens[i].Joined; i++)
            if (words.Speaking.Contains(tokens.Folded(i))) return true;
        return false;
    }

    /// <summary>"DAMAS (Agence) –", "Gao, 20 août –": a name that opens one of the first two paragraphs, with a dash soon behind it.</summary>
    private bool IsDateline(ToponymMention mention)
    {
        string text = document.Text;
        int title = document.Article.Title.Length;
        if (mention.Start > title + 400 || mention.Start < title || (mention.Start > 0 && text[mention.Start - 1] != '\n')) return false;
        var behind = text.AsSpan(mention.End, Math.Min(LongestDateline, text.Length - mention.End));
        int dash = behind.IndexOfAny('–', '—', '-');
        int end = behind.IndexOfAny('\n', ':');
        if (dash < 0 || (end >= 0 && end < dash) || dash == 0) return false;
        // A dash within a word is none: "al-Hol".
        return behind[dash - 1] is ' ' or '\u00a0' or ')' && behind[..dash].IndexOf('.') < 0;
    }
}
