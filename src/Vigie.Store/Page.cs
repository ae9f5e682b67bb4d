using NodaTime;

namespace Vigie.Store;

/// <summary>Bytes as they came; never altered.</summary>
/// <param name="Sha256">Of <paramref name="Bytes"/>, 64 hexadecimal digits in lower case.</param>
/// <param name="Address">Where it came from: an address on the web, or a file's name.</param>
/// <param name="MediaType">As the sender named it, or null.</param>
/// <param name="Headers">As they came, one a line, or null.</param>
/// <param name="Bytes">Empty for a page too large to be kept within: its hash proves the file that lies elsewhere.</param>
public sealed record Page(string Sha256, string Address, Instant Fetched, string? MediaType, string? Headers, byte[] Bytes);

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
