using System.Reflection;
using Vigie.Events;
using Vigie.Events.Coding;
using Vigie.Events.Incidents;
using Vigie.Store;
using Vigie.Text;

namespace Vigie.Desk;

/// <summary>
/// Codes articles, keeps them, and puts events of one incident together where that was measured to be right; what is likely, but not likely enough, is
/// suggested to a person. Articles are compared with those that came in through the same intake. Safe for many threads.
/// </summary>
public sealed class Intake
{
    private const int MostSuggested = 5;

    private readonly Lock gate = new();
    private readonly IStore store;
    private readonly Coder coder;
    private readonly IncidentModel model;
    private readonly IncidentIndex index;
    private readonly Copies copies = new();
    private readonly Dictionary<string, Account> accounts = new(StringComparer.Ordinal);

    /// <exception cref="KnowledgeException">The weights for incidents are missing or broken.</exception>
    public Intake(IStore store, Coder coder, DataFolder data)
    {
        this.store = store;
        this.coder = coder;
        model = IncidentModel.ForArticles(data);
        index = new IncidentIndex(model, model.Automatic);
    }

    /// <summary>Who codes here, and the program's version.</summary>
    public static Provenance Coding { get; } =
        new("vigie", typeof(Intake).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "");

    /// <returns>The article as it was coded, and the id under which it is kept.</returns>
    /// <exception cref="Vigie.Text.Languages.UnsupportedLanguageException">The article is in no language that Vigie codes.</exception>
    public (CodedArticle Coded, string Id) Keep(Article article)
    {
        CodedArticle coded = coder.Code(article);
        article = article with { Language = coded.Document.Language, Published = coded.Document.Published };
        lock (gate)
        {
            Added added = store.Add([new ArticleRecord(article, coded.Events)], Coding);
            string id = added.Renamed is [var renamed, ..] ? renamed : article.Id;
            // An article that is there already is grouped already; of one whose id was another's the events have ids of their own.
            if (added.New == 1 && store.FindArticle(id) is { } kept) Group(kept, coded);
            return (coded, id);
        }
    }

    private void Group(StoredArticle kept, CodedArticle coded)
    {
        Event[] events = [.. kept.Events.Select(e => e.Event)];
        Account[] found = [.. AccountReader.Read(coded.Document, events).Select(account => account with { ArticleId = kept.Article.Id })];
        foreach (Account account in found) accounts[account.EventId] = account;
        if (found.Length > 0) copies.Add(kept.Article.Id, kept.Article.Published, found[0].Wording?.Article);
        IReadOnlyList<Move> moves = index.Add(found);
        store.Group([.. moves.Select(move => move.To).Distinct(StringComparer.Ordinal).Select(Linked)]);
        store.Suggest([
            .. found.SelectMany(account => index.Suggest(account.EventId, MostSuggested)
                .Where(suggestion => suggestion.Score >= model.Join)
                .Select(suggestion => new Store.Suggestion(suggestion.IncidentId, account.EventId, suggestion.Score))),
        ]);
    }

    private Incident Linked(string incident)
    {
        IReadOnlyList<string> events = index.EventsOf(incident);
        Account first = accounts[events[0]];
        return new Incident(incident, [
            .. events.Select(id => accounts[id]).Select(account => new IncidentLink(
                account.EventId,
                account.ArticleId,
                copies.OriginOf(account.ArticleId),
                account.Focus == Focus.Background ? Tie.Retells : Tie.Tells,
                account == first ? 1 : model.Likelihood(first, account))),
        ]);
    }
}
