namespace Vigie.Store;

/// <summary>The store cannot be used, or not now; the message says what is wrong and what to do.</summary>
/// <param name="store">The file, or the server without its password.</param>
/// <param name="passing">Whether the same call may succeed a little later.</param>
public class StoreException(string store, string problem, bool passing = false, Exception? inner = null) : Exception($"{store}: {problem}", inner)
{
    public string Store { get; } = store;

    /// <summary>What is wrong and what to do, without the store's name.</summary>
    public string Problem { get; } = problem;

    public bool Passing { get; } = passing;
}

/// <summary>Somebody else changed it first.</summary>
/// <param name="subject"><c>event</c> or <c>incident</c>.</param>
/// <param name="now">Its version now; null where it is no longer there.</param>
public sealed class StaleException(string subject, string id, long seen, long? now)
    : Exception(now is null
        ? $"the {subject} {id} is no longer there; load it again"
        : $"the {subject} {id} was changed meanwhile (you saw version {seen}, it is {now} now); load it again")
{
    public string Subject { get; } = subject;

    public string Id { get; } = id;

    public long Seen { get; } = seen;

    public long? Now { get; } = now;
}

/// <summary>A proposal that makes no sense; the message says why.</summary>
public sealed class ProposalException(string problem) : Exception(problem);
