using Microsoft.Win32.SafeHandles;

namespace Vigie.Cli;

/// <summary>Standard output that tells when its reader has gone.</summary>
internal static class StandardOutput
{
    private const int BrokenPipe = 32;
    private const int WindowsBrokenPipe = unchecked((int)0x8007006D);
    private const int WindowsNoData = unchecked((int)0x800700E8);

    /// <summary>
    /// The console's own stream swallows a closed pipe, so that <c>vigie code … | head</c> would code on for nobody: a pipe is
    /// written as a file instead. A real file is left to the console, which shares its position with standard error.
    /// </summary>
    public static Stream Open()
    {
        if (!OperatingSystem.IsWindows() && Console.IsOutputRedirected)
        {
            var handle = new SafeFileHandle(1, ownsHandle: false);
            try
            {
                var stream = new FileStream(handle, FileAccess.Write, bufferSize: 0);
                if (!stream.CanSeek) return stream;
            }
            catch (Exception e) when (e is IOException or ArgumentException or UnauthorizedAccessException)
            {
                // Closed or of an odd kind: the console's stream makes the best of it.
            }
        }
        return Console.OpenStandardOutput();
    }

    /// <summary>Whether a write failed because nobody reads any more.</summary>
    public static bool HasNoReader(IOException e) => e.HResult is BrokenPipe or WindowsBrokenPipe or WindowsNoData;
}
