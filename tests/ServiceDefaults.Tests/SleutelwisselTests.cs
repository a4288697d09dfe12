using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.Testhuis;

namespace WmoPlatform.ServiceDefaults.Tests;

/// <summary>The issuer changes its key, or asks more of who signs in.</summary>
public sealed class SleutelwisselTests(SleutelwisselTests.Streng dienst) : IClassFixture<SleutelwisselTests.Streng>
{
    private static readonly TimeSpan Minuut = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task A_withdrawn_key_is_refused_and_a_new_one_accepted_within_a_minute()
    {
        var oud = dienst.Uitgever.Token("consulent");
        (await Status(oud)).ShouldBe(200);
        // Anybody can send a token with an unknown key.
        (await Status(dienst.Uitgever.Token("consulent", vreemdeSleutel: true))).ShouldBe(401);

        dienst.Uitgever.WisselSleutel();
        (await Status(dienst.Uitgever.Token("consulent", vreemdeSleutel: true))).ShouldBe(401);

        var nieuw = dienst.Uitgever.Token("consulent");
        await Tot.Waar(async () => await Status(nieuw) == 200, Minuut);
        await Tot.Waar(async () => await Status(oud) == 401, Minuut);
        (await Status(nieuw)).ShouldBe(200);
    }

    [Theory]
    [InlineData("urn:laag")]
    [InlineData(null)]
    public async Task A_resident_who_signed_in_too_weakly_hears_what_to_do(string? acr) =>
        (await dienst.Vraag("GET", "/voorbeeld/v1/ik", token: dienst.Uitgever.Token(Rollen.Inwoner, bsn: "999993653", acr: acr)))
            .Probleem(401, "betrouwbaarheid-te-laag");

    [Fact]
    public async Task A_resident_who_signed_in_well_and_everybody_else_pass()
    {
        (await Status(dienst.Uitgever.Token(Rollen.Inwoner, bsn: "999993653", acr: "urn:substantieel"))).ShouldBe(200);
        (await Status(dienst.Uitgever.Token(Rollen.Consulent))).ShouldBe(200);
    }

    private async Task<int> Status(string token) => (await dienst.Vraag("GET", "/voorbeeld/v1/ik", token: token)).Status;

    public sealed class Streng : Voorbeelddienst
    {
        protected override string[] Instellingen =>
            ["--Aanmelding:Betrouwbaarheid:0=urn:substantieel", "--Aanmelding:Betrouwbaarheid:1=urn:hoog"];
    }
}
