using System.CommandLine;
using Vigie.Events.Triage;
using Vigie.Llm;
using Vigie.Text;

namespace Vigie.Cli;

/// <summary><c>vigie code</c>: reports in, events out.</summary>
internal static class CodeCommand
{
    public static Command Build()
    {
        var input = new InputOptions();
        var format = new Option<string>("--format")
        {
            Description = "How events are written: a table to read, one JSON list, or JSON lines, one article a line.",
            HelpName = "table|json|jsonl",
            DefaultValueFactory = _ => "table",
        };
        format.AcceptOnlyFromAmong("table", "json", "jsonl");
        Option<int> threads = ThreadsOption.Build();
        Option<double> confidence = ConfidenceOption.Build();
        var triage = new Option<bool>("--triage") { Description = "Looks at each article cheaply first and leaves out those without anything like an event: much faster on a feed of all kinds of news." };
        var secondOpinion = new SecondOpinionOptions();
        var command = new Command("code", "Code reports: write the events that they tell, each value with the words that prove it.");
        input.AddTo(command);
        command.Options.Add(format);
        command.Options.Add(threads);
        command.Options.Add(confidence);
        command.Options.Add(triage);
        secondOpinion.AddTo(command);
        command.SetAction(parsed =>
        {
            LlmOptions? llm = secondOpinion.Read(parsed);
            var plan = CodingPlan.Plain with
            {
                Gate = parsed.GetValue(triage) ? () => Gate.Load(DataFolder.BesideProgram) : null,
                SecondOpinion = llm is null ? null : () => LlmCoder.Load(DataFolder.BesideProgram, llm),
            };
            return Run(input.Read(parsed), plan, parsed.GetRequiredValue(format), parsed.GetValue(threads), parsed.GetValue(confidence));
        });
        return command;
    }

    private static int Run(IEnumerable<Input> inputs, CodingPlan plan, string format, int threads, double confidence)
    {
        using Stream output = StandardOutput.Open();
        using var run = new CodingRun(new Messages(Console.Error), plan);
        if (format == "table") return run.ToTable(inputs, output, threads, screen => coded => new EventTable(screen).Write(coded.AtLeast(confidence)));

        using var records = new RecordWriter(output, indented: format == "json");
        int code = run.Over(inputs, threads, coded => records.Write(coded.AtLeast(confidence)));
        records.Finish();
        return code;
    }
}
