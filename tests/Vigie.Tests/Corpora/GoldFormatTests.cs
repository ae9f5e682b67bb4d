using NodaTime;
using NodaTime.Text;
using Vigie.Events;
using Vigie.Events.Coding;
using Vigie.Tests.House;
using Vigie.Text;
using Vigie.Text.Languages;
using Vigie.Training.Gold;
using Xunit;

namespace Vigie.Tests.Corpora;

/// <summary>What the reader learns from and is measured on keeps to the format: known names, real days, evidence to the letter.</summary>
public sealed class GoldFormatTests
{
    private static readonly ConflictPack Pack = ConflictPack.Load(DataFolder.BesideProgram);
    private static readonly string[] DatePrecisions = ["day", "week", "month", "year", "none"];
    private static readonly string[] PlacePrecisions = ["site", "settlement", "admin2", "admin1", "country", "none"];
    private static readonly string[] Statuses = ["asserted", "alleged", "denied"];
    private static readonly string[] EvidenceFields = ["event", "date", "place", "killed", "injured", "detained", "abducted"];

    public static TheoryData<string> Files =>
        [.. Directory.GetFiles(Repository.File("corpora", "gold"), "*.jsonl").Order(StringComparer.Ordinal).Select(path => Path.GetFileName(path))];

    [Theory]
    [MemberData(nameof(Files))]
    public void Training_reports_keep_to_the_format(string file)
    {
        GoldReport[] reports = [.. GoldReport.Read(Repository.File("corpora", "gold", file))];
        Assert.NotEmpty(reports);
        Assert.Empty(reports.SelectMany(Faults));
        Assert.Equal(reports.Length, reports.Select(report => report.Id).Distinct().Count());
    }

    [Fact]
    public void Sample_reports_keep_to_the_format() => Assert.Empty(SampleReport.All.SelectMany(Faults));

    [Fact]
    public void No_report_is_in_two_training_files()
    {
        string[] ids = [.. Files.SelectMany(row => GoldReport.Read(Repository.File("corpora", "gold", row.Data)).Select(report => report.Id))];
        Assert.Empty(ids.GroupBy(id => id).Where(group => group.Count() > 1).Select(group => group.Key));
    }

    private static IEnumerable<string> Faults(GoldReport report)
    {
        if (!LanguageGuesser.Coded.Contains(report.Language)) yield return report.Id + ": language " + report.Language;
        if (Day(report.Published) is null) yield return report.Id + ": published " + report.Published;
        if (report.Title is null || string.IsNullOrWhiteSpace(report.Text)) yield return report.Id + ": no text";
        foreach ((int index, GoldEvent e) in report.Events.Index())
        {
            foreach (string fault in Faults(e, report)) yield return FormattableString.Invariant($"{report.Id}, event {index + 1}: {fault}");
        }
    }

    private static IEnumerable<string> Faults(GoldEvent e, GoldReport report)
    {
        int type = Pack.IndexOf(e.SubEventType);
        if (type < 0 || Pack.Types[type].Type != e.EventType) yield return $"type {e.EventType}, {e.SubEventType}";
        if (e.Focus is not ("main" or "background")) yield return "focus " + e.Focus;
        if (!Statuses.Contains(e.Status)) yield return "status " + e.Status;
        foreach (string fault in Faults(e.Date)) yield return fault;
        foreach (string fault in Faults(e.Place)) yield return fault;
        foreach (GoldActor actor in e.Actors)
        {
            if (actor.Names.Count == 0 || actor.Names.Any(string.IsNullOrWhiteSpace)) yield return "an actor without a name";
            if (!ActorRoles.All.Contains(actor.Role)) yield return "role " + actor.Role;
            if (!ActorKinds.All.Contains(actor.Kind)) yield return "kind " + actor.Kind;
        }
        foreach (string weapon in e.Weapons.Except(Pack.Weapons)) yield return "weapon " + weapon;
        foreach (string field in Draft.CountFields)
        {
            if (e.Count(field) is { } count && (count.Low is null || count.Low < 0 || count.High < count.Low || count.Best < count.Low || count.Best > count.High))
                yield return $"{field} {count}";
        }
        string text = report.Title + "\n" + report.Text;
        foreach ((string field, string? words) in e.Evidence)
        {
            if (!EvidenceFields.Contains(field)) yield return "evidence for " + field;
            if (words is not null && (words.Length == 0 || !text.Contains(words, StringComparison.Ordinal))) yield return $"evidence for {field} is not in the text: {words}";
        }
        if (e.Evidence.GetValueOrDefault("event") is null) yield return "no evidence for the event";
    }

    private static IEnumerable<string> Faults(GoldDate date)
    {
        if (!DatePrecisions.Contains(date.Precision)) yield return "date precision " + date.Precision;
        if ((date.Start is null) != (date.Precision == "none") || (date.End is null) != (date.Start is null)) yield return $"date {date}";
        else if (date.Start is not null && !(Day(date.Start) <= Day(date.End!))) yield return $"date {date}";
    }

    private static IEnumerable<string> Faults(GoldPlace place)
    {
        if (!PlacePrecisions.Contains(place.Precision)) yield return "place precision " + place.Precision;
        if (place.Precision == "none") yield break;
        if (place.Country is not { Length: 2 } country || country.Any(letter => letter is < 'A' or > 'Z')) yield return "country " + place.Country;
        if (!(place.Latitude is >= -90 and <= 90 && place.Longitude is >= -180 and <= 180)) yield return $"coordinates of {place.Name}";
    }

    private static LocalDate? Day(string text) => LocalDatePattern.Iso.Parse(text) is { Success: true } parsed ? parsed.Value : null;
}
