using WmoPlatform.ServiceDefaults.Aanmelding;

namespace WmoPlatform.ServiceDefaults.Tests;

public sealed class AanmeldingTests(Voorbeelddienst dienst) : IClassFixture<Voorbeelddienst>
{
    [Fact]
    public async Task Without_a_token_the_answer_is_401() => Geweigerd(await Ik(""));

    [Fact]
    public async Task A_token_for_another_audience_is_refused() =>
        Geweigerd(await Ik(dienst.Uitgever.Token("consulent", audience: "ander")));

    [Fact]
    public async Task A_token_of_another_issuer_is_refused() =>
        Geweigerd(await Ik(dienst.Uitgever.Token("consulent", issuer: "https://ander.example")));

    [Fact]
    public async Task A_token_signed_by_another_key_is_refused() =>
        Geweigerd(await Ik(dienst.Uitgever.Token("consulent", vreemdeSleutel: true)));

    [Fact]
    public async Task An_expired_token_is_refused() =>
        Geweigerd(await Ik(dienst.Uitgever.Token("consulent", geldig: TimeSpan.FromMinutes(-1))));

    [Fact]
    public async Task A_token_without_a_signature_is_refused()
    {
        var deel = dienst.Uitgever.Token("consulent").Split('.');

        // {"alg":"none","typ":"JWT"}
        Geweigerd(await Ik($"eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0.{deel[1]}."));
        Geweigerd(await Ik($"{deel[0]}.{deel[1]}."));
    }

    [Theory]
    [InlineData("RS512")]
    [InlineData("PS256")]
    public async Task A_token_signed_in_a_way_that_nobody_named_is_refused(string alg) =>
        Geweigerd(await Ik(dienst.Uitgever.Token("consulent", kop: new(Alg: alg))));

    [Theory]
    [InlineData("logout+jwt")]
    [InlineData("dpop+jwt")]
    public async Task A_token_of_another_kind_is_refused(string typ) =>
        Geweigerd(await Ik(dienst.Uitgever.Token("consulent", kop: new(Typ: typ))));

    [Theory]
    [InlineData("JWT")]
    [InlineData("at+jwt")]
    [InlineData("application/AT+JWT")]
    [InlineData(null)]
    public async Task An_access_token_passes(string? typ) =>
        (await Ik(dienst.Uitgever.Token("consulent", kop: new(Typ: typ)))).Status.ShouldBe(200);

    [Theory]
    [InlineData("b64")]
    [InlineData("urn:voorbeeld:iets")]
    public async Task A_token_with_a_header_that_must_be_understood_is_refused(string kop) =>
        Geweigerd(await Ik(dienst.Uitgever.Token("consulent", kop: new(Crit: kop))));

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public async Task A_token_that_does_not_say_who_it_is_is_refused(string sub) =>
        Geweigerd(await Ik(dienst.Uitgever.Token("consulent", sub: sub)));

    [Fact]
    public async Task The_claims_of_the_token_are_the_user()
    {
        var ik = (await Ik(dienst.Uitgever.Token([Rollen.Consulent, Rollen.Beheer], agb: "12345678", teams: ["haven", "buiten"],
            sub: "u-1"))).Json;

        ik.GetProperty("id").GetString().ShouldBe("u-1");
        ik.GetProperty("rollen").EnumerateArray().Select(r => r.GetString()).ShouldBe([Rollen.Consulent, Rollen.Beheer], ignoreOrder: true);
        ik.GetProperty("agb").GetString().ShouldBe("12345678");
        ik.GetProperty("teams").EnumerateArray().Select(r => r.GetString()).ShouldBe(["haven", "buiten"], ignoreOrder: true);
    }

    [Theory]
    [InlineData(Rollen.Consulent, 200)]
    [InlineData(Rollen.Backoffice, 200)]
    [InlineData(Rollen.Inwoner, 403)]
    [InlineData(Rollen.Beslisser, 403)]
    [InlineData(Rollen.Aanbieder, 403)]
    [InlineData(Rollen.Beheer, 403)]
    [InlineData(Rollen.Keten, 403)]
    [InlineData(Rollen.Systeem, 403)]
    public async Task An_endpoint_is_open_to_the_roles_it_names_and_to_no_other(string rol, int status)
    {
        var antwoord = await dienst.Vraag("GET", "/voorbeeld/v1/dingen", token: dienst.Uitgever.Token(rol));

        antwoord.Status.ShouldBe(status);
        if (status == 403) antwoord.Probleem(403, "geen-toegang");
    }

    [Fact]
    public async Task An_endpoint_that_names_no_role_is_closed_to_everyone()
    {
        (await dienst.Vraag("GET", "/voorbeeld/v1/vergeten", token: dienst.Uitgever.Token([.. Rollen.Alle]))).Probleem(403, "geen-toegang");
        (await dienst.Vraag("GET", "/voorbeeld/v1/vergeten", token: "")).Probleem(401, "niet-aangemeld");
    }

    [Fact]
    public async Task A_refusal_quotes_nothing_of_the_token()
    {
        var antwoord = await Ik(dienst.Uitgever.Token("inwoner", bsn: "999993653", audience: "ander"));

        antwoord.Kop("WWW-Authenticate").ShouldBe("Bearer");
        antwoord.Tekst.ShouldNotContain("999993653");
        antwoord.Tekst.ShouldNotContain("IDX");
    }

    [Theory]
    [InlineData(Rollen.Consulent, "haven", true)]
    [InlineData(Rollen.Consulent, "buiten", false)]
    [InlineData(Rollen.Inwoner, "haven", true)]
    [InlineData(Rollen.Beslisser, "buiten", true)]
    [InlineData(Rollen.Backoffice, "buiten", true)]
    [InlineData(Rollen.Beheer, "haven", false)]
    [InlineData(Rollen.Aanbieder, "haven", false)]
    public void A_dossier_is_the_business_of_its_own_people(string rol, string wijkteam, bool mag) =>
        new Gebruiker("u", new HashSet<string> { rol }, "999993653", null, new HashSet<string> { "haven" }).MagBij("999993653", wijkteam)
            .ShouldBe(mag);

    [Fact]
    public void A_resident_may_not_see_the_dossier_of_another_nor_one_without_BSN()
    {
        new Gebruiker("u", new HashSet<string> { Rollen.Inwoner }, "999993653", null, new HashSet<string>()).MagBij("999900006", "haven")
            .ShouldBeFalse();
        new Gebruiker("u", new HashSet<string> { Rollen.Inwoner }, null, null, new HashSet<string>()).MagBij("999900006", "haven")
            .ShouldBeFalse();
    }

    private static void Geweigerd(Voorbeelddienst.Antwoord antwoord) => antwoord.Probleem(401, "niet-aangemeld");

    private Task<Voorbeelddienst.Antwoord> Ik(string token) => dienst.Vraag("GET", "/voorbeeld/v1/ik", token: token);
}
