using System.Text;
using CsCheck;
using Vigie.Text.Pages;
using Xunit;

namespace Vigie.Tests.Pages;

/// <summary>Bytes of pages are text in the encoding that they are in.</summary>
public sealed class PageEncodingTests
{
    private const string French = "<p>L’armée a annoncé la libération des otages à Ménaka ; l’enquête est confiée à la gendarmerie.</p>";
    private const string Arabic = "<p>أعلنت الشرطة اعتقال ثلاثة أشخاص بعد الهجوم على السوق القديم في المدينة</p>";

    static PageEncodingTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData(French, "utf-8", "utf-8")]
    [InlineData(French, "utf-8", "iso-8859-1")]
    [InlineData(French, "windows-1252", "iso-8859-1")]
    [InlineData(French, "windows-1252", "utf-8")]
    [InlineData(French, "windows-1252", null)]
    [InlineData(Arabic, "utf-8", "windows-1256")]
    [InlineData(Arabic, "windows-1256", "windows-1256")]
    [InlineData(Arabic, "windows-1256", "iso-8859-1")]
    [InlineData(Arabic, "windows-1256", null)]
    [InlineData(Arabic, "iso-8859-6", null)]
    [InlineData(French, "utf-16", null)]
    public void Text_is_read_whatever_is_declared(string text, string actual, string? declared)
    {
        string page = (declared is null ? "" : $"<meta charset=\"{declared}\">") + text;
        Assert.Equal(page, PageEncoding.Decode(Encoding.GetEncoding(actual).GetBytes(page)));
    }

    [Fact]
    public void The_type_that_came_with_the_bytes_counts() =>
        Assert.Equal("<p>été</p>", PageEncoding.Decode(Encoding.GetEncoding(850).GetBytes("<p>été</p>"), "text/html; charset=ibm850"));

    [Fact]
    public void Some_broken_places_in_a_text_leave_the_rest_as_it_is()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes(Arabic), 0xE9, .. Encoding.UTF8.GetBytes(Arabic)];
        Assert.Equal(Arabic + "\uFFFD" + Arabic, PageEncoding.Decode(bytes));
    }

    [Fact]
    public void Any_bytes_are_some_text() => Gen.Byte.Array[0, 400].Sample(bytes => PageEncoding.Decode(bytes) is not null);
}
