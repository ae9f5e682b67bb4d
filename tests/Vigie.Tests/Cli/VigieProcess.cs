using System.Diagnostics;
using System.Text;

namespace Vigie.Tests.Cli;

/// <summary>The built <c>vigie</c>, run as its users run it.</summary>
internal static class VigieProcess
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <param name="ExitCode">As in <see cref="Vigie.Cli.ExitCode"/>.</param>
    internal sealed record Result(int ExitCode, string Output, string Errors);

    /// <param name="input">Given on standard input, which is then closed.</param>
    /// <param name="folder">Where it runs.</param>
    public static Result Run(IEnumerable<string> arguments, byte[]? input = null, string? folder = null)
    {
        using Process process = Start(arguments, folder);
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        if (input is not null) process.StandardInput.BaseStream.Write(input);
        process.StandardInput.Close();
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException("vigie did not end within " + Patience);
        }
        return new Result(process.ExitCode, output.GetAwaiter().GetResult(), errors.GetAwaiter().GetResult());
    }

    public static Process Start(IEnumerable<string> arguments, string? folder = null)
    {
        var start = new ProcessStartInfo("dotnet", [Path(), .. arguments])
        {
            WorkingDirectory = folder ?? System.IO.Path.GetTempPath(),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        return Process.Start(start)!;
    }

    /// <summary>In the output folder of the project, of the same configuration as these tests.</summary>
    private static string Path()
    {
        var tests = new DirectoryInfo(AppContext.BaseDirectory);
        string built = System.IO.Path.Combine(tests.Parent!.Parent!.FullName, "Vigie", tests.Name, "vigie.dll");
        return File.Exists(built) ? built : throw new FileNotFoundException("vigie is not built", built);
    }
}
