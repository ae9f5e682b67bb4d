using Vigie.Text.Pages.Metadata;
using Xunit;

namespace Vigie.Tests.Pages;

/// <summary>The times that machines write.</summary>
public sealed class TimeStampTests
{
    [Theory]
    [InlineData("2025-03-14T09:42:00+01:00", "2025-03-14T09:42:00+01:00")]
    [InlineData("2025-03-14T09:42:00.123Z", "2025-03-14T09:42:00Z")]
    [InlineData("2025-03-14 09:42", "2025-03-14T09:42:00")]
    [InlineData("2025-03-14", "2025-03-14")]
    [InlineData("20250314", "2025-03-14")]
    [InlineData("20250314094200", "2025-03-14T09:42:00")]
    [InlineData("2025/03/14", "2025-03-14")]
    [InlineData("Fri, 14 Mar 2025 09:42:00 +0300", "2025-03-14T09:42:00+03:00")]
    [InlineData("14 Mar 25 09:42 GMT", "2025-03-14T09:42:00Z")]
    [InlineData("March 14, 2025 9:42 pm", "2025-03-14T21:42:00")]
    [InlineData("Fri Mar 14 09:42:00 UTC 2025", "2025-03-14T09:42:00Z")]
    [InlineData("14-Mar-2025", "2025-03-14")]
    [InlineData("1741945320", "2025-03-14T09:42:00Z")]
    [InlineData("2025-03-14T25:99:00", "2025-03-14")]
    public void A_time_is_read(string written, string time) => Assert.Equal(time, TimeStamp.Parse(written)?.ToString());

    [Theory]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("2025-02-30")]
    [InlineData("2025-13-01")]
    [InlineData("12345")]
    [InlineData("31 Apr 2025")]
    [InlineData("https://example.org/2025")]
    public void What_is_no_time_is_none(string written) => Assert.Null(TimeStamp.Parse(written));

    [Theory]
    [InlineData("https://example.org/2025/03/14/raid", "2025-03-14")]
    [InlineData("https://example.org/news/2025-03-14-raid.html", "2025-03-14")]
    [InlineData("https://example.org/20250314-raid", "2025-03-14")]
    [InlineData("https://example.org/14-03-2025/raid", "2025-03-14")]
    [InlineData("https://example.org/2025/03/raid", null)]
    [InlineData("https://example.org/article-2025031499", null)]
    public void An_address_has_its_day(string address, string? day) => Assert.Equal(day, AddressDate.In(address)?.ToString());
}
