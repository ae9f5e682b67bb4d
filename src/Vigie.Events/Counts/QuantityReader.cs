namespace Vigie.Events.Counts;

/// <summary>Finds the numbers of people in a sentence, with their modifiers and nouns.</summary>
internal sealed class QuantityReader(CountTokens tokens, CountLexicon lexicon)
{
    private const int NounReach = 4;

    /// <summary>Adds the quantities of the sentence in order.</summary>
    public void Read(List<Quantity> found)
    {
        var i = 0;
        while (i < tokens.Count)
        {
            var quantity = ReadAt(i, out var next);
            if (quantity is not null) found.Add(quantity);
            i = Math.Max(i + 1, next);
        }
    }

    private Quantity? ReadAt(int first, out int next)
    {
        next = first + 1;
        var part = tokens.Match(first, CountWord.Part);
        var i = first + part;
        if (part > 0 && (i >= tokens.Count || !Close(i))) return null;
        var unopened = first;
        bool atLeast = false, atMost = false, open = false;
        for (var read = true; read && i < tokens.Count && (i == first || Close(i));)
        {
            int words;
            if ((words = tokens.Match(i, CountWord.AtLeast)) > 0) atLeast = true;
            else if ((words = tokens.Match(i, CountWord.AtMost)) > 0) atMost = true;
            else if ((words = tokens.Match(i, CountWord.RangeOpen)) > 0) open = true;
            else read = (words = tokens.Match(i, CountWord.About)) > 0;
            if (i == unopened && open && part == 0) unopened += words;
            i += words;
        }
        if (i >= tokens.Count || (i > first && !Close(i))) return null;
        if (tokens.Match(i, CountWord.Thing) > 0) return null;
        var core = Core(i, out var head);
        if (core is null) return Individuals(first, atLeast ? i : first + part, part > 0, out next);
        if (core == Count.Exactly(1) && !atLeast && Individuals(first, first + part, part > 0, out var behind) is { } single)
        {
            next = behind;
            return single;
        }
        next = head;
        if (IsNoCount(i, head)) return null;
        var range = Range(ref head, core, open);
        if (range is null && open && Core(i, out var lowEnd, joins: false) is { } low)
        {
            // "entre cinq cents et sept cents": the joiner parts two numbers.
            range = Range(ref lowEnd, low, open);
            if (range is not null) head = lowEnd;
        }
        if (range is not null) core = range;
        else first = unopened;
        if (range is null && atLeast) core = new Count(core.Low, null, core.Best);
        else if (range is null && atMost) core = new Count(null, core.Best, core.Best);
        if (head < tokens.Count && tokens[head].Number >= 0 && tokens[head].Before.HasFlag(Gap.Bracket) && tokens[head].Number == core.Best) head++;
        next = Math.Max(next, head);
        return WithNoun(first, head, core, part > 0, i, ref next);
    }

    /// <summary>The number itself: open, round, in words or in digits.</summary>
    private Count? Core(int i, out int head, bool joins = true)
    {
        var words = tokens.Match(i, CountWord.Open, out var phrase);
        // "عدد (30) شخصا": the number itself stands in brackets.
        if (words > 0 && i + words < tokens.Count && tokens[i + words].Number >= 0 && tokens[i + words].Before.HasFlag(Gap.Bracket))
        {
            i += words;
            words = 0;
        }
        if (words > 0)
        {
            head = i + words;
            return new Count((int)phrase!.Value, null, null);
        }
        words = tokens.Match(i, CountWord.Round, out phrase);
        if (words > 0)
        {
            head = i + words;
            return Count.Exactly((int)phrase!.Value);
        }
        var value = CardinalReader.Read(tokens, i, joins, out var length);
        head = i + length;
        if (length == 0) return null;
        // "une vingtaine", "a dozen", "deux douzaines", "dozens" behind a number.
        words = head < tokens.Count && Close(head) ? tokens.Match(head, CountWord.Round, out phrase) : 0;
        if (words > 0)
        {
            head += words;
            value *= phrase!.Value;
        }
        return value is > 0 and < 100_000_000 ? Count.Exactly((int)value) : value == 0 ? Count.Exactly(0) : null;
    }

