using Microsoft.EntityFrameworkCore;
using WmoPlatform.Messaging;

namespace WmoPlatform.Ketenverkeer;

/// <summary>
/// Whether the partner refuses everything. A number of refusals in a row without a success opens a pause: the post waits, one message is
/// offered now and then, and a refusal says nothing about that message. The first message that the partner accepts ends the pause. Every
/// moment is of the database's clock.
/// </summary>
internal sealed class Verkeersstand
{
    /// <summary>Refusals further apart than this are no series.</summary>
    private static readonly TimeSpan Reeks = TimeSpan.FromHours(1);

    /// <summary>The partner.</summary>
    public string Partner { get; private set; } = "";

    /// <summary>The refusals since the last success.</summary>
    public int Weigeringen { get; private set; }

    /// <summary>The last of them.</summary>
    public DateTimeOffset LaatsteWeigering { get; private set; }

    /// <summary>Since when the post waits; null without a pause.</summary>
    public DateTimeOffset? GepauzeerdSinds { get; private set; }

    /// <summary>During a pause: not before this moment is a message offered.</summary>
    public DateTimeOffset? VolgendePoging { get; private set; }

    /// <summary>Whether a pause is open.</summary>
    public static async Task<bool> IsGepauzeerd(ServiceDb db, string partner, CancellationToken annulering) =>
        (await db.Database.SqlQuery<bool>(
            $"SELECT true AS \"Value\" FROM verkeersstand WHERE partner = {partner} AND gepauzeerd_sinds IS NOT NULL")
            .ToListAsync(annulering)).Count > 0;

    /// <summary>Takes the one attempt of this moment during a pause. Another instance then gets none.</summary>
    public static async Task<bool> NeemPoging(ServiceDb db, string partner, TimeSpan peiling, CancellationToken annulering) =>
        await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE verkeersstand SET volgende_poging = now() + {peiling}
            WHERE partner = {partner} AND gepauzeerd_sinds IS NOT NULL AND volgende_poging <= now()
            """, annulering) > 0;

    /// <summary>Counts a refusal.</summary>
    /// <returns>Whether the traffic is paused now, and whether this refusal opened the pause.</returns>
    public static async Task<(bool Gepauzeerd, bool Begint)> TelWeigering(ServiceDb db, string partner, Verkeersregels regels)
    {
        var stand = await db.Database.SqlQuery<Na>(
            $"""
            INSERT INTO verkeersstand AS v (partner, weigeringen, laatste_weigering) VALUES ({partner}, 1, now())
            ON CONFLICT (partner) DO UPDATE SET laatste_weigering = now(),
                weigeringen = CASE WHEN v.gepauzeerd_sinds IS NULL AND v.laatste_weigering < now() - {Reeks} THEN 1
                    ELSE v.weigeringen + 1 END
            RETURNING v.weigeringen, v.gepauzeerd_sinds IS NOT NULL AS gepauzeerd
            """).ToListAsync();
        if (stand[0].Gepauzeerd || stand[0].Weigeringen < regels.PauzeNaWeigeringen) return (stand[0].Gepauzeerd, false);
        await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE verkeersstand SET gepauzeerd_sinds = now(), volgende_poging = now() + {regels.PauzePeiling}
            WHERE partner = {partner}
            """);
        return (true, true);
    }

    /// <summary>Ends the series of refusals, and the pause.</summary>
    /// <returns>Whether a pause was open.</returns>
    public static async Task<bool> Hervat(ServiceDb db, string partner, CancellationToken annulering)
    {
        var beeindigd = await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE verkeersstand SET weigeringen = 0, gepauzeerd_sinds = NULL, volgende_poging = NULL
            WHERE partner = {partner} AND gepauzeerd_sinds IS NOT NULL
            """, annulering) > 0;
        if (!beeindigd)
            await db.Database.ExecuteSqlAsync(
                $"UPDATE verkeersstand SET weigeringen = 0 WHERE partner = {partner} AND weigeringen > 0", annulering);
        return beeindigd;
    }

    private sealed record Na(int Weigeringen, bool Gepauzeerd);
}
