using WmoPlatform.IStandaarden;
using WmoPlatform.Ketenverkeer;
using WmoPlatform.ServiceDefaults;

namespace WmoPlatform.Zorgaanbieders.Verzoeken;

/// <summary>The answers to requests that are no toewijzing (WMO319). A grant is told by the WMO301 itself (iWmo OP274).</summary>
public sealed class Verzoekpost(Ketenpost post, Gemeente gemeente, TimeProvider klok)
{
    private const string Afgewezen = "1";
    private const string InOnderzoek = "2";

    /// <summary>Tells the present answer; to a provider without messages it is told where it asked.</summary>
    public async Task Antwoord(Verzoek verzoek, CancellationToken annulering)
    {
        if (!verzoek.PerBericht) return;
        var identificatie = await post.NieuweIdentificatie(annulering);
        var antwoord = new Verzoekantwoord(verzoek.ReferentieAanbieder, verzoek.Status == Verzoekstatus.Afgewezen ? Afgewezen : InOnderzoek, verzoek.RedenAfwijzing);
        post.Leg(new Wmo319(new Header(gemeente.Code, verzoek.Agb, identificatie, klok.Vandaag()), antwoord), verzoek.Dossiernummer);
        verzoek.BeantwoordIn(identificatie);
    }
}
