using Vigie.Store;
using Vigie.Tests.Cli;
using Vigie.Text;
using Xunit;

namespace Vigie.Tests.Store;

public sealed class IncidentGrouperTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public void Copies_of_one_report_become_one_incident_with_one_source_and_far_events_stay_apart()
    {
        using IStore store = Stores.Open(Path.Combine(folder.Path, "group.vigie"), new SteppingClock());
        ArticleRecord first = Long("a", "Radio Fleuve"), copy = Long("b", "Le Courrier");
        store.Add([first, copy, Samples.Ambush("c", 3, place: Samples.Hasakah, day: Samples.Day.PlusDays(-300))], Samples.Coder);
        var grouper = IncidentGrouper.Load(DataFolder.BesideProgram);
        Assert.Equal(1, grouper.Group(store, Samples.Day, Samples.Day));
        Assert.Equal(store.FindEvent("a-1")!.IncidentId, store.FindEvent("b-1")!.IncidentId);
        StoredIncident incident = store.FindIncident(store.FindEvent("a-1")!.IncidentId)!;
        Assert.Equal((2, 1), (incident.Outline.Events, incident.Outline.Sources));
        Assert.Equal(2, store.CountIncidents(Filter.All));
        Assert.Equal(0, grouper.Group(store, Samples.Day, Samples.Day));

        // What a person parts stays parted.
        store.Decide(new SplitIncident(incident.Ref, ["b-1"]), "anna");
        grouper.Group(store, Samples.Day, Samples.Day);
        Assert.NotEqual(store.FindEvent("a-1")!.IncidentId, store.FindEvent("b-1")!.IncidentId);
    }

    public void Dispose() => folder.Dispose();

    private static ArticleRecord Long(string id, string source)
    {
        ArticleRecord record = Samples.Ambush(id, 12, source);
        Article article = record.Article with
        {
            Text = record.Article.Text + " Le convoi revenait du marché de Wabaria quand il est tombé dans une embuscade tendue à la sortie du pont, a raconté un chauffeur joint par téléphone. "
                + "Deux véhicules ont brûlé et la circulation est restée coupée jusqu'au soir. Les blessés ont été conduits à l'hôpital régional, où le personnel demande du sang.",
        };
        return record with { Article = article };
    }
}
