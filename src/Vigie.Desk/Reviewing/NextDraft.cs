using Vigie.Store;

namespace Vigie.Desk.Reviewing;

/// <summary>The way through the drafts that a filter selects, what is most worth a look first.</summary>
/// <param name="Event">The draft after the one in hand, or null.</param>
/// <param name="Then">Key of the page that goes on after <paramref name="Event"/>.</param>
public sealed record NextDraft(StoredEvent? Event, string? Then)
{
    /// <summary>Drafts alone, whatever the filter asks for.</summary>
    public static Filter Drafts(Filter filter) => filter with { States = [ReviewState.Draft] };

    /// <summary>The first draft after a key that is not the one in hand.</summary>
    /// <param name="then">Key of the page, or null for the head of the queue.</param>
    /// <exception cref="ArgumentException"><paramref name="then"/> is no key.</exception>
    public static NextDraft After(IStore store, Filter filter, string? then, string? inHand)
    {
        Batch<StoredEvent> batch = store.Events(Drafts(filter), Order.Worth, 1, then);
        if (batch.Items.Count == 1 && batch.Items[0].Event.Id == inHand)
        {
            then = batch.Next;
            if (then is null) return new NextDraft(null, null);
            batch = store.Events(Drafts(filter), Order.Worth, 1, then);
        }
        return batch.Items.Count == 0 ? new NextDraft(null, null) : new NextDraft(batch.Items[0], batch.Next);
    }
}
