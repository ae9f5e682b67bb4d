using Vigie.Desk.Texts;
using Vigie.Store;

namespace Vigie.Desk.Viewing;

/// <summary>A draft of the queue with what its row shows of its article and incident.</summary>
public sealed record QueueRow(StoredEvent Event, string Title, string? Outlet, string? Language, int Sources, bool Disagrees)
{
    private const int LongestTitle = 120;

    public static QueueRow Of(IStore store, StoredEvent e)
    {
        StoredIncident? incident = store.FindIncident(e.IncidentId);
        ArticleHead? head = incident?.Articles.GetValueOrDefault(e.ArticleId);
        return new QueueRow(
            e,
            SafeText.Line(head?.Title ?? e.ArticleId, LongestTitle),
            head?.Source is { } outlet ? SafeText.Line(outlet, LongestTitle) : null,
            head?.Language,
            incident?.Outline.Sources ?? 1,
            incident?.Outline.Disagrees ?? false);
    }
}
