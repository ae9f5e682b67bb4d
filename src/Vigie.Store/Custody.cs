using NodaTime;

namespace Vigie.Store;

/// <summary>What is done to a page while it is kept.</summary>
public enum CustodyAction
{
    /// <summary>It came in, for the first time or again.</summary>
    Collected,

    /// <summary>Its bytes were hashed again, and are what they were.</summary>
    Verified,

    /// <summary>Its bytes are no longer what they were.</summary>
    Damaged,

    /// <summary>It was given away.</summary>
    Exported,

    /// <summary>Articles were read from it.</summary>
    Read,
}

/// <summary>A line of the custody log.</summary>
/// <param name="Detail">Address, tool or file, or null.</param>
public sealed record CustodyEntry(Instant At, CustodyAction Action, string Who, string? Detail);
