using Vigie.Events;
using Vigie.Events.Names;

namespace Vigie.Training.Names;

/// <summary>Tags of a text of which only some names are known: the known ones, and outside for words that are surely none; the rest stays unknown.</summary>
internal static class PartialTags
{
    /// <summary>For languages with capitals: a word in lower case that no table knows for part of a name is none.</summary>
    public static int[] Of(string text, IReadOnlyList<NameToken> tokens, IReadOnlyList<NamedSpan> names, IReadOnlyList<PlaceCandidate> places, IReadOnlyList<ActorCandidate> actors)
    {
        int[] tags = NameExample.TagsOf(tokens, names);
        var doubtful = new bool[tokens.Count];
        foreach (Candidate candidate in places.Concat<Candidate>(actors))
        {
            for (int i = FirstEndingAfter(tokens, candidate.Span.Start); i < tokens.Count && tokens[i].Span.Start < candidate.Span.End; i++) doubtful[i] = true;
        }
        for (int i = 0; i < tags.Length; i++)
        {
            if (tags[i] != NameTags.Outside) continue;
            char first = text[tokens[i].Span.Start];
            // Between two words in capitals a small one ("de") or a sign may belong to their name.
            bool between = i > 0 && i + 1 < tags.Length && IsCapital(text, tokens[i - 1]) && (IsCapital(text, tokens[i + 1]) || tokens[i].Span.Length < 4);
            if (char.IsUpper(first) || doubtful[i] || between) tags[i] = NameExample.Unknown;
        }
        return tags;
    }

    private static bool IsCapital(string text, NameToken token) => char.IsUpper(text[token.Span.Start]);

    private static int FirstEndingAfter(IReadOnlyList<NameToken> tokens, int offset)
    {
        int low = 0, high = tokens.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (tokens[middle].Span.End > offset) high = middle;
            else low = middle + 1;
        }
        return low;
    }
}
