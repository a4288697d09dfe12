using WmoPlatform.ServiceDefaults.Aanmelding;

namespace WmoPlatform.ServiceDefaults.Tests;

/// <summary>What an API shows of a person is recorded, by one filter and without code of the endpoint.</summary>
public sealed class InzageTests(Voorbeelddienst dienst) : IClassFixture<Voorbeelddienst>
{
    private const string Pad = "/voorbeeld/v1/dossiers";

    [Fact]
    public async Task A_read_is_recorded_with_who_role_client_operation_subject_and_trace()
    {
        (await Vraag($"{Pad}/D-2026-000001", "lezer-1")).ShouldBe(200);

        var regel = dienst.Inzagen.Van("lezer-1").ShouldHaveSingleItem();
        (regel.Door.Rol, regel.Door.Client).ShouldBe(("consulent", "testclient"));
        regel.Operatie.ShouldBe("GET /voorbeeld/v1/dossiers/{dossiernummer}");
        regel.Onderwerpen.ShouldBe(["D-2026-000001", $"persoon/{Voorbeelddienst.Persoon}"], ignoreOrder: true);
        regel.Status.ShouldBe(200);
        regel.TraceId!.Length.ShouldBe(32);
    }

    [Fact]
    public async Task A_list_is_one_line_that_names_its_dossiers()
    {
        (await Vraag(Pad, "lezer-2")).ShouldBe(200);

        dienst.Inzagen.Van("lezer-2").ShouldHaveSingleItem().Onderwerpen
            .ShouldBe(["D-2026-000001", "D-2026-000002", $"persoon/{Voorbeelddienst.Persoon}"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("D-2026-000404", Rollen.Consulent, 404)]
    [InlineData("D-2026-000009", Rollen.Consulent, 409)]
    [InlineData("D-2026-000001", Rollen.Aanbieder, 403)]
    public async Task A_refusal_is_recorded_too(string nummer, string rol, int status)
    {
        var wie = $"lezer-{status}";
        (await Vraag($"{Pad}/{nummer}", wie, rol)).ShouldBe(status);

        var regel = dienst.Inzagen.Van(wie).ShouldHaveSingleItem();
        (regel.Status, regel.Door.Rol).ShouldBe((status, rol));
        regel.Onderwerpen.ShouldBe([nummer]);
    }

    [Theory]
    [InlineData("999993653")]
    [InlineData("mevrouw%20Lokaas")]
    [InlineData("D-2026-000001%00")]
    public async Task An_address_that_is_no_number_of_ours_is_not_repeated_in_the_log(string wat)
    {
        var wie = $"lezer-{Guid.NewGuid()}";
        await Vraag($"{Pad}/{wat}", wie);

        dienst.Inzagen.Van(wie).ShouldAllBe(r => r.Onderwerpen.Single() == "dossier/onleesbaar");
    }

    [Fact]
    public async Task An_endpoint_that_shows_nothing_of_a_person_writes_nothing()
    {
        (await Vraag("/voorbeeld/v1/tarieven", "lezer-3")).ShouldBe(200);
        dienst.Inzagen.Van("lezer-3").ShouldBeEmpty();
    }

    private async Task<int> Vraag(string pad, string wie, string rol = Rollen.Consulent) =>
        (await dienst.Vraag("GET", pad, token: dienst.Uitgever.Token(rol, sub: wie))).Status;
}

/// <summary>These tests break the access log of a service of their own.</summary>
public sealed class KapotteInzageTests(Voorbeelddienst dienst) : IClassFixture<Voorbeelddienst>
{
    [Fact]
    public async Task What_cannot_be_recorded_is_not_shown_but_gives_503()
    {
        dienst.Inzagen.Kapot = true;

        foreach (var nummer in (string[])["D-2026-000001", "D-2026-000404"])
        {
            var antwoord = await dienst.Vraag("GET", $"/voorbeeld/v1/dossiers/{nummer}");
            antwoord.Probleem(503, "inzage-niet-vastgelegd");
            antwoord.Kop("Retry-After").ShouldBe("5");
            antwoord.Tekst.ShouldNotContain(Voorbeelddienst.Persoon.ToString());
        }
        (await dienst.Vraag("GET", "/voorbeeld/v1/dossiers/D-2026-000001", token: dienst.Uitgever.Token(Rollen.Aanbieder)))
            .Probleem(503, "inzage-niet-vastgelegd");
        (await dienst.Vraag("GET", "/voorbeeld/v1/tarieven")).Status.ShouldBe(200);
    }
}
