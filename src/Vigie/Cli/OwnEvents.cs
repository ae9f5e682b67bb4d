using Vigie.Events;
using Vigie.Events.Coding;
using Vigie.Events.Incidents;
using Vigie.Text;

namespace Vigie.Cli;

/// <summary>Measures the grouping of the events that Vigie codes: each gold event stands where the coded event that tells it was put.</summary>
internal static class OwnEvents
{
    private const double SamePlaceKm = 60;
    private const int SameDays = 2;

    /// <summary>Every scene is grouped by the model that was learned without it. A gold event that was not coded stands alone.</summary>
    public static Agreement Measure(IReadOnlyList<ToldArticle> articles, CrossValidated learned, Func<Article, CodedArticle> code, Func<string, string> sceneOf)
    {
        var gold = new List<string>();
        var found = new List<string>();
        foreach (IGrouping<string, ToldArticle> scene in articles.GroupBy(article => sceneOf(article.Incidents[0])))
        {
            IncidentModel model = learned.Folds.Single(fold => fold.Fold == scene.Key).Model;
            var index = new IncidentIndex(model, model.Join);
            (ToldArticle Article, CodedArticle Coded)[] coded = [.. scene.Select(article => (article, code(article.Article)))];
            index.Add(coded.SelectMany(article => AccountReader.Read(article.Coded.Document, article.Coded.Events)));
            foreach ((ToldArticle article, CodedArticle own) in coded)
            {
                var left = own.Events.ToList();
                for (int i = 0; i < article.Events.Count; i++)
                {
                    Event? match = left.Select(candidate => (candidate, likeness: Likeness(article.Events[i], candidate))).Where(pair => pair.likeness > 0)
                        .OrderByDescending(pair => pair.likeness).Select(pair => pair.candidate).FirstOrDefault();
                    if (match is not null) left.Remove(match);
                    gold.Add(article.Incidents[i]);
                    found.Add(match is null ? "not coded " + article.Events[i].Id : index.IncidentOf(match.Id));
                }
            }
        }
        return Agreement.Of(gold, found);
    }

    /// <summary>0 where a coded event does not tell what a gold event does.</summary>
    private static int Likeness(Event gold, Event coded)
    {
        int likeness = 0;
        if (gold.SubEventType == coded.SubEventType) likeness += 3;
        else if (gold.EventType == coded.EventType) likeness += 2;
        if (gold.Date.Start is { } day && coded.Date is { Start: { } start, End: { } end })
            likeness += start.PlusDays(-SameDays) <= day && day <= end.PlusDays(SameDays) ? 2 : -2;
        if (gold.Place is { Latitude: { } latitude, Longitude: { } longitude } && coded.Place is { Latitude: { } otherLatitude, Longitude: { } otherLongitude })
            likeness += Math.Abs(latitude - otherLatitude) * 111 < SamePlaceKm && Math.Abs(longitude - otherLongitude) * 111 < SamePlaceKm ? 2 : -2;
        if (gold.Killed?.Best is { } killed && coded.Killed?.Best == killed) likeness++;
        return likeness;
    }
}
