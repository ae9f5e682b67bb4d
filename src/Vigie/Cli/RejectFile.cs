using System.Globalization;
using System.Text;

namespace Vigie.Cli;

/// <summary>What could not be imported, one line each, parted by tabs: file, number of line, what is wrong, the beginning of the line itself.</summary>
internal sealed class RejectFile : IDisposable
{
    private readonly StreamWriter lines;

    private RejectFile(string file)
    {
        lines = new StreamWriter(file, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
        lines.WriteLine("file\tline\tproblem\ttext");
    }

    /// <exception cref="IOException">The file cannot be written.</exception>
    public static RejectFile Create(string file) => new(file);

    public void Write(string file, long line, string problem, string raw) =>
        lines.WriteLine(string.Join('\t', Flat(file), line.ToString(CultureInfo.InvariantCulture), Flat(problem), Flat(raw)));

    public void Dispose() => lines.Dispose();

    private static string Flat(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal)
        .Replace("\r", "\\r", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
}
