using System.CommandLine;
using Vigie.Store;
using Vigie.Store.Import;
using Vigie.Text;

namespace Vigie.Cli;

/// <summary><c>vigie import</c>: reports and coded tables in, a store out.</summary>
internal static class ImportCommand
{
    public static Command Build()
    {
        var input = new InputOptions();
        var store = new StoreOptions();
        var table = new Option<string?>("--table")
        {
            Description = "The files are coded tables of this kind; without it, .csv and .tsv files are known by their columns.",
            HelpName = string.Join('|', TableReader.Tables),
        };
        table.AcceptOnlyFromAmong([.. TableReader.Tables]);
        var rejects = new Option<string?>("--rejects")
        {
            Description = "A file for what cannot be read: its number of line, what is wrong, and the line itself.",
            HelpName = "FILE",
        };
        var command = new Command("import", "Keep reports and coded tables in a store. Reports are coded first; importing again changes nothing.");
        input.AddTo(command);
        store.AddTo(command);
        command.Options.Add(table);
        command.Options.Add(rejects);
        command.SetAction(parsed =>
        {
            var messages = new Messages(Console.Error);
            using IStore opened = store.Open(parsed, StoreMode.Create);
            using RejectFile? rejected = parsed.GetValue(rejects) is { } file ? RejectFile.Create(file) : null;
            using var run = new ImportRun(opened, messages, rejected);
            return run.Over(input.Files(parsed), input.Defaults(parsed), parsed.GetValue(table), DataFolder.BesideProgram);
        });
        return command;
    }
}
