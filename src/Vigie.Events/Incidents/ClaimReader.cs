using System.Globalization;
using NodaTime;
using Vigie.Text;

namespace Vigie.Events.Incidents;

/// <summary>Makes the claims of an event: one for each value, and one for each field of which the article says nothing.</summary>
public static class ClaimReader
{
    /// <param name="article">The article that tells it.</param>
    /// <param name="published">The day it came out, as <see cref="Document.Published"/> has it.</param>
    /// <returns>In the order of <see cref="ClaimFields.All"/>; the same event gives the same ids.</returns>
    public static IReadOnlyList<Claim> Read(Article article, LocalDate? published, Event coded, Provenance provenance)
    {
        var claims = new List<Claim>();
        void Add(string field, Telling telling, ClaimValue? value, int further = 0) => claims.Add(new Claim(
            further == 0 ? $"{coded.Id}/{field}" : $"{coded.Id}/{field}/{further.ToString(CultureInfo.InvariantCulture)}",
            coded.Id, article.Id, article.Source, published, field, telling, coded.Status, value, coded.Sources,
            [.. coded.Evidence.Where(evidence => evidence.Field == field && value is not null)], provenance));

        Add(ClaimFields.Event, Telling.Reported, new WordValue(coded.SubEventType));
        bool dated = coded.Date.Start is not null;
        Add(ClaimFields.Date, dated ? Telling.Reported : Telling.Silent, dated ? new DaysValue(coded.Date) : null);
        Add(ClaimFields.Place, coded.Place is null ? Telling.Silent : Telling.Reported, coded.Place is { } place ? new PlaceValue(place) : null);
        if (coded.Actors.Count == 0) Add(ClaimFields.Actor, Telling.Silent, null);
        for (int i = 0; i < coded.Actors.Count; i++)
            Add($"{ClaimFields.Actor}:{i.ToString(CultureInfo.InvariantCulture)}", Telling.Reported, new PartyValue(coded.Actors[i]));
        foreach ((string field, Count? count) in new[]
        {
            (ClaimFields.Killed, coded.Killed), (ClaimFields.Injured, coded.Injured), (ClaimFields.Detained, coded.Detained), (ClaimFields.Abducted, coded.Abducted),
        })
            Add(field, Told(count), count is null ? null : new NumberValue(count));
        if (coded.Weapons.Count == 0) Add(ClaimFields.Weapon, Telling.Silent, null);
        for (int i = 0; i < coded.Weapons.Count; i++) Add(ClaimFields.Weapon, Telling.Reported, new WordValue(coded.Weapons[i]), further: i);
        return claims;
    }

    private static Telling Told(Count? count) => count switch
    {
        null => Telling.Silent,
        { High: 0 } => Telling.Zero,
        _ => Telling.Reported,
    };
}
