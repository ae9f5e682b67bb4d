namespace Vigie.Text.Pages.Html;

/// <summary>A line of text as a browser would set it: what stands between two ends of blocks or line breaks.</summary>
/// <param name="Owner">The element that makes it a line of its own.</param>
/// <param name="Text">White space collapsed, soft hyphens and zero-width spaces gone; never empty.</param>
/// <param name="LinkLength">How many units of it stand in links.</param>
internal sealed record TextBlock(Element Owner, string Text, int LinkLength)
{
    public double LinkShare => (double)LinkLength / Text.Length;

    /// <summary>Whether it reads like running text rather than a label, a menu or a list of links.</summary>
    public bool IsProse { get; } = IsProseLike(Text, LinkLength);

    public bool IsHeading => Owner.Name is ['h', >= '1' and <= '6'];

    private static bool IsProseLike(string text, int linkLength)
    {
        const int shortest = 25, surelyLong = 90;
        if (text.Length < shortest || linkLength * 2 > text.Length) return false;
        return text.Length >= surelyLong || EndsSentence(text);
    }

    /// <summary>Whether the text ends with a mark that ends a sentence, also before quotation marks and brackets.</summary>
    public static bool EndsSentence(ReadOnlySpan<char> text)
    {
        ReadOnlySpan<char> end = text.TrimEnd(" \"'”’»)]“‘");
        return end.Length > 0 && end[^1] is '.' or '!' or '?' or '…' or ':' or ';' or '؟' or '۔' or '。' or '！' or '？' or '।';
    }
}
