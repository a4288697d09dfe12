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
/// Sends the CAK the signal that is due (WMO401 or WMO403). It checks whether the day fits the CAK's window, and then sends the message,
/// lets it wait, or leaves it to the backoffice.
/// </summary>
public sealed class CakSignaal(
    EigenBijdrageDb db, Ketenpost post, Vault kluis, TimeProvider klok, Gemeente gemeente, Cakgrenzen grenzen)
{
    public async Task Signaleer(Bijdrage bijdrage, CancellationToken annulering)
    {
        if (bijdrage.GeenBerichtenverkeer) await NeemTerug(bijdrage, annulering);
        var venster = Bijdrageregels.Venster(klok.Vandaag(), grenzen.MaandenTerug, grenzen.MaandenVooruit);
        var vraag = bijdrage.TeVertellen;
        bijdrage.LaatWachten(vraag is not null && KomtLater(vraag, venster));
        if (vraag is null || bijdrage.Wacht) return;
        var startnummer = vraag.Bij?.Startnummer ?? await db.NieuwStartnummer(annulering);
        Signaalweg weg = MetDeHand(bijdrage, vraag, venster) is { } reden
            ? new Signaalweg.MetDeHand(reden)
            : new Signaalweg.PerBericht(await post.NieuweIdentificatie(annulering));
        var signaal = bijdrage.Signaleer(vraag, startnummer, weg, klok.Vandaag(), klok.GetUtcNow());
        if (weg.Bericht is { } identificatie) post.Leg(Bericht(bijdrage, signaal, vraag, identificatie), signaal.Dossiernummer);
    }

    /// <summary>Messages that have not left yet get the BSN of today.</summary>
    public async Task VerbeterBsn(Bijdrage bijdrage, CancellationToken annulering)
    {
        var bsn = bijdrage.Bsn(kluis);
        foreach (var bericht in bijdrage.Berichten)
        {
            await post.Verbeter<Wmo401>(Berichtsoort.Wmo401, bericht, b => b with { Client = b.Client with { Bsn = bsn } }, annulering);
            await post.Verbeter<Wmo403>(Berichtsoort.Wmo403, bericht, b => b with { Client = b.Client with { Bsn = bsn } }, annulering);
        }
    }

    private async Task NeemTerug(Bijdrage bijdrage, CancellationToken annulering)
    {
        foreach (var bericht in bijdrage.Berichten)
            if (await post.NeemTerug(Berichtsoort.Wmo401, bericht, annulering)
                || await post.NeemTerug(Berichtsoort.Wmo403, bericht, annulering))
                bijdrage.GaatMetDeHand(bericht, klok.GetUtcNow());
    }

    /// <summary>
    /// Whether the signal has to wait. The CAK accepts no day too far ahead (iEb OP242), and one change of the same signal per day, because
    /// a change replaces the whole delivery (OP325). <see cref="UitgesteldSignaleren"/> sends it later.
    /// </summary>
    private bool KomtLater(Signaalvraag vraag, Bijdragevenster venster) =>
        (vraag.IsCorrectie && vraag.Bij!.IsGewijzigdOp(klok.Vandaag(), vraag.Bericht))
        || (vraag.Aanlevering != EbAanlevering.Verwijdering && vraag.Datum > venster.Laatst);

    /// <summary>
    /// The reason why no message can be sent; null when one can. The CAK accepts no message about a day too long ago (iEb OP241), but a
    /// removal however old (TR114). The CAK may not know the number of a start that was reported by hand, so what follows on that start is
    /// reported by hand too.
    /// </summary>
    private static RedenMetDeHand? MetDeHand(Bijdrage bijdrage, Signaalvraag vraag, Bijdragevenster venster) =>
        bijdrage.GeenBerichtenverkeer ? RedenMetDeHand.AfgeschermdePersoon
        : vraag.Aanlevering != EbAanlevering.Verwijdering && vraag.Datum < venster.Vroegst ? RedenMetDeHand.TeLangGeleden
        : vraag.Bij is { IsMetDeHand: true } ? RedenMetDeHand.StartMetDeHand
        : null;

    private Heenbericht Bericht(Bijdrage bijdrage, Signaal signaal, Signaalvraag vraag, string identificatie)
    {
        var (bsn, header) = (bijdrage.Bsn(kluis), new Header(gemeente.Code, null, identificatie, klok.Vandaag()));
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
