using Vigie.Events;
using Vigie.Events.Coding;
using Vigie.Events.Encoding;
using Vigie.Tests.Encodings;
using Vigie.Text;

namespace Vigie.Tests.Coding;

/// <summary>A reader whose weights are nothing but those given: what it prefers is what a test says.</summary>
internal static class EmptyReader
{
    private const int Width = ReaderShape.Width;
    private const int Key = ReaderShape.KeyWidth;

    /// <param name="set">Changes weights, by name, before they are written.</param>
    public static Reader With(Action<Dictionary<string, float[]>> set, string root)
    {
        int fields = ReaderShape.Fields.Count;
        var shapes = new List<(string Name, int[] Shape)>();
        void Linear(string name, int rows, int columns) => shapes.AddRange([(name + ".weight", [rows, columns]), (name + ".bias", [rows])]);
        Linear("sentence.hidden", Width, 2 * Width);
        Linear("sentence.out", Width, Width);
        Linear("type", 25, Width);
        shapes.Add(("mention.type", [25, ReaderShape.TypeWidth]));
        Linear("mention.hidden", Width, 2 * Width + ReaderShape.TypeWidth);
        Linear("link.query", fields * Key, Width);
        Linear("link.null", fields, Width);
        shapes.Add(("link.distance", [fields, ReaderShape.Distances]));
        shapes.Add(("link.feature", [fields, LinkFeatures.Count]));
        int valueFields = fields - ReaderShape.PassageFields;
        Linear("value.mention", Key, Width);
        Linear("value.candidate", Key, Width);
        shapes.AddRange([("value.feature", [Key, LinkFeatures.Count]), ("value.distance", [ReaderShape.Distances, Key]), ("value.field", [valueFields, Key]), ("value.out", [valueFields, Key])]);
        Linear("role.query", ReaderShape.Roles * Key, Width);
        Linear("role.null", ReaderShape.Roles, Width);
        shapes.Add(("role.far", [ReaderShape.Roles, ReaderShape.Distances]));
        Linear("kind.hidden", Key, Width);
        Linear("kind.out", ActorKinds.All.Count, Key);
        Linear("says.mention", Key, Width);
        shapes.Add(("says.distance", [ReaderShape.Distances, Key]));
        Linear("says.out", 1, Key);
        Linear("view.query", Key, Width);
        Linear("view.hidden", Width, 2 * Width);
        Linear("focus.out", 2, Width);
        Linear("status.out", 3, Width);
        Linear("weapon.out", 14, Width);

        Dictionary<string, float[]> values = shapes.ToDictionary(weight => weight.Name, weight => new float[weight.Shape.Aggregate(1, (a, b) => a * b)]);
        set(values);
        var data = new DataFolder(root);
        string path = data.Model("reader", "reader.safetensors");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, SafetensorsFile.Of([.. shapes.Select(weight => (weight.Name, weight.Shape, values[weight.Name]))]));
        return Reader.Load(data, ConflictPack.Load(DataFolder.BesideProgram));
    }

    /// <summary>The document with a piece a word and vectors of nothing.</summary>
    public static EncodedDocument Encoded(Document document)
    {
        var pieces = new List<Piece>();
        for (int at = 0; at < document.Text.Length;)
        {
            int end = at;
            while (end < document.Text.Length && !char.IsWhiteSpace(document.Text[end])) end++;
            if (end > at) pieces.Add(new Piece(4, new Span(at, end)));
            at = end + 1;
        }
        Document whole = document with { Pieces = pieces };
        PieceLayout layout = PieceLayout.Of(whole);
        var encoded = new EncodedDocument(whole, layout);
        encoded.Take(0, new float[layout.Count * EncodedDocument.Width], new float[layout.Count * PieceScores.Width], new float[EncodedDocument.Width]);
        return encoded;
    }
}
