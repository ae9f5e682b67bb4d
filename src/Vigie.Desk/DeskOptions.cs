using System.Net;

namespace Vigie.Desk;

/// <param name="Address">Where the desk listens; this machine alone.</param>
/// <param name="Port">0 takes a free one.</param>
public sealed record DeskOptions(IPAddress Address, int Port)
{
    public static DeskOptions Local { get; } = new(IPAddress.Loopback, 0);
}
