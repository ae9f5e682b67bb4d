using System.CommandLine;

namespace Vigie.Cli;

/// <summary><c>vigie eval</c>: measures; a file a kind of measure.</summary>
internal static class EvalCommand
{
    public static Command Build() => new("eval", "Measure: coded events against gold reports, and two coders against each other.")
    {
        EvalEvents.Build(),
        EvalAgree.Build(),
        EvalCalibration.Build(),
    };
}
