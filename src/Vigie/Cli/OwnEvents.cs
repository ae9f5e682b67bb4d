using Vigie.Events;
using Vigie.Events.Coding;
using Vigie.Events.Incidents;

namespace Vigie.Cli;

/// <summary>The events that Vigie codes in told articles, each set beside the gold event that it tells.</summary>
/// <param name="Told">For each gold event of the article the coded event that tells it, or null where none does.</param>
internal sealed record OwnEvents(ToldArticle Article, CodedArticle Coded, IReadOnlyList<Event?> Told)
{
    private const double SamePlaceKm = 60;
    private const double KmPerDegree = 111;
    private const int SameDays = 2;

    public static OwnEvents Of(ToldArticle article, CodedArticle coded)
    {
        var left = coded.Events.ToList();
        var told = new Event?[article.Events.Count];
        for (int i = 0; i < told.Length; i++)
        {
            told[i] = left.Select(candidate => (candidate, likeness: Likeness(article.Events[i], candidate))).Where(pair => pair.likeness > 0)
                .OrderByDescending(pair => pair.likeness).Select(pair => pair.candidate).FirstOrDefault();
            if (told[i] is { } match) left.Remove(match);
        }
        return new OwnEvents(article, coded, told);
    }

    /// <summary>Accounts of the coded events, with the gold incident of each; null for one that tells no gold event.</summary>
    public IEnumerable<(Account Account, string? Incident)> Accounts() =>
        AccountReader.Read(Coded.Document, Coded.Events).Zip(Coded.Events, (account, coded) =>
        {
            int at = Told.ToList().IndexOf(coded);
            return (account, at < 0 ? null : Article.Incidents[at]);
        });

    /// <summary>0 or less where a coded event does not tell what a gold event does.</summary>
    private static int Likeness(Event gold, Event coded)
    {
        int likeness = gold.SubEventType == coded.SubEventType ? 3 : gold.EventType == coded.EventType ? 2 : 0;
        if (gold.Date.Start is { } day && coded.Date is { Start: { } start, End: { } end })
            likeness += start.PlusDays(-SameDays) <= day && day <= end.PlusDays(SameDays) ? 2 : -2;
        if (gold.Place is { Latitude: { } y, Longitude: { } x } && coded.Place is { Latitude: { } v, Longitude: { } u })
            likeness += Math.Abs(y - v) * KmPerDegree < SamePlaceKm && Math.Abs(x - u) * KmPerDegree < SamePlaceKm ? 2 : -2;
        if (gold.Killed?.Best is { } killed && coded.Killed?.Best == killed) likeness++;
        return likeness;
    }
}
