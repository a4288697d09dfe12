using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using WmoPlatform.IStandaarden;
using WmoPlatform.IStandaarden.Controle;
using WmoPlatform.Messaging;

namespace WmoPlatform.Ketenverkeer;

/// <summary>Puts messages to chain partners in the outgoing post, within the unit of work of the change that causes them.</summary>
/// <param name="db">The service's database.</param>
/// <param name="kluis">Seals the content at rest.</param>
/// <param name="partner">To whom.</param>
/// <param name="binnenkomst">The message that is being handled, when one is.</param>
/// <param name="aanleiding">What causes the message.</param>
/// <param name="klok">The platform's clock.</param>
/// <param name="verzender">Wakes the sender.</param>
/// <param name="log">Tells operations of what is held back.</param>
public sealed class Ketenpost(ServiceDb db, Vault kluis, Ketenpartner partner, Binnenkomst binnenkomst, Aanleiding aanleiding, TimeProvider klok, KetenverzenderWekker verzender, ILogger<Ketenpost> log)
{
    /// <summary>A new identification, unique for this service: a letter and eleven digits.</summary>
    public async Task<string> NieuweIdentificatie(CancellationToken annulering)
    {
        var nummer = await db.Database.SqlQuery<long>($"SELECT nextval('ketenbericht_nummer') AS \"Value\"").ToListAsync(annulering);
        return string.Create(CultureInfo.InvariantCulture, $"W{nummer[0]:00000000000}");
    }

    /// <summary>
    /// Adds the message to the post; it leaves once the caller's transaction has committed. One that breaks the standard would be rejected as
    /// a whole, so it stays here, refused by ourselves, until a person gives it up and tells it anew.
    /// </summary>
    /// <param name="bericht">A heen message, which awaits a retour, or the retour to the message that is being handled.</param>
    /// <param name="dossiernummer">The dossier it is about.</param>
    /// <param name="viaPlatform">The receiver fetches it from the platform, instead of getting it over a connection.</param>
    /// <exception cref="BerichtOnleesbaar">A value does not fit its element.</exception>
    public void Verzend(Ketenbericht bericht, string dossiernummer, bool viaPlatform = false)
    {
        ArgumentNullException.ThrowIfNull(bericht);
        var bevindingen = Berichtcontrole.Controleer(bericht);
        if (bevindingen.Count > 0) log.LogError("{Soort} {Identificatie} voldoet niet aan de standaard en is niet verzonden: {Regels}.", bericht.Soort, bericht.Identificatie, string.Join(", ", bevindingen.Select(b => b.Code).Distinct()));
        var poststuk = Poststuk.Uit(bericht, partner.Tegenpartij(bericht), dossiernummer, aanleiding.Nu(), kluis, bevindingen, viaPlatform, Activity.Current?.Id);
        if (bericht is Retourbericht retour && binnenkomst.IsVraagVan(retour)) binnenkomst.Beantwoord(poststuk, retour);
        // The provider's own door is this platform: it lies ready there at once.
        if (viaPlatform && bevindingen.Count == 0) poststuk.Genomen(Antwoordtermijn.Uiterlijk(bericht.Soort, klok), klok.GetUtcNow());
        db.Add(poststuk);
        verzender.WekStraks();
    }

    /// <summary>Adds the retour to a message that came in earlier, as the answer to a declaration may take some days.</summary>
    /// <inheritdoc cref="Verzend" path="/exception"/>
    public async Task VerzendAntwoord(Retourbericht retour, string dossiernummer, CancellationToken annulering)
    {
        ArgumentNullException.ThrowIfNull(retour);
        var (soort, identificatie, tegenpartij) = (retour.Soort.BijBericht.Naam, retour.Header.BerichtIdentificatie.Identificatie, partner.Tegenpartij(retour));
        // Of several under one number only one was taken: the others have their refusal as retour.
        var vraag = await db.Set<Poststuk>().FromSql(
            $"SELECT *, xmin FROM poststuk WHERE richting = 'Inkomend' AND soort = {soort} AND identificatie = {identificatie} AND tegenpartij = {tegenpartij} AND status = 'Ontvangen' FOR UPDATE").ToListAsync(annulering);
        Verzend(retour, dossiernummer);
        if (vraag is [var heen])
        {
            var antwoord = db.Set<Poststuk>().Local.Single(p => p.Soort == retour.Soort.Naam && p.Identificatie == retour.Identificatie);
            antwoord.Hoort(heen.Id, heen.Referentie);
            heen.Beantwoord(antwoord.Id, retour.Bevindingen);
        }
    }
}
