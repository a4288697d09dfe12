namespace WmoPlatform.Demo;

/// <summary>The first dossier: a contracted provider gives the help, pauses once, and ends.</summary>
internal static class ZorgInNatura
{
    public static async Task<Dossier> Speel(Platform platform, Postbus? postbus)
    {
        Console.WriteLine();
        Console.WriteLine("Dossier 1: zorg in natura");
        await platform.NieuweInwoner();
        Dossier.Vertel("Een inwoner meldt zich op de website.");
        var melding = await platform.Post(Rol.Inwoner, "/meldingen/v1/meldingen", new
        {
            kanaal = "web",
            hulpvraag = "Ik raak het overzicht kwijt en wil graag iemand die mij helpt mijn week in te delen.",
            email = postbus?.Adres,
        });
        var dossier = new Dossier(platform, melding!["dossiernummer"]!.GetValue<string>(), Rol.Inwoner);
        await dossier.Tot("MeldingGedaan");
        if (postbus is not null)
        {
            Dossier.Vertel("De inwoner bevestigt het e-mailadres met de link in een e-mail. Daarna komt de ontvangstbevestiging.");
            await postbus.Bevestig();
        }
        await dossier.Tot("OntvangstBevestigd", "PersoonsgegevensVastgesteld", "OnderzoekGeopend");

        var voorzieningId = await Onderzoek.Doorloop(platform, dossier,
            indicatie: new
            {
                product = new { categorie = "02", code = "02A05" },
                omvang = new { volume = 3, eenheid = "04", frequentie = "2" },
                periode = new { ingangsdatum = Platform.Vandaag, einddatum = Platform.Vandaag.AddMonths(6) },
                doelen = new List<string> { "Een vaste dagindeling", "Overzicht over post en geld" },
            },
            keuze: new { leveringsvorm = "zin", agb = Aanbieders.ZorgDichtbij });

        Dossier.Vertel("De inwoner ondertekent het verslag digitaal: dat is de aanvraag.");
        var onderzoek = $"/onderzoek/v1/onderzoeken/{dossier.Nummer}";
        await platform.Post(Rol.Inwoner, $"{onderzoek}/verslag/ondertekening", new { wijze = "digitaal" }, gezienOp: onderzoek);
        await Onderzoek.Beschik(platform, dossier, new
        {
            voorzieningId,
            uitkomst = "toekennen",
            motivering = "De hulp is nodig en past bij de doelen uit het onderzoek.",
        });

        Dossier.Vertel("De zorgaanbieder krijgt de toewijzing (WMO301) en bevestigt die (WMO302).");
        await dossier.Tot("ToewijzingGeaccepteerd");
        var toewijzing = await platform.Zodra(Rol.Aanbieder, $"/zorgaanbieders/v1/toewijzingen?dossiernummer={dossier.Nummer}",
            pagina => pagina["items"]!.AsArray().FirstOrDefault(t => t!["voorzieningId"]!.GetValue<Guid>() == voorzieningId),
            "de toewijzing");
        var toewijzingnummer = toewijzing["toewijzingnummer"]!.GetValue<long>();
        var aanbieder = $"/beheer/aanbieders/{Aanbieders.ZorgDichtbij}";

        Dossier.Vertel("De zorgaanbieder begint en meldt de start (WMO305); het CAK krijgt een startbericht.");
        await platform.Keten($"{aanbieder}/start", new { toewijzingnummer, begindatum = Platform.Vandaag });
        await dossier.Tot("ZorgGestart", "EigenBijdrageGestart", "EigenBijdrageBevestigd");

        Dossier.Vertel("De inwoner ligt in het ziekenhuis: de hulp stopt tijdelijk (WMO307, reden 20). Het CAK hoort niets.");
        await platform.Keten($"{aanbieder}/stop", new { toewijzingnummer, einddatum = Platform.Vandaag, reden = "20" });
        await dossier.Tot("ZorgTijdelijkGestopt");

        Dossier.Vertel("De zorgaanbieder stopt voorgoed (WMO307), eerder dan was afgesproken. Het CAK hoort niets.");
        await platform.Keten($"{aanbieder}/stop", new { toewijzingnummer, einddatum = Platform.Vandaag, reden = "19" });
        await dossier.Tot("ZorgGestopt");

        Dossier.Vertel("De consulent vraagt de inwoner of dat klopt. De inwoner zegt de hulp op, en krijgt daarover een besluit.");
        await dossier.Opgezegd(voorzieningId);
        Dossier.Vertel("Nu het recht is geëindigd, krijgt het CAK een stopbericht.");
        await dossier.Tot("VoorzieningGewijzigd", "EigenBijdrageGestopt", "EigenBijdrageBevestigd", "EigenBijdrageBevestigd");
        return dossier;
    }
}
