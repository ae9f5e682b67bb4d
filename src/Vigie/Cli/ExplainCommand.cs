using System.CommandLine;

namespace Vigie.Cli;

/// <summary><c>vigie explain</c>: why each event and value, and what was nearly one.</summary>
internal static class ExplainCommand
{
    public static Command Build()
    {
        var input = new InputOptions();
        var command = new Command("explain", "Show why a report was coded as it was: sentences with their best types, values with their runners-up, and what was left out.");
        input.AddTo(command);
        Option<double> confidence = ConfidenceOption.Build();
        command.Options.Add(confidence);
        command.SetAction(parsed => Run(input.Read(parsed), parsed.GetValue(confidence)));
        return command;
    }

    private static int Run(IEnumerable<Input> inputs, double confidence)
    {
        using Stream output = StandardOutput.Open();
        using var run = new CodingRun(new Messages(Console.Error), CodingPlan.Plain);
        return run.ToTable(inputs, output, threads: 1, screen => coded => new ExplanationTable(screen).Write(coded.AtLeast(confidence)));
    }
}
