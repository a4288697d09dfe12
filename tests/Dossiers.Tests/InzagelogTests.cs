using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults.Aanmelding;

namespace WmoPlatform.Dossiers.Tests;

/// <summary>Who did something in a dossier, and who saw it, on a real database.</summary>
public sealed class InzagelogTests(Dienst dienst) : IClassFixture<Dienst>
{
    private const string Log = "/dossiers/v1/inzagelog";
    private static readonly CancellationToken Annulering = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_read_a_dossier_or_was_refused_it_is_recorded_before_the_answer_leaves()
    {
        var nummer = await Dossier();
        await Vraag(nummer, Rollen.Backoffice, "medewerker-1");
        await Vraag(nummer, Rollen.Consulent, "medewerker-2", teams: ["wijkteam-elders"]);
        await Vraag(nummer, Rollen.Aanbieder, "medewerker-3");

        var regels = await Regels($"onderwerp={nummer}");
        regels.Select(r => (r.GetProperty("wie").GetString(), r.GetProperty("rol").GetString(), r.GetProperty("status").GetInt32(),
            r.GetProperty("geweigerd").GetBoolean())).ShouldBe(
        [
            ("medewerker-1", "backoffice", 200, false),
            ("medewerker-2", "consulent", 404, true),
            ("medewerker-3", "aanbieder", 403, true),
        ]);
        regels.ShouldAllBe(r => r.GetProperty("operatie").GetString() == "GET /dossiers/v1/dossiers/{dossiernummer}"
            && r.GetProperty("client").GetString() == "testclient" && r.GetProperty("traceId").GetString()!.Length == 32);
        (await Regels($"onderwerp={nummer}&geweigerd=true")).Length.ShouldBe(2);
        (await Regels($"onderwerp={nummer}&wie=medewerker-2")).Length.ShouldBe(1);
        (await Regels($"onderwerp={nummer}&tot=2020-01-01T00:00:00Z")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_list_is_recorded_as_one_line_with_all_its_dossiers()
    {
        var (een, ander) = (await Dossier(), await Dossier());
        using var http = dienst.Fabriek.Als(Rollen.Backoffice, sub: "lezer-van-lijsten");
        (await http.GetAsync("/dossiers/v1/dossiers?aantal=200", Annulering)).StatusCode.ShouldBe(HttpStatusCode.OK);

        var regel = (await Regels("wie=lezer-van-lijsten")).ShouldHaveSingleItem();
        var onderwerpen = regel.GetProperty("onderwerpen").EnumerateArray().Select(o => o.GetString()).ToList();
        onderwerpen.ShouldContain(een);
        onderwerpen.ShouldContain(ander);
    }

    [Fact]
    public async Task Only_an_auditor_reads_the_log_and_its_proof_and_that_is_recorded_too()
    {
        foreach (var rol in Rollen.Alle.Where(r => r != Rollen.Auditor))
            foreach (var pad in (string[])[Log, Log + "/controle"])
                (await dienst.Fabriek.Als(rol).GetAsync(pad, Annulering)).StatusCode.ShouldBe(HttpStatusCode.Forbidden, rol);
        var nummer = await Dossier();
        await Regels($"onderwerp={nummer}", sub: "auditor-9");

        (await Regels("wie=auditor-9")).Length.ShouldBe(1);
        var controle = await dienst.Fabriek.Als(Rollen.Auditor).GetFromJsonAsync<JsonElement>(Log + "/controle", Annulering);
        controle.GetProperty("klopt").GetBoolean().ShouldBeTrue();
        controle.GetProperty("gebrokenBlokken").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task The_timeline_tells_staff_and_auditor_who_did_what_and_a_resident_only_their_own()
    {
        var inwoner = new Actor("inwoner-1", Rollen.Inwoner, "portaal");
        var consulent = new Actor("medewerker-4", Rollen.Consulent, "werkplek");
        var v = Verhaal.Gemeld(dienst.Nummer()).InOnderzoek();
        await dienst.Verwerk(v.Gebeurtenissen.Select(g => g switch
        {
            MeldingGedaan => g with { Door = inwoner },
            OnderzoekGeopend => g with { Door = Actor.Na(v.Gebeurtenissen[0] with { Door = inwoner }) },
            OntvangstBevestigd => g with { Door = Actor.Zelf("De verzending") },
            _ => g with { Door = consulent },
        }));
        var nummer = v.Gebeurtenissen[0].Dossiernummer;

        foreach (var rol in (string[])[Rollen.Backoffice, Rollen.Beslisser, Rollen.Auditor])
        {
            var door = await Tijdlijn(nummer, dienst.Fabriek.Als(rol));
            door["MeldingGedaan"].ShouldBe(("inwoner-1", "inwoner", false));
            door["PersoonsgegevensVastgesteld"].ShouldBe(("medewerker-4", "consulent", false));
            door["OntvangstBevestigd"].ShouldBe(("platform", "platform", false));
            door["OnderzoekGeopend"].ShouldBe(("inwoner-1", "inwoner", true));
        }
        var eigen = await Tijdlijn(nummer, dienst.Fabriek.Als(Rollen.Inwoner, bsn: Verhaal.Bsn, sub: "inwoner-1"));
        eigen["MeldingGedaan"].ShouldBe(("uzelf", "inwoner", false));
        eigen.Where(d => d.Key != "MeldingGedaan").ShouldAllBe(d => d.Value == null);
        (await Tijdlijn(nummer, dienst.Fabriek.Als(Rollen.Systeem))).ShouldAllBe(d => d.Value == null);
    }

    private async Task<string> Dossier()
    {
        var nummer = dienst.Nummer();
        await dienst.Verwerk(Verhaal.Gemeld(nummer).Gebeurtenissen);
        return nummer;
    }

    private async Task Vraag(string nummer, string rol, string sub, string[]? teams = null)
    {
        using var http = dienst.Fabriek.Als(rol, agb: "12345678", teams: teams, sub: sub);
        await http.GetAsync($"/dossiers/v1/dossiers/{nummer}", Annulering);
    }

    private async Task<JsonElement[]> Regels(string vraag, string? sub = null)
    {
        using var http = dienst.Fabriek.Als(Rollen.Auditor, sub: sub);
        return [.. (await http.GetFromJsonAsync<JsonElement>($"{Log}?{vraag}", Annulering)).GetProperty("items").EnumerateArray()];
    }

    private static async Task<Dictionary<string, (string, string, bool)?>> Tijdlijn(string nummer, HttpClient http)
    {
        var dossier = await http.GetFromJsonAsync<JsonElement>($"/dossiers/v1/dossiers/{nummer}", Annulering);
        return dossier.GetProperty("tijdlijn").EnumerateArray().ToDictionary(
            r => r.GetProperty("gebeurtenis").GetString()!,
            r => r.GetProperty("door") is { ValueKind: JsonValueKind.Object } d
                ? (d.GetProperty("wie").GetString()!, d.GetProperty("rol").GetString()!, d.GetProperty("gevolg").GetBoolean())
                : ((string, string, bool)?)null);
    }
}