    private Count? Range(ref int head, Count low, bool open)
    {
        if (low.Best is null || head >= tokens.Count) return null;
        var at = head;
        var dash = tokens[at].Before == Gap.Hyphen && tokens[at].Number > low.Best;
        if (!dash)
        {
            var words = tokens.Match(at, open ? CountWord.RangeAnd : CountWord.RangeTo);
            // "entre 20 et 30" may also be opened by "de" and linked by "à".
            if (words == 0 && open) words = tokens.Match(at, CountWord.RangeTo);
            if (words == 0)
            {
                if (!open || !tokens[at].Form.Joined) return null;
            }
            at += words;
            if (at >= tokens.Count || !Close(at)) return null;
        }
        var more = tokens.Match(at, CountWord.AtLeast) + tokens.Match(at, CountWord.About);
        if (at + more >= tokens.Count) return null;
        var high = Core(at + more, out var end);
        if (high?.Best is null || high.Best <= low.Best) return null;
        head = end;
        return new Count(low.Low, high.High, low.Best);
    }

    /// <summary>The noun behind the number; null where it is a thing, or a bare number that is likelier something else.</summary>
    private Quantity? WithNoun(int first, int head, Count count, bool part, int number, ref int next)
    {
        int end = head, whoStart = head, whoEnd = head;
        var noun = QuantityNoun.None;
        var others = false;
        CountPhrase? befallen = null;
        var i = head;
        for (var read = 0; read < NounReach && i < tokens.Count && Close(i); read++)
        {
            int words;
            if (tokens[i].Form.Joined || tokens.Match(i, CountWord.Ending) > 0) break;
            if (tokens.Match(i, CountWord.Thing) is > 0 and var thing && noun != QuantityNoun.People)
            {
                // "100 000 personnes" is caught below; "20 maisons", "3 km", "12 mars" are no people.
                if (tokens.Match(i, CountWord.People) == 0)
                {
                    next = Math.Max(next, i + thing);
                    return null;
                }
            }
            // "two men killed a guard": after a noun a verb is left to say on which side its people stand.
            if ((words = MatchCounted(i, out var phrase)) > 0 && !(noun == QuantityNoun.People && MayTurn(i)))
            {
                befallen = phrase;
                i += words;
                end = i;
                if (noun == QuantityNoun.None) noun = QuantityNoun.People;
                break;
            }
            if (tokens.Match(i, CountWord.AtLeastAfter) is > 0 and var least)
            {
                count = count with { High = null };
                i += least;
                end = i;
                continue;
            }
            if (IsVerb(i)) break;
            if ((words = tokens.Match(i, CountWord.Others)) > 0)
            {
                others = true;
                i += words;
                end = i;
                if (noun == QuantityNoun.None) noun = QuantityNoun.People;
                continue;
            }
            if ((words = Math.Max(tokens.Match(i, CountWord.People), tokens.Match(i, CountWord.Person))) > 0)
            {
                if (noun != QuantityNoun.People) whoStart = Math.Min(whoStart == head ? i : whoStart, i);
                noun = QuantityNoun.People;
                i += words;
                end = whoEnd = i;
                continue;
            }
            if ((words = tokens.Match(i, CountWord.Link)) > 0)
            {
                i += words;
                continue;
            }
            if (EndsPhrase(i)) break;
            if (noun == QuantityNoun.None)
            {
                noun = QuantityNoun.Unknown;
                whoStart = i;
                end = whoEnd = i + 1;
            }
            i++;
        }
        if (end < tokens.Count && Close(end) && tokens.Match(end, CountWord.AtLeastAfter) is > 0 and var after)
        {
            count = count with { High = null };
            end += after;
        }
        if (HasPlus(head)) count = count with { High = null };
        if ((noun != QuantityNoun.People || others) && FollowsName(number)) return null;
        if (noun == QuantityNoun.None && (IsYear(number, head, count) || IsAge(number, head) || IsListed(number, head))) return null;
        next = Math.Max(next, noun == QuantityNoun.People ? end : head);
        return new Quantity(first, head, end, count, noun, part, IsAgent(first))
        {
            Who = whoEnd > whoStart ? (whoStart, whoEnd) : (head, head),
            Befallen = befallen,
            IsOthers = others,
            IsVague = noun == QuantityNoun.Unknown && count == Count.Exactly(1) && tokens.Match(number, CountWord.Article) > 0,
        };
    }

