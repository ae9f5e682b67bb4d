using Vigie.Events;

namespace Vigie.Store.Import;

/// <summary>Puts articles into a store some hundreds at a time. What was put in before a stop is kept, and importing again goes on from there.</summary>
public sealed class Importer(IStore store)
{
    /// <summary>Articles put in together.</summary>
    public const int BatchSize = 500;

    private readonly List<ArticleRecord> batch = new(BatchSize);
    private Provenance? coding;

    /// <summary>What became of the articles that are in the store.</summary>
    public Added Added { get; private set; } = Added.Nothing;

    public void Add(ArticleRecord record, Provenance by)
    {
        if (batch.Count == BatchSize || (coding is not null && coding != by)) Flush();
        coding = by;
        batch.Add(record);
    }

    /// <summary>Puts in what waits. It is kept once this returns.</summary>
    public void Flush()
    {
        if (batch.Count > 0) Added += store.Add(batch, coding!);
        batch.Clear();
    }
}
