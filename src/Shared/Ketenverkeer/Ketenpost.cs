using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using WmoPlatform.IStandaarden;
using WmoPlatform.Messaging;

namespace WmoPlatform.Ketenverkeer;

/// <summary>Puts messages to chain partners in the outgoing post, within the unit of work of the change that causes them.</summary>
/// <param name="db">The service's database.</param>
/// <param name="kluis">Seals the content at rest.</param>
/// <param name="verzender">Wakes the sender.</param>
public sealed class Ketenpost(DienstDb db, Kluis kluis, KetenverzenderWekker verzender)
{
    /// <summary>A new identification, unique for this service: a letter and eleven digits.</summary>
    public async Task<string> NieuweIdentificatie(CancellationToken annulering)
    {
        var nummer = await db.Database.SqlQuery<long>($"SELECT nextval('ketenbericht_nummer') AS \"Value\"").ToListAsync(annulering);
        return string.Create(CultureInfo.InvariantCulture, $"W{nummer[0]:00000000000}");
    }

    /// <summary>Adds the message to the post; it leaves once the caller's transaction has committed.</summary>
    /// <param name="bericht">The message; a heen message awaits a retour.</param>
    /// <param name="dossiernummer">The dossier it is about.</param>
    /// <exception cref="BerichtOnleesbaar">A value does not fit its element.</exception>
    public void Verzend(Ketenbericht bericht, string dossiernummer)
    {
        ArgumentNullException.ThrowIfNull(bericht);
        db.Add(new UitgaandKetenbericht
        {
            Soort = bericht.Soort.Naam,
            Identificatie = bericht.Identificatie,
            Dossiernummer = dossiernummer,
            Inhoud = kluis.Verzegel(bericht.ToBytes()),
            Status = Verzendstatus.TeVerzenden,
            NietVoor = DateTimeOffset.UnixEpoch,
            Aangemaakt = DateTimeOffset.UtcNow,
            VerwachtAntwoord = !bericht.Soort.IsRetour,
            Traceparent = Activity.Current?.Id,
        });
        verzender.WekStraks();
    }
}
