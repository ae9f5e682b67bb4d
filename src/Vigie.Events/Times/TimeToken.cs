namespace Vigie.Events.Times;

/// <summary>A word, a run of digits or a sign of the text.</summary>
/// <param name="Start">First code unit (after a stripped clitic).</param>
/// <param name="End">Past the last code unit.</param>
/// <param name="Word">Its id in the vocabulary, or <see cref="Unknown"/> or <see cref="Digits"/>.</param>
/// <param name="Number">The value of a run of digits; −1 for other tokens and for runs of ten digits or more.</param>
/// <param name="Marks">What else matching must know.</param>
internal readonly record struct TimeToken(int Start, int End, int Word, int Number, TokenMarks Marks)
{
    /// <summary>A word that no rule names.</summary>
    public const int Unknown = -1;

    /// <summary>A run of digits.</summary>
    public const int Digits = -2;

    public bool Has(TokenMarks mark) => (Marks & mark) != 0;
}

[Flags]
internal enum TokenMarks
{
    None = 0,

    /// <summary>A line break stands before it: no time runs over it.</summary>
    AfterBreak = 1,

    /// <summary>Touches the token before it.</summary>
    Glued = 2,

    /// <summary>Begins with a capital.</summary>
    Capital = 4,

    /// <summary>Part of a decimal or of a number grouped by thousands: no day, no year, no amount.</summary>
    Fraction = 8,
}
