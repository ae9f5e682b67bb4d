using System.Globalization;
using Vigie.Events.Coding;
using Vigie.Text;

namespace Vigie.Store.Codebook;

/// <summary>What a sub-event type is called in other tables.</summary>
/// <param name="EventType">The event type above it.</param>
/// <param name="Plover">PLOVER's event; its mode is empty where there is none.</param>
/// <param name="Scale">PLOVER's event scale, -10 to 10.</param>
/// <param name="IsOrganisedViolence">Whether the UCDP GED may hold such an event.</param>
public sealed record TypeName(string SubEventType, string EventType, string Disorder, string Plover, string Mode, string Quad, double Scale, bool IsOrganisedViolence);

/// <summary>The sub-event types of the pack in the words of other tables: <c>data/exports/types.tsv</c> and <c>cameo.tsv</c>.</summary>
public sealed class TypeNames
{
    private const int TypeColumns = 7, CameoColumns = 2;

    private readonly Dictionary<string, TypeName> types = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, TypeName> cameo = new(StringComparer.Ordinal);

    /// <exception cref="KnowledgeException">A file is missing or malformed, or a type of the pack is missing in it.</exception>
    public static TypeNames Load(DataFolder data)
    {
        ConflictPack pack = ConflictPack.Load(data);
        var names = new TypeNames();
        string path = data.Data("exports", "types.tsv");
        foreach ((int line, string[] cells) in CodebookFile.Rows(path, TypeColumns))
        {
            int index = pack.IndexOf(cells[0]);
            if (index < 0) throw new KnowledgeException(path, line, $"'{cells[0]}' is no type of the pack");
            if (!double.TryParse(cells[5], NumberStyles.Float, CultureInfo.InvariantCulture, out double scale)) throw new KnowledgeException(path, line, $"'{cells[5]}' is no number");
            names.types.Add(cells[0], new TypeName(cells[0], pack.Types[index].Type, cells[1], cells[2], cells[3], cells[4], scale, cells[6] == "1"));
        }
        if (pack.Types.Find(type => !names.types.ContainsKey(type.Name)) is { } missing) throw new KnowledgeException(path, null, $"the type '{missing.Name}' of the pack is missing");

        path = data.Data("exports", "cameo.tsv");
        foreach ((int line, string[] cells) in CodebookFile.Rows(path, CameoColumns))
            names.cameo.Add(cells[0], names.Find(cells[1]) ?? throw new KnowledgeException(path, line, $"'{cells[1]}' is no type of the pack"));
        return names;
    }

    /// <summary>By the sub-event type's name, in any case; null where the pack has none of that name.</summary>
    public TypeName? Find(string subEventType) => types.GetValueOrDefault(subEventType);

    /// <summary>The type that a CAMEO code stands for: the longest beginning of it that stands for one, or null.</summary>
    public TypeName? FindCameo(string code)
    {
        for (int length = code.Length; length >= 2; length--)
            if (cameo.TryGetValue(code[..length], out TypeName? type)) return type;
        return null;
    }
}
