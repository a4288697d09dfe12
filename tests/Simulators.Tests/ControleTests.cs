using WmoPlatform.IStandaarden;
using static WmoPlatform.Simulators.Tests.Voorbeelden;

namespace WmoPlatform.Simulators.Tests;

/// <summary>Level 2: the simulator rejects a message that breaks a rule as a whole, with code 0001, and remembers the rule.</summary>
public class ControleTests(GedeeldHuis gedeeld) : IClassFixture<GedeeldHuis>
{
    private static readonly Contact Adres = Toewijzing(1).Client.Contactgegevens[0];
    private static readonly CdtGeslotenPeriode Jaar = new(Vandaag, Vandaag.AddYears(1));

    private static Wmo301 Client(Func<Wmo301Client, Wmo301Client> anders) =>
        Toewijzing(1) is var heen ? heen with { Client = anders(heen.Client) } : null!;
    private static Wmo301 Product(Func<ToegewezenProduct, ToegewezenProduct> anders) => Toewijzing(1).Met(anders);
    private static Wmo301 Nog(Func<ToegewezenProduct, ToegewezenProduct> anders) =>
        Client(c => c with { ToegewezenProducten = [.. c.ToegewezenProducten, anders(c.ToegewezenProducten[0])] });
    private static Wmo501 Budget(Func<Budget, Budget> anders) =>
        Toekenning("B-1") is var heen ? heen with { Client = heen.Client with { Budget = anders(heen.Client.Budget) } } : null!;
    private static Wmo501 Deel(FunctieBudget deel) => Budget(b => b with { FunctieBudgetten = [deel] });
    private static Wmo501 Met(PgbRelatie relatie) =>
        Toekenning("B-1") is var heen ? heen with { Client = heen.Client with { Relaties = [relatie] } } : null!;
    private static Wmo401 Start(Func<StartEigenBijdrage, StartEigenBijdrage> anders) =>
        EbStart(1) is var heen ? heen with { Client = heen.Client with { StartEigenBijdrage = anders(heen.Client.StartEigenBijdrage) } }
        : null!;

