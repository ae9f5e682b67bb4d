namespace Vigie.Events.Counts;

/// <summary>What a word or phrase of <c>counts.yaml</c> does to a number of people; the keys of its <c>words</c> in snake_case.</summary>
internal enum CountWord
{
    /// <summary>A cardinal word, with its value.</summary>
    Cardinal,

    /// <summary>A word that multiplies the number before it (hundred, mille, dozen).</summary>
    Scale,

    /// <summary>A word between two cardinals of one number ("vingt et un").</summary>
    Joiner,

    /// <summary>A noun for a round number ("vingtaine").</summary>
    Round,

    /// <summary>An open plural ("dizaines", "dozens"), with the least that it can mean.</summary>
    Open,

    AtLeast,
    AtLeastAfter,
    AtMost,
    About,

    /// <summary>Opens a range whose link is <see cref="RangeAnd"/> ("entre").</summary>
    RangeOpen,
    RangeAnd,

    /// <summary>Links two numbers to a range without an opening word ("à", "to").</summary>
    RangeTo,

    /// <summary>Introduces a part of the number before it ("dont", "including").</summary>
    Part,

    /// <summary>Stands between a number and its noun, or in the noun's place ("autres", "others").</summary>
    Others,

    /// <summary>Indefinite article, which with a person is one.</summary>
    Article,

    /// <summary>Any other word before a single person ("le", "his", "this").</summary>
    Determiner,

    /// <summary>Indefinite plural ("des", "some"), which with people is two or more.</summary>
    Plural,
    Person,
    People,

    /// <summary>Two people in one word (Arabic dual, "couple").</summary>
    Pair,

    /// <summary>A noun after which a number is no number of people: things, measures, months.</summary>
    Thing,

    /// <summary>A word before a number which then is a date, an age, an article, a name.</summary>
    NoCountAfter,

    /// <summary>Words of a noun phrase that name nobody ("de", "of", "the").</summary>
    Link,

    /// <summary>Ends the noun phrase behind a number ("dans", "who").</summary>
    Ending,

    /// <summary>Auxiliary of the passive.</summary>
    Passive,

    /// <summary>Auxiliary of the passive of a single person ("was", "a été").</summary>
    PassiveOne,

    /// <summary>Auxiliary of the active perfect.</summary>
    Active,

    /// <summary>Names who did it: a number after it is not of victims.</summary>
    Agent,

    /// <summary>People who attack: where they die, the dead of the attack are they and their victims.</summary>
    Attacker,

    /// <summary>Ends a clause as a comma would ("mais", "while").</summary>
    Clause,

    /// <summary>Brings others to somebody named ("avec", "along with").</summary>
    With,

    /// <summary>People named by what befell them ("12 morts").</summary>
    Counted,

    /// <summary>As <see cref="Counted"/>, for one person: proves one where no number stands.</summary>
    CountedOne,

    /// <summary>What befell; the people come after ("tuant", "death of").</summary>
    Governs,

    /// <summary>What befell; the people come before ("ont péri").</summary>
    Closes,

    /// <summary>As <see cref="Closes"/>, in a form that only one person takes.</summary>
    ClosesOne,

    /// <summary>What befell; its auxiliary or neighbour tells on which side the people stand ("killed").</summary>
    Either,

    /// <summary>As <see cref="Either"/>, in a form that only one person takes ("tuée").</summary>
    EitherOne,

    /// <summary>Nobody was harmed.</summary>
    Zero,

    /// <summary>Says that there is none, where <see cref="Harm"/> follows ("no", "without", "aucun").</summary>
    None,

    /// <summary>May stand between <see cref="None"/> and <see cref="Harm"/> ("reports of", "fait de").</summary>
    NoneFiller,

    /// <summary>Harm to people, as it is denied ("casualties", "blessé").</summary>
    Harm,
}

/// <summary>A word or phrase of the lexicon, folded.</summary>
/// <param name="Words">Its words; one that ended in * matches whatever begins so.</param>
/// <param name="Stem">Whether the word of that index ended in *.</param>
/// <param name="Of">What befell, for the words that say so.</param>
/// <param name="Value">The value of a number word, else 0.</param>
internal sealed record CountPhrase(string[] Words, bool[] Stem, CountWord Kind, CountOf Of, long Value);
