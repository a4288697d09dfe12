using WmoPlatform.IStandaarden.Codelijsten;
using WmoPlatform.IStandaarden.Controle;

namespace WmoPlatform.IStandaarden.Tests;

/// <summary>Makes random messages that keep every rule of level 2, with or without each optional part.</summary>
internal sealed class Regelberichten(Random toeval)
{
    private static readonly DateOnly Vandaag = new(2026, 3, 2);
    private static readonly string[] Bsns = ["999993653", "999900006", "999900018"];

    public Heenbericht Maak(Berichtsoort soort) => soort.Naam switch
    {
        "WMO301" => new Wmo301(Header(soort), Client301()),
        "WMO305" => new Wmo305(Header(soort), new(Bsn(), Geboren(), Uit(Codelijst.Geslacht), Verkort(),
            Lijst(n => new StartProduct(n, Misschien(Product(n)), Dag(), Verleden(n).Tot, Kies("1", "3"))))),
        "WMO307" => new Wmo307(Header(soort), new(Bsn(), Geboren(), Uit(Codelijst.Geslacht), Verkort(), Lijst(n =>
        {
            var (van, tot) = Verleden(n);
            return new StopProduct(n, Misschien(Product(n)), Dag(), van, Uit(Codelijst.RedenBeeindiging), tot, Kies("1", "3"));
        }))),
        "WMO315" => new Wmo315(Header(soort),
            new(Bsn(), Geboren(), Uit(Codelijst.Geslacht), Verkort(), Misschien(Tekst(300)), Lijst(Aanvraag))),
        "WMO317" => new Wmo317(Header(soort), new(Bsn(), new(Tekst(36), Uit(Codelijst.RedenVerzoek),
            Misschien(Lijst(n => new OngewijzigdProduct(n))),
            Lijst(n =>
            {
                var (van, tot) = Periode(n);
                return Munt() ? new TeWijzigenProduct(n, van, tot, null, Bedrag())
                    : new(n, van, Misschien(tot), Omvang() with { Frequentie = "4" }, null);
            }),
            Misschien(Lijst(n =>
            {
                var (van, tot) = Periode(n + 1);
                return new NieuwProduct(Product(n), van, tot, Omvang(), null);
            }))))),
        "WMO319" => new Wmo319(Header(soort),
            Munt() ? new(Tekst(36), "1", Uit(Codelijst.RedenAfwijzingVerzoek)) : new(Tekst(36), "2", null)),
        "WMO323" => Declaratie(soort),
        "WMO501" => Budget(soort),
        "WMO507" => new Wmo507(Header(soort), new(Bsn(), Lijst(n =>
        {
            var (van, tot) = Periode(n);
            return new FunctieBudgetBesteed(Tekst(30) + n, Uit(Codelijst.ZorgfunctiePgbWmo), new(van, tot), Bedrag(),
                null, Misschien(Bedrag()), Uit(Codelijst.RedenBudgetafsluiting));
        }))),
        "WMO401" => new Wmo401(Header(soort), new(Bsn(), new(toeval.Next(1_000_000), Vandaag.AddDays(toeval.Next(-300, 28)),
            Kies("1", "2", "3"), Munt() ? new EbKostprijs(Vandaag.AddDays(30), Bedrag()) : null))),
        _ => new Wmo403(Header(soort),
            new(Bsn(), new(toeval.Next(1_000_000), Vandaag.AddDays(toeval.Next(-300, 28)), Kies("1", "2", "3")))),
    };

    private Wmo301Client Client301() => new(Bsn(), Geboren(), Uit(Codelijst.Geslacht), Naam("1"),
        [Contact(Kies("01", "03")), .. Munt() ? [Contact("02"), Contact("04")] : Array.Empty<Contact>()], Lijst(Toegewezen))
    {
        Communicatie = Munt() ? new("1", Tekst(25)) : Misschien(new CdtCommunicatie("2")),
        JuridischeStatus = Misschien(Uit(Codelijst.JuridischeStatus)),
        WettelijkeVertegenwoordiging = Misschien(Uit(Codelijst.WettelijkeVertegenwoordiging)),
        Commentaar = Misschien(Tekst(1000)),
        Relaties = Misschien(Lijst(n => new Relatie($"R{n}", toeval.Next(100), Uit(Codelijst.SoortRelatie), Misschien(Geboren()),
            Misschien(Uit(Codelijst.Geslacht)), Naam("1", "6"), Contact("02")))),
    };