    /// <summary>People without a number: "un homme", "sa femme", "des civils", "جنديان".</summary>
    private Quantity? Individuals(int first, int i, bool part, out int next)
    {
        next = first + 1;
        var pair = tokens.Match(i, CountWord.Pair);
        if (pair > 0)
        {
            next = i + pair;
            var befallen = MatchCounted(i, out var phrase) > 0 ? phrase : null;
            return new Quantity(first, i, next, Count.Exactly(2), QuantityNoun.People, part, IsAgent(first)) { Who = (i, next), Befallen = befallen };
        }
        var plural = tokens.Match(i, CountWord.Plural);
        if (plural > 0 && NounAt(i + plural, CountWord.People, CountWord.Counted, out var end, out var counted))
        {
            next = counted is null ? i + plural : end;
            return new Quantity(first, i + plural, end, new Count(2, null, null), QuantityNoun.People, part, IsAgent(first)) { Who = counted is null ? (i + plural, end) : default, Befallen = counted, IsUnnumbered = true };
        }
        var article = Math.Max(tokens.Match(i, CountWord.Article), tokens.Match(i, CountWord.Determiner));
        if (article > 0 && NounAt(i + article, CountWord.Person, CountWord.CountedOne, out end, out counted))
        {
            next = end;
            return new Quantity(first, i + article, end, Count.Exactly(1), QuantityNoun.People, part, IsAgent(first)) { Who = counted is null ? (i + article, end) : default, Befallen = counted, IsUnnumbered = true };
        }
        if (article == 0 && lexicon.BareNounIsOne && i == first && NounAt(i, CountWord.Person, CountWord.CountedOne, out end, out counted, reach: 1))
        {
            next = end;
            return new Quantity(first, i, end, Count.Exactly(1), QuantityNoun.People, part, IsAgent(first)) { Who = counted is null ? (i, end) : default, Befallen = counted, IsUnnumbered = true };
        }
        return null;
    }

    private bool NounAt(int i, CountWord people, CountWord counted, out int end, out CountPhrase? befallen, int reach = 3)
    {
        befallen = null;
        for (var read = 0; read < reach && i < tokens.Count && Close(i); read++)
        {
            var words = tokens.Match(i, counted, out befallen);
            if (words == 0) words = tokens.Match(i, people);
            if (words > 0)
            {
                end = i + words;
                return true;
            }
            // "a 16-year-old teacher"
            if (tokens[i].Number >= 0 && tokens.Match(i + 1, CountWord.Person) > 0)
            {
                i++;
                read--;
                continue;
            }
            if (tokens.Match(i, CountWord.Thing) > 0 || IsVerb(i) || tokens[i].Number >= 0 || tokens.Match(i, CountWord.Link) > 0) break;
            i++;
        }
        end = i;
        return false;
    }

    private int MatchCounted(int i, out CountPhrase? phrase)
    {
        var words = tokens.Match(i, CountWord.Counted, out phrase);
        return words > 0 ? words : tokens.Match(i, CountWord.CountedOne, out phrase);
    }

    private bool MayTurn(int i) => tokens.Match(i, CountWord.Either) > 0 || tokens.Match(i, CountWord.EitherOne) > 0;

