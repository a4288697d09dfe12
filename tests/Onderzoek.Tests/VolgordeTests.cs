using System.Text.RegularExpressions;
using WmoPlatform.Contracts;
using WmoPlatform.Testhuis;

namespace WmoPlatform.Onderzoeken.Tests;

/// <summary>
/// Random histories of an onderzoek: its melding, the person, what the consulent records, the withdrawal of the melding, and the contract
/// of a provider that changes meanwhile. A withdrawal and a signed verslag may cross.
/// </summary>
public sealed partial class VolgordeTests(Dienst dienst, ITestOutputHelper uitvoer)
{
    private static int _nummer = 500_000;

    [Fact]
    public async Task An_onderzoek_and_the_register_end_up_the_same_in_any_order_of_arrival()
    {
        var proef = await dienst.Dossier(Stand.Indicatie);
        var paren = new List<(Inwoner InVolgorde, Inwoner Door, string Gelopen)>();
        for (var n = 0; n < Volgorde.Aantal; n++)
        {
            var zaad = Volgorde.Zaad + n;
            var (inVolgorde, door) = (new Inwoner(), new Inwoner());
            await Volgorde.Loop(Verhaal(inVolgorde, new Random(zaad)));
            var lot = new Random(zaad);
            var geschud = Volgorde.Schud(Verhaal(door, new Random(zaad)), lot);
            paren.Add((inVolgorde, door, $"zaad {zaad}: {await Volgorde.LoopDoorElkaar(geschud)}"));
            uitvoer.WriteLine(paren[^1].Gelopen);
            (await Beeld(door, proef)).ShouldBe(await Beeld(inVolgorde, proef), paren[^1].Gelopen);
        }

        var aangekondigd = (await dienst.Fabriek.Aangekondigd()).ToLookup(g => g.Dossiernummer, g => g.GetType().Name);
        foreach (var (inVolgorde, door, gelopen) in paren)
            aangekondigd[door.Dossiernummer].ShouldBe(aangekondigd[inVolgorde.Dossiernummer], gelopen);
    }

    private List<Stap> Verhaal(Inwoner inwoner, Random lot)
    {
        var verhaal = Contracten(inwoner, lot).Select(dienst.Fabriek.Komt).ToList();
        var (melding, gemeld, bekend, gedaan) = (Voorbeeld.Melding(inwoner.Dossiernummer), false, false, 0);
        verhaal.Add(dienst.Fabriek.Komt(melding).Daarna(() => gemeld = true));
        var versie = 1;
        if (lot.Next(5) != 0)
        {
            versie = lot.Next(2, 4);
            verhaal.Add(dienst.Fabriek.Komt(new PersoonsgegevensVastgesteld(melding.PersoonId, lot.Next(4) == 0, new(Voorbeeld.Persoon))
            {
                Dossiernummer = inwoner.Dossiernummer,
                AggregaatId = melding.AggregaatId,
                Versie = versie,
                Op = Voorbeeld.Nu,
            }).Daarna(() => bekend = true));
        }

        // The verslag needs the person; the steps before it do not.
        var tot = lot.Next(3) == 0 ? 0 : lot.Next(1, versie > 1 ? 6 : 4);
        foreach (var (stap, wat) in Stappen(inwoner).Take(tot).Index())
        {
            var metPersoon = stap >= 3;
            verhaal.Add(Volgorde.Doet(wat.Wat, wat.Doe).Zodra(() => gemeld && gedaan == stap && (bekend || !metPersoon))
                .Daarna(() => gedaan++));
        }
        // What is in hand can be stopped for another reason; a consulent cannot do it once the verslag is fixed.
        if (tot is > 0 and < 4 && lot.Next(4) == 0)
        {
            var eerst = tot++;
            verhaal.Add(Volgorde.Doet("doorverwezen", async () => await Dienst.Ok(inwoner.Dossier(dienst).Post("/doorverwijzing",
                new { naar = "wlz", motivering = "De inwoner heeft recht op Wlz." }))).Zodra(() => gedaan == eerst)
                .Daarna(() => gedaan++));
        }
        // The melding can be withdrawn until Meldingen knows of the signature; the consulent may have gone on until it arrives here.
        if (lot.Next(2) == 0)
            verhaal.Add(dienst.Fabriek.Komt(new MeldingIngetrokken(Voorbeeld.Vandaag)
            {
                Dossiernummer = inwoner.Dossiernummer,
                AggregaatId = melding.AggregaatId,
                Versie = versie + 1,
                Op = Voorbeeld.Nu,
            }).Zodra(() => gedaan == tot));
        return verhaal;
    }

    private IEnumerable<(string Wat, Func<Task> Doe)> Stappen(Inwoner inwoner)
    {
        var dossier = inwoner.Dossier(dienst);
        yield return ("gesprek", dossier.VoerGesprek);
        yield return ("indicatie", dossier.Indiceer);
        yield return ("keuze", async () =>
            await Dienst.Ok(dossier.Kies(new { leveringsvorm = "pgb", motivatie = "Een nicht helpt al jaren." })));
        yield return ("verslag", async () => await Dienst.Ok(dossier.Post("/verslag", new { samenvatting = "U krijgt begeleiding." })));
        yield return ("ondertekend", async () => await Dienst.Ok(dossier.Onderteken()));
    }

    /// <summary>The contract of one provider, as it changes.</summary>
    private static IEnumerable<Gebeurtenis> Contracten(Inwoner inwoner, Random lot)
    {
        var aanbieder = Guid.CreateVersion7();
        for (var (versie, laatste) = (1, lot.Next(4)); versie <= laatste; versie++)
        {
            // The help of the example begins on 1 May 2026.
            var van = new DateOnly(2026, lot.Next(1, 7), 1);
            yield return new ZorgaanbiederGecontracteerd(inwoner.Agb, $"Aanbieder {versie}", lot.Next(3) == 0 ? ["01"] : ["01", "02"], van,
                lot.Next(3) == 0 ? van.AddMonths(lot.Next(1, 5)) : null)
            { AggregaatId = aanbieder, Versie = versie, Op = Voorbeeld.Nu };
        }
    }

    /// <summary>What the consulent sees of it, and whether the provider can be chosen.</summary>
    private async Task<string> Beeld(Inwoner inwoner, Dossier proef)
    {
        var gezien = (await inwoner.Dossier(dienst).Lees()).ToJsonString().Zonder(inwoner.Dossiernummer, inwoner.Meldingnummer);
        using var keuze = await proef.Kies(new { leveringsvorm = "zin", agb = inwoner.Agb });
        var waarom = keuze.IsSuccessStatusCode ? "" : await keuze.Content.ReadAsStringAsync();
        return $"{Guids().Replace(gezien, "#")} {(int)keuze.StatusCode} {Guids().Replace(Spoor().Replace(waarom, ""), "#")}";
    }

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")]
    private static partial Regex Guids();

    /// <summary>The trace of a request, which its refusal names.</summary>
    [GeneratedRegex("\"traceId\":\"[^\"]*\"")]
    private static partial Regex Spoor();

    private sealed class Inwoner
    {
        private readonly int _volgnummer = Interlocked.Increment(ref _nummer);
        private Dossier? _dossier;

        public string Dossiernummer => Nummers.Dossiernummer(2026, _volgnummer);
        public string Meldingnummer => Nummers.Meldingnummer(2026, _volgnummer);
        public string Agb => $"40{_volgnummer:000000}";

        public Dossier Dossier(Dienst dienst) => _dossier ??= new(dienst, Dossiernummer);
    }
}
