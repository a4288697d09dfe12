using Microsoft.EntityFrameworkCore;
using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.Testhuis;
using Bsn = WmoPlatform.Wetgeving.Bsn;

namespace WmoPlatform.Meldingen.Tests;

/// <summary>
/// Random histories of a melding after its receipt: the confirmation is sent, the identity is established, the melding is withdrawn, the
/// signed verslag comes, aanvragen follow and end, help is agreed. A withdrawal and a signed verslag may cross: each service then had the
/// right to do what it did.
/// </summary>
public sealed class VolgordeTests(Dienst dienst, ITestOutputHelper uitvoer)
{
    [Fact]
    public async Task A_melding_ends_up_the_same_in_any_order_of_arrival()
    {
        var paren = new List<(Melding InVolgorde, Melding Door)>();
        for (var n = 0; n < Volgorde.Aantal; n++)
            paren.Add((await Meld(new Random(Volgorde.Zaad + n)), await Meld(new Random(Volgorde.Zaad + n))));
        string[] nummers = [.. paren.SelectMany(p => new[] { p.InVolgorde.Dossiernummer, p.Door.Dossiernummer })];
        await Tot.Waar(() => dienst.Fabriek.Vraag(db =>
            db.Meldingen.Where(m => nummers.Contains(m.Dossiernummer)).AllAsync(m => m.DueAt == null)), melding: "de BRP antwoordt");

        var gelopen = new List<string>();
        foreach (var (n, (inVolgorde, door)) in paren.Index())
        {
            await Volgorde.Loop(Verhaal(inVolgorde));
            var lot = new Random(Volgorde.Zaad + n);
            gelopen.Add($"zaad {Volgorde.Zaad + n}: {await Volgorde.LoopDoorElkaar(Volgorde.Schud(Verhaal(door), lot))}");
            uitvoer.WriteLine(gelopen[^1]);
            (await Beeld(door)).ShouldBe(await Beeld(inVolgorde), gelopen[^1]);
        }

        var aangekondigd = (await dienst.Fabriek.Aangekondigd()).ToLookup(g => g.Dossiernummer, g => g.GetType().Name);
        foreach (var (n, (inVolgorde, door)) in paren.Index())
            aangekondigd[door.Dossiernummer].ShouldBe(aangekondigd[inVolgorde.Dossiernummer], gelopen[n]);
    }

    private async Task<Melding> Meld(Random lot)
    {
        var bsn = TestBsn.Nieuw();
        var onbekend = lot.Next(3) == 0;
        if (!onbekend) dienst.Brp.Ken(bsn);
        var antwoord = await dienst.Meld(bsn);
        return new(bsn, antwoord["dossiernummer"]!.GetValue<string>(), antwoord["meldingnummer"]!.GetValue<string>())
        {
            MetIdentiteit = onbekend && lot.Next(4) != 0,
            Bevestigingen = lot.Next(4),
            MetIntrekking = lot.Next(3) == 0,
            // Nobody signs a verslag about a person who is not known.
            MetVerslag = !onbekend && lot.Next(2) == 0,
            MetStop = lot.Next(4) == 0,
            Aanvragen = [.. Enumerable.Range(0, onbekend ? 0 : lot.Next(4)).Select(_ => lot.Next(4))],
            MetHulp = lot.Next(3) == 0,
        };
    }

