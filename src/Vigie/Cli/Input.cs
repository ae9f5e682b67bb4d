using NodaTime;
using Vigie.Text;

namespace Vigie.Cli;

/// <summary>One article of the input, or why it is none.</summary>
/// <param name="Where">Names it to a person: a file, or a file and a line.</param>
/// <param name="Article">Null where it cannot be read.</param>
/// <param name="Problem">What could not be read and what to do, or null; an article with a problem was read in part.</param>
/// <param name="Note">What was not quite right though all of it was read, or null.</param>
internal sealed record Input(string Where, Article? Article, string? Problem = null, string? Note = null)
{
    public static Input Unreadable(string where, string problem) => new(where, null, problem);
}

/// <summary>What the caller says about the articles.</summary>
/// <param name="Published">Day of publication: of every plain text, and of the lines of JSON that name none.</param>
/// <param name="Language">Language: of every plain text, and of the lines of JSON that name none.</param>
internal sealed record InputDefaults(LocalDate? Published, string? Language);
