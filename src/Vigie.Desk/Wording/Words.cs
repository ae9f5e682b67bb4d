using System.Collections.Frozen;
using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Vigie.Events;
using Vigie.Text;

namespace Vigie.Desk.Wording;

/// <summary>The desk's language: labels, plurals, days and numbers as its readers write them. Safe for many threads.</summary>
public sealed class Words
{
    private const string FirstStrongIsolate = "\u2068", PopDirectionalIsolate = "\u2069";

    private readonly WordsFile file;
    private readonly FrozenDictionary<string, string> countries;
    private readonly LocalDatePattern day, shortDay, month;
    private readonly InstantPattern moment;

    private Words(string language, WordsFile file, FrozenDictionary<string, string> countries)
    {
        Language = language;
        this.file = file;
        this.countries = countries;
        // Arabic months differ by country; these are the ones of Egypt and the Gulf, which newspapers use most.
        Culture = CultureInfo.GetCultureInfo(language switch { "ar" => "ar-EG", "fr" => "fr-FR", _ => "en-GB" });
        day = LocalDatePattern.Create("d MMMM uuuu", Culture);
        shortDay = LocalDatePattern.Create("d MMM uuuu", Culture);
        month = LocalDatePattern.Create("MMMM uuuu", Culture);
        moment = InstantPattern.Create("d MMM uuuu HH:mm", Culture);
    }

    /// <summary><c>fr</c>, <c>en</c> or <c>ar</c>.</summary>
    public string Language { get; }

    public CultureInfo Culture { get; }

    public bool RightToLeft => Culture.TextInfo.IsRightToLeft;

    public string Direction => RightToLeft ? "rtl" : "ltr";

    /// <summary>What is said under a key; the key itself where nothing is, which a test forbids.</summary>
    public string this[string key] => file.Words.GetValueOrDefault(key, key);

    /// <exception cref="KnowledgeException">The language's file is missing or malformed.</exception>
    public static Words Load(DataFolder data, string language) => new(language, WordsFile.Load(data, language), CountryNames.Load(data, language));

    /// <summary>A sentence with values put in.</summary>
    public string Say(string key, params object[] values) => string.Format(Culture, this[key], values);

    /// <summary>A number of things, as <c>3 drafts</c>.</summary>
    public string Count(string key, long number) =>
        file.Counted.TryGetValue(key, out Dictionary<string, string>? forms) && forms.TryGetValue(PluralCategory.Of(Language, number), out string? form)
            ? string.Format(Culture, form, Number(number))
            : key;

    /// <summary>An event or sub-event type.</summary>
    public string Type(string name) => file.Types.GetValueOrDefault(name, name);

    public string Number(long number) => number.ToString("N0", Culture);

    public string Percent(double share) => share.ToString("P0", Culture);

    public string Day(LocalDate date) => day.Format(date);

    public string ShortDay(LocalDate date) => shortDay.Format(date);

    /// <summary>In universal time, and saying so.</summary>
    public string Moment(Instant instant) => moment.Format(instant) + " UTC";

    public string Date(TimeRange range)
    {
        if (range.Start is not { } start || range.End is not { } end) return this["value.unknown"];
        return range.Precision switch
        {
            TimePrecision.Year when start.Year == end.Year => start.Year.ToString(CultureInfo.InvariantCulture),
            TimePrecision.Month when (start.Year, start.Month) == (end.Year, end.Month) => month.Format(start),
            _ when start == end => day.Format(start),
            _ => Say("value.days", shortDay.Format(start), shortDay.Format(end)),
        };
    }

    public string Of(Count count) => (count.Low, count.High, count.Best) switch
    {
        (null, null, null) => this["value.some"],
        (null, null, { } best) => Number(best),
        ({ } low, null, _) => Say("value.at_least", Number(low)),
        (null, { } high, _) => Say("value.at_most", Number(high)),
        ({ } low, { } high, _) when low == high => Number(low),
        ({ } low, { } high, null) => Say("value.between", Number(low), Number(high)),
        ({ } low, { } high, { } best) => Say("value.between_best", Number(low), Number(high), Number(best)),
    };

    public string Place(Place? place) => place is null
        ? this["value.unknown"]
        : Join(new[] { place.Name, place.Admin1, Country(place.Country) }.OfType<string>().Where(part => part.Length > 0).Distinct());

    /// <summary>Parts in a row, each shut off from the direction of the others.</summary>
    public string Join(IEnumerable<string> parts) => string.Join(this["value.comma"], parts.Select(part => FirstStrongIsolate + Texts.SafeText.Of(part) + PopDirectionalIsolate));

    /// <summary>A country's name, or its code where no name is known.</summary>
    public string? Country(string? code) => code is null ? null : countries.GetValueOrDefault(code, code);
}
