namespace Vigie.Text.Pages.Html;

/// <summary>What a part of a page is for.</summary>
internal enum PartKind
{
    /// <summary>Nothing is said of it.</summary>
    None,

    /// <summary>The text of an article.</summary>
    Body,

    /// <summary>An article with its head.</summary>
    Article,

    /// <summary>The lines between the title and the text that say the whole in short.</summary>
    Lead,

    /// <summary>The column in which articles stand.</summary>
    Main,

    Navigation,
    Sharing,
    Related,

    /// <summary>A box within the article that tells of something beside it.</summary>
    Box,

    /// <summary>What another site said, set in: a tweet, a video.</summary>
    Embed,

    Comments,
    Caption,
    Advertisement,
    Byline,
    Tags,
    Subscription,
    Form,
    Hidden,
}
