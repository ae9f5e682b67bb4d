using Vigie.Text;

namespace Vigie.Events.Coding;

/// <summary>Proposes the mentions of a document from the probabilities of its sentences.</summary>
public sealed class MentionFinder(Reader reader, Thresholds thresholds)
{
    private const int MostTypes = 2;

    /// <summary>In text order; a sentence gives its likeliest type, and a second only where that is surer.</summary>
    public IReadOnlyList<Mention> Find(IReadOnlyList<SentenceReading> sentences)
    {
        var mentions = new List<Mention>();
        // A heading tells nothing that the text does not tell better, where there is a text.
        bool hasText = sentences.Any(sentence => sentence.Sentence.Kind == SentenceKind.Body);
        foreach (SentenceReading sentence in sentences)
        {
            if (hasText && sentence.Sentence.Kind != SentenceKind.Body) continue;
            int found = 0;
            foreach (int type in ByProbability(sentence.Probabilities))
            {
                if (sentence.Probabilities[type] < (found == 0 ? thresholds.Mention : thresholds.SecondMention)) break;
                mentions.Add(reader.Mention(sentence, type));
                if (++found == MostTypes) break;
            }
        }
        return mentions;
    }

    /// <summary>Types of a sentence, likeliest first.</summary>
    public static IEnumerable<int> ByProbability(float[] probabilities) =>
        Enumerable.Range(0, probabilities.Length).OrderByDescending(type => probabilities[type]).ThenBy(type => type);
}
