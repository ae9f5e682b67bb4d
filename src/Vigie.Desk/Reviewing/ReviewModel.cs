using Vigie.Desk.Viewing;
using Vigie.Events;
using Vigie.Events.Coding;
using Vigie.Store;

namespace Vigie.Desk.Reviewing;

/// <summary>What the review page shows of one event.</summary>
/// <param name="Furniture">Lines of the article that are no part of the report, by their start.</param>
/// <param name="Incident">Null where its incident was merged away this moment.</param>
/// <param name="Way">The query that leads on through the queue: filter and key.</param>
/// <param name="Next">Address of the next draft, or null at the end.</param>
/// <param name="Previous">Address of the one before, or null.</param>
public sealed record ReviewModel(
    StoredEvent Stored,
    StoredArticle Article,
    StoredIncident? Incident,
    IReadOnlySet<int> Furniture,
    ConflictPack Pack,
    IReadOnlyList<FieldView> Fields,
    IReadOnlyList<Decision> Log,
    string Way,
    string? Next,
    string? Previous)
{
    public string? Edit { get; init; }

    /// <summary>What the reviewer had typed, where a form comes back.</summary>
    public Given Given { get; init; } = Given.Nothing;

    /// <summary>Places of the name that the reviewer looks for.</summary>
    public IReadOnlyList<Place>? Candidates { get; init; }

    public Notice? Notice { get; init; }

    public int Status { get; init; } = 200;

    public Event Event => Stored.Event;

    public bool IsDraft => Stored.State == ReviewState.Draft;

    public string Address => Shapes.Address("/events/", Event.Id);

    /// <summary>Where a decision on this event is sent.</summary>
    public string Post(string what) => $"/events/{Uri.EscapeDataString(Event.Id)}/{what}";

    /// <summary>The direction of the article's text.</summary>
    public string Direction() => Article.Article.Language switch { "ar" => "rtl", "fr" or "en" => "ltr", _ => "auto" };

    /// <summary>The page with the form of a field open.</summary>
    public string EditAddress(string field) => FilterQuery.Address(Address, Way, FilterQuery.Part("edit", field)) + "#field-" + Texts.MarkedText.Id(field);
}

/// <summary>The values of a form as they were sent in: a form that comes back has lost nothing.</summary>
public sealed class Given(Microsoft.AspNetCore.Http.IFormCollection? form)
{
    public static Given Nothing { get; } = new(null);

    /// <summary>What was sent in, else the value as it stands.</summary>
    public string? Of(string name, string? stands) => form is not null && form.TryGetValue(name, out var value) ? value.ToString() : stands;
}
