using System.Runtime.InteropServices;
using NodaTime;

namespace Vigie.Events.Incidents;

/// <summary>Knows which articles are copies of one text, as outlets print what an agency sent: they count as one source.</summary>
public sealed class Copies
{
    /// <summary>Share of runs of words that two copies have in common at least: a cut tail or a changed heading leaves more.</summary>
    public const double Likeness = 0.7;

    /// <summary>Two texts with a share of .7 agree in one of 16 bands of 4 with a likelihood of .99 (Leskovec, Rajaraman and Ullman 2014, 3.4).</summary>
    private const int BandWidth = 4;

    /// <summary>Newest articles of a band that are looked at: what a thousand texts share is a form, not a report.</summary>
    private const int MostInBand = 64;

    private readonly Dictionary<ulong, List<int>> bands = [];
    private readonly List<Text> texts = [];
    private readonly Dictionary<string, int> byArticle = new(StringComparer.Ordinal);

    private readonly List<int> parents = [];

    private readonly record struct Text(string ArticleId, LocalDate? Published, MinHash Signature);

    /// <summary>Adds an article; one without a signature is too short to be known as a copy, and is one of its own.</summary>
    public void Add(string articleId, LocalDate? published, MinHash? signature)
    {
        if (signature is null || byArticle.ContainsKey(articleId)) return;
        int at = texts.Count;
        texts.Add(new Text(articleId, published, signature));
        parents.Add(at);
        byArticle[articleId] = at;
        for (int from = 0; from < MinHash.Length; from += BandWidth)
        {
            ref List<int>? band = ref CollectionsMarshal.GetValueRefOrAddDefault(bands, signature.Band(from, BandWidth), out _);
            band ??= [];
            for (int i = band.Count - 1; i >= Math.Max(0, band.Count - MostInBand); i--)
                if (Root(band[i]) != Root(at) && signature.Likeness(texts[band[i]].Signature) >= Likeness) Join(band[i], at);
            band.Add(at);
        }
    }

    /// <summary>The earliest article, by day and then by id, that an article is a copy of; its own id where it is none.</summary>
    public string OriginOf(string articleId) => byArticle.TryGetValue(articleId, out int at) ? texts[Root(at)].ArticleId : articleId;

    private int Root(int at)
    {
        while (parents[at] != at) at = parents[at] = parents[parents[at]];
        return at;
    }

    private void Join(int a, int b)
    {
        (a, b) = (Root(a), Root(b));
        bool aIsEarlier = IsEarlier(texts[a], texts[b]);
        parents[aIsEarlier ? b : a] = aIsEarlier ? a : b;
    }

    private static bool IsEarlier(Text a, Text b)
    {
        LocalDate dayA = a.Published ?? LocalDate.MaxIsoValue, dayB = b.Published ?? LocalDate.MaxIsoValue;
        return dayA != dayB ? dayA < dayB : string.CompareOrdinal(a.ArticleId, b.ArticleId) < 0;
    }
}
