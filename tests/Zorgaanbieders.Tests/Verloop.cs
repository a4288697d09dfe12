using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WmoPlatform.Contracts;
using WmoPlatform.IStandaarden;
using WmoPlatform.Ketenverkeer;
using WmoPlatform.Testhuis;
using WmoPlatform.Zorgaanbieders.Toewijzingen;

namespace WmoPlatform.Zorgaanbieders.Tests;

/// <summary>One voorziening of one person: the decisions on it, and the provider's messages.</summary>
internal sealed class Verloop(Huis huis, BeschikteVoorziening hulp)
{
    private readonly BeschikkingBekendgemaakt _beschikking = Huis.Beschikking(hulp: [hulp]);
    private readonly HashSet<string> _beantwoord = [];
    private int _stand = 1;

    public Guid VoorzieningId => hulp.VoorzieningId;

    public Persoonsgegevens Persoon => _beschikking.Persoon.Waarde;

    public Guid PersoonId => _beschikking.PersoonId;

    private string Bsn => Persoon.Bsn;

    public Task Beschikking() => huis.Dienst.Verwerk(_beschikking);

    /// <summary>The help as it was decided first, from and until another day.</summary>
    public Voorzieningdeel Deel(DateOnly? van = null, DateOnly? tot = null) => new(
        hulp.Product, hulp.Omvang, new(van ?? hulp.Periode.Ingangsdatum, tot ?? hulp.Periode.Einddatum), Leveringsvorm.Zin,
        hulp.Agb ?? Huis.ZorgDichtbij, null);

    public Voorzieningdeel Pgb(DateOnly van, DateOnly tot) => new(hulp.Product, hulp.Omvang, new(van, tot), Leveringsvorm.Pgb, null, 900);

    /// <summary>The next decision arrives.</summary>
    public Task Besluit(params Voorzieningdeel[] delen) => Besluit(++_stand, delen);

    public Task Besluit(int stand, params Voorzieningdeel[] delen) =>
        huis.Dienst.Verwerk(Huis.Besluit(_beschikking, VoorzieningId, stand, delen));

    /// <summary>The provider accepts everything that it has not answered.</summary>
    public async Task Akkoord()
    {
        foreach (var bericht in (await Berichten()).Where(b => _beantwoord.Add(b.Identificatie)))
            (await huis.Lever(Tests.Berichten.Akkoord(bericht))).StatusCode.ShouldBe(HttpStatusCode.Accepted);
    }

    public async Task KeurtAf() =>
        (await huis.Lever(Tests.Berichten.Afkeuring((await Berichten())[^1], "9332"))).StatusCode.ShouldBe(HttpStatusCode.Accepted);

    public async Task Start(DateOnly dag) =>
        (await huis.Retour<Wmo306>(Tests.Berichten.Start((await Berichten())[0], dag))).IsAkkoord.ShouldBeTrue();

    public async Task Stopt(DateOnly dag, string reden)
    {
        var begin = await huis.Dienst.Vraag(db => db.Toewijzingen.Where(t => t.VoorzieningId == VoorzieningId)
            .OrderBy(t => t.Volgnummer).Select(t => t.Levering.Begindatum).FirstAsync());
        var start = Tests.Berichten.Start((await Berichten())[0], begin!.Value);
        (await huis.Retour<Wmo308>(Tests.Berichten.Stop(start, dag, reden))).IsAkkoord.ShouldBeTrue();
    }

    /// <summary>The declaration of October 2026, and the one that credits it.</summary>
    public (Wmo323 Debet, Wmo323 Credit) Declaratie()
    {
        var bericht = huis.Ggk.Genomen.OfType<Wmo301>().First(b => b.Client.Bsn == Bsn);
        var debet = DeclaratieTests.Uren(bericht, 12);
        return (DeclaratieTests.Declareer(debet), DeclaratieTests.Declareer(DeclaratieTests.Credit(debet)));
    }

    public async Task Declareert(Wmo323 declaratie)
    {
        (await huis.Lever(declaratie)).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        await huis.Ggk.Krijgt<Wmo325>(b => b.Header.BerichtIdentificatie == declaratie.Header.BerichtIdentificatie);
    }

