using Vigie.Events;
using Vigie.Events.Coding;
using Vigie.Events.Encoding;
using Vigie.Text;

namespace Vigie.Training.Gold;

/// <summary>What a gold report teaches: targets over its pieces, sentences, mentions and parties.</summary>
/// <param name="Ids">Piece ids with the sequence marks, at most <see cref="WordEmbeddings.LongestSequence"/>.</param>
/// <param name="Sentences">Pieces of the sentences that are coded, in text order; indices count without the start mark.</param>
/// <param name="SentenceOf">For every piece its place in <paramref name="Sentences"/>.</param>
/// <param name="Parties">Where the names of parties stand.</param>
/// <param name="Sources">Where those stand who say so.</param>
public sealed record Example(
    string Id,
    string Language,
    Document Document,
    int[] Ids,
    IReadOnlyList<PieceRange> Sentences,
    int[] SentenceOf,
    bool TitleFirst,
    IReadOnlyList<MentionExample> Mentions,
    IReadOnlyList<PartyExample> Parties,
    IReadOnlyList<PieceRange> Sources)
{
    /// <summary>Pieces without the sequence marks.</summary>
    public int PieceCount => SentenceOf.Length;

    public int Distance(int mentionSentence, int sentence) => ReaderShape.DistanceOf(mentionSentence, sentence, TitleFirst && sentence == 0);
}

/// <summary>A gold event at the sentence that tells it.</summary>
/// <param name="Sentence">Its place in <see cref="Example.Sentences"/>.</param>
/// <param name="Links">By field of <see cref="ReaderShape.Fields"/>: the pieces that prove it; empty: the text gives none; null: not known.</param>
/// <param name="Values">By field of <see cref="ValueExamples.Fields"/>.</param>
/// <param name="Actors">Who takes part.</param>
/// <param name="SaysSo">By source of <see cref="Example.Sources"/>: whether it is this event's.</param>
public sealed record MentionExample(
    int Sentence,
    int Type,
    IReadOnlyList<IReadOnlyList<PieceRange>?> Links,
    Focus Focus,
    Status Status,
    IReadOnlyList<int> Weapons,
    IReadOnlyList<FieldExample> Values,
    IReadOnlyList<ActorExample> Actors,
    bool[] SaysSo);

/// <summary>Who takes part in a gold event.</summary>
/// <param name="Role">Place in <see cref="ActorRoles.All"/>.</param>
/// <param name="Parties">Places in <see cref="Example.Parties"/> where it is named; empty: by no name that was found.</param>
public sealed record ActorExample(int Role, IReadOnlyList<int> Parties);

/// <summary>An occurrence of a party's name, or of what the recognisers took for one.</summary>
/// <param name="Kind">Place in <see cref="ActorKinds.All"/>, or -1 where the gold differs or is silent.</param>
/// <param name="IsGold">The gold names it as a party.</param>
public sealed record PartyExample(PieceRange Range, int Kind, bool IsGold);
