namespace Vigie.Text.Pages.Archives;

/// <summary>One page of an archive, or why a part of the archive is none.</summary>
/// <param name="Where">Names the part to a person: the archive's name and the record's number or address.</param>
/// <param name="Page">Null where it cannot be read.</param>
/// <param name="Problem">What could not be read, or null; a page with a problem was read in part.</param>
public sealed record ArchivedPage(string Where, Page? Page, string? Problem = null);
