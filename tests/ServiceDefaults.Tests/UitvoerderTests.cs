using System.Security.Claims;
using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults.Aanmelding;

namespace WmoPlatform.ServiceDefaults.Tests;

/// <summary>The actor of a request.</summary>
public sealed class UitvoerderTests(Voorbeelddienst dienst) : IClassFixture<Voorbeelddienst>
{
    [Fact]
    public void The_role_is_the_one_that_the_endpoint_admits()
    {
        var wie = new ClaimsPrincipal(new ClaimsIdentity(
            [new("sub", "s1"), new("roles", "beheer"), new("roles", "consulent"), new("azp", "portaal")]));
        Uitvoerder.Van(wie, new ToegestaneRollen([Rollen.Consulent, Rollen.Backoffice])).ShouldBe(new Actor("s1", "consulent", "portaal"));
        Uitvoerder.Van(wie, null).ShouldBe(new Actor("s1", "beheer+consulent", "portaal"));
    }

    [Theory]
    [InlineData("999993653", null)]
    [InlineData("digid:999993653", "999993653")]
    [InlineData("f.elamrani@example.org", null)]
    [InlineData("Fatima el Amrani", null)]
    public async Task A_subject_that_says_who_somebody_is_becomes_the_same_pseudonym_each_time(string sub, string? bsn)
    {
        var eerst = await Id();
        eerst.ShouldStartWith("s-");
        eerst.ShouldNotContain(sub);
        (await Id()).ShouldBe(eerst);

        async Task<string> Id() =>
            (await dienst.Vraag("GET", "/voorbeeld/v1/ik", token: dienst.Uitgever.Token(Rollen.Inwoner, bsn: bsn, sub: sub)))
                .Json.GetProperty("id").GetString()!;
    }

    [Fact]
    public async Task An_opaque_subject_stays_as_it_is() =>
        (await dienst.Vraag("GET", "/voorbeeld/v1/ik", token: dienst.Uitgever.Token(Rollen.Inwoner, sub: "0f9a-medewerker-7")))
            .Json.GetProperty("id").GetString().ShouldBe("0f9a-medewerker-7");
}
