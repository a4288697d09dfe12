namespace WmoPlatform.Demo;

/// <summary>The second dossier: the person buys the help from a budget at the SVB, until the budget ends.</summary>
internal static class Pgb
{
    private static readonly string[] Vaardigheden =
    [
        "situatie-overzien", "regels-kennen", "hulp-beoordelen", "hulp-kiezen", "administratie-bijhouden",
        "contact-onderhouden", "afspraken-nakomen", "hulp-organiseren", "zorgverleners-aansturen", "opdrachtgever-zijn",
    ];

    public static async Task<Dossier> Speel(Platform platform)
    {
        Console.WriteLine();
        Console.WriteLine("Dossier 2: persoonsgebonden budget");
        var bsn = await platform.NieuweInwoner();
        Dossier.Vertel("Een inwoner belt 14 036; de consulent legt de melding vast.");
        var melding = await platform.Post(Rol.Consulent, "/meldingen/v1/meldingen", new
        {
            kanaal = "telefoon",
            bsn,
            wijkteam = "wijkteam-haven",
            hulpvraag = "Ik wil hulp bij mijn administratie, van iemand die ik zelf kies.",
        });
        var dossier = new Dossier(platform, melding!["dossiernummer"]!.GetValue<string>(), Rol.Consulent);
        await dossier.Tot("MeldingGedaan", "PersoonsgegevensVastgesteld", "OnderzoekGeopend");

        var voorzieningId = await Onderzoek.Doorloop(platform, dossier,
            indicatie: new
            {
                product = new { categorie = "02", code = "02A05" },
                omvang = new { volume = 2, eenheid = "04", frequentie = "2" },
                periode = new { ingangsdatum = Platform.Vandaag, einddatum = Platform.Vandaag.AddMonths(6) },
                doelen = new List<string> { "De administratie is op orde" },
            },
            keuze: new
            {
                leveringsvorm = "pgb",
                motivatie = "Mijn begeleider kent mij al jaren; met iemand anders moet ik opnieuw beginnen.",
            });

        Dossier.Vertel("De inwoner stuurt het ondertekende verslag per post: dat is de aanvraag.");
        await platform.Post(Rol.Consulent, $"/onderzoek/v1/onderzoeken/{dossier.Nummer}/verslag/ondertekening", new { wijze = "papier" });
        await dossier.Tot("PgbToetsGestart");

        var toets = $"/pgb/v1/toetsen/{voorzieningId}";
        Dossier.Vertel("De stukken voor het pgb komen binnen.");
        foreach (var soort in new[] { "uitvoeringsplan", "uitvraagformulier", "zorgovereenkomst" })
        {
            await platform.Post(Rol.Consulent, $"{toets}/documenten", new { soort, ontvangenOp = Platform.Vandaag });
        }

        Dossier.Vertel("In het bewustekeuzegesprek blijkt dat de inwoner een pgb kan beheren.");
        await platform.Post(Rol.Consulent, $"{toets}/bewustekeuzegesprek", new
        {
            gevoerdOp = Platform.Vandaag,
            vaardigheden = new Dictionary<string, string>
            {
                ["situatie-overzien"] = "ja",
                ["regels-kennen"] = "ja",
                ["hulp-beoordelen"] = "ja",
                ["hulp-kiezen"] = "ja",
                ["administratie-bijhouden"] = "ja",
                ["afspraken-nakomen"] = "ja",
            },
            vaardig = true,
            toelichting = "De inwoner houdt de administratie zelf bij en weet wat een pgb vraagt.",
        });
        await dossier.Tot("PgbToetsAfgerond");

        await Onderzoek.Beschik(platform, dossier, new
        {
            voorzieningId,
            uitkomst = "toekennen",
            motivering = "De inwoner kan het budget beheren en de gekozen hulp past bij de doelen.",
            budget = 3900.00m,
        });

        Dossier.Vertel("De SVB reserveert het budget (WMO501 en WMO502); het CAK krijgt een startbericht.");
        await dossier.Tot("BudgetAangemeld", "BudgetGereserveerd", "EigenBijdrageGestart", "EigenBijdrageBevestigd");

        Dossier.Vertel("De inwoner zegt de hulp op; de gemeente bevestigt dat met een besluit.");
        await dossier.Opgezegd(voorzieningId);

        Dossier.Vertel("Het budget volgt het besluit: de SVB krijgt de nieuwe situatie en het CAK een stopbericht.");
        await dossier.Tot(
            "BudgetBeeindigd", "BudgeteindeBevestigd", "EigenBijdrageGestopt", "EigenBijdrageBevestigd", "EigenBijdrageBevestigd");
        return dossier;
    }
}
