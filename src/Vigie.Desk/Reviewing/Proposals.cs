using System.Globalization;
using Microsoft.AspNetCore.Http;
using Vigie.Store;

namespace Vigie.Desk.Reviewing;

/// <summary>What a form on the review page asks of the store.</summary>
internal static class Proposals
{
    /// <param name="stored">The event as it is now: a form may change no other version than the one it was made from.</param>
    /// <exception cref="FormException">The form lacks something.</exception>
    public static Proposal Of(Room room, StoredEvent stored, string what, IFormCollection form)
    {
        var seen = new VersionedId(stored.Event.Id, Version(form, "version"));
        switch (what)
        {
            case "accept": return new AcceptEvent(seen);
            case "reject": return new RejectEvent(seen);
            case "reopen": return new ReopenEvent(seen);
            case "take-proposed": return new TakeProposed(seen);
            case "drop-proposed": return new DropProposed(seen);
            case "edit" or "split" or "merge":
                // Values are put into the event that was seen; of a newer one they would hide what another reviewer did.
                if (seen.Version != stored.Version) throw new StaleException("event", seen.Id, seen.Version, stored.Version);
                return Changing(room, stored, seen, what, form);
            default: throw new FormException("problem.field", what);
        }
    }

    public static long Version(IFormCollection form, string name) =>
        long.TryParse(form[name], NumberStyles.None, CultureInfo.InvariantCulture, out long version) ? version : throw new FormException("problem.missing", name);

    private static Proposal Changing(Room room, StoredEvent stored, VersionedId seen, string what, IFormCollection form)
    {
        if (what == "split")
        {
            string type = EventForm.Given(form, "sub_event_type");
            int index = room.Pack.IndexOf(type);
            if (index < 0) throw new FormException("problem.type", type);
            return new SplitEvent(seen, [stored.Event, stored.Event with { SubEventType = type, EventType = room.Pack.Types[index].Type }]);
        }
        if (what == "merge") return new MergeEvents([seen, .. form["other"].OfType<string>().Select(Named)], stored.Event);
        StoredArticle article = room.Store.FindArticle(stored.ArticleId) ?? throw new FormException("problem.missing_event");
        return new EditEvent(seen, room.Form.Apply(stored.Event, EventForm.Given(form, "field"), form, article.Article.FullText, article.Article.Language ?? "en"));
    }

    private static VersionedId Named(string value)
    {
        int blank = value.IndexOf(' ', StringComparison.Ordinal);
        return blank > 0 && long.TryParse(value[..blank], NumberStyles.None, CultureInfo.InvariantCulture, out long version)
            ? new VersionedId(value[(blank + 1)..], version)
            : throw new FormException("problem.missing", "other");
    }
}
