using WmoPlatform.Contracts;
using WmoPlatform.EigenBijdrage.Opslag;
using WmoPlatform.IStandaarden;
using WmoPlatform.IStandaarden.Codelijsten;
using WmoPlatform.Ketenverkeer;
using WmoPlatform.Messaging;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.EigenBijdrage;

/// <summary>
/// Signals to the CAK what it must hear now (WMO401, WMO403): asks what that is, looks whether its day fits in the CAK's window, and sends
/// it or leaves it to a person.
/// </summary>
public sealed class CakSignaal(
    EigenBijdrageDb db, Ketenpost post, Vault kluis, TimeProvider klok, Gemeente gemeente, IConfiguration configuratie)
{
    public async Task Signaleer(Bijdrage bijdrage, CancellationToken annulering)
    {
        var venster = Bijdrageregels.Venster(
            klok.Vandaag(), configuratie.GetValue("Cak:MaandenTerug", 12), configuratie.GetValue("Cak:MaandenVooruit", 1));
        var vraag = bijdrage.TeVertellen;
        bijdrage.LaatWachten(vraag is not null && KomtLater(bijdrage, vraag, venster));
        if (vraag is null || bijdrage.Wacht) return;
        var startnummer = vraag.Eerste is null ? bijdrage.Actueel!.Startnummer : await db.NieuwStartnummer(annulering);
        Signaalweg weg = MetDeHand(bijdrage, vraag, venster) is { } reden
            ? new Signaalweg.MetDeHand(reden)
            : new Signaalweg.PerBericht(await post.NieuweIdentificatie(annulering));
        var signaal = bijdrage.Signaleer(vraag, startnummer, weg, klok.Vandaag(), klok.GetUtcNow());
        if (weg.Bericht is { } identificatie) post.Leg(Bericht(bijdrage, signaal, vraag, identificatie), signaal.Dossiernummer);
    }

    /// <summary>
    /// The CAK takes no day too far ahead (iEb OP242), and one change of the same a day, as that replaces the whole delivery (OP325).
    /// <see cref="UitgesteldSignaleren"/> comes back to what waits.
    /// </summary>
    private bool KomtLater(Bijdrage bijdrage, Signaalvraag vraag, Bijdragevenster venster) =>
        (vraag.IsCorrectie && bijdrage.Actueel!.IsGewijzigdOp(klok.Vandaag(), vraag.Bericht))
        || (vraag.Aanlevering != EbAanlevering.Verwijdering && vraag.Datum > venster.Laatst);

    /// <summary>
    /// Why no message can go; null when one can. A day too long ago never gets in (iEb OP241), but what the CAK has can be removed however
    /// old (TR114). The CAK need not know the number of a start that was told by hand, so what follows on it goes by hand too.
    /// </summary>
    private static RedenMetDeHand? MetDeHand(Bijdrage bijdrage, Signaalvraag vraag, Bijdragevenster venster) =>
        bijdrage.GeenBerichtenverkeer ? RedenMetDeHand.AfgeschermdePersoon
        : vraag.Aanlevering != EbAanlevering.Verwijdering && vraag.Datum < venster.Vroegst ? RedenMetDeHand.TeLangGeleden
        : bijdrage.Actueel is { IsMetDeHand: true, Status: not Signaalstatus.Gestopt } ? RedenMetDeHand.StartMetDeHand
        : null;

    private Heenbericht Bericht(Bijdrage bijdrage, Signaal signaal, Signaalvraag vraag, string identificatie)
    {
        var (bsn, header) = (kluis.UnsealText(bijdrage.VerzegeldeBsn), new Header(gemeente.Code, null, identificatie, klok.Vandaag()));
        var status = vraag.Aanlevering switch
        {
            EbAanlevering.Eerste => StatusAanlevering.Eerste,
            EbAanlevering.Wijziging => StatusAanlevering.Gewijzigd,
            _ => StatusAanlevering.Verwijderen,
        };
        return vraag.Bericht == EbBericht.Start
            ? new Wmo401(header, new(bsn, new StartEigenBijdrage(signaal.Startnummer, vraag.Datum, status)))
            : new Wmo403(header, new(bsn, new StopEigenBijdrage(signaal.Startnummer, vraag.Datum, status)));
    }
}
