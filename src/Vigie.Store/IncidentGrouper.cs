using NodaTime;
using Vigie.Events;
using Vigie.Events.Incidents;
using Vigie.Text;
using Vigie.Text.Languages;

namespace Vigie.Store;

/// <summary>
/// Brings together the events of a store that tell of one incident. It only ever joins, and only where joining was measured to be right 97 times in 100;
/// what may belong together besides becomes a suggestion for a person. Incidents keep their ids.
/// </summary>
public sealed class IncidentGrouper
{
    /// <summary>Days around the events that came in within which others may tell of the same.</summary>
    private const int DaysAround = 30;

    private const int PageSize = 500, MostSuggestions = 5;

    private readonly DocumentReader documents;
    private readonly IncidentModel model;

    private IncidentGrouper(DocumentReader documents, IncidentModel model)
    {
        this.documents = documents;
        this.model = model;
    }

    /// <exception cref="KnowledgeException">The model or the knowledge of a language is missing or broken.</exception>
    public static IncidentGrouper Load(DataFolder data) => new(DocumentReader.Load(data), IncidentModel.ForArticles(data));

    /// <summary>Groups the events that may have happened in these days with those around them.</summary>
    /// <returns>How many incidents changed.</returns>
    public int Group(IStore store, LocalDate from, LocalDate to)
    {
        var filter = new Filter { From = from.PlusDays(-DaysAround), To = to.PlusDays(DaysAround) };
        var index = new IncidentIndex(model, model.Automatic);
        var copies = new Copies();
        var events = new Dictionary<string, StoredEvent>(StringComparer.Ordinal);
        for (string? after = null; ;)
        {
            Batch<StoredArticle> page = store.Articles(filter, PageSize, after);
            foreach (StoredArticle article in page.Items) Add(article, index, copies, events);
            if ((after = page.Next) is null) break;
        }
        Incident[] joined = [.. events.Values.GroupBy(e => index.IncidentOf(e.Event.Id), StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => Joined([.. group], copies))];
        int changed = store.Group(joined);
        store.Suggest([.. events.Values.SelectMany(e => Suggestions(e, index, events))]);
        return changed;
    }

    private void Add(StoredArticle stored, IncidentIndex index, Copies copies, Dictionary<string, StoredEvent> events)
    {
        StoredEvent[] standing = [.. stored.Events.Where(e => e.State is ReviewState.Draft or ReviewState.Accepted)];
        // Rows of coded tables have no text to know them by, and incidents of their coders' making.
        if (standing.Length == 0 || stored.Row is not null || stored.Article.Text.Length == 0) return;
        try
        {
            Document document = documents.Read(stored.Article);
            IReadOnlyList<Account> accounts = AccountReader.Read(document, [.. standing.Select(e => e.Event)]);
            copies.Add(stored.Article.Id, document.Published, accounts[0].Wording?.Article);
            index.Add(accounts);
            foreach (StoredEvent e in standing) events.Add(e.Event.Id, e);
        }
        catch (UnsupportedLanguageException)
        {
            // Came in from elsewhere, in a language that Vigie does not read: it stays by itself.
        }
    }

    /// <summary>A group under the id that most of its events have already; of equals, the lesser.</summary>
    private static Incident Joined(IReadOnlyList<StoredEvent> group, Copies copies)
    {
        string id = group.GroupBy(e => e.IncidentId, StringComparer.Ordinal).OrderByDescending(part => part.Count()).ThenBy(part => part.Key, StringComparer.Ordinal).First().Key;
        return new Incident(id, [.. group.Select(e => new IncidentLink(e.Event.Id, e.ArticleId, copies.OriginOf(e.ArticleId), e.Event.Focus == Focus.Background ? Tie.Retells : Tie.Tells, e.TieScore))]);
    }

    private static IEnumerable<Suggestion> Suggestions(StoredEvent e, IncidentIndex index, Dictionary<string, StoredEvent> events)
    {
        foreach (Events.Incidents.Suggestion suggestion in index.Suggest(e.Event.Id, MostSuggestions))
            // The index has ids of its own: any event of the incident tells the store's.
            if (index.EventsOf(suggestion.IncidentId) is [var first, ..] && events[first].IncidentId is var incident && incident != e.IncidentId)
                yield return new Suggestion(incident, e.Event.Id, suggestion.Score);
    }
}
