using Vigie.Events.Names;
using Vigie.Text;

namespace Vigie.Training.Names;

/// <summary>A text with what the network sees of its tokens.</summary>
/// <param name="Names">The known names; offsets index the document's text.</param>
/// <param name="InContext">[tokens, 384], in half precision, as they are kept.</param>
/// <param name="OfWords">[tokens, 384].</param>
/// <param name="Features">[tokens, NameFeatures.Width].</param>
/// <param name="Tags">The tag of every token, or <see cref="Unknown"/>.</param>
public sealed record NameExample(string Corpus, IReadOnlyList<NameToken> Tokens, IReadOnlyList<NamedSpan> Names, Half[] InContext, Half[] OfWords, float[] Features, int[] Tags)
{
    /// <summary>Nothing is learned from the token.</summary>
    public const int Unknown = -1;

    /// <summary>Runs of tokens that are one sentence.</summary>
    public IEnumerable<(int From, int To)> Sentences()
    {
        for (int from = 0, to; from < Tokens.Count; from = to)
        {
            for (to = from + 1; to < Tokens.Count && Tokens[to].Sentence == Tokens[from].Sentence;) to++;
            yield return (from, to);
        }
    }

    /// <summary>Begin and inside where a token overlaps a name, outside elsewhere.</summary>
    public static int[] TagsOf(IReadOnlyList<NameToken> tokens, IReadOnlyList<NamedSpan> names)
    {
        var tags = new int[tokens.Count];
        int at = 0;
        foreach (NamedSpan name in names)
        {
            while (at < tokens.Count && tokens[at].Span.End <= name.Span.Start) at++;
            for (int i = at; i < tokens.Count && tokens[i].Span.Start < name.Span.End; i++)
                tags[i] = i == at || tokens[i].Sentence != tokens[i - 1].Sentence ? NameTags.Begin(name.Kind) : NameTags.Inside(name.Kind);
        }
        return tags;
    }

    /// <summary>The names that a sequence of tags tells.</summary>
    public IEnumerable<NamedSpan> Told(IReadOnlyList<int> tags)
    {
        for (int i = 0, end; i < tags.Count; i = end)
        {
            end = i + 1;
            if (tags[i] == NameTags.Outside) continue;
            while (end < tags.Count && NameTags.IsInside(tags[end]) && Tokens[end].Sentence == Tokens[i].Sentence) end++;
            yield return new NamedSpan(new Span(Tokens[i].Span.Start, Tokens[end - 1].Span.End), NameTags.KindOf(tags[i]));
        }
    }
}
