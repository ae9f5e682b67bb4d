using System.Globalization;
using Vigie.Events;
using Vigie.Events.Coding;
using Vigie.Text;

namespace Vigie.Cli;

/// <summary>Draws a coded article: its title, then each event with every value beside the words that prove it.</summary>
internal sealed class EventTable(Screen screen)
{
    private const int Indent = 3;
    private const int FieldWidth = 9;

    /// <summary>Narrow screens give the value and the words the same room, wide ones give the words more.</summary>
    private int ValueWidth => Math.Clamp((screen.Width - Indent - FieldWidth - 4) / 2, 12, 32);

    private int WordsWidth => screen.Width - Indent - FieldWidth - ValueWidth - 4;

    public void Write(CodedArticle coded)
    {
        WriteHeader(coded.Document, screen);
        if (coded.Events.Count == 0) screen.Row(Indent, new Cell("no event", screen.Width - Indent, Screen.Faint));
        for (int i = 0; i < coded.Events.Count; i++)
        {
            if (i > 0) screen.Line();
            WriteEvent(i, coded.Events[i]);
        }
        screen.Line();
    }

    /// <summary>Title, and below it what names the article, above a line.</summary>
    public static void WriteHeader(Document document, Screen screen)
    {
        string title = Plain.Shortened(document.Article.Title, 300);
        if (title.Length > 0) screen.Row(0, new Cell(title, screen.Width, Screen.Strong));
        string published = document.Published is { } day ? "published " + ValueText.Of(day) : "no publication date";
        string[] names = [document.Article.Id, document.Article.Source ?? "", document.Language, published];
        screen.Row(0, new Cell(string.Join(" · ", names.Select(Plain.OneLine).Where(name => name.Length > 0)), screen.Width, Screen.Faint));
        screen.Rule();
    }

    /// <summary>Number, sub-type and type of an event.</summary>
    public static void WriteEventTitle(int index, Event coded, Screen screen) =>
        screen.Row(0,
            new Cell((index + 1).ToString(CultureInfo.InvariantCulture), 1, Screen.Strong),
            new Cell($"{coded.SubEventType} ({coded.EventType})", screen.Width - Indent, Screen.Strong));

    private void WriteEvent(int index, Event coded)
    {
        WriteEventTitle(index, coded, screen);
        string[] status = coded.Status == Status.Asserted ? ["event"] : ["event", "status"];
        Write("event", $"{ValueText.Name(coded.Focus)}, {ValueText.Name(coded.Status)}, {FieldText.Score(coded.Confidence)}", Words(coded, status));
        Write("date", ValueText.Of(coded.Date), Words(coded, "date"));
        Write("place", PlaceText(coded.Place), Words(coded, "place"));
        for (int i = 0; i < coded.Actors.Count; i++)
        {
            string words = Words(coded, "actor:" + i.ToString(CultureInfo.InvariantCulture));
            Write(coded.Actors[i].Role, FieldText.Of(coded.Actors[i]), words.Length > 0 ? words : FieldText.Quote(coded.Actors[i].Text));
        }
        Write("killed", coded.Killed, coded);
        Write("injured", coded.Injured, coded);
        Write("detained", coded.Detained, coded);
        Write("abducted", coded.Abducted, coded);
        if (coded.Weapons.Count > 0) Write("weapons", string.Join(", ", coded.Weapons), Words(coded, "weapon"));
        if (coded.Sources.Count > 0) Write("sources", "", string.Join(" ", coded.Sources.Select(FieldText.Quote)));
    }

    private void Write(string field, Count? count, Event coded)
    {
        if (count is not null) Write(field, ValueText.Of(count), Words(coded, field));
    }

    /// <summary>A place whose two degrees stay on one line.</summary>
    private static string PlaceText(Place? place)
    {
        string text = Plain.OneLine(ValueText.Of(place));
        if (place is not { Latitude: not null, Longitude: not null }) return text;
        int between = text.LastIndexOf(' ', text.LastIndexOf(" (", StringComparison.Ordinal) - 1);
        return text[..between] + Wrapping.FirmBlank + text[(between + 1)..];
    }

    private void Write(string field, string value, string words) =>
        screen.Row(Indent,
            new Cell(field, FieldWidth, Screen.Faint),
            new Cell(value, ValueWidth, Screen.Normal),
            new Cell(words, WordsWidth, Screen.Normal));

    private static string Words(Event coded, params ReadOnlySpan<string> fields)
    {
        var words = new List<string>();
        foreach (string field in fields)
            foreach (Evidence evidence in coded.Evidence)
                if (evidence.Field == field) words.Add(FieldText.Quote(evidence.Text));
        return string.Join(" ", words.Distinct());
    }
}
