using WmoPlatform.Contracts;

namespace WmoPlatform.Onderzoeken.Tests;

/// <summary>An onderzoek in each of its states, and the steps that lead there.</summary>
internal static class Voorbeeld
{
    public const string Agb = "12345678";
    public static readonly DateTimeOffset Nu = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    public static readonly DateOnly Vandaag = new(2026, 3, 2);
    public static readonly Product Begeleiding = new("02", "02A01");
    public static readonly Omvang VierUurPerWeek = new(4, "04", "2");
    public static readonly Periode EenJaar = new(new(2026, 5, 1), new(2027, 4, 30));

    public static readonly Onderwerpen AlleOnderwerpen = new(
        "Wil structuur in de dag.", "Kookt zelf.", "Een zus helpt.", "De zus redt het.", "Gaat naar het inloophuis.", "Geen andere hulp.",
            "Is uitgelegd.");

    public static readonly Persoonsgegevens Persoon = new("999993653", new("Aastra", "van", "Test", "T"), new(1950, 2, 3), null, 2,
        new("Zeeweg", 12, null, null, "1301AB", "Almere"));

    public static readonly Zorgaanbieder Aanbieder = new()
    {
        Agb = Agb,
        Naam = "Zorg Dichtbij",
        Productcategorieen = ["01", "02"],
        GeldigVan = new(2025, 1, 1),
        Versie = 1
    };

    public static MeldingGedaan Melding(string dossiernummer = "D-2026-000001", DateOnly? ontvangenOp = null,
        string wijkteam = "wijkteam-haven", string bsn = "999993653")
    {
        var dag = ontvangenOp ?? Vandaag;
        return new(dossiernummer.Replace('D', 'M'), Guid.NewGuid(), dag, Meldkanaal.Telefoon, wijkteam, Spoed: false,
            new Termijn("bevestiging", dag, dag.AddDays(7), "norm"), new(new(bsn, "Ik heb hulp nodig bij mijn dag.", null, null)))
        {
            Dossiernummer = dossiernummer,
            AggregaatId = Guid.NewGuid(),
            Versie = 1,
            Op = Nu,
        };
    }

    public static Onderzoek Geopend() => Onderzoek.Open(Melding(), Nu);

    public static Onderzoek MetGesprek(Onderwerpen? onderwerpen = null, bool gebruiktWlz = false)
    {
        var onderzoek = Geopend();
        var gesprek = onderzoek.PlanGesprek(Nu.AddDays(3), Gespreksplaats.Thuis, ["zus"], Nu);
        onderzoek.LegGesprekVast(gesprek.Id, Vandaag.AddDays(3), gebruiktWlz, onderwerpen ?? AlleOnderwerpen, Nu.AddDays(3));
        return onderzoek;
    }

    public static Onderzoek MetIndicatie()
    {
        var onderzoek = MetGesprek();
        onderzoek.StelIndicatie(Begeleiding, VierUurPerWeek, EenJaar, ["Een dagritme"], Nu.AddDays(4));
        return onderzoek;
    }

    public static Onderzoek MetKeuze()
    {
        var onderzoek = MetIndicatie();
        onderzoek.Kies(onderzoek.Indicaties[0].Id, Leveringsvorm.Zin, Aanbieder, null, Nu.AddDays(5));
        return onderzoek;
    }

    public static PersoonsgegevensVastgesteld Vastgesteld(Persoonsgegevens persoon) =>
        new(Guid.NewGuid(), GeenBerichtenverkeer: false, new(persoon)) { Versie = 2 };

    public static Onderzoek MetVerslag()
    {
        var onderzoek = MetKeuze();
        onderzoek.NeemPersoon(Vastgesteld(Persoon), versie: 2);
        onderzoek.StelVerslagVast("U krijgt begeleiding.", Nu.AddDays(10));
        return onderzoek;
    }

    public static Onderzoek Ondertekend()
    {
        var onderzoek = MetVerslag();
        onderzoek.Onderteken(Ondertekenwijze.Digitaal, Vandaag.AddDays(12), Nu.AddDays(12));
        return onderzoek;
    }

    public static Onderzoek Gestopt()
    {
        var onderzoek = Geopend();
        onderzoek.VerwijsDoor(Stopreden.Wlz, "Heeft recht op Wlz-zorg.", Nu.AddDays(1));
        return onderzoek;
    }
}