    private static readonly Dictionary<string, (string Partner, Ketenbericht Bericht)> Fout = new()
    {
        ["CS002 301"] = (Agb, Client(c => c with { Bsn = "999990000" })),
        ["CD007 zonder taal"] = (Agb, Client(c => c with { Communicatie = new CdtCommunicatie("1") })),
        ["CD007 met taal"] = (Agb, Client(c => c with { Communicatie = new CdtCommunicatie("2", "Frans") })),
        ["CS050 301"] = (Agb, Client(c => c with { Naam = c.Naam with { NaamGebruik = "3" } })),
        ["TR002 301"] = (Agb, Client(c => c with { Geboortedatum = new CdtGeboortedatum(Vandaag.AddYears(-121)) })),
        ["TR061 geen adres"] = (Agb, Client(c => c with { Contactgegevens = [Adres with { Soort = "04" }] })),
        ["CD034 postcode"] = (Agb, Client(c => c with
        {
            Contactgegevens = [Adres with { Adres = Adres.Adres! with { Postcode = null }, Telefoon = new(new("0612345678", "+31")) }]
        })),
        ["TR006 contact"] = (Agb, Client(c => c with
        {
            Contactgegevens = [Adres, Adres with { Soort = "02", Adres = Adres.Adres! with { Huis = null } }]
        })),
        ["CS089 301"] = (Agb, Client(c => c with { Contactgegevens = [Adres with { Adres = Adres.Adres! with { Postcode = "0315HR" } }] })),
        ["CS003 toewijzing"] = (Agb, Product(p => p with { Einddatum = p.Ingangsdatum.AddDays(-1) })),
        ["CS003 contact"] =
            (Agb, Client(c => c with { Contactgegevens = [Adres with { Periode = new CdtOpenPeriode(Vandaag, Vandaag.AddDays(-1)) }] })),
        ["CD041 omvang"] = (Agb, Product(p => p with { Omvang = null })),
        ["CS338 per dag"] = (Agb, Product(p => p with { Omvang = new CdtOmvang(3, "14", "1") })),
        ["CS318 organisatie"] = (Agb, Client(c => c with { Naam = c.Naam with { Partnernaam = null, NaamGebruik = "6" } })),
        ["CS139 maand"] = (Agb, Client(c => c with { Geboortedatum = new CdtGeboortedatum(new(1985, 12, 1), "2") })),
        ["TR134 geboren"] = (Agb, Client(c => c with { Geboortedatum = new CdtGeboortedatum(Vandaag.AddDays(1)) })),
        ["TR134 toegewezen"] = (Agb, Product(p => p with { Toewijzingsdatum = Vandaag.AddDays(1) })),
        ["TR101 contact"] = (Agb, Client(c => c with { Contactgegevens = [Adres, Adres] })),
        ["CD005 land"] = (Agb, Client(c => c with { Contactgegevens = [Adres with { Adres = Adres.Adres! with { LandCode = null } }] })),
        ["CD009 periode"] = (Agb, Client(c => c with { Contactgegevens = [Adres with { Periode = new CdtOpenPeriode(Vandaag, null) }] })),
        ["CD025 huis"] = (Agb, Client(c => c with
        {
            Contactgegevens = [Adres with { Adres = Adres.Adres! with { Huis = null }, Telefoon = new(new("0612345678", "+31")) }]
        })),
        ["CD078 allebei"] = (Agb, Product(p => p with { Budget = 1 })),
        ["CD075 budget"] = (Agb, Product(p => p with { Product = null, Omvang = null, Budget = 1, Einddatum = null })),
        ["CD076 per week"] = (Agb, Product(p => p with { Einddatum = null })),
        ["CD077 allebei"] = (Agb, Product(p => p with { Budget = 1 })),
        ["CD079 niets"] = (Agb, Product(p => p with { Product = null, Omvang = null })),
        ["CD080 aspecifiek"] = (Agb, Product(p => p with { Product = new CdtProduct("02", null) })),
        ["CS335 verwijderd"] = (Agb, Product(p => p with { RedenWijziging = "13" })),
        ["TR101 nummer"] = (Agb, Nog(p => p with { Product = new CdtProduct("07", "07T21") })),
        ["TR302 stapeling"] = (Agb, Nog(p => p with { ToewijzingNummer = 2 })),
        ["TR302 generiek"] = (Agb, Nog(p => p with { ToewijzingNummer = 2, Product = null, Omvang = null, Budget = 1 })),
        ["CS002 501"] = ("svb", Toekenning("B-1") is var b ? b with { Client = b.Client with { Bsn = "999990000" } } : null!),
        ["CS003 501"] = ("svb", Budget(b => b with { BudgetPeriode = new(Vandaag, Vandaag.AddDays(-1)) })),
        ["CS023 501"] = ("svb", Budget(b => b with { Afgiftedatum = Vandaag.AddDays(1) })),
        ["TR511 501"] =
            ("svb", Budget(b => b with { BudgetPeriode = null, FunctieBudgetten = [new("02", new(new(2017, 12, 31), Vandaag), 5)] })),
        ["TR016 501"] = ("svb", Deel(new("02", new(Vandaag, Vandaag.AddYears(2)), 5))),
        ["TR101 501"] = ("svb", Budget(b => b with { FunctieBudgetten = [new("02", Jaar, 5), new("02", Jaar, 6)] })),
        ["CD505 501"] = ("svb", Deel(new("02", Jaar, 0))),
        ["TR503 501"] = ("svb", Deel(new("02", Jaar, 5, 6))),
        ["CS502 501"] = ("svb", Met(new PgbRelatie("1", "4") { Contact = new(Organisatie: "Bewind") })),
        ["CD504 501"] = ("svb", Met(new PgbRelatie("1", "3") { Contact = new(Organisatie: "Bewind"), Bsn = Bsn })),
        ["TR515 501"] = ("svb", Met(new PgbRelatie("1", "3"))),
        ["TR506 501"] = ("svb", Met(new PgbRelatie("1", "3") { Contact = new(null, Adres.Adres! with { Huis = null }, "Bewind") })),
        ["CS002 401"] = ("cak", EbStart(1, bsn: "999990000")),
        ["CS332 401"] = ("cak", Start(s => s with { EbStartdatum = new(2019, 12, 31) })),
        ["CS334 401"] = ("cak", Start(s => s with { EbKostprijs = new(s.EbStartdatum.AddDays(-1), 500_000) })),
        ["TR112 401"] = ("cak", Start(s => s with { EbStartdatum = Vandaag.AddMonths(-12).AddDays(-1) })),
        ["TR113 401"] = ("cak", Start(s => s with { EbStartdatum = Vandaag.AddMonths(1).AddDays(1) })),
        ["TR113 403"] = ("cak", EbStop(1) is var stop
            ? stop with
            {
                Client = stop.Client with
                {
                    StopEigenBijdrage = stop.Client.StopEigenBijdrage with { EbStopdatum = Vandaag.AddMonths(1).AddDays(1) },
                },
            }
            : null!),
    };

