namespace Vigie.Cli;

/// <summary>An input that cannot be coded; the message says what is wrong and what to do, without naming the input.</summary>
internal sealed class InputException(string problem) : Exception(problem);
