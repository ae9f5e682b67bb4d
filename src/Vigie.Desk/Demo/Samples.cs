using System.Reflection;
using Vigie.Events;
using Vigie.Events.Coding;
using Vigie.Store;
using Vigie.Text;

namespace Vigie.Desk.Demo;

/// <summary>Fills a store with sample reports as the coder reads them.</summary>
public static class Samples
{
    /// <summary>The program's version, under which what it codes is kept.</summary>
    public static string Version { get; } =
        typeof(Samples).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "";

    /// <returns>How many articles are kept that were not there.</returns>
    public static int Fill(IStore store, IEnumerable<Article> articles, Coder coder)
    {
        var batch = new List<ArticleRecord>();
        foreach (Article article in articles)
        {
            CodedArticle coded = coder.Code(article);
            batch.Add(new ArticleRecord(article with { Language = coded.Document.Language, Published = coded.Document.Published }, coded.Events));
        }
        return store.Add(batch, new Provenance("vigie", Version)).New;
    }
}
