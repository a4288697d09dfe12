using System.Globalization;
using System.Text;
using static WmoPlatform.Wetgeving.Opschortingsgrond;
using static WmoPlatform.Wetgeving.Tests.Datums;

namespace WmoPlatform.Wetgeving.Tests;

/// <summary>
/// Every sentence of a derivation that can appear in a letter is frozen in <c>afleidingen.txt</c>. A change of a sentence or a step
/// therefore needs a change of that file, and a review of its text.
/// </summary>
public class AfleidingenTests
{
    private const string Bestand = "afleidingen.txt";

    [Fact]
    public void Every_derivation_reads_as_it_was_approved()
    {
        var geschreven = new StringBuilder();
        foreach (var (naam, uitkomst, stappen) in Alle())
        {
            geschreven.Append(CultureInfo.InvariantCulture, $"## {naam}\n   {uitkomst}\n");
            foreach (var stap in stappen) geschreven.Append(CultureInfo.InvariantCulture,
                $"{stap.Datum?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "          "} {stap.Dagen,5}  {stap.Uitleg} "
                + $"[{stap.Grondslag}]\n");
            geschreven.Append('\n');
        }
        var goedgekeurd = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, Bestand));
        if (goedgekeurd != geschreven.ToString()) File.WriteAllText(Path.Combine(AppContext.BaseDirectory, "afleidingen.nieuw.txt"),
            geschreven.ToString());
        geschreven.ToString().ShouldBe(goedgekeurd);
    }

    private static IEnumerable<(string Naam, string Uitkomst, IReadOnlyList<Stap> Stappen)> Alle() =>
        Termijnvragen().Select(v => Van(v.Naam, v.Termijn)).Concat(Dwangsom()).Concat(Bijdrage()).Concat(Pgb());

    private static (string, string, IReadOnlyList<Stap>) Van(string naam, Termijnberekening t) =>
        (naam, $"{t.Soort} van {t.Start:yyyy-MM-dd}: "
            + $"{t.Uiterlijk:yyyy-MM-dd}{(t.ToegezegdeDatum is { } dag ? $", toegezegd {dag:yyyy-MM-dd}" : "")} [{t.Grondslag}]",
            t.Stappen);

    private static IEnumerable<(string Naam, Termijnberekening Termijn)> Termijnvragen()
    {
        foreach (var soort in Enum.GetValues<Termijnsoort>())
            yield return ($"{soort}", Termijnen.Bereken(new(soort, D("2026-04-24"), []), Gemeentebeleid.Almere));
        yield return ("AanvraagZonderVerslag", Termijnen.AanvraagZonderVerslag(D("2026-04-24")));
        foreach (var dag in new[] { "2026-11-20", "2026-02-20", "2026-02-23", "2026-03-16", "2026-03-24", "2026-04-02", "2026-04-03",
            "2026-04-13", "2026-11-13", "2025-11-20", "2026-01-10", "2028-10-16" })
            yield return ($"Een onderzoek dat anders eindigt op een dag die de Atw uitzondert ({dag})", Termijnen.Onderzoek(D(dag)));
        yield return ("Een onderzoek dat eindigt op zondag", Termijnen.Onderzoek(D("2026-01-11")));
        yield return ("Een onderzoek in een jaar zonder besluit over gelijkgestelde dagen", Termijnen.Onderzoek(D("2029-12-03")));
        foreach (var dag in new[] { "2025-12-31", "2026-03-31", "2026-04-24", "2026-05-12", "2026-05-22", "2026-12-24", "2031-04-22" })
            yield return ($"Werkdagen over vrije dagen heen ({dag})", Termijnen.Bevestiging(D(dag), Normen));
        foreach (var werkdagen in new[] { 1, 2, 3, 5, 10 })
            yield return ($"Een norm van {werkdagen} werkdagen",
                Termijnen.Afspraak(D("2026-06-01"), Normen with { AfspraakWerkdagen = werkdagen }));
        yield return ("Een wijziging in zes weken", Termijnen.Wijziging(D("2026-06-01"), Normen with { WijzigingWeken = 6 }));
        yield return ("Een wijziging in acht weken", Termijnen.Wijziging(D("2026-06-01"), Normen));

        foreach (var grond in Enum.GetValues<Opschortingsgrond>().Where(g => g != Verzuim))
        {
            yield return ($"Opschorting: {grond}",
                Termijnen.Beschikking(D("2026-09-24"), [new(grond, D("2026-09-28"), D("2026-10-12"), D("2026-10-08"))]));
            yield return ($"Opschorting waarvan het einde niet bekend is: {grond}",
                Termijnen.Beschikking(D("2026-09-24"), [new(grond, D("2026-09-28"), null, null)]));
            yield return ($"Opschorting na de laatste dag: {grond}",
                Termijnen.Beschikking(D("2026-09-24"), [new(grond, D("2026-10-08"), D("2026-10-12"), null)]));
        }
        yield return ("Opschorting van één dag",
            Termijnen.Beschikking(D("2026-09-24"), [new(Instemming, D("2026-09-28"), null, D("2026-09-29"))]));
        yield return ("Opschorting van geen dag",
            Termijnen.Beschikking(D("2026-09-24"), [new(Instemming, D("2026-09-28"), null, D("2026-09-28"))]));
        yield return ("Twee opschortingen met één dag samen",
            Termijnen.Beschikking(D("2026-09-24"),
            [new(Aanvulling, D("2026-09-28"), D("2026-10-12"), D("2026-10-06")), new(Instemming, D("2026-10-05"), null, D("2026-10-09"))]));
        yield return ("Twee opschortingen met dagen samen",
            Termijnen.Beschikking(D("2026-09-24"),
            [new(Aanvulling, D("2026-09-28"), D("2026-10-12"), D("2026-10-08")), new(Instemming, D("2026-10-05"), null, D("2026-10-12"))]));
        yield return ("Een opschorting binnen een andere, en een erna",
            Termijnen.Beschikking(D("2026-09-24"),
            [new(Buitenland, D("2026-09-25"), null, D("2026-10-07")), new(Instemming, D("2026-09-28"), null, D("2026-10-01")),
                new(Overmacht, D("2026-10-12"), null, D("2026-10-14"))]));
        yield return ("Opschorting van een termijn die niet kan stilstaan",
            Termijnen.Bereken(new(Termijnsoort.Onderzoek, D("2026-04-24"), [new(Instemming, D("2026-04-28"), null, D("2026-05-01"))]),
            Gemeentebeleid.Almere));

        yield return ("Eén week uitstel",
            Termijnen.Bereken(new(Termijnsoort.Beschikking, D("2026-05-01"), [], new(D("2026-05-18"), 1)), Gemeentebeleid.Almere));
        yield return ("Twee weken uitstel",
            Termijnen.Bereken(new(Termijnsoort.Beschikking, D("2026-04-13"), [], new(D("2026-04-20"), 2)), Gemeentebeleid.Almere));
        yield return ("Uitstel dat te laat komt",
            Termijnen.Bereken(new(Termijnsoort.Beschikking, D("2026-05-01"), [], new(D("2026-05-19"), 2)), Gemeentebeleid.Almere));
        yield return ("Uitstel van een termijn waarbij dat niet kan",
            Termijnen.Bereken(new(Termijnsoort.Bezwaar, D("2026-05-01"), [], new(D("2026-05-19"), 2)), Gemeentebeleid.Almere));

        yield return ("Beslissing op bezwaar met adviescommissie", Termijnen.BeslissingOpBezwaar(D("2026-04-02"), adviescommissie: true));
        yield return ("Beslissing op bezwaar met adviescommissie, verdaagd", Termijnen.BeslissingOpBezwaar(D("2026-04-02"), true, true));
        yield return ("Beslissing op bezwaar, opgeschort",
            Termijnen.BeslissingOpBezwaar(D("2026-06-25"),
            opschortingen: [new(Verzuim, D("2026-08-10"), D("2026-08-24"), D("2026-08-20"))]));
        yield return ("Beslissing op bezwaar, opgeschort voor en na het begin",
            Termijnen.BeslissingOpBezwaar(D("2026-06-25"),
                opschortingen: [new(Verzuim, D("2026-07-01"), D("2026-07-15"), D("2026-07-10")),
                    new(Verzuim, D("2026-08-01"), D("2026-08-15"), D("2026-08-11"))]));
        yield return ("Beslissing op bezwaar, stil zonder genoemde termijn",
            Termijnen.BeslissingOpBezwaar(D("2026-06-25"), opschortingen: [new(Verzuim, D("2026-08-10"), null, D("2026-08-20"))]));
        yield return ("Beslissing op bezwaar, twee weken verdaagd en met instemming later",
            Termijnen.BeslissingOpBezwaar(D("2026-06-25"), false, true, verdaagdWeken: 2, instemmingTot: D("2026-10-31")));
        yield return ("Beslissing op bezwaar met instemming die niets verandert",
            Termijnen.BeslissingOpBezwaar(D("2026-06-25"), instemmingTot: D("2026-09-01")));
        yield return ("Klacht bij een commissie, verdaagd",
            Termijnen.Klacht(D("2026-04-24"), commissie: true, verdaagd: true));
        yield return ("Klacht, één week verdaagd en met instemming later",
            Termijnen.Klacht(D("2026-04-24"), verdaagd: true, verdaagdWeken: 1, instemmingTot: D("2026-07-04")));
    }

    private static IEnumerable<(string, string, IReadOnlyList<Stap>)> Dwangsom()
    {
        (string Naam, string Ontvangen, string? Besluit, string Peildatum, int Aanvragers, Dwangsombeleid Beleid)[] gevallen =
        [
            ("Dwangsom: te vroeg in gebreke gesteld", "2026-05-18", null, "2026-11-25", 1, new()),
            ("Dwangsom: één dag te vroeg, en die wordt gehonoreerd", "2026-05-18", null, "2026-06-10", 1, new(EenDagTeVroegTelt: true)),
            ("Dwangsom: nog geen dag", "2026-05-19", null, "2026-06-02", 1, new()),
            ("Dwangsom: de eerste dag", "2026-05-19", null, "2026-06-03", 1, new()),
            ("Dwangsom: besloten", "2026-05-19", "2026-06-16", "2026-11-25", 1, new()),
            ("Dwangsom: besloten, en de dag van het besluit telt", "2026-05-19", "2026-06-16", "2026-11-25", 1, new(BesluitdagTelt: true)),
            ("Dwangsom: besloten voor de eerste dag", "2026-05-19", "2026-06-02", "2026-11-25", 1, new()),
            ("Dwangsom: het hoogste bedrag, voor drie aanvragers", "2026-06-06", null, "2026-11-25", 3, new()),
        ];
        foreach (var g in gevallen)
        {
            var d = Dwangsommen.Bereken(D("2026-05-18"), D(g.Ontvangen), Misschien(g.Besluit), D(g.Peildatum), g.Aanvragers, g.Beleid);
            yield return (g.Naam,
                string.Create(CultureInfo.InvariantCulture,
                $"{d.EersteDag:yyyy-MM-dd}..{d.LaatsteDag:yyyy-MM-dd}, {d.Dagen} dagen, {d.Bedrag:0.00}, ieder "
                    + $"{d.BedragPerAanvrager:0.00}, besluit {d.BesluitUiterlijk:yyyy-MM-dd}"), d.Stappen);
        }
    }

    private static IEnumerable<(string, string, IReadOnlyList<Stap>)> Bijdrage()
    {
        foreach (var (geboren, categorie) in new[] { ("1960-01-01", "02"), ("2015-01-01", "02"), ("2015-01-01", "13"),
            ("1960-01-01", "11"), ("1960-01-01", "15") })
        {
            var b = Bijdrageregels.Beoordeel(D("2026-03-17"), D(geboren), categorie);
            yield return ($"Eigen bijdrage: geboren {geboren}, categorie {categorie}", $"{b.Signaleren} {b.Reden}", b.Stappen);
        }
        foreach (var dag in new[] { "2026-11-25", "2020-06-01" })
        {
            var v = Bijdrageregels.Venster(D(dag));
            yield return ($"Eigen bijdrage: een bericht van {dag}", $"{v.Vroegst:yyyy-MM-dd}..{v.Laatst:yyyy-MM-dd}", v.Stappen);
        }
    }

    private static IEnumerable<(string, string, IReadOnlyList<Stap>)> Pgb()
    {
        var professional = new Zorgverlener(false, Dienstverband.Zzp, true, true, null, 0);
        var bekende = new Zorgverlener(true, Dienstverband.Zorginstelling, false, false, D("1980-05-05"), 0);
        var vraag = new Pgbvraag(Pgbvoorziening.IndividueleBegeleiding, D("2026-11-25"), 62, 68.29m, 10.5m, 12, professional);
        (string Naam, Pgbvraag Vraag)[] gevallen =
        [
            ("Pgb: professional die meer vraagt", vraag),
            ("Pgb: professional die het hoogste tarief vraagt", vraag with { GevraagdTarief = 58.05m }),
            ("Pgb: professional in loondienst die minder vraagt",
                vraag with { GevraagdTarief = 40, Zorgverlener = professional with { Dienstverband = Dienstverband.Zorginstelling } }),
            ("Pgb: professional zonder diploma en VOG", vraag with { Zorgverlener = professional with { Diploma = false, Vog = false } }),
            ("Pgb: professional in beschermd wonen", vraag with { Voorziening = Pgbvoorziening.BeschermdWonen }),
            ("Pgb: familie", vraag with { GevraagdTarief = 15, Zorgverlener = bekende }),
            ("Pgb: bekende zonder zorgbedrijf, met uren elders",
                vraag with { Zorgverlener = bekende with { FamilieOfHuisgenoot = false, Dienstverband = Dienstverband.Geen,
                UrenElders = 32.5m } }),
            ("Pgb: bekende met nog één uur", vraag with { Zorgverlener = bekende with { UrenElders = 39 } }),
            ("Pgb: bekende die te jong is en geen uren meer heeft",
                vraag with { Zorgverlener = bekende with { Geboortedatum = D("2010-01-01"), UrenElders = 40 } }),
        ];
        foreach (var (naam, v) in gevallen)
        {
            var t = Pgbtarieven.Bereken(v, Gemeentebeleid.Almere);
            yield return (naam, string.Create(CultureInfo.InvariantCulture,
                $"{t.BehandeldAls}, hooguit {t.MaximumTarief:0.00}, toegekend {t.ToegekendTarief:0.00}, zelf {t.ZelfBijTeBetalen:0.00}, "
                + $"{t.ToegestaneUren:0.##} uur; {string.Join(", ", t.Weigeringen.Select(w => w.Code))}"), t.Stappen);
        }
    }
}