    public static TheoryData<string> Regels => [.. Fout.Keys];

    [Theory, MemberData(nameof(Regels))]
    public async Task What_breaks_a_rule_comes_back_as_technically_wrong(string regel)
    {
        var (huis, (partner, bericht)) = (gedeeld.Huis, Fout[regel]);
        var eigen = $"R{Fout.Keys.ToList().IndexOf(regel)}";
        await huis.Stuur(partner is "svb" or "cak" ? partner : "ggk", bericht.ToXml().Replace($">{bericht.Identificatie}<", $">{eigen}<"));
        (await huis.Bericht<Retourbericht>(
            retour => retour.Header.BerichtIdentificatie.Identificatie == eigen)).Header.RetourCodes.ShouldBe(["0001"]);
        (await huis.Regels(partner, eigen)).ShouldContain(regel.Split(' ')[0]);
    }

    [Fact]
    public async Task A_message_of_tomorrow_is_rejected_at_its_header_alone()
    {
        await using var huis = await Huis.Open();
        var morgen = Toewijzing(1) with { Header = new Header("0034", Agb, "T1", Vandaag.AddDays(2)) };
        var retour = await huis.Antwoord<Wmo302>("ggk", morgen);
        retour.Header.RetourCodes.ShouldBe(["8848"]);
        retour.Inhoud.ShouldBeNull();
    }

    [Theory]
    [InlineData("11", "11A01")] // aids may be there twice
    [InlineData("14", "14A01")]
    public async Task Aids_and_adaptations_may_be_stacked(string categorie, string code)
    {
        await using var huis = await Huis.Open();
        var heen = Nog(p => p with { ToewijzingNummer = 2 })
            .Met(p => p with { Product = new CdtProduct(categorie, code), Omvang = new CdtOmvang(1, "82", "6") });
        (await huis.Antwoord<Wmo302>("ggk", heen)).IsAkkoord.ShouldBeTrue();
    }

    [Fact]
    public async Task A_rejection_returns_every_class_and_gives_only_the_wrong_one_its_code()
    {
        await using var huis = await Huis.Open();
        await huis.Antwoord<Wmo302>("ggk", Toewijzing(1, bsn: AnderBsn));
        var heen = Nog(p => p with { ToewijzingNummer = 2, Product = new CdtProduct("07", "07T21") }) with
        {
            Header = new Header("0034", Agb, "T2", Vandaag),
        };
        var client = (await huis.Antwoord<Wmo302>("ggk", heen)).Inhoud.ShouldNotBeNull();
        client.RetourCodes.ShouldBe(["0200"]);
        client.Contactgegevens[0].RetourCodes.ShouldBe(["0200"]);
        client.ToegewezenProducten.Select(p => string.Join(',', p.RetourCodes!)).ShouldBe(["9332", "0200"]);
    }
}
