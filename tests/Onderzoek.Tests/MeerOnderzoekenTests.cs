using System.Net;
using System.Text.Json.Nodes;
using WmoPlatform.Contracts;

namespace WmoPlatform.Onderzoeken.Tests;

/// <summary>A dossier with several meldingen, each with its own onderzoek.</summary>
public sealed class MeerOnderzoekenTests(Dienst dienst)
{
    [Fact]
    public async Task Each_melding_in_a_dossier_has_its_own_onderzoek_and_six_weeks()
    {
        var dossier = await dienst.Dossier(Stand.Gesprek);
        var tweede = await dienst.NogEenMelding(dossier, "M-2026-900001");

        var onderzoek = (await Lees(tweede))["onderzoek"]!;

        (onderzoek["dossiernummer"]!.GetValue<string>(), onderzoek["meldingnummer"]!.GetValue<string>(),
            onderzoek["volgendeStap"]!.GetValue<string>()).ShouldBe((dossier.Nummer, tweede, "gesprek-plannen"));
        (await Lees(dossier.Nummer.Replace('D', 'M')))["gesprekken"]!.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_number_of_a_dossier_does_not_say_which_of_two_onderzoeken_is_meant()
    {
        var dossier = await dienst.Dossier();
        var tweede = await dienst.NogEenMelding(dossier, "M-2026-900002");

        (await dossier.Post("/gesprekken", new { tijdstip = "2026-03-05T09:00:00Z", plaats = "thuis" }).MoetZijn(409, "meer-onderzoeken"))
            .ShouldBeEmpty();
        await new Dossier(dienst, tweede).VoerGesprek();

        (await Lees(tweede))["gesprekken"]!.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task Once_the_first_is_signed_the_number_of_the_dossier_means_the_second()
    {
        var dossier = await dienst.Dossier(Stand.Ondertekend);
        var tweede = await dienst.NogEenMelding(dossier, "M-2026-900003");

        await dossier.VoerGesprek();

        (await Lees(tweede))["gesprekken"]!.AsArray().Count.ShouldBe(1);
        (await dossier.Aangekondigd()).OfType<VerslagOndertekend>().Single().Meldingnummer.ShouldBe(dossier.Nummer.Replace('D', 'M'));
    }

    [Fact]
    public async Task A_withdrawn_melding_stops_its_own_onderzoek_only()
    {
        var dossier = await dienst.Dossier();
        var tweede = Voorbeeld.Melding(dossier.Nummer, bsn: Dienst.Bsn) with { Meldingnummer = "M-2026-900004" };
        await dienst.Fabriek.Verwerk(tweede);

        await dienst.Fabriek.Verwerk(new MeldingIngetrokken(Voorbeeld.Vandaag)
        { Dossiernummer = dossier.Nummer, AggregaatId = tweede.AggregaatId, Versie = 2, Op = Voorbeeld.Nu });

        (await Lees(tweede.Meldingnummer))["onderzoek"]!["status"]!.GetValue<string>().ShouldBe("gestopt");
        // One runs, so the number of the dossier means that one.
        (await Lees(dossier.Nummer))["onderzoek"]!["meldingnummer"]!.GetValue<string>().ShouldBe(dossier.Nummer.Replace('D', 'M'));
    }

    private async Task<JsonNode> Lees(string nummer)
    {
        using var antwoord = await dienst.Consulent.GetAsync(new Uri($"/onderzoek/v1/onderzoeken/{nummer}", UriKind.Relative));
        antwoord.StatusCode.ShouldBe(HttpStatusCode.OK);
        return JsonNode.Parse(await antwoord.Content.ReadAsStringAsync())!;
    }
}
