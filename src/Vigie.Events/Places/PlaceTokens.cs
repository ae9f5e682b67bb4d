using Vigie.Text;

namespace Vigie.Events.Places;

/// <summary>A word of the text. A word with an elided article ("l'Irak", "d'Alep") or an English possessive is cut into its parts.</summary>
/// <param name="Joined">Whether nothing but spaces or a hyphen stands between it and the word before.</param>
/// <param name="Capital">Whether it begins with a capital letter.</param>
internal readonly record struct PlaceToken(int Start, int End, bool Joined, bool Capital, bool Arabic)
{
    public int Length => End - Start;
}

/// <summary>The words of a document, page furniture left out, with what the search for places asks about them.</summary>
internal sealed class PlaceTokens
{
    private readonly string text;
    private readonly List<PlaceToken> tokens = [];
    private readonly string?[] folded;

    public PlaceTokens(Document document)
    {
        text = document.Text;
        HasNoCapitals = IsWithoutCapitals(text);
        var furniture = new FurnitureCursor(document);
        int i = 0, lastEnd = 0;
        while (i < text.Length)
        {
            if (!ToponymKey.IsWordPart(text[i]) || ToponymKey.IsApostrophe(text[i])) { i++; continue; }
            int start = i;
            bool ignored = furniture.Holds(start);
            while (i < text.Length && ToponymKey.IsWordPart(text[i])) i++;
            if (ignored)
            {
                lastEnd = int.MinValue / 2;
                continue;
            }
            int end = i;
            while (end > start && ToponymKey.IsApostrophe(text[end - 1])) end--;
            AddWord(start, end, IsJoined(lastEnd, start));
            lastEnd = end;
        }
        folded = new string?[tokens.Count];
    }

    public int Count => tokens.Count;

    /// <summary>Whether the text is in lower case throughout, as agencies' wires once were; then every word counts as capital.</summary>
    public bool HasNoCapitals { get; }

    public PlaceToken this[int index] => tokens[index];

    /// <summary>The token's folded form.</summary>
    public string Folded(int index) => folded[index] ??= ToponymKey.FoldWord(text.AsSpan(tokens[index].Start, tokens[index].Length));

    private void AddWord(int start, int end, bool joined)
    {
        int mark = -1;
        for (int i = start; i < end && mark < 0; i++)
            if (ToponymKey.IsApostrophe(text[i])) mark = i;
        if (mark > 0)
        {
            // l', d', qu', jusqu', lorsqu' before a name; 's behind it. N'Djamena and Sana'a stay whole.
            bool elided = mark - start <= 2 && char.IsLower(text[start]) || mark - start == 1 && text[start] is 'L' or 'D' || mark - start >= 3 && text[mark - 1] is 'u' && text[mark - 2] is 'q';
            if (elided && mark + 1 < end)
            {
                Add(start, mark, joined);
                Add(mark + 1, end, true);
                return;
            }
            if (end - mark == 2 && text[end - 1] is 's' or 'S')
            {
                Add(start, mark, joined);
                return;
            }
        }
        Add(start, end, joined);
    }

    private void Add(int start, int end, bool joined) =>
        tokens.Add(new PlaceToken(start, end, joined, (HasNoCapitals || char.IsUpper(text[start])), LetterFolding.IsArabic(text[start])));

    private static bool IsWithoutCapitals(string text)
    {
        int upper = 0, lower = 0;
        foreach (char c in text)
        {
            if (char.IsUpper(c)) upper++;
            else if (char.IsLower(c)) lower++;
        }
        return lower > 200 && upper * 250 < lower;
    }

    private bool IsJoined(int from, int to)
    {
        if (to - from > 3) return false;
        if (to - from > 1 && text.AsSpan(from, to - from).ContainsAny('-', '‐', '‑')) return false;
        for (int i = from; i < to; i++)
            if (text[i] is not (' ' or '\u00a0' or '\u202f' or '-' or '‐' or '‑' or '.' or '\u200f' or '\u200e')) return false;
        // A full stop joins only an abbreviation to its name: St. Louis.
        int stop = text.AsSpan(from, to - from).IndexOf('.');
        return stop < 0 || (stop == 0 && to - from <= 2 && from >= 2 && !char.IsLetter(text[Math.Max(0, from - 3)]));
    }
}
