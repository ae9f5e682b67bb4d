using Vigie.Text;

namespace Vigie.Tests.Texts;

/// <summary>Documents as the program reads them.</summary>
internal static class Documents
{
    public static DocumentReader Reader { get; } = DocumentReader.Load(DataFolder.BesideProgram);

    public static Document Read(string title, string text, string? language = "en") => Reader.Read(new Article("case", title, text, language));
}
