using System.Text;
using System.Xml;
using System.Xml.Linq;
using NodaTime;
using NodaTime.Text;
using Vigie.Text;

namespace Vigie.Evaluation;

/// <summary>Reads a document of TimeML 1.2 with its times inline: <c>TEXT</c> holds <c>TIMEX3</c>, <c>DCT</c> the day it was made.</summary>
internal static class TimeMlFile
{
    private const int LongestFile = 4_000_000;

    /// <exception cref="InvalidDataException">The file is no TimeML; names it, and the line where known.</exception>
    public static TimedText Read(string path, string? language)
    {
        XElement root = Load(path);
        if (root.Element("TEXT") is not { } body) throw new InvalidDataException($"{path}: no <TEXT> stands in it");
        var text = new StringBuilder();
        var times = new List<ExpectedTime>();
        // Title and newline go before the text: there is no title.
        Collect(body, text, times, offset: 1);
        string? made = root.Descendants("DCT").Descendants("TIMEX3").FirstOrDefault()?.Attribute("value")?.Value;
        LocalDate? day = made is { Length: >= 10 } && LocalDatePattern.Iso.Parse(made[..10]) is { Success: true } parsed ? parsed.Value : null;
        return new TimedText(new Article(Path.GetFileNameWithoutExtension(path), "", text.ToString(), language, day), times);
    }

    private static XElement Load(string path)
    {
        try
        {
            using XmlReader reader = XmlReader.Create(path, new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, MaxCharactersInDocument = LongestFile });
            return XDocument.Load(reader, LoadOptions.PreserveWhitespace).Root!;
        }
        catch (XmlException e)
        {
            throw new InvalidDataException($"{path}: {e.Message}", e);
        }
    }

    private static void Collect(XElement element, StringBuilder text, List<ExpectedTime> times, int offset)
    {
        foreach (XNode node in element.Nodes())
        {
            if (node is XText words) text.Append(words.Value);
            if (node is not XElement inner) continue;
            int start = text.Length;
            Collect(inner, text, times, offset);
            if (inner.Name.LocalName == "TIMEX3" && text.Length > start)
                times.Add(new ExpectedTime(new Span(offset + start, offset + text.Length), inner.Attribute("value")?.Value ?? "", []));
        }
    }
}
