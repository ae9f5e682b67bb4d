using System.Numerics;

namespace Vigie.Events.Incidents;

/// <summary>
/// The least hashes of a text's runs of words under several hash functions (Broder 1997): the share of places at which two signatures
/// agree estimates the share of runs that two texts have in common.
/// </summary>
public sealed class MinHash
{
    /// <summary>Number of hash functions: the estimate's standard error is at most .063.</summary>
    public const int Length = 64;

    /// <summary>Words in a run.</summary>
    public const int Run = 4;

    /// <summary>Runs looked at, from the start of the text.</summary>
    private const int MostRuns = 2_000;

    private readonly uint[] least;

    private MinHash(uint[] least) => this.least = least;

    /// <summary>Signature of a text's folded words; null where there are too few for a run.</summary>
    public static MinHash? Of(IReadOnlyList<uint> words)
    {
        if (words.Count < Run) return null;
        var least = new uint[Length];
        Array.Fill(least, uint.MaxValue);
        int runs = Math.Min(words.Count - Run + 1, MostRuns);
        for (int i = 0; i < runs; i++)
        {
            ulong run = 0;
            for (int j = 0; j < Run; j++) run = WordHash.Mix(run ^ words[i + j]);
            for (int k = 0; k < Length; k++)
            {
                uint hash = (uint)(WordHash.Mix(run + ((ulong)k * 0x9E3779B97F4A7C15)) >> 32);
                if (hash < least[k]) least[k] = hash;
            }
        }
        return new MinHash(least);
    }

    /// <summary>0 to 1: estimated share of the runs of both texts that both have.</summary>
    public double Likeness(MinHash other)
    {
        int same = 0;
        for (int k = 0; k < Length; k++)
            if (least[k] == other.least[k]) same++;
        return (double)same / Length;
    }

    /// <summary>Hash of the places from <paramref name="from"/> on, so many: texts that are alike agree in some such band.</summary>
    public ulong Band(int from, int count)
    {
        ulong band = (ulong)from;
        for (int k = from; k < from + count; k++) band = WordHash.Mix(BitOperations.RotateLeft(band, 17) ^ least[k]);
        return band;
    }
}
