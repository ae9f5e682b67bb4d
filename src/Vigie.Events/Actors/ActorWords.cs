namespace Vigie.Events.Actors;

/// <summary>The words of one language that make an actor's name: <c>data/languages/xx/actors.yaml</c>. Lists are parted by commas.</summary>
internal sealed class ActorWords
{
    /// <summary><c>initial</c> where the noun comes before what qualifies it (French, Arabic), <c>final</c> where it closes the phrase (English).</summary>
    public required string HeadPosition { get; set; }

    public required List<HeadWords> Heads { get; set; }

    public required List<HeadWords> Modifiers { get; set; }

    public required string Openers { get; set; }

    public required string Links { get; set; }

    public required string Prepositions { get; set; }

    public required string Deeds { get; set; }

    public string Articles { get; set; } = "";

    public string NotActors { get; set; } = "";

    /// <summary>Words that only a doubled letter tells from others: where the text writes the shadda, they are their own.</summary>
    public string Doubled { get; set; } = "";
}

/// <summary>Words of one meaning.</summary>
internal sealed class HeadWords
{
    /// <summary>One of <see cref="ActorKinds"/>, or null where the words do not tell.</summary>
    public string? Kind { get; set; }

    /// <summary>The institution of the register that they stand for beside a country's name, or null.</summary>
    public string? Institution { get; set; }

    /// <summary>Whether they stand for the institution also alone, in a report on one country.</summary>
    public bool Alone { get; set; }

    public required string Words { get; set; }
}
