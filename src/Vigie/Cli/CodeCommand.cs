using System.CommandLine;
using System.Globalization;

namespace Vigie.Cli;

/// <summary><c>vigie code</c>: reports in, events out.</summary>
internal static class CodeCommand
{
    private const int MostThreads = 64;

    /// <summary>Every article in work takes some memory of its own, at worst about 100 MB.</summary>
    private const int DefaultMostThreads = 4;

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
        var threads = new Option<int>("--threads")
        {
            Description = $"How many reports are coded at a time, 1 to {MostThreads.ToString(CultureInfo.InvariantCulture)}; the output is the same and in the same order.",
            HelpName = "N",
            DefaultValueFactory = _ => Math.Min(Environment.ProcessorCount, DefaultMostThreads),
            CustomParser = result =>
            {
                string given = result.Tokens[0].Value;
                if (int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out int n) && n is >= 1 and <= MostThreads) return n;
                result.AddError($"--threads: \"{given}\" is no number from 1 to {MostThreads.ToString(CultureInfo.InvariantCulture)}");
                return 1;
            },
        };
        var command = new Command("code", "Code reports: write the events that they tell, each value with the words that prove it.");
        input.AddTo(command);
        command.Options.Add(format);
        command.Options.Add(threads);
        command.SetAction(parsed => Run(input.Read(parsed), parsed.GetRequiredValue(format), parsed.GetValue(threads)));
        return command;
    }

    private static int Run(IEnumerable<Input> inputs, string format, int threads)
    {
        using Stream output = StandardOutput.Open();
        using var run = new CodingRun(new Messages(Console.Error));
        if (format == "table") return run.ToTable(inputs, output, threads, screen => new EventTable(screen).Write);

        using var records = new RecordWriter(output, indented: format == "json");
        int code = run.Over(inputs, threads, records.Write);
        records.Finish();
        return code;
    }
}
