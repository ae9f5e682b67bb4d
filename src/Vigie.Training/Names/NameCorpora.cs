using System.Formats.Tar;
using System.IO.Compression;

namespace Vigie.Training.Names;

/// <summary>The public sets of names, in folders as their publishers name them.</summary>
public static class NameCorpora
{
    /// <summary>French, of many genres.</summary>
    public const string Fenec = "fenec";

    /// <summary>English, of the wars in Syria and Iraq. One of its sources may not be learned from and cannot be told apart in the file: it measures and no more.</summary>
    public const string Re3d = "re3d";

    /// <summary>English, encyclopaedia.</summary>
    public const string Wikigold = "wikigold";

    /// <summary>Arabic, encyclopaedia.</summary>
    public const string Aqmar = "aqmar";

    /// <summary>Arabic, news.</summary>
    public const string Anercorp = "anercorp";

    /// <summary>What the folder must hold, in words for a person.</summary>
    public const string Needed = "a folder with fenec_v1/*.txt and *.ann, re3d/train/re3d-train.conll, wikigold/wikigold.conll.txt, aqmar/aqmar.tar.gz and anercorp/ANERCorp.gz";

    public static IReadOnlyList<string> All { get; } = [Fenec, Re3d, Wikigold, Aqmar, Anercorp];

    /// <summary>The texts of a set, in its order.</summary>
    /// <exception cref="IOException">A file is missing.</exception>
    /// <exception cref="InvalidDataException">A file is not of its format.</exception>
    public static IReadOnlyList<NamedText> Read(string folder, string corpus) => corpus switch
    {
        Fenec => [.. BratFolder.Read(Path.Combine(folder, "fenec_v1"), corpus, "fr")],
        Re3d => Lines(File.OpenRead(Path.Combine(folder, "re3d", "train", "re3d-train.conll")), corpus, "en", blankLines: true),
        Wikigold => Lines(File.OpenRead(Path.Combine(folder, "wikigold", "wikigold.conll.txt")), corpus, "en", blankLines: true),
        Aqmar => [.. Entries(Path.Combine(folder, "aqmar", "aqmar.tar.gz"), corpus)],
        Anercorp => Lines(Unpacked(Path.Combine(folder, "anercorp", "ANERCorp.gz")), corpus, "ar", blankLines: false),
        _ => throw new ArgumentOutOfRangeException(nameof(corpus), corpus, "no set of that name"),
    };

    private static GZipStream Unpacked(string path) => new(File.OpenRead(path), CompressionMode.Decompress);

    private static List<NamedText> Lines(Stream stream, string corpus, string language, bool blankLines)
    {
        using var reader = new StreamReader(stream);
        return [.. TaggedLines.Read(reader, corpus, language, blankLines)];
    }

    private static IEnumerable<NamedText> Entries(string path, string corpus)
    {
        using GZipStream unpacked = Unpacked(path);
        using var archive = new TarReader(unpacked);
        while (archive.GetNextEntry(copyData: true) is { } entry)
        {
            if (entry.DataStream is null || !entry.Name.Contains("/articles/", StringComparison.Ordinal)) continue;
            foreach (NamedText text in Lines(entry.DataStream, corpus, "ar", blankLines: true)) yield return text;
        }
    }
}
