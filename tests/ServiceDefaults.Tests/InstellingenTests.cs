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

    [Theory]
    [InlineData(nameof(Gemeente.Code), null)]
    [InlineData(nameof(Gemeente.Code), "34")]
    [InlineData(nameof(Gemeente.Code), "Almere")]
    [InlineData(nameof(Gemeente.Naam), "")]
    [InlineData(nameof(Gemeente.Telefoon), null)]
    [InlineData(nameof(Gemeente.Clientondersteuning), null)]
    [InlineData(nameof(Gemeente.StandaardWijkteam), null)]
    public void A_process_demands_of_the_municipality_only_what_it_uses(string veld, string? waarde)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.Configuration[$"Gemeente:{veld}"] = waarde;
        builder.AddGemeente();

        Should.Throw<InvalidOperationException>(() => builder.AddGemeente(veld)).Message.ShouldStartWith($"Stel Gemeente:{veld} in: ");
    }
}
