using Vigie.Text;

namespace Vigie.Events.Coding;

/// <summary>What tells whether an event is right, beside its sentence's probability: how surely its values were linked, how often it is told, where, in which language, of which type.</summary>
public static class ConfidenceFeatures
{
    /// <summary>Name of the log-odds that the leading sentence tells of such an event.</summary>
    public const string Sentence = "sentence";

    private static readonly string[] EventTypes =
        ["Battles", "Explosions/Remote violence", "Violence against civilians", "Protests", "Riots", "Strategic developments"];

    /// <summary>Names, in the order of the vector. Probabilities stand as log-odds, 0 where there is nothing to be sure of.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "bias", Sentence, "told again", "dated", "date", "placed", "place", "counted", "count", "with a party", "party", "weapon", "background", "doubt", "sentences before", "fr", "ar", .. EventTypes,
    ];

    /// <param name="drafts">The mentions of one event, the surest first.</param>
    /// <param name="eventType">Name of its event type.</param>
    /// <returns>By name of <see cref="Names"/>.</returns>
    public static double[] Of(Document document, IReadOnlyList<Draft> drafts, string eventType)
    {
        Draft lead = drafts[0];
        double[] counts = [.. lead.Counts.Where(count => count.Chosen is not null).Select(count => count.Choices[0].Probability)];
        double[] parties = [.. lead.Parties.Select(party => party.Probability)];
        double[] features =
        [
            1,
            LogOdds.Of(lead.Mention.Probability),
            Math.Log(drafts.Count),
            lead.Date.Chosen is null ? 0 : 1,
            Surest(lead.Date),
            lead.Place.Chosen is null ? 0 : 1,
            Surest(lead.Place),
            counts.Length > 0 ? 1 : 0,
            counts.Length > 0 ? LogOdds.Of(counts.Max()) : 0,
            parties.Length > 0 ? 1 : 0,
            parties.Length > 0 ? LogOdds.Of(parties.Max()) : 0,
            LogOdds.Of(lead.Attributes.Weapons.Max()),
            LogOdds.Of(lead.Attributes.Background),
            LogOdds.Of(1 - lead.Attributes.Status[(int)Status.Asserted]),
            Math.Log(1 + lead.Mention.Sentence.Index),
            document.Language == "fr" ? 1 : 0,
            document.Language == "ar" ? 1 : 0,
            .. EventTypes.Select(type => type == eventType ? 1.0 : 0),
        ];
        return features;
    }

    // Of the value chosen, or of there being none.
    private static double Surest<T>(Links<T> links)
        where T : Candidate => LogOdds.Of(links.Chosen is null ? links.None : links.Choices[0].Probability);
}