    private ToegewezenProduct Toegewezen(int n)
    {
        var ((van, tot), verwijderd, specifiek) = (Periode(n), toeval.Next(5) == 0, Munt());
        return new(n, specifiek ? Product(n) : null, Vandaag, new(toeval.Next(24), toeval.Next(60), toeval.Next(60)), van,
            verwijderd ? van : tot, specifiek ? Omvang() : null)
        {
            Budget = specifiek ? null : Bedrag(),
            RedenWijziging = verwijderd ? RedenWijziging.Verwijderd : Misschien(RedenWijziging.Correctie),
            ReferentieAanbieder = Misschien(Tekst(36)),
            Commentaar = Misschien(Tekst(50)),
        };
    }

    private AangevraagdProduct Aanvraag(int n)
    {
        var (van, tot) = Periode(n);
        var verwijzer = Uit(Codelijst.TypeVerwijzer) is var type && type is "02" or "03" or "04" or "05"
            ? Munt() ? new CdtVerwijzer(type, Tekst(64)) : new(type, null, "12345678")
            : new(type);
        return new($"ref-{n}", van, verwijzer)
        {
            Product = Product(n),
            ToewijzingEinddatum = tot,
            BeschikkingNummer = n,
            BeschikkingIngangsdatum = van,
            Omvang = Omvang(),
            Raamcontract = Misschien(Uit(Codelijst.JaNee))
        };
    }

    private Wmo323 Declaratie(Berichtsoort soort)
    {
        var nummer = 0;
        var clienten = Lijst(c => new DeclaratieClient(Bsns[c - 1], Lijst(_ => Prestatie(++nummer))));
        return new(Header(soort), new($"D{toeval.Next(10_000)}", new(new(2026, 2, 1), new(2026, 2, 28)), Vandaag,
            CdtTotaalBedragMetDC.Van(clienten.SelectMany(c => c.Prestaties).Sum(p => p.IngediendBedrag.InCenten)), clienten));
    }

    private Prestatie Prestatie(int nummer)
    {
        var (eenheid, credit, bedrag) = (Uit(Codelijst.Eenheid), Munt(), Bedrag() + 1);
        return new(new($"P{nummer}", credit ? $"Q{nummer}" : null), nummer, Uit(Codelijst.ProductCategorie), Tekst(5),
            new(new(2026, 2, 1), new(2026, 2, 28)), eenheid == "83" ? bedrag : toeval.Next(10_000), eenheid,
            eenheid == "83" ? null : Bedrag(), new(bedrag, credit ? "C" : "D"));
    }

    private Wmo501 Budget(Berichtsoort soort)
    {
        var delen = Lijst(n =>
        {
            var (van, tot) = Periode(n);
            var weg = toeval.Next(4) == 0;
            return new FunctieBudget(Uit(Codelijst.ZorgfunctiePgbWmo),
                new(van, weg ? van : tot), weg ? 0 : Bedrag() + 1, weg ? null : Misschien(1L));
        });
        return new(Header(soort), new(Bsn(),
            new(Tekst(36), Misschien(Tekst(36)), Misschien(Vandaag), Munt() ? new(new(2026, 1, 1), new(2040, 12, 31)) : null, delen),
            Misschien(Lijst(n => new PgbRelatie($"R{n}", "3")
            {
                KvkNummer = Misschien("12345678"),
                Contact = new(Misschien(Vandaag), Misschien(Adres()), Tekst(35), Misschien(Telefoon()), Misschien("a@b.nl")),
            })),
            Munt() ? new PgbContact(Misschien(Vandaag), Adres()) : null));
    }

    /// <summary>A period in another year for each number, so that no periods overlap.</summary>
    private (DateOnly Van, DateOnly Tot) Periode(int n) => (new(2025 + n, 1, 1 + toeval.Next(20)), new(2025 + n, 12, 1 + toeval.Next(20)));

    private (DateOnly Van, DateOnly Tot) Verleden(int n) => (new(2025 - n, 1, 1 + toeval.Next(20)), new(2025 - n, 12, 1 + toeval.Next(20)));

