using System.CommandLine;
using System.Globalization;
using System.Text;
using Vigie.Events;
using Vigie.Store;
using Vigie.Store.Records;

namespace Vigie.Cli;

/// <summary><c>vigie search</c>: the incidents of a store that words and filters select.</summary>
internal static class SearchCommand
{
    private const int MostShown = 1_000;

    public static Command Build()
    {
        var store = new StoreOptions();
        var filter = new FilterOptions();
        var words = new Argument<string[]>("WORDS") { Description = "Words that an article of the incident must hold.", Arity = ArgumentArity.ZeroOrMore };
        var format = new Option<string>("--format") { Description = "A table to read, or JSON lines.", HelpName = "table|jsonl", DefaultValueFactory = _ => "table" };
        format.AcceptOnlyFromAmong("table", "jsonl");
        var limit = new Option<int>("--limit")
        {
            Description = $"Most incidents shown, 1 to {MostShown.ToString(CultureInfo.InvariantCulture)}; the latest come first.",
            HelpName = "N",
            DefaultValueFactory = _ => 20,
            CustomParser = result =>
            {
                if (int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out int n) && n is >= 1 and <= MostShown) return n;
                result.AddError($"--limit: \"{result.Tokens[0].Value}\" is no number from 1 to {MostShown.ToString(CultureInfo.InvariantCulture)}");
                return 1;
            },
        };
        var command = new Command("search", "Find incidents in a store by words, time, place and parties.");
        command.Arguments.Add(words);
        store.AddTo(command);
        command.Options.Add(format);
        command.Options.Add(limit);
        filter.AddTo(command);
        command.SetAction(parsed =>
        {
            Filter asked = filter.Read(parsed);
            string text = string.Join(' ', parsed.GetValue(words) ?? []);
            if (text.Length > 0) asked = asked with { Text = asked.Text is { } more ? text + " " + more : text };
            using IStore opened = store.Open(parsed, StoreMode.ReadOnly);
            Batch<StoredIncident> found = opened.Incidents(asked, Order.Newest, parsed.GetValue(limit));
            using Stream output = StandardOutput.Open();
            Write(found, parsed.GetRequiredValue(format) == "jsonl", output);
            if (found.Next is not null)
                new Messages(Console.Error).Note("search", $"{opened.CountIncidents(asked).ToString("N0", CultureInfo.InvariantCulture)} incidents fit; these are the latest {found.Items.Count.ToString(CultureInfo.InvariantCulture)}");
            return ExitCode.Done;
        });
        return command;
    }

    private static void Write(Batch<StoredIncident> found, bool asJson, Stream output)
    {
        foreach (StoredIncident incident in found.Items)
        {
            string line = asJson ? Record(incident) : Line(incident);
            output.Write(Encoding.UTF8.GetBytes(line + "\n"));
        }
        output.Flush();
    }

    private static string Line(StoredIncident incident)
    {
        IncidentOutline outline = incident.Outline;
        string killed = outline.Killed is { } count ? $", {ValueText.Of(count)} killed" : "";
        string sources = outline.Sources == 1 ? "1 source" : outline.Sources.ToString(CultureInfo.InvariantCulture) + " sources";
        string differ = outline.Disagrees ? ", they differ" : "";
        return Plain.OneLine($"{ValueText.Of(outline.Date)} · {outline.SubEventType} · {ValueText.Of(outline.Place)}{killed} · {sources}{differ} · {incident.Id}");
    }

    private static string Record(StoredIncident incident) => RecordJson.Text(json =>
    {
        json.WriteStartObject();
        json.WriteString("incident", incident.Id);
        json.WriteNumber("sources", incident.Outline.Sources);
        json.WriteBoolean("disagrees", incident.Outline.Disagrees);
        json.WriteStartArray("events");
        foreach (StoredEvent e in incident.Events)
        {
            json.WriteStartObject();
            json.WriteString("article", e.ArticleId);
            json.WriteString("title", incident.Articles[e.ArticleId].Title);
            json.WriteString("state", ValueText.Name(e.State));
            json.WritePropertyName("event");
            EventJson.Write(json, e.Event);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    });
}
