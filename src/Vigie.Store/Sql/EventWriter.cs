using Vigie.Events;
using Vigie.Store.Records;
using Vigie.Store.Search;

namespace Vigie.Store.Sql;

/// <summary>Writes events with the columns and tables by which they are found.</summary>
internal static class EventWriter
{
    private static readonly string[] Columns =
    [
        "key", "id", "article", "incident", "tie", "tie_score", "tied_by", "version", "state", "record", "coded", "proposed", "coding", "focus", "event_type", "sub_event_type",
        "status", "date_start", "date_end", "place_name", "admin1", "country", "latitude", "longitude", "killed_low", "killed_best", "killed_high", "confidence", "worth",
    ];

    /// <summary>Writes rows that are not there yet.</summary>
    public static void Insert(Session session, IReadOnlyList<NewEvent> events)
    {
        var points = new List<(long, double, double)>();
        using (RowWriter rows = session.Dialect.Rows(session, "events", Columns))
            foreach (NewEvent added in events)
            {
                Event e = added.Event;
                rows.Write(
                    added.Key, e.Id, added.Article, added.Incident, ValueText.Name(added.State.Tie), added.State.TieScore, added.State.TiedBy, added.Version,
                    ValueText.Name(added.State.State), added.State.Record, added.State.Coded, added.State.Proposed, added.Coding, ValueText.Name(e.Focus), e.EventType, e.SubEventType,
                    ValueText.Name(e.Status), Day(e.Date.Start), Day(e.Date.End), e.Place?.Name, e.Place?.Admin1, e.Place?.Country, e.Place?.Latitude, e.Place?.Longitude,
                    Long(Outlines.Least(e.Killed)), Long(e.Killed?.Best), Long(Outlines.Most(e.Killed)), e.Confidence, Worth.Of(e, disagrees: false, known: false));
                if (e.Place is { Latitude: { } latitude, Longitude: { } longitude }) points.Add((added.Key, latitude, longitude));
            }
        session.Dialect.WritePoints(session, points);
        using RowWriter actors = session.Dialect.Rows(session, "event_actors", "event", "actor", "label", "kind");
        foreach (NewEvent added in events) WriteActors(actors, added.Key, added.Event);
    }

    /// <summary>Puts an event as it stands now in place of what was there.</summary>
    /// <param name="incident">Key of its incident.</param>
    public static void Update(Session session, long key, long incident, long version, EventState state)
    {
        Event e = state.Event;
        session.Execute(
            """
            UPDATE events SET incident = @incident, tie = @tie, tie_score = @tieScore, tied_by = @tiedBy, version = @version, state = @state, record = @record, coded = @coded,
              proposed = @proposed, focus = @focus, event_type = @eventType, sub_event_type = @subEventType, status = @status, date_start = @start, date_end = @end, place_name = @place,
              admin1 = @admin1, country = @country, latitude = @latitude, longitude = @longitude, killed_low = @low, killed_best = @best, killed_high = @high, confidence = @confidence
            WHERE key = @key
            """,
            new
            {
                key,
                incident,
                tie = ValueText.Name(state.Tie),
                tieScore = state.TieScore,
                tiedBy = state.TiedBy,
                version,
                state = ValueText.Name(state.State),
                record = state.Record,
                coded = state.Coded,
                proposed = state.Proposed,
                focus = ValueText.Name(e.Focus),
                eventType = e.EventType,
                subEventType = e.SubEventType,
                status = ValueText.Name(e.Status),
                start = Day(e.Date.Start),
                end = Day(e.Date.End),
                place = e.Place?.Name,
                admin1 = e.Place?.Admin1,
                country = e.Place?.Country,
                latitude = e.Place?.Latitude,
                longitude = e.Place?.Longitude,
                low = Long(Outlines.Least(e.Killed)),
                best = Long(e.Killed?.Best),
                high = Long(Outlines.Most(e.Killed)),
                confidence = e.Confidence,
            });
        session.Dialect.RemovePoint(session, key);
        if (e.Place is { Latitude: { } latitude, Longitude: { } longitude }) session.Dialect.WritePoints(session, [(key, latitude, longitude)]);
        session.Execute("DELETE FROM event_actors WHERE event = @key", new { key });
        using RowWriter actors = session.Dialect.Rows(session, "event_actors", "event", "actor", "label", "kind");
        WriteActors(actors, key, e);
    }

    public static void Delete(Session session, long key, string id)
    {
        session.Dialect.RemovePoint(session, key);
        session.Execute("DELETE FROM event_actors WHERE event = @key", new { key });
        session.Execute("DELETE FROM suggestions WHERE event = @id", new { id });
        session.Execute("DELETE FROM events WHERE key = @key", new { key });
    }

    /// <summary>The record of an event as the store keeps it.</summary>
    public static string Record(Event e) => EventJson.Text(e);

    private static void WriteActors(RowWriter rows, long key, Event e)
    {
        var written = new HashSet<string>(StringComparer.Ordinal);
        foreach (Actor actor in e.Actors)
        {
            string label = actor.Name ?? actor.Text;
            // One that the register knows is counted under its id; it is also found by its name and by the words of the text.
            foreach (string name in new[] { actor.Id ?? "", SearchFolding.Name(label), SearchFolding.Name(actor.Text) })
                if (name.Length > 0 && written.Add(name)) rows.Write(key, name, label, actor.Kind);
        }
    }

    private static string Day(NodaTime.LocalDate? day) => day is { } known ? ValueText.Of(known) : "";

    private static long? Long(int? number) => number;
}

/// <summary>An event about to be written.</summary>
/// <param name="Event">As <see cref="EventState.Record"/> of <paramref name="State"/> has it.</param>
/// <param name="Article">Key of its article; likewise its incident and coding.</param>
internal sealed record NewEvent(long Key, Event Event, long Article, long Incident, long Coding, long Version, EventState State);