    private Header Header(Berichtsoort soort) => new(Partij(soort.Afzender), Partij(soort.Ontvanger), Tekst(12), Vandaag);
    private static string? Partij(Partij partij) =>
        partij switch { IStandaarden.Partij.Gemeente => "0034", IStandaarden.Partij.Aanbieder => "12345678", _ => null };
    private string Bsn() => Kies(Bsns);
    private CdtGeboortedatum Geboren() => Munt() ? new(new(toeval.Next(1910, 2020), toeval.Next(1, 13), toeval.Next(1, 29)))
        : Kies(new CdtGeboortedatum(new(1950, 7, 1), "1"), new(new(1950, 1, 1), "2"), new(new(1900, 1, 1), "3"));
    private CdtVerkorteNaam Verkort() => new(new(Tekst(200), Misschien("van de")), Misschien(Tekst(100)), Misschien("ABC"));
    private CdtVolledigeNaam Naam(params string[] zonderPartner) => Munt()
        ? new(new(Tekst(200)), new(Tekst(200)), Misschien(Tekst(100)), Misschien("ÀB"), Kies("1", "2", "3", "4"))
        : new(new(Tekst(200)), null, null, null, Kies(zonderPartner));
    private CdtAdres Adres()
    {
        var (land, postcode) = Kies(("NL", "1315AA"), ("BE", "1000"));
        return new(new(toeval.Next(100_000), Misschien("A"), Misschien("bis"), Misschien("TO")), postcode, Misschien(Tekst(24)),
            Misschien(Tekst(80)), land);
    }

    private CdtTelefoonnummers Telefoon() => new(new("0612345678", "+31"), Misschien(new CdtTelefoon("036", "+31")));
    private Contact Contact(string soort) =>
        new(soort, Adres(), Misschien(Tekst(35)), Misschien(Telefoon()), Misschien("a@b.nl"),
            soort == "04" ? Misschien(new CdtOpenPeriode(Vandaag, null)) : null);
    private CdtProduct Product(int n) => new(Codelijst.ProductCategorie.Codes[toeval.Next(18)].Waarde, $"{n}T");
    private CdtOmvang Omvang()
    {
        var eenheid = Uit(Codelijst.Eenheid);
        return new(toeval.Next(100), eenheid, eenheid is "14" or "16" or "83" or "84" ? Kies("2", "4", "6") : Uit(Codelijst.Frequentie));
    }

    private long Bedrag() => toeval.Next(1_000_000);
    private DateOnly Dag() => Vandaag.AddDays(toeval.Next(-500, 500));
    private bool Munt() => toeval.Next(2) == 0;
    private T? Misschien<T>(T waarde) where T : class => Munt() ? waarde : null;
    private long? Misschien(long waarde) => Munt() ? waarde : null;
    private DateOnly? Misschien(DateOnly waarde) => Munt() ? waarde : null;
    private string Uit(Codelijst lijst) => lijst.Codes[toeval.Next(lijst.Codes.Count)].Waarde;
    private T Kies<T>(params T[] waarden) => waarden[toeval.Next(waarden.Length)];
    private string Tekst(int hoogstens) =>
        string.Concat(Enumerable.Range(0, toeval.Next(1, Math.Max(2, hoogstens - 2))).Select(_ => Kies('a', 'é', '&', '<', 'Z', '9', '-')));
    private T[] Lijst<T>(Func<int, T> deel) => [.. Enumerable.Range(1, toeval.Next(1, 4)).Select(deel)];
}

public class RegelberichtenTests
{
    public static TheoryData<string> Soorten => [.. Berichtsoort.Alle.Where(s => !s.IsRetour).Select(s => s.Naam)];

    [Theory, MemberData(nameof(Soorten))]
    public void Messages_and_answers_within_the_rules_fit_the_schema_and_break_no_rule(string naam)
    {
        var soort = Berichtsoort.Alle.Single(s => s.Naam == naam);
        var maker = new Regelberichten(new Random(20261125));
        for (var keer = 0; keer < 100; keer++)
        {
            var heen = maker.Maak(soort);
            Berichtcontrole.Controleer(heen).ShouldBeEmpty();
            foreach (var bericht in new Ketenbericht[] { heen, Retour.Akkoord(heen, "R", new(2026, 3, 3)),
                Retour.TechnischOnjuist(heen, "R", new(2026, 3, 3)), Retour.Afgekeurd(heen, "R", new(2026, 3, 3), "8848") })
            {
                var xml = bericht.ToBytes();
                SchemaTests.Controleer(xml).ShouldBeEmpty();
                Ketenbericht.Lees(new MemoryStream(xml)).ToBytes().ShouldBe(xml);
            }
        }
    }
}
