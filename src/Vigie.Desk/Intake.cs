using System.Reflection;
using NodaTime;
using Vigie.Events;
using Vigie.Events.Coding;
using Vigie.Store;
using Vigie.Text;

namespace Vigie.Desk;

/// <summary>Codes articles, keeps them, and brings their events together with those that tell of the same incident. Safe for many threads.</summary>
public sealed class Intake
{
    private readonly Lock gate = new();
    private readonly IStore store;
    private readonly Coder coder;
    private readonly Lazy<IncidentGrouper> grouper;

    public Intake(IStore store, Coder coder, DataFolder data)
    {
        this.store = store;
        this.coder = coder;
        grouper = new Lazy<IncidentGrouper>(() => IncidentGrouper.Load(data));
    }

    /// <summary>Who codes here, and the program's version.</summary>
    public static Provenance Coding { get; } =
        new("vigie", typeof(Intake).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "");

    /// <returns>The article as it was coded, and the id under which it is kept.</returns>
    /// <exception cref="Vigie.Text.Languages.UnsupportedLanguageException">The article is in no language that Vigie codes.</exception>
    public (CodedArticle Coded, string Id) Keep(Article article)
    {
        CodedArticle coded = coder.Code(article);
        lock (gate)
        {
            Added added = store.Add([Record(coded)], Coding);
            Group([coded]);
            return (coded, added.Renamed is [var renamed, ..] ? renamed : article.Id);
        }
    }

    /// <summary>Keeps many at once.</summary>
    /// <exception cref="Vigie.Text.Languages.UnsupportedLanguageException">One of them is in no language that Vigie codes; none is kept.</exception>
    public void Keep(IEnumerable<Article> articles)
    {
        CodedArticle[] coded = [.. articles.Select(coder.Code)];
        lock (gate)
        {
            store.Add([.. coded.Select(Record)], Coding);
            Group(coded);
        }
    }

    private static ArticleRecord Record(CodedArticle coded) =>
        new(coded.Document.Article with { Language = coded.Document.Language, Published = coded.Document.Published }, coded.Events);

    private void Group(IReadOnlyList<CodedArticle> coded)
    {
        LocalDate[] days = [.. coded.SelectMany(one => one.Events).SelectMany(e => new[] { e.Date.Start, e.Date.End }).OfType<LocalDate>()];
        if (days.Length > 0) grouper.Value.Group(store, days.Min(), days.Max());
    }
}
