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
/// <param name="verzender">Wakes the sender.</param>
/// <param name="log">Tells operations of what is held back.</param>
public sealed class Ketenpost(DienstDb db, Kluis kluis, KetenverzenderWekker verzender, ILogger<Ketenpost> log)
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
    /// <param name="bericht">The message; a heen message awaits a retour.</param>
    /// <param name="dossiernummer">The dossier it is about.</param>
    /// <exception cref="BerichtOnleesbaar">A value does not fit its element.</exception>
    public void Verzend(Ketenbericht bericht, string dossiernummer)
    {
        ArgumentNullException.ThrowIfNull(bericht);
        var bevindingen = Berichtcontrole.Controleer(bericht);
        if (bevindingen.Count > 0) log.LogError("{Soort} {Identificatie} voldoet niet aan de standaard en is niet verzonden: {Regels}.", bericht.Soort, bericht.Identificatie, string.Join(", ", bevindingen.Select(b => b.Code).Distinct()));
        db.Add(new UitgaandKetenbericht
        {
            Soort = bericht.Soort.Naam,
            Identificatie = bericht.Identificatie,
            Dossiernummer = dossiernummer,
            Inhoud = kluis.Verzegel(bericht.ToBytes()),
            Status = bevindingen.Count > 0 ? Verzendstatus.Geweigerd : Verzendstatus.TeVerzenden,
            Bevindingen = bevindingen.Count > 0 ? string.Join('\n', bevindingen.Select(b => $"{b.Code} bij {b.Pad}: {b.Uitleg}")) : null,
            NietVoor = DateTimeOffset.UnixEpoch,
            Aangemaakt = DateTimeOffset.UtcNow,
            VerwachtAntwoord = !bericht.Soort.IsRetour,
            Traceparent = Activity.Current?.Id,
        });
        verzender.WekStraks();
    }
}
