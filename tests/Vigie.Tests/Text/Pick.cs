using CsCheck;

namespace Vigie.Tests.Texts;

/// <summary>Random texts of chosen parts: what random letters seldom hit.</summary>
internal static class Pick
{
    public static Gen<string> One(params string[] parts) => Gen.Int[0, parts.Length - 1].Select(i => parts[i]);

    public static Gen<string> Text(int longest, params string[] parts) => One(parts).Array[0, longest].Select(string.Concat);
}
