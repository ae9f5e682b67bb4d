using System.CommandLine;

namespace Vigie.Cli;

/// <summary><c>vigie eval</c>: how well a step does on a corpus that says what is right, and how two coders agree; a command for each.</summary>
internal static class EvalCommand
{
    private static readonly Func<Command>[] Steps =
    [
        EvalTimesCommand.Build,
        EvalPlacesCommand.Build,
        EvalCountsCommand.Build,
        EvalEvents.Build,
        EvalAgree.Build,
        EvalCalibration.Build,
        EvalPages.Build,
        EvalIncidents.Build,
    ];

    public static Command Build()
    {
        var command = new Command("eval", "Measure a step on a corpus that says what is right, or the agreement of two coders.");
        foreach (Func<Command> step in Steps) command.Subcommands.Add(step());
        return command;
    }

    /// <summary>The corpus files and folders of an evaluation.</summary>
    public static Argument<string[]> Corpus(string description) => new("GOLD") { Description = description, Arity = ArgumentArity.OneOrMore };

    /// <summary>Measures each corpus and writes its lines on standard output; one that cannot be read is named, and the others are measured.</summary>
    /// <param name="measure">The lines of one corpus.</param>
    public static int Run(IEnumerable<string> corpora, Func<string, IEnumerable<string>> measure)
    {
        var messages = new Messages(Console.Error);
        foreach (string corpus in corpora)
        {
            try
            {
                foreach (string line in measure(corpus)) Console.Out.WriteLine($"{Path.GetFileName(Path.TrimEndingDirectorySeparator(corpus))}: {line}");
            }
            catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException)
            {
                messages.Unreadable(corpus, e.Message.TrimEnd('.'));
            }
        }
        return messages.AnyUnreadable ? ExitCode.Unreadable : ExitCode.Done;
    }
}
