namespace Vigie.Events.Counts;

/// <summary>Reads cardinals, in digits or in words up to millions.</summary>
internal static class CardinalReader
{
    private const int LongestNumber = 24;

    /// <summary>Reads the longest cardinal that begins at a word; <paramref name="length"/> is 0 where none does.</summary>
    /// <param name="joins">Whether "et", "and" or "و" may stand within the number.</param>
    public static long Read(CountTokens tokens, int index, bool joins, out int length)
    {
        var token = tokens[index];
        if (token.Number >= 0) return ReadDigits(tokens, index, out length);
        long total = 0, current = 0;
        var seen = false;
        var i = index;
        while (i < tokens.Count && i - index < LongestNumber)
        {
            if (seen && (tokens[i].Before & ~(Gap.Space | Gap.Hyphen)) != 0) break;
            var joined = seen && tokens[i].Form.Joined;
            if (joined && !joins) break;
            var at = i;
            var joiner = seen && joins ? tokens.Match(i, CountWord.Joiner) : 0;
            if (joiner > 0 && (tokens.GapBefore(i + joiner) & ~(Gap.Space | Gap.Hyphen)) == 0)
            {
                at += joiner;
                joined = true;
            }
            var words = tokens.Match(at, CountWord.Cardinal, out var phrase);
            if (words > 0)
            {
                if (!Adds(ref current, total, phrase!.Value, seen, joined)) break;
            }
            else
            {
                words = tokens.Match(at, CountWord.Scale, out phrase);
                if (words == 0 || !Scales(ref total, ref current, phrase!.Value, joined)) break;
            }
            seen = true;
            i = at + words;
        }
        length = i - index;
        return Math.Min(total + current, int.MaxValue);
    }

    private static long ReadDigits(CountTokens tokens, int index, out int length)
    {
        var token = tokens[index];
        var words = tokens.Match(index + 1, CountWord.Scale, out var scale);
        if (words > 0 && scale!.Value >= 10 && tokens[index + 1].Before == Gap.Space)
        {
            length = 1 + words;
            return Math.Min(token.Number * scale.Value + token.Fraction * scale.Value / 1000, int.MaxValue);
        }
        length = token.Fraction == 0 ? 1 : 0;
        return Math.Min(token.Number, int.MaxValue);
    }

    private static bool Adds(ref long current, long total, long value, bool seen, bool joined)
    {
        if (!seen)
        {
            current = value;
            return true;
        }
        var tens = current % 100;
        if (value == 20 && tens == 4 && !joined)
        {
            // quatre-vingts
            current += 76;
            return true;
        }
        var fits = (current == 0 && total > 0 && value < 1000)
            || (value < 10 && tens >= 20 && tens % 10 == 0 && (!joined || value is 1 or > 1 and < 10))
            || (value is >= 7 and <= 9 && tens == 10 && !joined)
            || (value is > 10 and < 20 && tens is 60 or 80)
            || (value == 10 && (tens is > 0 and < 10 or 60 or 80) && !joined)
            || (value is >= 20 and < 100 && value % 10 == 0 && tens is > 0 and < 10 && joined)
            || (value < 100 && current >= 100 && tens == 0);
        if (fits) current += value;
        return fits;
    }

    private static bool Scales(ref long total, ref long current, long scale, bool joined)
    {
        if (scale < 1000)
        {
            // "deux mille et cent", "ألف ومئة": a hundred of its own; "cinq cents": five of them.
            if (current == 0 || joined)
            {
                if (current % 1000 != 0) return false;
                current += scale;
                return true;
            }
            if (current >= 100) return false;
            current *= scale;
            return true;
        }
        if (joined && current != 0) return false;
        total += (current == 0 ? 1 : current) * scale;
        current = 0;
        return total <= int.MaxValue;
    }
}
