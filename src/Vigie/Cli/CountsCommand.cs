using System.CommandLine;
using System.Text.Json;
using Vigie.Events;
using Vigie.Events.Counts;
using Vigie.Text;

namespace Vigie.Cli;

/// <summary><c>vigie counts</c>: the numbers of people of reports, with what befell them.</summary>
internal static class CountsCommand
{
    public static Command Build()
    {
        var input = new InputOptions();
        var command = new Command("counts", "Show the numbers of people that reports tell, with what befell them, as JSON lines.");
        input.AddTo(command);
        command.SetAction(parsed => Run(input.Read(parsed)));
        return command;
    }

    private static int Run(IEnumerable<Input> inputs)
    {
        using Stream output = StandardOutput.Open();
        using var writer = new CandidateWriter(output);
        CountRecogniser counts = CountRecogniser.Load(DataFolder.BesideProgram);
        return new DocumentRun(new Messages(Console.Error)).Over(inputs, document => writer.Write(document.Article.Id, counts.Find(document), WriteOwn));
    }

    private static void WriteOwn(Utf8JsonWriter json, CountCandidate count)
    {
        json.WriteString("of", ValueText.Name(count.Of));
        json.WriteString("who", count.Who);
        WriteNumber(json, "low", count.Count.Low);
        WriteNumber(json, "high", count.Count.High);
        WriteNumber(json, "best", count.Count.Best);
    }

    private static void WriteNumber(Utf8JsonWriter json, string key, int? number)
    {
        if (number is { } value) json.WriteNumber(key, value);
        else json.WriteNull(key);
    }
}
