using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WmoPlatform.Contracts;
using WmoPlatform.Dossiers.Opslag;
using WmoPlatform.Messaging;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.Testhuis;

namespace WmoPlatform.Dossiers.Tests;

/// <summary>
/// The journal of the version before a dossier held zaken and a voorziening had stands, exactly as it wrote it. What began under its events
/// goes on.
/// </summary>
public sealed class OudJournaalTests : IAsyncLifetime
{
    private const string InOnderzoek = "D-2026-000011";
    private const string Aangevraagd = "D-2026-000012";
    private const string Hulp = "D-2026-000013";
    private const string Budget = "D-2026-000014";

    private DienstFabriek<DossiersDb> _fabriek = null!;

    public async ValueTask InitializeAsync()
    {
        _fabriek = await DienstFabriek.StartAsync<DossiersDb>(Diensten.Dossiers);
        using var bestand = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Journalen", "een-zaak-per-dossier.json"));
        using var regels = await JsonDocument.ParseAsync(bestand);
        await using var scope = _fabriek.Services.CreateAsyncScope();
        var (db, json) = (scope.ServiceProvider.GetRequiredService<DossiersDb>(), scope.ServiceProvider.GetRequiredService<EventJson>());
        foreach (var regel in regels.RootElement.EnumerateArray())
        {
            var soort = Gebeurtenissen.Bron.Keys.Single(s => s.Name == regel.GetProperty("gebeurtenis").GetString());
            var inhoud = regel.GetProperty("inhoud").GetRawText();
            await db.Schrijf(Journaalregel.Van(json.Read(Encoding.UTF8.GetBytes(inhoud), soort), inhoud), default);
        }
        var verslag = await scope.ServiceProvider.GetRequiredService<Herbouw>().Alles(null, default);
        verslag.Mislukt.ShouldBeEmpty();
        verslag.Onleesbaar.ShouldBeEmpty();
    }

    public ValueTask DisposeAsync() => _fabriek.DisposeAsync();

    [Theory]
    [InlineData(InOnderzoek, "in-onderzoek", "consulent", "2026-06-15")]
    [InlineData(Aangevraagd, "aanvraag", "beslisser", "2026-05-18")]
    [InlineData(Hulp, "hulp-loopt", "niemand", null)]
    [InlineData(Budget, "hulp-loopt", "niemand", null)]
    public async Task What_began_is_one_zaak_in_the_state_that_it_had(string dossiernummer, string status, string wie, string? uiterlijk)
    {
        var dossier = await Lees(dossiernummer);

        var zaak = dossier.GetProperty("zaken").EnumerateArray().ShouldHaveSingleItem();
        foreach (var stand in new[] { dossier, zaak })
        {
            var aanZet = stand.GetProperty("aanZet");
            (stand.GetProperty("status").GetString(), aanZet.GetProperty("wie").GetString(), aanZet.GetProperty("uiterlijk").GetString())
                .ShouldBe((status, wie, uiterlijk));
        }
        zaak.GetProperty("nummer").GetString().ShouldBe("M-2026-000001");
    }

    [Fact]
    public async Task Terms_keep_their_days_and_belong_to_the_one_zaak()
    {
        // 4 May 2026 is a Monday. 2 weeks to decide, 6 weeks for the onderzoek, 6 weeks for bezwaar.
        var termijnen = (await Lees(Hulp)).GetProperty("termijnen").EnumerateArray().Where(t => t.GetProperty("soort").GetString() != "cak")
            .ToArray();

        termijnen.Select(t => (t.GetProperty("soort").GetString(), t.GetProperty("uiterlijk").GetString())).ShouldBe(
            [("bevestiging", "2026-05-12"), ("beschikking", "2026-05-18"), ("bezwaar", "2026-06-15"), ("onderzoek", "2026-06-15")]);
        termijnen.ShouldAllBe(t => t.GetProperty("zaak").GetString() == "M-2026-000001");
    }

    [Fact]
    public async Task A_new_melding_joins_what_began_before()
    {
        var persoon = (await Lees(Hulp)).GetProperty("persoonId").GetGuid();
        await Komt(new MeldingGedaan("M-2026-000002", persoon, new(2026, 5, 11), Meldkanaal.Telefoon, "wijkteam-haven", false,
            new("bevestiging", new(2026, 5, 11), new(2026, 5, 19), "Wmo 2015 art. 2.3.2 lid 1"),
            new(new MeldingInhoud("999993653", "Ook hulp in huis", null, null)))
        { SluitAan = true }, Hulp, Guid.NewGuid(), 1);

        (await Lees(Hulp)).GetProperty("zaken").EnumerateArray()
            .Select(z => (z.GetProperty("nummer").GetString(), z.GetProperty("status").GetString()))
            .ShouldBe([("M-2026-000001", "hulp-loopt"), ("M-2026-000002", "gemeld")]);
    }

    [Fact]
    public async Task A_later_decision_changes_help_that_was_granted_before()
    {
        var persoon = (await Lees(Hulp)).GetProperty("persoonId").GetGuid();
        var start = await _fabriek.Vraag(db => db.Journaal.SingleAsync(
            j => j.Dossiernummer == Hulp && j.Gebeurtenis == nameof(ZorgGestart)));
        var voorziening = JsonSerializer.Deserialize<JsonElement>(start.Inhoud).GetProperty("voorzieningId").GetGuid();
        await Komt(new VoorzieningGewijzigd(voorziening, 2, Besluitsoort.Herziening, Guid.NewGuid(), "B-2026-000012", new(2026, 5, 12),
            new("bezwaar", new(2026, 5, 12), new(2026, 6, 23), "Awb art. 6:7 en 6:8 lid 1"), persoon, "wijkteam-haven",
            [new(Verhaal.Product, Verhaal.Omvang, Verhaal.Periode with { Einddatum = new(2026, 12, 31) }, Leveringsvorm.Zin, Verhaal.Agb,
                null)], false, Verhaal.Persoon), Hulp, voorziening, 1);

        var dossier = await Lees(Hulp);
        dossier.GetProperty("zaken").EnumerateArray().ShouldHaveSingleItem();
        dossier.GetProperty("tijdlijn").EnumerateArray().Last().GetProperty("wat").GetString()!.ShouldContain("B-2026-000012");
        dossier.GetProperty("termijnen").EnumerateArray().Select(t => t.GetProperty("uiterlijk").GetString()).ShouldContain("2026-06-23");
    }

    private async Task Komt<T>(T gebeurtenis, string dossiernummer, Guid aggregaat, int versie) where T : Gebeurtenis
    {
        await _fabriek.Verwerk(gebeurtenis with
        {
            Dossiernummer = dossiernummer,
            AggregaatId = aggregaat,
            Versie = versie,
            Op = new(2026, 5, 12, 9, 0, 0, TimeSpan.Zero)
        });
        await _fabriek.Getoond(dossiernummer);
    }

    private Task<JsonElement> Lees(string nummer) =>
        _fabriek.Als(Rollen.Backoffice).GetFromJsonAsync<JsonElement>($"/dossiers/v1/dossiers/{nummer}");
}
