using WmoPlatform.IStandaarden;
using WmoPlatform.Ketenverkeer;
using WmoPlatform.ServiceDefaults;

namespace WmoPlatform.Zorgaanbieders.Verzoeken;

/// <summary>
/// Answers requests with a WMO319 when they are not granted. A granted request is answered by the WMO301 itself (iWmo OP274).
/// </summary>
public sealed class Verzoekpost(Ketenpost post, Gemeente gemeente, TimeProvider klok)
{
    private const string Afgewezen = "1";
    private const string InOnderzoek = "2";

    /// <summary>Sends the present answer. A provider without messages reads it in the API.</summary>
    public async Task Antwoord(Verzoek verzoek, CancellationToken annulering)
    {
        if (!verzoek.PerBericht) return;
        var identificatie = await post.NieuweIdentificatie(annulering);
        var antwoord = new Verzoekantwoord(
            verzoek.ReferentieAanbieder, verzoek.Status == Verzoekstatus.Afgewezen ? Afgewezen : InOnderzoek, verzoek.RedenAfwijzing);
        post.Leg(new Wmo319(new Header(gemeente.Code, verzoek.Agb, identificatie, klok.Vandaag()), antwoord), verzoek.Dossiernummer);
        verzoek.BeantwoordIn(identificatie);
    }
}
