using System.CommandLine;
using System.Text.Json;
using Vigie.Events;
using Vigie.Events.Actors;
using Vigie.Events.Encoding;
using Vigie.Events.Names;
using Vigie.Events.Places;
using Vigie.Text;

namespace Vigie.Cli;

/// <summary><c>vigie names</c>: the persons, places and organisations that reports name.</summary>
internal static class NamesCommand
{
    public static Command Build()
    {
        var input = new InputOptions();
        var command = new Command("names", "Show the persons, places and organisations that reports name, as JSON lines.");
        input.AddTo(command);
        command.SetAction(parsed => Run(input.Read(parsed)));
        return command;
    }

    private static int Run(IEnumerable<Input> inputs)
    {
        using Stream output = StandardOutput.Open();
        using var writer = new CandidateWriter(output);
        DataFolder data = DataFolder.BesideProgram;
        using NameTagger names = NameTagger.Load(data);
        using Encoder encoder = Encoder.Load(data, Environment.ProcessorCount);
        using PlaceRecogniser places = PlaceRecogniser.Load(data);
        ActorRecogniser actors = ActorRecogniser.Load(data);
        return new DocumentRun(new Messages(Console.Error)).Over(
            inputs,
            document => writer.Write(document.Article.Id, names.Find(encoder.Encode(document), places.Find(document), actors.Find(document)), WriteOwn));
    }

    private static void WriteOwn(Utf8JsonWriter json, NameCandidate name)
    {
        json.WriteString("kind", ValueText.Name(name.Kind));
        json.WriteNumber("probability", Math.Round(name.Probability, 4));
    }
}
