using System.Text;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;
using Vigie.Text.Pages.Metadata;

namespace Vigie.Text.Pages.Documents;

/// <summary>The text of a PDF file that has letters; one that is a picture of a page has none.</summary>
internal static class PdfText
{
    private const int MostPages = 500;

    public static bool Begins(ReadOnlySpan<byte> bytes) => bytes[..Math.Min(bytes.Length, 1024)].IndexOf("%PDF-"u8) >= 0;

    /// <summary>Title, text and day as the file gives them; null where it cannot be read.</summary>
    public static (string Title, string Text, PageTime? Day)? Read(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using PdfDocument document = PdfDocument.Open(bytes.ToArray(), new ParsingOptions { UseLenientParsing = true });
            var text = new StringBuilder();
            for (int number = 1; number <= Math.Min(document.NumberOfPages, MostPages); number++)
            {
                UglyToad.PdfPig.Content.Page page = document.GetPage(number);
                text.Append(ContentOrderTextExtractor.GetText(page, addDoubleNewline: true)).Append("\n\n");
            }
            string[] paragraphs = Paragraphs(text.ToString());
            DocumentInformation about = document.Information;
            string title = PageFacts.Collapsed(about.Title ?? "");
            if (title.Length == 0 && paragraphs.Length > 1 && paragraphs[0].Length <= 200) (title, paragraphs) = (paragraphs[0], paragraphs[1..]);
            return (title, string.Join('\n', paragraphs), TimeStamp.Parse(about.CreationDate?.Replace("D:", "", StringComparison.Ordinal)));
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return null; // The library throws what it likes at a broken file.
        }
    }

    // Lines of a paragraph are joined; a blank line parts paragraphs.
    private static string[] Paragraphs(string text) =>
        [.. text.ReplaceLineEndings("\n").Split("\n\n").Select(PageFacts.Collapsed).Where(paragraph => paragraph.Any(char.IsLetterOrDigit))];
}
