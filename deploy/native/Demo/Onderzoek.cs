namespace WmoPlatform.Demo;

/// <summary>The steps that both dossiers share: the onderzoek, and the decision.</summary>
internal static class Onderzoek
{
    /// <summary>Plays the gesprek, the indicatie, the person's choice and the fixed verslag; gives the id of the voorziening.</summary>
    public static async Task<Guid> Doorloop(Platform platform, Dossier dossier, object indicatie, object keuze)
    {
        var onderzoek = $"/onderzoek/v1/onderzoeken/{dossier.Nummer}";

        await platform.Zodra(Rol.Consulent, onderzoek, o => o["persoon"], "de gegevens uit de BRP bij het onderzoek");

        Dossier.Vertel("De consulent plant een gesprek bij de inwoner thuis.");
        var gesprek = await platform.Post(Rol.Consulent, $"{onderzoek}/gesprekken", new
        {
            tijdstip = DateTimeOffset.UtcNow.AddHours(1),
            plaats = "thuis",
        });

        Dossier.Vertel("Het gesprek is geweest; de consulent legt per onderwerp vast wat is besproken.");
        await platform.Post(Rol.Consulent, $"{onderzoek}/gesprekken/{gesprek!["gesprekId"]}/verslag", new
        {
            gevoerdOp = Platform.Vandaag,
            gebruiktWlz = false,
            onderwerpen = new
            {
                behoeften = "Structuur in de dag en hulp bij de administratie.",
                eigenKracht = "Doet zelf boodschappen en kookt.",
                netwerk = "Een zus helpt af en toe met de post.",
                mantelzorger = "De zus heeft geen hulp nodig.",
                algemeneVoorzieningen = "Het inloophuis in de wijk is bekend en wordt gebruikt.",
                andereDomeinen = "Geen hulp vanuit andere wetten.",
                eigenBijdrage = "Uitgelegd dat het CAK een eigen bijdrage int.",
            },
        });

        Dossier.Vertel("De consulent vindt professionele hulp nodig en stelt een indicatie.");
        var voorzieningId = (await platform.Post(Rol.Consulent, $"{onderzoek}/indicaties", indicatie))!["voorzieningId"]!.GetValue<Guid>();

        Dossier.Vertel("De inwoner kiest hoe de hulp wordt geleverd.");
        await platform.Put(Rol.Consulent, $"{onderzoek}/indicaties/{voorzieningId}/keuze", keuze, gezienOp: onderzoek);

        Dossier.Vertel("De consulent stelt het onderzoeksverslag vast.");
        await platform.Post(Rol.Consulent, $"{onderzoek}/verslag", new
        {
            samenvatting = "Individuele begeleiding is nodig, voor een half jaar.",
        });
        await dossier.Tot("VerslagVastgesteld");
        return voorzieningId;
    }

    /// <summary>Plays the decision, and then makes it known.</summary>
    public static async Task Beschik(Platform platform, Dossier dossier, object besluit)
    {
        var aanvraag = $"/beschikkingen/v1/aanvragen/{dossier.Nummer}";
        await dossier.Tot("VerslagOndertekend", "AanvraagOntvangen");

        Dossier.Vertel("De beslisser kent de voorziening toe.");
        await platform.Post(Rol.Beslisser, $"{aanvraag}/besluit", new { besluiten = new[] { besluit } });

        Dossier.Vertel("De backoffice maakt de beschikking bekend.");
        await platform.Post(Rol.Backoffice, $"{aanvraag}/bekendmaking", new { });
        await dossier.Tot("BeschikkingBekendgemaakt");
    }
}
