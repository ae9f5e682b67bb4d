namespace Vigie.Events.Places;

/// <summary>How a reading was found: the exact name, another spelling, or its consonants only.</summary>
internal enum ReadingMatch : byte
{
    Exact,
    Loose,
    Skeleton,
}

/// <summary>One place that a name may mean, with its score in this document.</summary>
internal sealed class ToponymReading(GazetteerEntry entry, ReadingMatch match, bool isMain)
{
    public GazetteerEntry Entry { get; } = entry;

    public ReadingMatch Match { get; } = match;

    /// <summary>Whether the name is a main one of the place.</summary>
    public bool IsMain { get; } = isMain;

    /// <summary>How likely the name means this place where nothing else is known: less where it is a lesser name of it.</summary>
    public int Importance { get; } = Math.Max(0, entry.Importance - (isMain || entry.Kind == PlacePrecision.Country ? 0 : 20));

    public double Score { get; set; }

    /// <summary>The part of the score that decided most, in words.</summary>
    public string? Decided { get; set; }
}

/// <summary>A name in the text that the gazetteer knows.</summary>
internal sealed class ToponymMention
{
    /// <summary>Tokens [First, Last] of the name.</summary>
    public required int First { get; init; }

    public required int Last { get; init; }

    /// <summary>The name, folded.</summary>
    public required string Key { get; init; }

    /// <summary>What Arabic writes onto the name (ب, و …), else empty.</summary>
    public required string Prefix { get; init; }

    public required int Start { get; init; }

    public required int End { get; init; }

    public required List<ToponymReading> Readings { get; init; }

    /// <summary>What its neighbours say about it.</summary>
    public required ToponymContext Context { get; set; }

    /// <summary>Importance of the best known reading.</summary>
    public int Importance => Readings.Max(r => r.Importance);

    public ToponymReading? Chosen { get; set; }
}

/// <summary>What the words around a name say.</summary>
/// <param name="Announced">The kind of place that a noun beside the name announces, or null.</param>
/// <param name="Preposition">Whether a preposition of place (or the Arabic prefix ب) stands before it.</param>
/// <param name="Person">Whether it looks like part of a person's or a body's name.</param>
/// <param name="AnnouncedWord">The announcing noun, folded.</param>
/// <param name="CapitalMeansLittle">Whether the sentence or an upper-case line may be why it has a capital.</param>
internal sealed record ToponymContext(PlacePrecision? Announced, bool Preposition, bool Person, string? AnnouncedWord, bool CapitalMeansLittle);
