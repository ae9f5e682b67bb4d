using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Vigie.Events;
using Vigie.Events.Places;
using Vigie.Text;

namespace Vigie.Cli;

/// <summary><c>vigie places</c>: the toponyms of reports, with the places that they name.</summary>
internal static class PlacesCommand
{
    public static Command Build()
    {
        var input = new InputOptions();
        var folder = AddedGazetteer.Option("Folder of countries added with \"vigie gazetteer add\".");
        var command = new Command("places", "Show the places that reports name, with where they are on the map, as JSON lines.");
        input.AddTo(command);
        command.Options.Add(folder);
        command.SetAction(parsed => Run(input.Read(parsed), parsed.GetValue(folder)));
        return command;
    }

    private static int Run(IEnumerable<Input> inputs, DirectoryInfo? added)
    {
        using Stream output = StandardOutput.Open();
        using var writer = new CandidateWriter(output);
        using PlaceRecogniser places = PlaceRecogniser.Load(DataFolder.BesideProgram, AddedGazetteer.Files(added));
        return new DocumentRun(new Messages(Console.Error)).Over(inputs, document => writer.Write(document.Article.Id, Named(places.Find(document)), WriteOwn));
    }

    /// <summary>Toponyms alone: "the capital" and "the town" name nothing.</summary>
    private static IEnumerable<PlaceCandidate> Named(IReadOnlyList<PlaceCandidate> candidates) => candidates.Where(candidate => candidate.Use != ToponymUse.Nominal);

    private static void WriteOwn(Utf8JsonWriter json, PlaceCandidate candidate)
    {
        Place place = candidate.Place;
        json.WriteString("name", place.Name);
        json.WriteString("kind", ValueText.Name(place.Precision));
        json.WriteString("admin1", place.Admin1);
        json.WriteString("country", place.Country);
        WriteDegrees(json, "latitude", place.Latitude);
        WriteDegrees(json, "longitude", place.Longitude);
        if (place.GazetteerId is { } id && id.StartsWith("gn:", StringComparison.Ordinal) && int.TryParse(id.AsSpan(3), NumberStyles.None, CultureInfo.InvariantCulture, out int number)) json.WriteNumber("geonames_id", number);
        else json.WriteNull("geonames_id");
        json.WriteString("gazetteer_id", place.GazetteerId);
    }

    private static void WriteDegrees(Utf8JsonWriter json, string key, double? degrees)
    {
        if (degrees is { } value) json.WriteNumber(key, Math.Round(value, 5) + 0.0);
        else json.WriteNull(key);
    }
}
