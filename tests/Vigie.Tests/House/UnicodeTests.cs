using System.Globalization;
using System.Text;
using Xunit;

namespace Vigie.Tests.House;

/// <summary>Without its Unicode tables .NET leaves accents apart from their letters, in silence: names would no longer match.</summary>
public sealed class UnicodeTests
{
    [Fact]
    public void An_accent_apart_joins_its_letter() => Assert.Equal("\u00e9", "e\u0301".Normalize(NormalizationForm.FormC));

    [Fact]
    public void An_accent_comes_off_its_letter() => Assert.Equal("e\u0301", "\u00e9".Normalize(NormalizationForm.FormD));

    [Fact]
    public void A_presentation_form_becomes_its_letters() => Assert.Equal("\u0644\u0627", "\ufefb".Normalize(NormalizationForm.FormKC));

    [Fact]
    public void Cultures_are_known() => Assert.Equal("janvier", CultureInfo.GetCultureInfo("fr-FR").DateTimeFormat.MonthNames[0]);

    [Fact]
    public void No_project_switches_the_tables_off()
    {
        foreach (string file in Repository.Files.Where(file => file.EndsWith("proj", StringComparison.Ordinal) || file.EndsWith(".props", StringComparison.Ordinal)))
            Assert.DoesNotContain("<InvariantGlobalization>true", Repository.Read(file), StringComparison.OrdinalIgnoreCase);
    }
}
