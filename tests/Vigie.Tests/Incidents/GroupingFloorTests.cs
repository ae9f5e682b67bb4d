using Vigie.Cli;
using Vigie.Events.Incidents;
using Vigie.Tests.Corpora;
using Vigie.Tests.House;
using Vigie.Text;
using Xunit;

namespace Vigie.Tests.Incidents;

/// <summary>What the grouping reaches where it is measured on what it was not learned from: floors that only rise.</summary>
public sealed class GroupingFloorTests
{
    [Fact]
    public void Coded_tables_by_election()
    {
        string? path = Corpus.Shared("data", "events", "maverick", "cote-d-ivoire.csv");
        Assert.SkipWhen(path is null, "the coded table is not beside the repository");
        using FileStream stream = File.OpenRead(path);
        LabelledAccount[] accounts = [.. CodedTable.Read(stream).Select(row => new LabelledAccount(row.Account!, row.Incident!, row.Election))];
        Agreement agreement = CrossValidation.Run(accounts, EvalIncidents.TablePull).Agreement;
        Assert.True(agreement.Pairwise.F1 >= 0.78 && agreement.BCubed.F1 >= 0.91, $"pairwise {agreement.Pairwise}, B³ {agreement.BCubed}");
    }

    [Fact]
    public void Own_reports_by_scene()
    {
        using FileStream stream = File.OpenRead(Repository.File("corpora", "incidents", "reports.jsonl"));
        LabelledAccount[] accounts = EvalIncidents.GoldAccounts(ToldArticles.Read(stream), DocumentReader.Load(DataFolder.BesideProgram));
        Assert.True(accounts.Select(account => account.Incident).Distinct().Count() >= 60);
        Agreement agreement = CrossValidation.Run(accounts, EvalIncidents.ArticlePull, IncidentModel.ForTables(DataFolder.BesideProgram)).Agreement;
        Assert.True(agreement.Pairwise.F1 >= 0.95, $"pairwise {agreement.Pairwise}, B³ {agreement.BCubed}");
    }

    [Fact]
    public void Every_incident_is_told_by_several_articles_in_several_languages()
    {
        using FileStream stream = File.OpenRead(Repository.File("corpora", "incidents", "reports.jsonl"));
        IReadOnlyList<ToldArticle> articles = ToldArticles.Read(stream);
        foreach (IGrouping<string, ToldArticle> incident in articles.SelectMany(article => article.Incidents, (article, incident) => (incident, article)).GroupBy(told => told.incident, told => told.article))
            Assert.InRange(incident.Count(), 2, 5);
        Assert.Equal(["ar", "en", "fr"], articles.Select(article => article.Article.Language!).Distinct().Order(StringComparer.Ordinal));
    }
}
