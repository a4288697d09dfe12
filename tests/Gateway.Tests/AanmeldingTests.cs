using System.Net;
using System.Net.Http.Headers;
using WmoPlatform.Testhuis;

namespace WmoPlatform.Gateway.Tests;

public sealed class AanmeldingTests(Poort poort) : IClassFixture<Poort>
{
    public static TheoryData<string> Diensten => [.. Apis.Alle.Select(a => a.Pad)];

    [Theory]
    [MemberData(nameof(Diensten))]
    public async Task Without_a_token_no_service_is_reached(string pad)
    {
        var uniek = $"{pad}/{Guid.NewGuid():N}";

        var antwoord = await poort.Bezoeker.Stuur("GET " + uniek);

        (await antwoord.Probleem(401, "niet-aangemeld")).GetProperty("title").GetString().ShouldBe("Niet aangemeld");
        antwoord.Kop("WWW-Authenticate").ShouldBe("Bearer");
        poort.Diensten.Alles.ShouldNotContain(b => b.Regel == "GET " + uniek);
    }

    [Theory]
    [InlineData("GET", 200)]
    [InlineData("POST", 200)]
    [InlineData("PUT", 401)]
    [InlineData("DELETE", 401)]
    public async Task The_page_that_confirms_an_e_mail_address_asks_for_no_token(string methode, int status) =>
        ((int)(await poort.Bezoeker.Stuur($"{methode} /correspondentie/v1/emailadressen/bevestiging")).StatusCode).ShouldBe(status);

    [Fact]
    public async Task A_valid_token_passes_and_goes_on_to_the_service()
    {
        var token = poort.Token();
        var pad = $"/meldingen/v1/{Guid.NewGuid():N}";

        (await poort.Bezoeker.Stuur("GET " + pad, token)).StatusCode.ShouldBe(HttpStatusCode.OK);

        poort.Diensten.Alles.Single(b => b.Regel == "GET " + pad).Koppen["Authorization"].ShouldBe(token.ToString());
    }

    [Fact]
    public async Task A_token_for_another_audience_is_refused() => await Geweigerd(poort.Uitgever.Token("consulent", audience: "ander"));

    [Fact]
    public async Task A_token_of_another_issuer_is_refused() =>
        await Geweigerd(poort.Uitgever.Token("consulent", issuer: "https://kwaad.example"));

    [Fact]
    public async Task A_token_signed_by_another_key_is_refused() =>
        await Geweigerd(poort.Uitgever.Token("consulent", vreemdeSleutel: true));

    [Fact]
    public async Task An_expired_token_is_refused() => await Geweigerd(poort.Uitgever.Token("consulent", geldig: TimeSpan.FromMinutes(-5)));

    [Fact]
    public async Task A_token_that_passed_before_is_refused_once_it_has_expired()
    {
        // The gateway allows for a difference of 30 seconds between the clocks, so this token has five seconds left. A slow machine may
        // need a second token.
        var token = await Tot.Gevonden(async () =>
        {
            var bijnaVerlopen = poort.Uitgever.Token("consulent", geldig: TimeSpan.FromSeconds(-25));
            return (await Vraag(bijnaVerlopen)).StatusCode == HttpStatusCode.OK ? bijnaVerlopen : null;
        });

        await Tot.Waar(async () => (await Vraag(token)).StatusCode == HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_token_that_differs_in_one_claim_from_one_that_passed_is_refused()
    {
        var deel = poort.Uitgever.Token("consulent").Split('.');
        var ander = poort.Uitgever.Token("beheer").Split('.');
        (await Vraag(string.Join('.', deel))).StatusCode.ShouldBe(HttpStatusCode.OK);

        await Geweigerd($"{deel[0]}.{ander[1]}.{deel[2]}");
    }

    [Fact]
    public async Task A_token_that_passed_before_is_refused_once_its_key_is_withdrawn()
    {
        await using var eigen = new Poort();
        await eigen.InitializeAsync();
        var oud = new AuthenticationHeaderValue("Bearer", eigen.Uitgever.Token("consulent"));
        (await eigen.Bezoeker.Stuur("GET /meldingen/v1/meldingen", oud)).StatusCode.ShouldBe(HttpStatusCode.OK);

        eigen.Uitgever.WisselSleutel();

        var nieuw = new AuthenticationHeaderValue("Bearer", eigen.Uitgever.Token("consulent"));
        await Tot.Waar(async () =>
            (await eigen.Bezoeker.Stuur("GET /meldingen/v1/meldingen", oud)).StatusCode == HttpStatusCode.Unauthorized
            && (await eigen.Bezoeker.Stuur("GET /meldingen/v1/meldingen", nieuw)).StatusCode == HttpStatusCode.OK, TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task The_words_of_a_refusal_tell_nothing_about_the_token() =>
        (await Vraag(poort.Uitgever.Token("consulent", audience: "ander"))).Kop("WWW-Authenticate").ShouldBe("Bearer");

    private async Task Geweigerd(string token) => await (await Vraag(token)).Probleem(401, "niet-aangemeld");

    private Task<HttpResponseMessage> Vraag(string token) =>
        poort.Bezoeker.Stuur("GET /meldingen/v1/meldingen", new AuthenticationHeaderValue("Bearer", token));
}
