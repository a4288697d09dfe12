namespace WmoPlatform.ServiceDefaults.Api;

/// <summary>The meaning of the parameters in addresses, for the OpenAPI document. One name has one meaning in every address.</summary>
internal static class Parameteruitleg
{
    private static readonly Dictionary<string, string> Woorden = new()
    {
        ["aantal"] = "Hoeveel regels er op een pagina komen: 1 tot en met 200. Zonder dit: 50.",
        ["aanZet"] = "Alleen wat op deze persoon of organisatie wacht.",
        ["abonnementId"] = "Het nummer van het abonnement.",
        ["afsluitingTeLaat"] = "Met true alleen de budgetten waarvan de SVB een afsluiting nog niet heeft gestuurd, terwijl dat had "
            + "gemoeten.",
        ["agb"] = "De AGB-code van de zorgaanbieder: acht cijfers.",
        ["beroepnummer"] = "Het nummer van het beroep, bijvoorbeeld R-2026-000123.",
        ["berichtId"] = "Het nummer van het mislukte bericht.",
        ["declaratieId"] = "Het nummer waaronder wij de declaratie bewaren.",
        ["bezwaarnummer"] = "Het nummer van het bezwaar, bijvoorbeeld Z-2026-000123.",
        ["bezorgingId"] = "Het nummer van de bezorging.",
        ["dossiernummer"] = "Het nummer van het dossier, bijvoorbeeld D-2026-000123.",
        ["feitId"] = "Het nummer van de nieuwe feiten, dat u bij het melden kreeg.",
        ["geldigOp"] = "Alleen wie op deze dag een contract heeft.",
        ["gesprekId"] = "Het nummer van het gesprek, dat u bij het plannen kreeg.",
        ["geweigerd"] = "Met true alleen verzoeken die zijn geweigerd, met false alleen de andere.",
        ["hoorzittingId"] = "Het nummer van de hoorzitting, dat u bij het uitnodigen kreeg.",
        ["id"] = "Het nummer, zoals u het in de lijst of bij het aanleveren kreeg.",
        ["klachtnummer"] = "Het nummer van de klacht, bijvoorbeeld K-2026-000123.",
        ["wijzigingsnummer"] = "Het nummer van het wijzigingsverzoek, bijvoorbeeld W-2026-000123.",
        ["meldingnummer"] = "Het nummer van de melding, bijvoorbeeld M-2026-000123.",
        ["na"] = "Waar de pagina begint: `volgende` van de vorige pagina. Zonder dit: de eerste pagina.",
        ["onderwerp"] = "Alleen wat over dit dossier of deze persoon ging: D-2026-000123, persoon/ met een persoonId, of toewijzing/48.",
        ["open"] = "Met true alleen wat nog loopt, met false alleen wat klaar is.",
        ["opdrachtId"] = "Het nummer van de opdracht van de rechter, uit het beroep.",
        ["ingebrekestellingId"] = "Het nummer van de ingebrekestelling, dat u bij het vastleggen kreeg.",
        ["opschortingId"] = "Het nummer van de opschorting, dat u bij het opschorten kreeg.",
        ["persoonId"] = "Het nummer dat het platform aan de persoon gaf. Dit is niet het BSN.",
        ["planId"] = "Het nummer van het begeleidingsplan.",
        ["productcategorie"] = "Alleen wie een contract heeft voor deze categorie: twee cijfers, 01 tot en met 18 (codelijst WMO020).",
        ["richting"] = "Alleen wat deze kant op ging: uitgaand of inkomend.",
        ["soort"] = "De soort ketenbericht, bijvoorbeeld WMO301.",
        ["status"] = "Alleen wat deze status heeft.",
        ["teLaat"] = "Met true alleen wat niet op tijd is beantwoord of al te lang wacht, met false alleen het andere.",
        ["nietAangekomen"] = "Met true zegt u dat de partner heeft gezegd dat het bericht er niet is.",
        ["toewijzingnummer"] = "Het nummer van de toewijzing.",
        ["tot"] = "Alleen wat voor dit moment gebeurde.",
        ["vanaf"] = "Alleen wat op of na dit moment gebeurde.",
        ["herzieningnummer"] = "Het nummer van de herziening, bijvoorbeeld H-2026-000001.",
        ["terugvorderingId"] = "Het nummer van de terugvordering, dat u bij het besluit daarover kreeg.",
        ["verzoekId"] = "Het nummer van het verzoek om aanvulling of herstel, dat u bij het vragen kreeg.",
        ["voornemenId"] = "Het nummer van het voornemen, dat u bij het aankondigen kreeg.",
        ["voorzieningId"] = "Het nummer van de voorziening: hetzelfde van de indicatie tot en met de eigen bijdrage.",
        ["wie"] = "Alleen wat deze gebruiker deed: het kenmerk uit een regel van het log.",
    };

    public static string? Van(string? naam) => naam is null ? null : Woorden.GetValueOrDefault(naam);
}
