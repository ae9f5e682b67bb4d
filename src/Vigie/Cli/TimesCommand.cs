using System.CommandLine;
using System.Text.Json;
using Vigie.Events;
using Vigie.Events.Times;
using Vigie.Text;

namespace Vigie.Cli;

/// <summary><c>vigie times</c>: the times of reports, with the days that they mean.</summary>
internal static class TimesCommand
{
    public static Command Build()
    {
        var input = new InputOptions();
        var command = new Command("times", "Show the times that reports name, with the days that they mean, as JSON lines.");
        input.AddTo(command);
        command.SetAction(parsed => Run(input.Read(parsed)));
        return command;
    }

    private static int Run(IEnumerable<Input> inputs)
    {
        using Stream output = StandardOutput.Open();
        using var writer = new CandidateWriter(output);
        TimeRecogniser times = TimeRecogniser.Load(DataFolder.BesideProgram);
        return new DocumentRun(new Messages(Console.Error)).Over(inputs, document => writer.Write(document.Article.Id, times.Find(document), WriteOwn));
    }

    private static void WriteOwn(Utf8JsonWriter json, TimeCandidate time)
    {
        json.WriteString("value", time.Value);
        json.WriteString("from", time.Range.Start is { } from ? ValueText.Of(from) : null);
        json.WriteString("to", time.Range.End is { } to ? ValueText.Of(to) : null);
        json.WriteString("precision", ValueText.Name(time.Range.Precision));
    }
}
