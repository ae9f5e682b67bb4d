using Vigie.Desk.Wording;
using Vigie.Store;

namespace Vigie.Desk.Viewing;

/// <summary>A line at the head of a page.</summary>
/// <param name="Undo">The decision that can be taken back from here, or null.</param>
public sealed record Notice(string Text, bool IsProblem = false, long? Undo = null)
{
    /// <summary>What a decision did, while nobody has taken it back.</summary>
    public static Notice? Of(Decision? decision, Words words) => decision is null || decision.Undone is not null
        ? null
        : new Notice(words["did." + decision.Kind], Undo: decision.Undoes is null ? decision.Number : null);
}
