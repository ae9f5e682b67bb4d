namespace Vigie.Tests.Store;

/// <summary>A clock that goes on by a second at every look.</summary>
internal sealed class SteppingClock : TimeProvider
{
    private long seconds;

    public override DateTimeOffset GetUtcNow() => new DateTimeOffset(2025, 9, 1, 12, 0, 0, TimeSpan.Zero).AddSeconds(Interlocked.Increment(ref seconds));
}
