using System.Collections.Frozen;

namespace Vigie.Text.Pages.Html;

/// <summary>What an element does to the text about it.</summary>
internal enum TagKind
{
    /// <summary>Part of the line it stands in.</summary>
    Inline,

    /// <summary>Begins and ends a line.</summary>
    Block,

    /// <summary>A block that an end tag of another element does not reach beyond: a cell, a table.</summary>
    Boundary,

    /// <summary>Has no content and no end tag.</summary>
    Void,

    /// <summary>Nothing in it is text of the page.</summary>
    Mute,
}

/// <summary>The elements that HTML knows, by what they do to the text.</summary>
internal static class Tags
{
    private static readonly FrozenDictionary<string, TagKind> Kinds = Listed().ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, TagKind>.AlternateLookup<ReadOnlySpan<char>> BySpan = Kinds.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenDictionary<string, string> Names = Kinds.Keys.Concat(["a", "b", "i", "em", "strong", "span", "time", "small", "sup", "sub", "u", "font", "label", "picture", "source"])
        .Distinct(StringComparer.Ordinal).ToFrozenDictionary(name => name, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> NamesBySpan = Names.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>An element that HTML does not know stands in the line, as browsers have it.</summary>
    public static TagKind KindOf(ReadOnlySpan<char> name) => BySpan.TryGetValue(name, out TagKind kind) ? kind : TagKind.Inline;

    /// <summary>The name as one string for all elements of that name.</summary>
    public static string NameOf(ReadOnlySpan<char> name) => NamesBySpan.TryGetValue(name, out string? known) ? known : name.ToString();

    private static IEnumerable<KeyValuePair<string, TagKind>> Listed()
    {
        const string blocks = "address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 "
            + "head header hgroup html legend li listing main menu nav ol optgroup option p pre search section summary tbody tfoot thead tr ul";
        const string voids = "area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr";
        const string mute = "applet audio button canvas iframe map math noembed noframes object script select style svg template textarea title video";
        foreach (string name in blocks.Split(' ')) yield return new(name, TagKind.Block);
        foreach (string name in (string[])["table", "td", "th", "caption"]) yield return new(name, TagKind.Boundary);
        foreach (string name in voids.Split(' ')) yield return new(name, TagKind.Void);
        foreach (string name in mute.Split(' ')) yield return new(name, TagKind.Mute);
    }
}
