using System.CommandLine;
using System.Globalization;
using System.Reflection;
using NodaTime;
using Vigie.Events;
using Vigie.Store;
using Vigie.Store.Export;
using Vigie.Text;

namespace Vigie.Cli;

/// <summary><c>vigie export</c>: a store's events in a form that others read.</summary>
internal static class ExportCommand
{
    private const string PerEvent = "none";

    public static Command Build()
    {
        var store = new StoreOptions();
        var filter = new FilterOptions();
        var format = Words("--format", "The form of the export.", "csv", Exporter.Formats);
        var resolution = Words("--resolution", "By what the row of an incident is chosen among its claims; none writes a row for each event of each article.", "conservative", [.. Enum.GetValues<ResolutionRule>().Select(ValueText.Name), PerEvent]);
        var names = Words("--names", "Names of private persons, and texts that may hold them: drop leaves them out, keep gives all, which importing needs.", "drop", ["drop", "keep"]);
        var place = Words("--place", "How exactly places are given.", "exact", [.. Enum.GetValues<PlaceGrain>().Select(ValueText.Name)]);
        var time = Words("--time", "How exactly days are given.", "exact", [.. Enum.GetValues<TimeGrain>().Select(ValueText.Name)]);
        var output = new Option<string?>("--output") { Description = "The file to write, with a manifest beside it; standard output without it.", HelpName = "FILE" };
        var limit = new Option<long?>("--limit") { Description = "Most rows; an export that has more is cut, and says so.", HelpName = "N" };
        limit.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && !(long.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out long n) && n > 0))
                result.AddError($"--limit: \"{result.Tokens[0].Value}\" is no number from 1 on");
        });
        var command = new Command("export", "Give the events of a store away, in a form that others read.");
        store.AddTo(command);
        command.Options.Add(format);
        command.Options.Add(output);
        command.Options.Add(resolution);
        command.Options.Add(names);
        command.Options.Add(place);
        command.Options.Add(time);
        command.Options.Add(limit);
        filter.AddTo(command);
        command.SetAction((parsed, stop) =>
        {
            string rule = parsed.GetRequiredValue(resolution);
            var options = new ExportOptions(
                filter.Read(parsed),
                rule == PerEvent ? null : Enum.Parse<ResolutionRule>(rule, ignoreCase: true),
                new Redaction(
                    parsed.GetRequiredValue(names) == "keep",
                    Enum.Parse<PlaceGrain>(parsed.GetRequiredValue(place), ignoreCase: true),
                    Enum.Parse<TimeGrain>(parsed.GetRequiredValue(time), ignoreCase: true),
                    PrivateNames.Load(DataFolder.BesideProgram)),
                parsed.GetValue(limit));
            using IStore opened = store.Open(parsed, StoreMode.ReadOnly);
            return Task.FromResult(Run(opened, parsed.GetRequiredValue(format), options, parsed.GetValue(output), stop));
        });
        return command;
    }

    private static int Run(IStore store, string format, ExportOptions options, string? file, CancellationToken stop)
    {
        var messages = new Messages(Console.Error);
        Exporter exporter = Exporter.Load(DataFolder.BesideProgram);
        ExportResult result;
        if (file is null)
        {
            using Stream output = StandardOutput.Open();
            result = exporter.Write(store, format, options, output, stop);
        }
        else
        {
            result = ExportFile.Write(exporter, store, format, options, file, Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow()), Program(), stop);
        }
        if (!result.Complete) messages.Unreadable(file ?? "export", $"cut short after {result.Rows.ToString("N0", CultureInfo.InvariantCulture)} rows; the store has more");
        if (result.LeftOut > 0) messages.Note(file ?? "export", $"{result.LeftOut.ToString("N0", CultureInfo.InvariantCulture)} rows have no place in the form {format} and were left out");
        return result.Complete ? ExitCode.Done : ExitCode.Unreadable;
    }

    private static string Program() => "vigie " + typeof(ExportCommand).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0];

    private static Option<string> Words(string name, string description, string usual, IReadOnlyList<string> words)
    {
        var option = new Option<string>(name) { Description = description, HelpName = string.Join('|', words), DefaultValueFactory = _ => usual };
        option.AcceptOnlyFromAmong([.. words]);
        return option;
    }
}
