using Microsoft.AspNetCore.Builder;
using WmoPlatform.ServiceDefaults.Aanmelding;

namespace WmoPlatform.ServiceDefaults.Tests;

public sealed class InstellingenTests
{
    [Theory]
    [InlineData("Aanmelding:Authority", null)]
    [InlineData("Aanmelding:Authority", "")]
    [InlineData("Aanmelding:Authority", "geen adres")]
    [InlineData("Aanmelding:Authority", "/ergens")]
    [InlineData("Aanmelding:Audience", null)]
    [InlineData("Aanmelding:Audience", "")]
    public void A_process_without_a_sign_in_that_can_work_does_not_start_and_says_what_to_set(string naam, string? waarde)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.Configuration["Aanmelding:Authority"] = "https://aanmelden.example";
        builder.Configuration["Aanmelding:Audience"] = "wmoplatform";
        builder.Configuration[naam] = waarde;

        Should.Throw<InvalidOperationException>(builder.AddAanmelding).Message.ShouldContain(naam);
    }
}
