using System.CommandLine;
using System.Globalization;
using System.Text;
using Vigie.Events.Incidents;
using Vigie.Text;

namespace Vigie.Cli;

/// <summary><c>vigie group</c>: a coded table in, for every row the id of its incident out.</summary>
internal static class GroupCommand
{
    private const int BadRowsNamed = 10;

    public static Command Build()
    {
        var file = new Argument<string>("FILE") { Description = "A table of coded reports (.csv, with MAVERICK's column names), or - for standard input." };
        var command = new Command("group", "Group coded reports: write the id of the incident that each row tells of, a line a row, in the order of the rows.");
        command.Arguments.Add(file);
        command.SetAction(parsed => Run(parsed.GetRequiredValue(file)));
        return command;
    }

    private static int Run(string file)
    {
        var messages = new Messages(Console.Error);
        if (Rows(file, messages) is not { } rows) return ExitCode.Unreadable;
        string[] incidents = Group(rows, IncidentModel.ForTables(DataFolder.BesideProgram));
        using Stream output = StandardOutput.Open();
        using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
        foreach (string incident in incidents) writer.WriteLine(incident);
        return messages.AnyUnreadable ? ExitCode.Unreadable : ExitCode.Done;
    }

    /// <summary>The rows of a table; what is wrong with the file or with a row is said.</summary>
    /// <returns>Null where there is no table.</returns>
    internal static IReadOnlyList<TableRow>? Rows(string file, Messages messages)
    {
        string where = file == InputFiles.Standard ? "standard input" : file;
        try
        {
            using Stream stream = InputFiles.Open(file);
            IReadOnlyList<TableRow> rows = CodedTable.Read(stream);
            TableRow[] bad = [.. rows.Where(row => row.Problem is not null)];
            foreach (TableRow row in bad.Take(BadRowsNamed))
                messages.Unreadable($"{where}, line {row.Line.ToString(CultureInfo.InvariantCulture)}", row.Problem! + "; the row is left by itself");
            if (bad.Length > BadRowsNamed)
                messages.Unreadable(where, (bad.Length - BadRowsNamed).ToString("N0", CultureInfo.InvariantCulture) + " more rows cannot be read and are left by themselves");
            return rows;
        }
        catch (Exception e) when (e is InputException or IOException or UnauthorizedAccessException)
        {
            messages.Unreadable(where, e is InputException ? e.Message : $"it cannot be read ({e.Message.TrimEnd('.')}); check the file and the disk");
            return null;
        }
    }

    /// <summary>An id for each row; a row that cannot be read is an incident by itself.</summary>
    internal static string[] Group(IReadOnlyList<TableRow> rows, IncidentModel model)
    {
        var index = new IncidentIndex(model, model.Join);
        index.Add(rows.Select(row => row.Account).OfType<Account>());
        return [.. rows.Select((row, i) => row.Account is { } account ? index.IncidentOf(account.EventId) : "row-" + (i + 1).ToString(CultureInfo.InvariantCulture))];
    }
}