    public async Task NaarAndereAanbieder(string agb, DateOnly vanaf) => (await huis.Dienst.Als("backoffice").PostAsJsonAsync(
        $"/zorgaanbieders/v1/toewijzingen/{await LaatsteNummer()}/wijziging", new { agb, vanaf, inOverleg = true }))
        .StatusCode.ShouldBe(HttpStatusCode.OK);

    /// <param name="agb">The other provider.</param>
    /// <param name="plaats">The place of the assignment that it takes over; the last one by default.</param>
    public async Task KiestAnder(string agb, int? plaats = null)
    {
        var nummer = plaats is null ? await LaatsteNummer() : await huis.Dienst.Vraag(db => db.Toewijzingen
            .Where(t => t.VoorzieningId == VoorzieningId && t.Volgnummer == plaats).Select(t => t.Toewijzingnummer).SingleAsync());
        var antwoord = await huis.Dienst.Als("backoffice").PostAsJsonAsync(
            $"/zorgaanbieders/v1/toewijzingen/{nummer}/andere-aanbieder", new { agb });
        antwoord.StatusCode.ShouldBe(HttpStatusCode.Created, await antwoord.Content.ReadAsStringAsync());
    }

    /// <summary>The backoffice carries the decision out once more.</summary>
    public async Task<JsonElement> Voer()
    {
        var antwoord = await huis.Dienst.Als("backoffice").PostAsync($"/zorgaanbieders/v1/voorzieningen/{VoorzieningId}/uitvoering", null);
        antwoord.StatusCode.ShouldBe(HttpStatusCode.OK, await antwoord.Content.ReadAsStringAsync());
        return await antwoord.Content.ReadFromJsonAsync<JsonElement>();
    }

    public Task<HttpResponseMessage> RondAf() =>
        huis.Dienst.Als("backoffice").PostAsync($"/zorgaanbieders/v1/voorzieningen/{VoorzieningId}/uitvoering/afronding", null);

    /// <summary>What the dossier hears that a person has to do; null when there is nothing.</summary>
    public async Task<(Uitvoeringsreden Reden, DateOnly Vanaf)?> Werk() => (await huis.Dienst.Aangekondigd()).OfType<IOverVoorziening>()
        .LastOrDefault(g => g.VoorzieningId == VoorzieningId && g is UitvoeringMetDeHand or UitvoeringAfgerond)
        is UitvoeringMetDeHand werk && werk.VoorzieningId == VoorzieningId ? (werk.Reden, werk.Vanaf) : null;

    public Task<List<Toewijzingstatus>> Standen() => huis.Dienst.Vraag(db => db.Toewijzingen
        .Where(t => t.VoorzieningId == VoorzieningId).OrderBy(t => t.Volgnummer).Select(t => t.Status).ToListAsync());

    /// <summary>The messages about this person at a provider, after all post has left.</summary>
    public async Task<IReadOnlyList<Wmo301>> Berichten(string? agb = null)
    {
        await Tot.Waar(() => huis.Dienst.Vraag(db => Task.FromResult(
            !db.Set<Poststuk>().Any(b => b.Status == Poststatus.TeVerzenden))), melding: "de post is weg");
        return [.. huis.Ggk.Genomen.OfType<Wmo301>().Where(b => b.Client.Bsn == Bsn && (agb is null || b.Header.Ontvanger == agb))
            .DistinctBy(b => b.Identificatie)];
    }

    /// <summary>The products in a message, and the provider accepts it.</summary>
    public async Task<string[]> Bericht(int nummer, string? agb = null)
    {
        var bericht = (await Berichten(agb ?? hulp.Agb ?? Huis.ZorgDichtbij))[nummer - 1];
        var plaats = await huis.Dienst.Vraag(db => db.Toewijzingen.Where(t => t.VoorzieningId == VoorzieningId)
            .ToDictionaryAsync(t => t.Toewijzingnummer, t => t.Volgnummer));
        if (nummer > 1 || agb is not null) await Akkoord();
        return [.. bericht.Client.ToegewezenProducten.Select(p =>
            $"{plaats[p.ToewijzingNummer]} {p.Ingangsdatum} {p.Einddatum} {p.Omvang!.Volume} {p.RedenWijziging ?? "-"}")];
    }

    public Task<long> LaatsteNummer() => huis.Dienst.Vraag(db => db.Toewijzingen.Where(t => t.VoorzieningId == VoorzieningId)
        .OrderBy(t => t.Volgnummer).Select(t => t.Toewijzingnummer).LastAsync());
}
