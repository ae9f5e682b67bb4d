using System.Diagnostics;
using System.Globalization;
using Vigie.Tests.House;
using Xunit;

namespace Vigie.Tests.Store;

/// <summary>One server for all tests: the one that VIGIE_POSTGRES names, or one of our own where the programs are installed.</summary>
public sealed class PostgresServer : IDisposable
{
    private const int NoServerHere = 69;

    private readonly Process? process;
    private int schemas;

    public PostgresServer()
    {
        Address = Environment.GetEnvironmentVariable("VIGIE_POSTGRES");
        if (Address is not null) return;
        if (OperatingSystem.IsWindows())
        {
            WhyNot = "eng/postgres is a shell script; name a server in VIGIE_POSTGRES";
            return;
        }
        process = Process.Start(new ProcessStartInfo("bash", [Repository.File("eng", "postgres")]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
        Address = process.StandardOutput.ReadLine();
        if (Address is not null) return;
        process.WaitForExit();
        WhyNot = process.StandardError.ReadToEnd().Trim();
        if (process.ExitCode != NoServerHere) throw new InvalidOperationException($"eng/postgres: exit code {process.ExitCode}: {WhyNot}");
    }

    /// <summary>Null where there is no server.</summary>
    public string? Address { get; }

    public string? WhyNot { get; }

    /// <summary>The address of an empty schema; the test is skipped where there is no server.</summary>
    public string Empty()
    {
        Assert.SkipWhen(Address is null, WhyNot ?? "");
        int number = Interlocked.Increment(ref schemas);
        return string.Create(CultureInfo.InvariantCulture, $"{Address}?schema=t{Environment.ProcessId}_{number}");
    }

    public void Dispose()
    {
        if (process is null) return;
        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
    }
}
