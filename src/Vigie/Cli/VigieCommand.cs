using System.CommandLine;
using System.CommandLine.Invocation;
using System.Globalization;
using Vigie.Store;
using Vigie.Text;

namespace Vigie.Cli;

/// <summary>The command line of <c>vigie</c>: its commands, and what becomes of errors.</summary>
internal static class VigieCommand
{
    /// <summary>All commands with their options; the same tree that the help and the documentation test see.</summary>
    public static RootCommand Build() => new("Vigie reads news of a conflict in French, English and Arabic and writes what happened, where, when, who to whom, with the words that prove it.")
    {
        CodeCommand.Build(),
        ExplainCommand.Build(),
        ServeCommand.Build(),
        TimesCommand.Build(),
        PlacesCommand.Build(),
        CountsCommand.Build(),
        NamesCommand.Build(),
        EvalCommand.Build(),
        GazetteerCommand.Build(),
        GroupCommand.Build(),
        ReadCommand.Build(),
        ImportCommand.Build(),
        ExportCommand.Build(),
        SearchCommand.Build(),
    };

    /// <summary>Runs a command line and gives the exit code of <see cref="ExitCode"/>; an error is one line on standard error, never a trace.</summary>
    public static int Run(string[] args)
    {
        var messages = new Messages(Console.Error);
        try
        {
            ParseResult parsed = Build().Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
            if (parsed.Action is ParseErrorAction) return SayUsage(parsed);
            return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (IOException e) when (StandardOutput.HasNoReader(e))
        {
            return ExitCode.Done;
        }
        catch (KnowledgeException e)
        {
            string where = e.Line is { } line ? $"{e.File}, line {line.ToString(CultureInfo.InvariantCulture)}" : e.File;
            messages.Unreadable(where, e.Problem.TrimEnd('.') + "; mend the file, or build Vigie again");
        }
        catch (StoreException e)
        {
            messages.Unreadable(e.Store, e.Problem);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            messages.Unreadable("output", $"it cannot be written ({e.Message.TrimEnd('.')}); check the disk and where the output goes");
        }
        catch (Exception e)
        {
            // The last door: whatever went wrong, a person gets a line and a script gets a code.
            messages.Unreadable("fault", $"{e.GetType().Name}: {e.Message.TrimEnd('.')}; this is a fault in Vigie or its files, please report it");
        }
        return ExitCode.Unreadable;
    }

    private static int SayUsage(ParseResult parsed)
    {
        IEnumerable<string> errors = parsed.Tokens.Count > 0 ? parsed.Errors.Select(error => error.Message).Distinct() : ["say what to do; to code a report: vigie code report.txt"];
        foreach (string error in errors) Console.Error.WriteLine(Plain.OneLine("vigie: " + error));
        string command = parsed.CommandResult.Command is RootCommand ? "vigie" : "vigie " + parsed.CommandResult.Command.Name;
        Console.Error.WriteLine($"vigie: \"{command} --help\" tells what can be asked");
        return ExitCode.Usage;
    }
}
