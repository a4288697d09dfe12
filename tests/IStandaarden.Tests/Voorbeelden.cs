using WmoPlatform.IStandaarden.Codelijsten;

namespace WmoPlatform.IStandaarden.Tests;

/// <summary>
/// One message of every kind, with every element that the platform uses and official test BSNs. Golden/ holds their exact XML.
/// </summary>
internal static class Voorbeelden
{
    private static readonly DateOnly Vandaag = new(2026, 3, 2);

    private static readonly CdtAdres Adres = new(new CdtHuis(12, "A", "bis", "TO"), "1315AA", "Stadhuisplein", "Almere", "NL");

    /// <summary>The n-th of the official test numbers that pass the elfproef, from 1.</summary>
    public static string Bsn(int n) => Enumerable.Range(0, 100_000).Select(i => $"9999{i:00000}")
        .Where(bsn => bsn.Select((cijfer, plaats) => (cijfer - '0') * (plaats == 8 ? -1 : 9 - plaats)).Sum() % 11 == 0).ElementAt(n - 1);

    public static readonly Wmo301 Wmo301 = new(
        new Header("0034", "12345678", "301-000001", Vandaag),
        new Wmo301Client(
            "999993653", new CdtGeboortedatum(new DateOnly(1985, 12, 1), "1"), "2",
            new CdtVolledigeNaam(new CdtAchternaam("Moulin", "du"), new CdtAchternaam("Jansen"), "Suzanne", "S", "4"),
            [new Contact(AdresSoort.Brp, Adres, null, new CdtTelefoonnummers(new CdtTelefoon("0612345678", "+31")), "s@voorbeeld.nl"),
                new Contact(AdresSoort.Tijdelijk, Adres with { Huis = new CdtHuis(7) }, Periode: new CdtOpenPeriode(Vandaag, null))],
            [
                new ToegewezenProduct(1001, new CdtProduct("02", "02T21"), Vandaag, new TimeOnly(9, 5, 7), new DateOnly(2026, 3, 9),
                    new DateOnly(2027, 3, 8), new CdtOmvang(3, "04", "2")),
                new ToegewezenProduct(
                    1002, null, Vandaag, new TimeOnly(9, 5, 7), new DateOnly(2027, 3, 9), new DateOnly(2027, 12, 31), null)
                {
                    ReferentieAanbieder = "ref-1", RedenWijziging = RedenWijziging.Correctie, Budget = 125_000,
                        Commentaar = "Sleutel & hond: <bel eerst>",
                },
            ])
        {
            Communicatie = new CdtCommunicatie("1", "Frans"),
            JuridischeStatus = "12",
            WettelijkeVertegenwoordiging = "08",
            Commentaar = "Kan ’s ochtends niet",
            Relaties = [new Relatie("1", 0, "15", null, "1", new CdtVolledigeNaam(new CdtAchternaam("Mentor"), null, null, "M",
                "1"), new Contact(AdresSoort.Correspondentie, Organisatie: "Mentoraat",
                Telefoon: new CdtTelefoonnummers(new CdtTelefoon("0365551234", "+31"))))],
        });

    public static readonly Wmo305 Wmo305 = new(
        new Header("12345678", "0034", "305-000001", new DateOnly(2026, 3, 10)),
        new Wmo305Client(
            "999993653", new CdtGeboortedatum(new DateOnly(1985, 12, 1)), "2",
            new CdtVerkorteNaam(new CdtAchternaam("Moulin"), "Suzanne", "S"),
            [new StartProduct(1001, new CdtProduct("02", "02T21"), new DateOnly(2026, 3, 9), new DateOnly(2026, 3, 10),
                StatusAanlevering.Eerste)]));

    public static readonly Wmo307 Wmo307 = new(
        new Header("12345678", "0034", "307-000001", new DateOnly(2026, 6, 1)),
        new Wmo307Client(
            "999993653", new CdtGeboortedatum(new DateOnly(1985, 12, 1)), "2", new CdtVerkorteNaam(new CdtAchternaam("Moulin")),
            [new StopProduct(1001, new CdtProduct("02", "02T21"), new DateOnly(2026, 3, 9), new DateOnly(2026, 3, 10),
                RedenBeeindiging.Tijdelijk, new DateOnly(2026, 6, 1), StatusAanlevering.Eerste)]));

