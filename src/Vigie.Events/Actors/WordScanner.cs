using Vigie.Text;

namespace Vigie.Events.Actors;

/// <summary>Cuts a document into words, in one pass; page furniture is left out.</summary>
internal static class WordScanner
{
    public static List<Word> Scan(Document document, Vocabulary vocabulary)
    {
        string text = document.Text;
        var furniture = new FurnitureCursor(document);
        var words = new List<Word>(text.Length / 6 + 1);
        int at = 0;
        while (at < text.Length)
        {
            if (!WordFolding.IsWordCharacter(text[at]))
            {
                at++;
                continue;
            }
            int start = at;
            while (at < text.Length && WordFolding.IsWordCharacter(text[at])) at++;
            if (furniture.Holds(start)) continue;
            ReadOnlySpan<char> word = text.AsSpan(start, at - start);
            int id = vocabulary.Find(word, out int proclitic);
            words.Add(new Word(start, at, proclitic, id, id < 0 ? LetterCase.Lower : CaseOf(word)));
        }
        return words;
    }

    public static LetterCase CaseOf(ReadOnlySpan<char> word)
    {
        bool anyLower = false;
        foreach (char c in word) anyLower |= char.IsLower(c);
        if (!anyLower) return LetterCase.Upper;
        return char.IsUpper(word[0]) ? LetterCase.Capitalised : LetterCase.Lower;
    }
}
