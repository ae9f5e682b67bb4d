namespace Vigie.Text.Pages.Metadata;

/// <summary>The day in an address: <c>/2025/08/20/</c>, <c>/20250820-</c>, <c>/2025-08-20-</c>, <c>/20-08-2025</c>.</summary>
internal static class AddressDate
{
    private const int LongestAddress = 2_000;

    /// <summary>The last day in the address: what stands before is the archive's or the section's.</summary>
    public static PageTime? In(string? address)
    {
        if (address is null || address.Length > LongestAddress) return null;
        PageTime? found = null;
        for (int at = 0; at + 8 <= address.Length; at++)
        {
            if (!char.IsAsciiDigit(address[at]) || at > 0 && char.IsAsciiLetterOrDigit(address[at - 1])) continue;
            int end = at;
            while (end < address.Length && (char.IsAsciiDigit(address[end]) || address[end] is '/' or '-' or '_')) end++;
            if (Whole(address.AsSpan(at, end - at).TrimEnd("/-_")) is { } time) found = time;
            at = end;
        }
        return found;
    }

    private static PageTime? Whole(ReadOnlySpan<char> run)
    {
        if (run.Length >= 8 && (run.Length == 8 || run[8] is '/' or '-' or '_') && run[0] is '1' or '2' && run[..8].IndexOfAnyExceptInRange('0', '9') < 0) return TimeStamp.Parse(run[..8].ToString());
        string[] parts = run.ToString().Split('/', '-', '_');
        if (parts.Length < 3) return null;
        if (parts[0].Length == 4) return TimeStamp.Parse($"{parts[0]}-{parts[1]}-{parts[2]}");
        return parts[2].Length == 4 && parts[0].Length == 2 && parts[1].Length == 2 ? TimeStamp.Parse($"{parts[2]}-{parts[1]}-{parts[0]}") : null;
    }
}