    public static readonly Wmo501 Wmo501 = new(
        new Header("0034", null, "501-000001", Vandaag),
        new Wmo501Client("999900006",
            new Budget("PGB-2", "PGB-1", Vandaag, new CdtGeslotenPeriode(new DateOnly(2026, 3, 9), new DateOnly(2027, 3, 8)),
                [new FunctieBudget("02", new CdtGeslotenPeriode(new DateOnly(2026, 3, 9), new DateOnly(2027, 3, 8)), 1_250_050, 10_000)]),
            [new PgbRelatie("1", "3") { Ingangsdatum = Vandaag, Contact = new(null, Adres, "Bewindkantoor") }],
            new PgbContact(Vandaag, Adres)));

    public static readonly Wmo401 Wmo401 = new(
        new Header("0034", null, "401-000001", Vandaag),
        new Wmo401Client("999993653", new StartEigenBijdrage(
            42, new DateOnly(2026, 3, 10), StatusAanlevering.Eerste, new EbKostprijs(new DateOnly(2026, 3, 10), 250_000))));

    public static readonly Wmo403 Wmo403 = new(
        new Header("0034", null, "403-000001", Vandaag),
        new Wmo403Client("999993653", new StopEigenBijdrage(42, new DateOnly(2026, 3, 31), StatusAanlevering.Eerste)));

    public static readonly Wmo315 Wmo315 = new(
        new Header("12345678", "0034", "315-000001", Vandaag),
        new Wmo315Client("999993653", new CdtGeboortedatum(new DateOnly(1985, 12, 1)), "2",
            new CdtVerkorteNaam(new CdtAchternaam("Moulin"), "Suzanne", "S"), "Graag met spoed",
            [
                new AangevraagdProduct("ref-1", new DateOnly(2026, 4, 1), new CdtVerwijzer("02", "Huisartsenpraktijk Haven"))
                {
                    BeschikkingNummer = 77, Product = new CdtProduct("02", "02T21"), BeschikkingIngangsdatum = Vandaag,
                        ToewijzingEinddatum = new DateOnly(2027, 3, 31),
                    Omvang = new CdtOmvang(3, "04", "2"), Raamcontract = "1", Commentaar = "Bij voorkeur dezelfde begeleider",
                },
                new AangevraagdProduct("ref-2", new DateOnly(2027, 4, 1), new CdtVerwijzer("03", null, "87654321"))
                {
                    ToewijzingEinddatum = new DateOnly(2028, 3, 31), Budget = 125_000,
                },
            ]));

    public static readonly Wmo317 Wmo317 = new(
        new Header("12345678", "0034", "317-000001", Vandaag),
        new Wmo317Client("999993653", new Wijzigingsverzoek("ref-3", "1",
            [new OngewijzigdProduct(1001)],
            [new TeWijzigenProduct(1002, new DateOnly(2026, 4, 1), new DateOnly(2026, 12, 31), new CdtOmvang(5, "04", "2"), null),
                new TeWijzigenProduct(1003, new DateOnly(2026, 4, 1), new DateOnly(2026, 12, 31), null, 90_000)],
            [new NieuwProduct(new CdtProduct("07", "07T21"), new DateOnly(2026, 4, 1), new DateOnly(2026, 8, 31), new CdtOmvang(2, "16",
                "2"), null), new NieuwProduct(null, new DateOnly(2026, 9, 1), new DateOnly(2026, 12, 31), null, 50_000)])));

    public static readonly Wmo319 Wmo319 =
        new(new Header("0034", "12345678", "319-000001", Vandaag), new Verzoekantwoord("ref-1", "1", "4"));

    public static readonly Wmo323 Wmo323 = new(
        new Header("12345678", "0034", "323-000001", Vandaag),
        new Declaratie("DECL202602", new CdtGeslotenPeriode(new DateOnly(2026, 2, 1), new DateOnly(2026, 2, 28)), Vandaag,
            new CdtTotaalBedragMetDC(81_948 - 6_829, "D"),
            [
                new DeclaratieClient("999993653",
                    [new Prestatie(new CdtReferentie("P-1"), 1001, "02", "02T21", new CdtGeslotenPeriode(new DateOnly(2026, 2, 1),
                        new DateOnly(2026, 2, 28)), 12, "04", 6_829, new CdtBedragMetDC(81_948, "D"))]),
                new DeclaratieClient("999900006",
                    [new Prestatie(new CdtReferentie("P-2", "P-0"), 1004, "02", "02T21", new CdtGeslotenPeriode(new DateOnly(2026, 1, 1),
                        new DateOnly(2026, 1, 31)), 6_829, "83", null, new CdtBedragMetDC(6_829, "C"))]),
            ]));

