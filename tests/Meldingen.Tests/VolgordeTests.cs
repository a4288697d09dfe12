using Microsoft.EntityFrameworkCore;
using WmoPlatform.Contracts;
using WmoPlatform.Testhuis;

namespace WmoPlatform.Meldingen.Tests;

/// <summary>
/// Random histories of a melding after its receipt: the confirmation is sent, the identity is established, the melding is withdrawn, the
/// signed verslag comes. A withdrawal and a signed verslag may cross: each service then had the right to do what it did.
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
        return verhaal;
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
            new(new(melding.Bsn, new("Aastra", "van", "Bea", "B"), new(1950, 2, 3), null, 2, null)))
        {
            Dossiernummer = melding.Dossiernummer,
            AggregaatId = Guid.CreateVersion7(),
            Versie = 9,
            Op = DateTimeOffset.UtcNow,
        };

    /// <summary>What the backoffice sees of it, and whether the resident can still withdraw it.</summary>
    private async Task<string> Beeld(Melding melding)
    {
        var gezien = await dienst.Fabriek.Als("backoffice").GetStringAsync(new Uri(melding.Pad, UriKind.Relative));
        using var poging = await Dienst.Post(dienst.Inwoner(melding.Bsn), new { }, pad: $"{melding.Pad}/intrekking");
        return $"{gezien.Zonder(melding.Dossiernummer, melding.Meldingnummer)} {(int)poging.StatusCode}";
    }

    private sealed record Melding(string Bsn, string Dossiernummer, string Meldingnummer)
    {
        public bool MetIdentiteit { get; init; }
        /// <summary>None; by e-mail; came back too; and by letter after that.</summary>
        public int Bevestigingen { get; init; }
        public bool MetIntrekking { get; init; }
        public bool MetVerslag { get; init; }

        public string Pad => $"{Dienst.Pad}/{Meldingnummer}";
    }
}
