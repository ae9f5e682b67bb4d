namespace Vigie.Events.Actors;

/// <summary>A word of a text as the phrase tables see it.</summary>
/// <param name="Start">Offset of its first code unit.</param>
/// <param name="Proclitic">Code units of the Arabic conjunctions and prepositions written onto it (و ف ب ل ك), which are no part of a name.</param>
/// <param name="Id">Its number in the <see cref="Vocabulary"/>, or -1 where no phrase has it.</param>
internal readonly record struct Word(int Start, int End, int Proclitic, int Id, LetterCase Case)
{
    /// <summary>Where a name that begins with this word begins.</summary>
    public int NameStart => Start + Proclitic;
}

/// <summary>How a word is written; Arabic and digits count as upper case, for they cannot be told.</summary>
internal enum LetterCase
{
    Lower,
    Capitalised,
    Upper,
}