    private List<Stap> Verhaal(Melding melding)
    {
        var (bekend, ingetrokken) = (!melding.MetIdentiteit, !melding.MetIntrekking);
        var verhaal = new List<Stap>();
        var bevestiging = Guid.CreateVersion7();
        Gebeurtenis[] bevestigd =
        [
            new OntvangstBevestigd(Verzendwijze.Email, new(2026, 5, 4)), new OntvangstbevestigingTeruggekomen(new(2026, 5, 5)),
            new OntvangstBevestigd(Verzendwijze.Brief, new(2026, 5, 6)),
        ];
        for (var n = 0; n < melding.Bevestigingen; n++)
            verhaal.Add(dienst.Fabriek.Komt(bevestigd[n] with
            {
                Dossiernummer = melding.Dossiernummer,
                AggregaatId = bevestiging,
                Versie = n + 1,
                Op = DateTimeOffset.UtcNow,
            }));
        if (melding.MetIdentiteit)
            verhaal.Add(Volgorde.Doet("identiteit vastgesteld", async () =>
            {
                await Dienst.Ok(Dienst.Post(dienst.Fabriek.Als("backoffice"), Identiteit, pad: $"{melding.Pad}/identiteit"));
                bekend = true;
            }));
        if (melding.MetIntrekking)
            verhaal.Add(Volgorde.Doet("ingetrokken", async () =>
            {
                await Dienst.Ok(Dienst.Post(dienst.Inwoner(melding.Bsn), new { }, pad: $"{melding.Pad}/intrekking"));
                ingetrokken = true;
            }).Zodra(() => bekend));
        if (melding.MetVerslag)
            verhaal.Add(dienst.Fabriek.Komt(Verslag(melding)).Zodra(() => ingetrokken));
        var vandaag = dienst.Fabriek.Klok.Vandaag();
        if (melding.MetStop) verhaal.Add(Van(new OnderzoekGestopt(Stopreden.Wlz, vandaag), Guid.CreateVersion7(), 5));
        foreach (var einde in melding.Aanvragen)
        {
            var aanvraag = Guid.CreateVersion7();
            // An aanvraag ends the right to withdraw the melding.
            verhaal.Add(Van(new AanvraagOntvangen(vandaag, new("beschikking", vandaag, vandaag, "Wmo 2015 art. 2.3.5 lid 2")), aanvraag, 1)
                .Zodra(() => ingetrokken));
            if (einde == 1) verhaal.Add(Van(new AanvraagIngetrokken(vandaag, [], Geheel: true), aanvraag, 2));
            if (einde == 2) verhaal.Add(Van(new AanvraagDoorgezonden("Lelystad", vandaag), aanvraag, 2));
            if (einde == 3)
                verhaal.Add(Van(new BeschikkingBekendgemaakt(Guid.CreateVersion7(), "B-2026-000001", vandaag, new("bezwaar", vandaag,
                    vandaag.AddDays(-1), "Awb 6:7"), Guid.CreateVersion7(), "wijkteam-centrum", [], false, new(Gegevens(melding))),
                    aanvraag, 2));
        }
        if (melding.MetHulp)
            verhaal.Add(Van(new ZorgAfgesproken(Guid.CreateVersion7(), 1, new(Guid.CreateVersion7(), Leveringsvorm.Zin, "02",
                new(vandaag, vandaag.AddDays(9)), null, null), new(new(melding.Bsn, new(1950, 2, 3)))), Guid.CreateVersion7(), 1));
        return verhaal;

        Stap Van(Gebeurtenis g, Guid aggregaat, int versie) => dienst.Fabriek.Komt(g with
        {
            Dossiernummer = melding.Dossiernummer,
            AggregaatId = aggregaat,
            Versie = versie,
            Op = DateTimeOffset.UtcNow,
        });
    }

    private static readonly object Identiteit = new
    {
        document = "paspoort",
        achternaam = "Aastra",
        geboortedatum = "1950-02-03",
        geslacht = 2,
        straatnaam = "Zeeweg",
        huisnummer = 12,
        postcode = "1301AB",
        plaatsnaam = "Almere",
    };

    private static VerslagOndertekend Verslag(Melding melding) =>
        new(new(2026, 6, 1), Ondertekenwijze.Digitaal, Guid.CreateVersion7(), "wijkteam-centrum", [], GeenBerichtenverkeer: false,
            new(Gegevens(melding)))
        {
            Dossiernummer = melding.Dossiernummer,
            AggregaatId = Guid.CreateVersion7(),
            Versie = 9,
            Op = DateTimeOffset.UtcNow,
        };

    private static Persoonsgegevens Gegevens(Melding melding) =>
        new(melding.Bsn, new("Aastra", "van", "Bea", "B"), new(1950, 2, 3), null, 2, null);

    /// <summary>
    /// What the backoffice sees of it, whether the dossier is open, and whether the resident can still withdraw the melding. It is open if
    /// help runs, an aanvraag is to be decided, or the onderzoek runs and no aanvraag followed.
    /// </summary>
    private async Task<string> Beeld(Melding melding)
    {
        var gezien = await dienst.Fabriek.Als("backoffice").GetStringAsync(new Uri(melding.Pad, UriKind.Relative));
        _ = Bsn.TryParse(melding.Bsn, out var bsn);
        var vandaag = dienst.Fabriek.Klok.Vandaag();
        var open = (await dienst.Fabriek.Vraag(db => db.PersoonEnVolgnummer(bsn, "niemand", vandaag, vandaag, new(),
            TestContext.Current.CancellationToken))).Dossier == melding.Dossiernummer;
        open.ShouldBe(melding.MetHulp || melding.Aanvragen.Contains(0)
            || melding.Aanvragen.Count == 0 && (melding.MetVerslag || !melding.MetStop && !melding.MetIntrekking), melding.ToString());
        using var poging = await Dienst.Post(dienst.Inwoner(melding.Bsn), new { }, pad: $"{melding.Pad}/intrekking");
        return $"{gezien.Zonder(melding.Dossiernummer, melding.Meldingnummer)} {open} {(int)poging.StatusCode}";
    }

    private sealed record Melding(string Bsn, string Dossiernummer, string Meldingnummer)
    {
        public bool MetIdentiteit { get; init; }
        /// <summary>None; by e-mail; came back too; and by letter after that.</summary>
        public int Bevestigingen { get; init; }
        public bool MetIntrekking { get; init; }
        public bool MetVerslag { get; init; }
        public bool MetStop { get; init; }
        /// <summary>How each of them ends: not yet; withdrawn; passed on; decided.</summary>
        public IReadOnlyList<int> Aanvragen { get; init; } = [];
        public bool MetHulp { get; init; }

        public string Pad => $"{Dienst.Pad}/{Meldingnummer}";
    }
}
