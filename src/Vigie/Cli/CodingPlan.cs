using Vigie.Events.Coding;
using Vigie.Events.Triage;
using Vigie.Llm;
using Vigie.Text;

namespace Vigie.Cli;

/// <summary>Which steps an article goes through; each is loaded when the first article needs it.</summary>
/// <param name="Coder">Makes Vigie's own coder.</param>
/// <param name="Gate">Makes the gate that leaves articles out before they are coded, or null for none.</param>
/// <param name="SecondOpinion">Makes the coder that asks a language model first, or null for none.</param>
internal sealed record CodingPlan(Func<Coder> Coder, Func<Gate>? Gate = null, Func<LlmCoder>? SecondOpinion = null)
{
    /// <summary>Vigie's own coder, and nothing before it.</summary>
    public static CodingPlan Plain { get; } = new(() => Events.Coding.Coder.Load(DataFolder.BesideProgram, addedPlaces: AddedGazetteer.Files(null)));
}