    private bool IsVerb(int i)
    {
        foreach (var phrase in tokens[i].Form.Starts)
        {
            if (phrase.Kind is CountWord.Governs or CountWord.Closes or CountWord.ClosesOne or CountWord.Either or CountWord.EitherOne
                or CountWord.Passive or CountWord.PassiveOne or CountWord.Active or CountWord.Agent or CountWord.Part
                && tokens.Follows(i, phrase)) return true;
        }
        return false;
    }

    /// <summary>Whether a number is a share, a score, a time or part of a name.</summary>
    private bool IsNoCount(int number, int head)
    {
        var after = tokens.GapBefore(head);
        var before = tokens[number].Before;
        if ((after & (Gap.Slash | Gap.Sign)) != 0 && !HasPlus(head)) return true;
        if ((before & (Gap.Slash | Gap.Sign)) != 0 && number > 0) return true;
        if (after == Gap.Colon && head < tokens.Count && tokens[head].Number >= 0 && tokens[number].Number >= 0) return true;
        if (before == Gap.Hyphen && number > 0 && tokens[number].Number >= 0) return true;
        return false;
    }

    private bool FollowsName(int number)
    {
        for (var back = 1; back <= 3; back++)
            if (tokens.Match(number - back, CountWord.NoCountAfter) == back && Close(number)) return true;
        return false;
    }

    private bool IsYear(int number, int head, Count count) =>
        count.Best is >= 1900 and <= 2100 && head == number + 1 && tokens[number].End - tokens[number].Start == 4;

    /// <summary>A number set off behind a person ("Jean Petit, 25, …", "a boy of 13").</summary>
    private bool IsAge(int number, int head)
    {
        if (number == 0) return false;
        const Gap Off = Gap.Comma | Gap.Bracket;
        if ((tokens[number].Before & Off) != 0 && (tokens.GapBefore(head) & Off) != 0 && tokens[number].Number >= 0)
            return tokens[number - 1].Capital || tokens.Match(number - 1, CountWord.Person) > 0;
        return number > 1 && tokens.Match(number - 1, CountWord.Link) > 0 && tokens.Match(number - 2, CountWord.Person) > 0 && Close(number)
            && tokens.Match(number - 2, CountWord.People) == 0;
    }

    /// <summary>The number of a list's entry ("15 – …"), or a day among days ("les 5, 6 et 7 mars").</summary>
    private bool IsListed(int number, int head)
    {
        if (tokens[number].Number < 0) return false;
        if (number == 0 && (tokens.GapBefore(head) & ~Gap.Space) != 0) return true;
        for (var i = head; i < tokens.Count && i < head + 8; i++)
        {
            i += tokens.Match(i, CountWord.Joiner);
            if (i >= tokens.Count || tokens[i].Number < 0) return i > head && tokens.Match(i, CountWord.Thing) > 0 && (tokens.GapBefore(i) & Gap.Comma) == 0 && tokens[i - 1].Number >= 0;
        }
        return false;
    }

    private bool EndsPhrase(int i)
    {
        if (tokens[i].Number >= 0) return true;
        foreach (var kind in (ReadOnlySpan<CountWord>)[CountWord.Cardinal, CountWord.Clause, CountWord.Joiner, CountWord.Determiner, CountWord.Article, CountWord.Plural, CountWord.With])
            if (tokens.Match(i, kind) > 0) return true;
        return false;
    }

    private bool IsAgent(int first)
    {
        for (var back = 1; back <= 3; back++)
            if (tokens.Match(first - back, CountWord.Agent) == back) return true;
        return false;
    }

    private bool HasPlus(int head) =>
        head > 0 && head - 1 < tokens.Count && tokens[head - 1].End < tokens.Text.Length && tokens.Text[tokens[head - 1].End] == '+';

    private bool Close(int i) => (tokens.GapBefore(i) & (Gap.Comma | Gap.Semicolon | Gap.Stop | Gap.Colon | Gap.Slash)) == 0;
}
