using WmoPlatform.IStandaarden.Codelijsten;

namespace WmoPlatform.IStandaarden.Tests;

/// <summary>One message of every kind, with every element that the platform uses and official test BSNs. Golden/ holds their exact XML.</summary>
internal static class Voorbeelden
{
    private static readonly DateOnly Vandaag = new(2026, 3, 2);

    private static readonly CdtAdres Adres = new(new CdtHuis(12, "A", "bis", "TO"), "1315AA", "Stadhuisplein", "Almere", "NL");

    public static readonly Wmo301 Wmo301 = new(
        new Header("0034", "12345678", "301-000001", Vandaag),
        new Wmo301Client(
            "999993653", new CdtGeboortedatum(new DateOnly(1985, 12, 1), "1"), "2",
            new CdtVolledigeNaam(new CdtAchternaam("Moulin", "du"), new CdtAchternaam("Jansen"), "Suzanne", "S", "4"),
            [new Contact(AdresSoort.Brp, Adres, null, new CdtTelefoonnummers(new CdtTelefoon("0612345678", "+31")), "s@voorbeeld.nl", new CdtOpenPeriode(Vandaag, null))],
            [
                new ToegewezenProduct(1001, new CdtProduct("02", "02T21"), Vandaag, new TimeOnly(9, 5, 7), new DateOnly(2026, 3, 9), new DateOnly(2027, 3, 8), new CdtOmvang(3, "04", "2")),
                new ToegewezenProduct(1002, null, Vandaag, new TimeOnly(9, 5, 7), new DateOnly(2026, 3, 9), new DateOnly(2026, 12, 31), null)
                {
                    ReferentieAanbieder = "ref-1", RedenWijziging = RedenWijziging.Correctie, Budget = 125_000, Commentaar = "Sleutel & hond: <bel eerst>",
                },
            ])
        {
            Communicatie = new CdtCommunicatie("1", "Frans"),
            JuridischeStatus = "12",
            WettelijkeVertegenwoordiging = "08",
            Commentaar = "Kan ’s ochtends niet",
            Relaties = [new Relatie("1", 0, "15", null, "1", new CdtVolledigeNaam(new CdtAchternaam("Mentor"), null, null, "M", "1"), new Contact(AdresSoort.Correspondentie, Organisatie: "Mentoraat"))],
        });

    public static readonly Wmo305 Wmo305 = new(
        new Header("12345678", "0034", "305-000001", Vandaag),
        new Wmo305Client("999993653", new CdtGeboortedatum(new DateOnly(1985, 12, 1)), "2", new CdtVerkorteNaam(new CdtAchternaam("Moulin"), "Suzanne", "S"),
            [new StartProduct(1001, new CdtProduct("02", "02T21"), new DateOnly(2026, 3, 9), new DateOnly(2026, 3, 10), StatusAanlevering.Eerste)]));

    public static readonly Wmo307 Wmo307 = new(
        new Header("12345678", "0034", "307-000001", Vandaag),
        new Wmo307Client("999993653", new CdtGeboortedatum(new DateOnly(1985, 12, 1)), "2", new CdtVerkorteNaam(new CdtAchternaam("Moulin")),
            [new StopProduct(1001, new CdtProduct("02", "02T21"), new DateOnly(2026, 3, 9), new DateOnly(2026, 3, 10), RedenBeeindiging.Tijdelijk, new DateOnly(2026, 6, 1), StatusAanlevering.Eerste)]));

    public static readonly Wmo501 Wmo501 = new(
        new Header("0034", null, "501-000001", Vandaag),
        new Wmo501Client("999900006",
            new Budget("PGB-2", "PGB-1", Vandaag, new CdtGeslotenPeriode(new DateOnly(2026, 3, 9), new DateOnly(2027, 3, 8)),
                [new FunctieBudget("02", new CdtGeslotenPeriode(new DateOnly(2026, 3, 9), new DateOnly(2027, 3, 8)), 1_250_050, 10_000)]),
            [new PgbRelatie("1", "3") { Ingangsdatum = Vandaag, Organisatie = "Bewindkantoor", Adres = Adres }],
            new PgbContact(Vandaag, Adres)));

    public static readonly Wmo401 Wmo401 = new(
        new Header("0034", null, "401-000001", Vandaag),
        new Wmo401Client("999993653", new StartEigenBijdrage(42, new DateOnly(2026, 3, 10), StatusAanlevering.Eerste, new EbKostprijs(new DateOnly(2026, 3, 10), 250_000))));

    public static readonly Wmo403 Wmo403 = new(
        new Header("0034", null, "403-000001", Vandaag),
        new Wmo403Client("999993653", new StopEigenBijdrage(42, new DateOnly(2026, 6, 1), StatusAanlevering.Eerste)));

    public static readonly IReadOnlyDictionary<string, Ketenbericht> Alle = new Dictionary<string, Ketenbericht>
    {
        ["WMO301"] = Wmo301,
        ["WMO302"] = Wmo302.Akkoord(Wmo301, "302-000001", Vandaag.AddDays(1)),
        ["WMO302-afgekeurd"] = Wmo302.Afgekeurd(Wmo301, "302-000002", Vandaag.AddDays(1),
            product => product.ToewijzingNummer == 1002 ? [Retourcode.ToewijzingnummerNietUniek] : []),
        ["WMO302-technisch-onjuist"] = Wmo302.TechnischOnjuist(Wmo301, "302-000003", Vandaag.AddDays(1)),
        ["WMO305"] = Wmo305,
        ["WMO306"] = Wmo306.Akkoord(Wmo305, "306-000001", Vandaag),
        ["WMO306-afgekeurd"] = Wmo306.Afgekeurd(Wmo305, "306-000002", Vandaag, Retourcode.GeenToewijzing),
        ["WMO307"] = Wmo307,
        ["WMO308"] = Wmo308.Akkoord(Wmo307, "308-000001", Vandaag),
        ["WMO308-afgekeurd"] = Wmo308.Afgekeurd(Wmo307, "308-000002", Vandaag, Retourcode.GeenActueleStart),
        ["WMO501"] = Wmo501,
        ["WMO502"] = Wmo502.Akkoord(Wmo501, "502-000001", Vandaag),
        ["WMO502-afgekeurd"] = Wmo502.Afgekeurd(Wmo501, "502-000002", Vandaag, Retourcode.SleutelNietUniek),
        ["WMO401"] = Wmo401,
        ["WMO402"] = Wmo402.Akkoord(Wmo401, "402-000001", Vandaag),
        ["WMO402-afgekeurd"] = Wmo402.Afgekeurd(Wmo401, "402-000002", Vandaag, Retourcode.EbSleutelNietUniek),
        ["WMO403"] = Wmo403,
        ["WMO404"] = Wmo404.Akkoord(Wmo403, "404-000001", Vandaag),
        ["WMO404-afgekeurd"] = Wmo404.Afgekeurd(Wmo403, "404-000002", Vandaag, Retourcode.EbGeenActueleStart),
    };
}