    public static readonly Wmo507 Wmo507 = new(
        new Header(null, "0034", "507-000001", new DateOnly(2027, 4, 8)),
        new Wmo507Client("999900006",
            [
                new FunctieBudgetBesteed("PGB-2", "02", new CdtGeslotenPeriode(new DateOnly(2026, 3, 9), new DateOnly(2026, 12, 31)),
                    1_000_000, null, 25_000, "2"),
                new FunctieBudgetBesteed(
                    "PGB-2", "99", new CdtGeslotenPeriode(new DateOnly(2026, 3, 9), new DateOnly(2026, 12, 31)), 0, null, null, "3"),
            ]));

    public static readonly IReadOnlyDictionary<string, Ketenbericht> Alle = new Dictionary<string, Ketenbericht>
    {
        ["WMO301"] = Wmo301,
        ["WMO302"] = Retour.Akkoord(Wmo301, "302-000001", Vandaag.AddDays(1)),
        ["WMO302-afgekeurd"] = Retour.Afgekeurd(Wmo301, "302-000002", Vandaag.AddDays(1),
            (ToegewezenProduct product) => product.ToewijzingNummer == 1002 ? [Retourcode.ToewijzingnummerNietUniek] : []),
        ["WMO302-technisch-onjuist"] = Retour.TechnischOnjuist(Wmo301, "302-000003", Vandaag.AddDays(1)),
        ["WMO305"] = Wmo305,
        ["WMO306"] = Retour.Akkoord(Wmo305, "306-000001", Vandaag),
        ["WMO306-afgekeurd"] = Retour.Afgekeurd(Wmo305, "306-000002", Vandaag, Retourcode.GeenToewijzing),
        ["WMO307"] = Wmo307,
        ["WMO308"] = Retour.Akkoord(Wmo307, "308-000001", Vandaag),
        ["WMO308-afgekeurd"] = Retour.Afgekeurd(Wmo307, "308-000002", Vandaag, Retourcode.GeenActueleStart),
        ["WMO315"] = Wmo315,
        ["WMO316"] = Retour.Akkoord(Wmo315, "316-000001", Vandaag),
        ["WMO316-afgekeurd"] = Retour.Afgekeurd(Wmo315, "316-000002", Vandaag,
            (AangevraagdProduct product) => product.ReferentieAanbieder == "ref-2" ? [Retourcode.ReferentieNietUniek] : []),
        ["WMO317"] = Wmo317,
        ["WMO318"] = Retour.Akkoord(Wmo317, "318-000001", Vandaag),
        ["WMO318-afgekeurd"] = Retour.Afgekeurd(Wmo317, "318-000002", Vandaag, Retourcode.NietAlleProducten),
        ["WMO319"] = Wmo319,
        ["WMO320"] = Retour.Akkoord(Wmo319, "320-000001", Vandaag),
        ["WMO320-afgekeurd"] = Retour.Afgekeurd(Wmo319, "320-000002", Vandaag, Retourcode.GeenVerzoekBijAntwoord),
        ["WMO323"] = Wmo323,
        ["WMO325"] = Retour.Akkoord(Wmo323, "325-000001", Vandaag),
        ["WMO325-afgekeurd"] = Retour.Afgekeurd(Wmo323, "325-000002", Vandaag,
            (Prestatie prestatie) => prestatie.ToewijzingNummer == 1001 ? [Retourcode.VolumeOverschreden] : []),
        ["WMO325-technisch-onjuist"] = Retour.TechnischOnjuist(Wmo323, "325-000003", Vandaag),
        ["WMO507"] = Wmo507,
        ["WMO508"] = Retour.Akkoord(Wmo507, "508-000001", Vandaag),
        ["WMO508-afgekeurd"] = Retour.Afgekeurd(
            Wmo507, "508-000002", Vandaag, (FunctieBudgetBesteed deel) => deel.Zorgfunctie == "99" ? [Retourcode.SleutelNietUniek] : []),
        ["WMO501"] = Wmo501,
        ["WMO502"] = Retour.Akkoord(Wmo501, "502-000001", Vandaag),
        ["WMO502-afgekeurd"] = Retour.Afgekeurd(Wmo501, "502-000002", Vandaag, Retourcode.SleutelNietUniek),
        ["WMO401"] = Wmo401,
        ["WMO402"] = Retour.Akkoord(Wmo401, "402-000001", Vandaag),
        ["WMO402-afgekeurd"] = Retour.Afgekeurd(Wmo401, "402-000002", Vandaag, Retourcode.EbSleutelNietUniek),
        ["WMO403"] = Wmo403,
        ["WMO404"] = Retour.Akkoord(Wmo403, "404-000001", Vandaag),
        ["WMO404-afgekeurd"] = Retour.Afgekeurd(Wmo403, "404-000002", Vandaag, Retourcode.EbGeenActueleStart),
    };
}
