namespace Vigie.Events.Incidents;

/// <summary>Hashes that are the same on every machine and in every run.</summary>
internal static class WordHash
{
    /// <summary>FNV-1a over the UTF-16 code units, mixed once more.</summary>
    public static uint Of(ReadOnlySpan<char> word)
    {
        ulong hash = 0xCBF29CE484222325;
        foreach (char c in word) hash = (hash ^ c) * 0x100000001B3;
        return (uint)(Mix(hash) >> 32);
    }

    /// <summary>The finaliser of SplitMix64 (Steele, Lea and Flood 2014).</summary>
    public static ulong Mix(ulong x)
    {
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
        return x ^ (x >> 31);
    }

    /// <summary>The hashes of some words, sorted, each once.</summary>
    public static uint[] Set(IEnumerable<string> words) => Set(words.Select(word => Of(word)));

    public static uint[] Set(IEnumerable<uint> hashes) => [.. hashes.Distinct().Order()];

    /// <summary>How many hashes two sorted sets share.</summary>
    public static int Shared(ReadOnlySpan<uint> a, ReadOnlySpan<uint> b)
    {
        int i = 0, j = 0, shared = 0;
        while (i < a.Length && j < b.Length)
        {
            if (a[i] == b[j])
            {
                shared++;
                i++;
                j++;
            }
            else if (a[i] < b[j])
            {
                i++;
            }
            else
            {
                j++;
            }
        }
        return shared;
    }
}
