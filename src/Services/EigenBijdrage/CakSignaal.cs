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
/// Tells the CAK what is due now: a start at the first voorziening, a stop after the last, or what was wrong in either (WMO401, WMO403). Where no
/// message may go or can be taken it says that a person must tell it.
/// </summary>
public sealed class CakSignaal(EigenBijdrageDb db, Ketenpost post, Vault kluis, TimeProvider klok, IConfiguration configuratie)
{
    private string Gemeentecode => configuratie["Gemeente:Code"] ?? throw new InvalidOperationException("Stel Gemeente:Code in.");

    public async Task Signaleer(Bijdrage bijdrage, CancellationToken annulering)
    {
        // What lies further ahead than the CAK takes waits; UitgesteldSignaleren comes back to it (iEb OP242). What lies further back never gets in
        // time: a person tells it (iEb OP241).
        var vandaag = klok.Vandaag();
        var venster = Bijdrageregels.Venster(vandaag, configuratie.GetValue("Cak:MaandenTerug", 12), configuratie.GetValue("Cak:MaandenVooruit", 1));
        if (bijdrage.CorrectieVerschuldigd is { } correctie) await Corrigeer(bijdrage, correctie, venster, annulering);
        else if (bijdrage.StopVerschuldigd is { } stopdatum && stopdatum <= venster.Laatst) await Stop(bijdrage, stopdatum, venster, annulering);
        else if (bijdrage.StartVerschuldigd is { } startdatum && startdatum <= venster.Laatst) await Start(bijdrage, startdatum, venster, annulering);
        bijdrage.LaatWachten();
    }

    private async Task Start(Bijdrage bijdrage, DateOnly startdatum, Bijdragevenster venster, CancellationToken annulering)
    {
        var startnummer = await db.NieuwStartnummer(annulering);
        if (MetDeHand(bijdrage, startdatum, venster) is { } reden)
        {
            bijdrage.LaatStartMelden(startnummer, reden, klok.GetUtcNow());
            return;
        }
        var identificatie = await post.NieuweIdentificatie(annulering);
        var signaal = bijdrage.MeldStart(startnummer, identificatie, klok.GetUtcNow());
        Verzend(bijdrage, signaal, EbBericht.Start, startdatum, StatusAanlevering.Eerste, identificatie);
    }

    private async Task Stop(Bijdrage bijdrage, DateOnly stopdatum, Bijdragevenster venster, CancellationToken annulering)
    {
        if (MetDeHand(bijdrage, stopdatum, venster) is { } reden)
        {
            bijdrage.LaatStopMelden(reden, klok.GetUtcNow());
            return;
        }
        var identificatie = await post.NieuweIdentificatie(annulering);
        var signaal = bijdrage.MeldStop(identificatie, klok.GetUtcNow());
        Verzend(bijdrage, signaal, EbBericht.Stop, stopdatum, StatusAanlevering.Eerste, identificatie);
    }

    private async Task Corrigeer(Bijdrage bijdrage, Correctievraag correctie, Bijdragevenster venster, CancellationToken annulering)
    {
        var wijziging = correctie.Aanlevering == EbAanlevering.Wijziging;
        // A change replaces the whole delivery: the next one of the same day waits (iEb OP325). What is removed is as the CAK has it, however old (TR114).
        if (bijdrage.Actueel!.IsGewijzigdOp(klok.Vandaag(), correctie.Soort) || (wijziging && correctie.Datum > venster.Laatst)) return;
        if (MetDeHand(bijdrage, wijziging ? correctie.Datum : venster.Laatst, venster) is { } reden)
        {
            bijdrage.LaatCorrectieMelden(correctie, reden, klok.Vandaag(), klok.GetUtcNow());
            return;
        }
        var identificatie = await post.NieuweIdentificatie(annulering);
        var signaal = bijdrage.MeldCorrectie(correctie, identificatie, klok.Vandaag(), klok.GetUtcNow());
        Verzend(bijdrage, signaal, correctie.Soort, correctie.Datum, wijziging ? StatusAanlevering.Gewijzigd : StatusAanlevering.Verwijderen, identificatie);
    }

    private void Verzend(Bijdrage bijdrage, Signaal signaal, EbBericht soort, DateOnly datum, string status, string identificatie)
    {
        var (bsn, header) = (kluis.UnsealText(bijdrage.VerzegeldeBsn), new Header(Gemeentecode, null, identificatie, klok.Vandaag()));
        post.Verzend(soort == EbBericht.Start
            ? new Wmo401(header, new(bsn, new StartEigenBijdrage(signaal.Startnummer, datum, status)))
            : new Wmo403(header, new(bsn, new StopEigenBijdrage(signaal.Startnummer, datum, status))), signaal.Dossiernummer);
    }

    // A start that was told by hand has a number that the CAK need not know: what follows on it goes the same way.
    private static string? MetDeHand(Bijdrage bijdrage, DateOnly datum, Bijdragevenster venster) =>
        bijdrage.GeenBerichtenverkeer ? "afgeschermde-persoon"
        : datum < venster.Vroegst ? "te-lang-geleden"
        : bijdrage.Actueel is { IsMetDeHand: true, Status: not Signaalstatus.Gestopt } ? "start-met-de-hand"
        : null;
}
