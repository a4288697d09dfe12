using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using WmoPlatform.IStandaarden;
using WmoPlatform.IStandaarden.Controle;
using WmoPlatform.Messaging;
using WmoPlatform.ServiceDefaults;

namespace WmoPlatform.Ketenverkeer;

/// <summary>Lays messages to chain partners in the outgoing post, in the transaction of the change that causes them.</summary>
/// <param name="db">The service's database.</param>
/// <param name="kluis">Seals the content at rest.</param>
/// <param name="partner">The receiver.</param>
/// <param name="binnenkomst">The message that is being handled, if any.</param>
/// <param name="aanleiding">The cause of the message.</param>
/// <param name="klok">The platform's clock.</param>
/// <param name="verzender">Wakes the sender.</param>
/// <param name="log">Shows operations which message breaks the standard.</param>
public sealed class Ketenpost(
    ServiceDb db, Vault kluis, Ketenpartner partner, Binnenkomst binnenkomst, Aanleiding aanleiding, TimeProvider klok,
    KetenverzenderWekker verzender, ILogger<Ketenpost> log)
{
    /// <summary>A new identification, unique for this service: a letter and eleven digits.</summary>
    public async Task<string> NieuweIdentificatie(CancellationToken annulering)
    {
        var nummer = await db.Database.SqlQuery<long>($"SELECT nextval('ketenbericht_nummer') AS \"Value\"").ToListAsync(annulering);
        return string.Create(CultureInfo.InvariantCulture, $"W{nummer[0]:00000000000}");
    }

    /// <summary>
    /// Lays a message in the post. <see cref="Ketenverzender{TDb}"/> sends it once the caller's transaction has committed. The partner
    /// would reject a message that breaks the standard. Such a message counts as refused and is not sent, until a user has it written anew.
    /// </summary>
    /// <param name="bericht">A heen message, which awaits a retour, or the retour to the message that is being handled.</param>
    /// <param name="dossiernummer">The dossier it concerns.</param>
    /// <param name="viaPlatform">Whether the receiver fetches it from the platform, instead of getting it over a connection.</param>
    /// <returns>Its place in the register.</returns>
    /// <exception cref="BerichtOnleesbaar">A value does not fit its element.</exception>
    public Poststuk Leg(Ketenbericht bericht, string dossiernummer, bool viaPlatform = false)
    {
        ArgumentNullException.ThrowIfNull(bericht);
        var bevindingen = Berichtcontrole.Controleer(bericht);
        if (bevindingen.Count > 0)
            log.LogError("{Soort} {Identificatie} voldoet niet aan de standaard en is niet verzonden: {Regels}.",
                bericht.Soort, bericht.Identificatie, string.Join(", ", bevindingen.Select(b => b.Code).Distinct()));
        var nu = klok.GetUtcNow();
        var poststuk = Poststuk.Uit(
            bericht, partner.Tegenpartij(bericht), dossiernummer, aanleiding.Nu(), kluis, bevindingen, viaPlatform, Activity.Current?.Id,
            nu);
        if (bericht is Retourbericht retour && binnenkomst.IsVraagVan(retour)) binnenkomst.Beantwoord(poststuk, retour);
        // The provider reads it on the platform, so it lies ready at once.
        if (viaPlatform && bevindingen.Count == 0) poststuk.Genomen(Antwoordtermijn.Uiterlijk(bericht.Soort, klok), nu);
        db.Add(poststuk);
        db.AfterCommit(verzender.Wek);
        return poststuk;
    }

    /// <summary>
    /// Judges the message that is being handled, class by class, and lays its one retour in the post. The retour accepts the message as a
    /// whole, or names the codes of the rejected classes. In iWmo one rejected class rejects the message as a whole (IV032), so whatever
    /// judging it changed is undone. The text of iPgb about this is not public, and there the accepted classes count.
    /// </summary>
    /// <typeparam name="TKlasse">The classes to judge, for instance <see cref="StartProduct"/>.</typeparam>
    /// <param name="heen">The message.</param>
    /// <param name="oordeel">
    /// The code that rejects a class; null when it is accepted. It is called once for each class, in the order of the message.
    /// </param>
    /// <param name="dossiernummer">The dossier it concerns.</param>
    /// <param name="annulering">Stops it.</param>
    /// <returns>Whether everything is accepted.</returns>
    public Task<bool> Antwoord<TKlasse>(
        Heenbericht heen, Func<TKlasse, string?> oordeel, string dossiernummer, CancellationToken annulering)
        where TKlasse : Berichtklasse =>
        Antwoord<TKlasse>(heen, klasse => oordeel(klasse) is { } code ? [code] : [], dossiernummer, annulering);

    /// <summary>The same, for classes that may get several codes.</summary>
    public async Task<bool> Antwoord<TKlasse>(
        Heenbericht heen, Func<TKlasse, IReadOnlyList<string>> oordeel, string dossiernummer, CancellationToken annulering)
        where TKlasse : Berichtklasse
    {
        var (identificatie, vandaag) = (await NieuweIdentificatie(annulering), klok.Vandaag());
        var retour = Retour.Afgekeurd(heen, identificatie, vandaag, oordeel);
        if (!retour.IsAkkoord && heen.Soort.Standaard == Standaard.IWmo) db.ChangeTracker.Clear();
        Leg(retour.IsAkkoord ? Retour.Akkoord(heen, identificatie, vandaag) : retour, dossiernummer);
        return retour.IsAkkoord;
    }

    /// <summary>
    /// Takes back a message that has not left yet, because what it says is not true any more. It is never sent.
    /// </summary>
    /// <param name="soort">Its kind.</param>
    /// <param name="identificatie">Our number of it.</param>
    /// <param name="annulering">Stops it.</param>
    /// <returns>False when the partner has it, or may have it.</returns>
    public async Task<bool> NeemTerug(Berichtsoort soort, string identificatie, CancellationToken annulering)
    {
        ArgumentNullException.ThrowIfNull(soort);
        return await NogHier(soort, identificatie, annulering) is { } poststuk && poststuk.NeemTerug();
    }

    /// <summary>
    /// Corrects a message that has not left yet, because what it says is not true any more. It keeps its number and its place.
    /// </summary>
    /// <typeparam name="T">The message.</typeparam>
    /// <param name="soort">Its kind.</param>
    /// <param name="identificatie">Our number of it.</param>
    /// <param name="verbetering">Gives the message as it has to be.</param>
    /// <param name="annulering">Stops it.</param>
    /// <returns>False when the partner has it, or may have it.</returns>
    public async Task<bool> Verbeter<T>(Berichtsoort soort, string identificatie, Func<T, T> verbetering, CancellationToken annulering)
        where T : Heenbericht
    {
        ArgumentNullException.ThrowIfNull(soort);
        ArgumentNullException.ThrowIfNull(verbetering);
        return await NogHier(soort, identificatie, annulering) is { } poststuk && poststuk.Verbeter(verbetering, kluis);
    }

    /// <summary>
    /// Locks a message that the partner has not accepted. The lock waits for a sender that claims it at this moment. Messages that left are
    /// not locked: their retour may be waiting for what the caller holds.
    /// </summary>
    private async Task<Poststuk?> NogHier(Berichtsoort soort, string identificatie, CancellationToken annulering) =>
        (await db.Set<Poststuk>().FromSql(
            $"""
            SELECT *, xmin FROM poststuk WHERE richting = 'Uitgaand' AND soort = {soort.Naam} AND identificatie = {identificatie}
                AND status IN ('TeVerzenden', 'Geweigerd') FOR UPDATE
            """).ToListAsync(annulering)).SingleOrDefault();

    /// <summary>Lays the retour to an earlier message in the post, because the answer to a declaration may take some days.</summary>
    /// <inheritdoc cref="Leg" path="/exception"/>
    public async Task LegAntwoord(Retourbericht retour, string dossiernummer, CancellationToken annulering)
    {
        ArgumentNullException.ThrowIfNull(retour);
        var (soort, identificatie) = (retour.Soort.BijBericht.Naam, retour.Header.BerichtIdentificatie.Identificatie);
        // Of several messages under one number only one was accepted; the others already got a refusal as their retour.
        var vraag = await db.Set<Poststuk>().FromSql(
            $"""
            SELECT *, xmin FROM poststuk
            WHERE richting = 'Inkomend' AND soort = {soort} AND identificatie = {identificatie}
                AND tegenpartij = {partner.Tegenpartij(retour)} AND status = 'Ontvangen'
            FOR UPDATE
            """).ToListAsync(annulering);
        var antwoord = Leg(retour, dossiernummer);
        if (vraag is [var heen])
        {
            antwoord.Hoort(heen.Id, heen.Referentie);
            heen.Beantwoord(antwoord.Id, retour.Bevindingen, klok.GetUtcNow());
        }
    }
}
