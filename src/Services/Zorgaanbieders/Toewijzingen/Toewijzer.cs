using Microsoft.EntityFrameworkCore;
using WmoPlatform.IStandaarden;
using WmoPlatform.Ketenverkeer;
using WmoPlatform.Messaging;
using WmoPlatform.Personen;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Wetgeving;
using WmoPlatform.Zorgaanbieders.Opslag;
using WmoPlatform.Zorgaanbieders.Register;

namespace WmoPlatform.Zorgaanbieders.Toewijzingen;

/// <summary>
/// Checks assignments and informs providers. For each person and provider one WMO301 at a time carries all valid and all changed
/// assignments (iWmo OP087, OP080).
/// </summary>
public sealed class Toewijzer(
    ZorgaanbiedersDb db, Ketenpost post, Gemeente gemeente, Vault kluis, Tabel<Gemeentebeleid> beleid, TimeProvider klok)
{
    private Toewijzingsbeleid Beleid => beleid.Op(klok.Vandaag()).Waarde.Toewijzing;

    /// <summary>
    /// Handles new assignments of one person at one provider. An assignment with an obstacle is held. When the provider has to ask first,
    /// the assignment waits for that request. The others are assigned, and the provider is informed.
    /// </summary>
    public async Task WijsToeOfHoudAan(IReadOnlyList<Toewijzing> nieuwe, CancellationToken annulering)
    {
        foreach (var toewijzing in nieuwe) await WijsToeOfHoudAan(toewijzing, vraagtEerst: true, annulering);
        await Vertel(nieuwe[0].PersoonId, nieuwe[0].Agb, annulering);
    }

    /// <summary>The same for one assignment. The caller informs the provider.</summary>
    /// <param name="toewijzing">The assignment.</param>
    /// <param name="vraagtEerst">Whether the provider has to ask first, if the municipality works so.</param>
    /// <param name="annulering">Stops it.</param>
    public async Task WijsToeOfHoudAan(Toewijzing toewijzing, bool vraagtEerst, CancellationToken annulering)
    {
        if (await Beletsel(toewijzing, annulering) is { } beletsel) toewijzing.HoudAan(beletsel, kluis, klok.GetUtcNow());
        else if (vraagtEerst && Beleid.Route == Toewijzingsroute.Verzoek && toewijzing.MetDeHand is null)
            toewijzing.WachtOpVerzoek(kluis, klok.GetUtcNow());
        else await Plaats(toewijzing, annulering);
        if (db.Entry(toewijzing).State == EntityState.Detached) db.Add(toewijzing);
    }

    /// <summary>The held help in kind that this pgb stands in the way of.</summary>
    public async Task<IReadOnlyList<Toewijzing>> AangehoudenDoor(Voorziening pgb, CancellationToken annulering) =>
        [.. (await db.Toewijzingen
            .Where(t => t.PersoonId == pgb.PersoonId && t.Status == Toewijzingstatus.Aangehouden).ToListAsync(annulering))
            .Where(t => Stapeling.NaastPgb(t, [pgb]) is not null)];

    /// <summary>The held help that the same help of this voorziening stands in the way of, such as temporary help before it.</summary>
    public async Task<IReadOnlyList<Toewijzing>> AangehoudenDoorStapeling(Voorziening voorziening, CancellationToken annulering)
    {
        var eigen = await db.VanVoorziening(voorziening.VoorzieningId, annulering);
        return [.. (await db.Toewijzingen
            .Where(t => t.PersoonId == voorziening.PersoonId && t.Status == Toewijzingstatus.Aangehouden).ToListAsync(annulering))
            .Where(t => Stapeling.Stapelt(t, eigen.Where(e => e.Agb == t.Agb), klok.Vandaag()) is not null)];
    }

    /// <summary>Judges held assignments of one person once more.</summary>
    public async Task BeoordeelOpnieuw(IReadOnlyList<Toewijzing> aangehouden, CancellationToken annulering)
    {
        foreach (var vanEenAanbieder in aangehouden.GroupBy(t => t.Agb))
            await WijsToeOfHoudAan([.. vanEenAanbieder.OrderBy(t => t.Toewijzingnummer)], annulering);
    }

    /// <summary>Assigns for a user. An obstacle is thrown, and the provider need not ask first.</summary>
    /// <exception cref="Weigering">422: the assignment has an obstacle.</exception>
    public async Task EisEnWijsToe(Toewijzing toewijzing, CancellationToken annulering)
    {
        await EisGeenBeletsel(toewijzing, annulering);
        await Plaats(toewijzing, annulering);
        if (db.Entry(toewijzing).State == EntityState.Detached) db.Add(toewijzing);
    }

    /// <summary>Demands that this assignment has no obstacle in its present state.</summary>
    /// <exception cref="Weigering">422: the assignment has an obstacle.</exception>
    public async Task EisGeenBeletsel(Toewijzing toewijzing, CancellationToken annulering)
    {
        if (await Beletsel(toewijzing, annulering) is { } beletsel) throw Weigering.Regel(beletsel.Code, beletsel.Uitleg);
    }

    /// <summary>Finds the obstacle to this assignment in its present state; null without one.</summary>
    public async Task<Beletsel?> Beletsel(Toewijzing toewijzing, CancellationToken annulering)
    {
        if (await db.Persoonsbeeld(toewijzing.PersoonId, annulering) is { IsOverleden: true }) return Register.Beletsel.Overleden;
        var vandaag = klok.Vandaag();
        var contract = (await db.Zorgaanbieder(toewijzing.Agb, annulering))?.Contract;
        var andere = await db.VanPersoonBij(toewijzing.PersoonId, toewijzing.Agb, annulering);
        // Of one beschikking, a person decided on everything together.
        var voorzieningen = await db.Voorzieningen.Where(v => v.PersoonId == toewijzing.PersoonId).ToListAsync(annulering);
        var isNieuw = IsNieuweClient(toewijzing, andere);
        return Contractcontrole.Controleer(contract, toewijzing.Product, toewijzing.Periode, isNieuw, vandaag, beleid)
            ?? Stapeling.Stapelt(toewijzing, andere, vandaag)
            ?? Stapeling.NaastPgb(toewijzing, voorzieningen);
    }

    /// <summary>Assigns without a check. A new client gets a place at the provider.</summary>
    private async Task Plaats(Toewijzing toewijzing, CancellationToken annulering)
    {
        var andere = await db.VanPersoonBij(toewijzing.PersoonId, toewijzing.Agb, annulering);
        if (IsNieuweClient(toewijzing, andere)) (await db.Zorgaanbieder(toewijzing.Agb, annulering))!.NeemClientAan();
        toewijzing.WijsToe(kluis, klok.GetUtcNow());
    }

    /// <summary>Whether no assignment brought the person to this provider before: not this one, its predecessor or another one.</summary>
    private bool IsNieuweClient(Toewijzing toewijzing, IEnumerable<Toewijzing> andere) => toewijzing.IsNogNietToegewezen
        && !andere.Any(a => a != toewijzing && (a.Geldt(klok.Vandaag()) || a.OpgevolgdDoor == toewijzing.Toewijzingnummer));

    /// <summary>Sends unreported assignments and changes, unless an earlier WMO301 is unanswered; its answer triggers this again.</summary>
    public async Task Vertel(Guid persoonId, string agb, CancellationToken annulering)
    {
        var alle = await db.VanPersoonBij(persoonId, agb, annulering);
        if (!alle.Exists(t => t.TeVertellen)) return;
        var wisseling = await db.Briefwisseling(persoonId, agb, annulering);
        wisseling.Raak();
        if (wisseling.Onbeantwoord is not null) return;

        var vandaag = klok.Vandaag();
        Toewijzing[] inBericht =
            [.. alle.Where(t => t.MetDeHand is null && (t.TeVertellen || t.Geldt(vandaag))).OrderBy(t => t.Toewijzingnummer)];
        var laatste = inBericht.Last(t => t.TeVertellen);
        // A beschikking may arrive after a later one. The client data are those of the latest that this provider knows, or hears of now.
        var actueel = alle.Where(t => t.MetDeHand is null && (t.Berichten.Count > 0 || inBericht.Contains(t))).MaxBy(t => t.BeschiktOp)!;
        var identificatie = await post.NieuweIdentificatie(annulering);
        var viaPlatform = await db.Aansluiting(agb, annulering) == Aansluiting.Platform;
        var bericht = Toewijzingsbericht.Maak(gemeente.Code, agb, identificatie, vandaag, actueel.Persoon(kluis), inBericht);
        post.Leg(bericht, laatste.Dossiernummer, viaPlatform);
        foreach (var toewijzing in inBericht) toewijzing.VermeldIn(identificatie, klok.GetUtcNow());
        // On the platform no message overtakes another, so the next one need not wait. Only a new assignment needs an answer there.
        if (!viaPlatform) wisseling.WachtOp(identificatie);
        else if (Array.TrueForAll(inBericht, t => t.Berichten[0] != identificatie)) db.TekenWijzigingAf(identificatie, klok.GetUtcNow());
    }

    /// <summary>
    /// Takes back the unanswered WMO301 if it has not left yet. What it told is then still to be told, as it is now.
    /// </summary>
    public async Task NeemTerug(Guid persoonId, string agb, CancellationToken annulering)
    {
        if (await db.Briefwisselingen.FindAsync([persoonId, agb], annulering) is not { Onbeantwoord: { } identificatie } wisseling) return;
        if (!await post.NeemTerug(Berichtsoort.Wmo301, identificatie, annulering)) return;
        foreach (var toewijzing in await db.InBericht(identificatie, annulering)) toewijzing.WordtNietVermeldIn(identificatie);
        wisseling.Beantwoord();
        wisseling.Raak();
    }

    /// <summary>The provider answered this WMO301, or a user gave up waiting. Changes that waited for the answer are sent.</summary>
    public async Task Beantwoord(string identificatie, CancellationToken annulering)
    {
        var wisseling = await db.Briefwisselingen.SingleOrDefaultAsync(w => w.Onbeantwoord == identificatie, annulering);
        if (wisseling is null) return;
        wisseling.Beantwoord();
        wisseling.Raak();
        await Vertel(wisseling.PersoonId, wisseling.Agb, annulering);
    }

    /// <summary>
    /// Writes a WMO301 anew. A rejected assignment goes to the same provider again under a new number. A rejected change keeps its number.
    /// </summary>
    /// <exception cref="Weigering">409: everything in the message was assigned again, or processed after all.</exception>
    public async Task Herstel(string identificatie, CancellationToken annulering)
    {
        var (nieuwe, gewijzigde) = (new List<Toewijzing>(), new List<Toewijzing>());
        foreach (var toewijzing in await db.InBericht(identificatie, annulering))
            if (toewijzing is { Status: Toewijzingstatus.Afgekeurd, OpgevolgdDoor: null })
                nieuwe.Add(toewijzing.Vervang(toewijzing.Agb, await db.Toewijzingnummer(annulering), kluis, klok.GetUtcNow(),
                    (await db.VanVoorziening(toewijzing.VoorzieningId, annulering))
                        .Concat(nieuwe.Where(n => n.VoorzieningId == toewijzing.VoorzieningId)).Max(t => t.Volgnummer) + 1));
            else if (toewijzing.Wijziging.Bericht == identificatie && toewijzing.Wijziging.Afgekeurd.Count > 0)
                gewijzigde.Add(toewijzing);
        if (nieuwe.Count == 0 && gewijzigde.Count == 0)
            throw Weigering.Toestand("niets-te-herstellen",
                "Wat in dit bericht stond, is al opnieuw toegewezen of toch verwerkt. Bekijk de toewijzingen van het dossier.");
        foreach (var toewijzing in gewijzigde) toewijzing.VertelOpnieuw(klok.GetUtcNow());
        // These were granted already, so the provider need not ask first.
        foreach (var toewijzing in nieuwe) await EisEnWijsToe(toewijzing, annulering);
        var een = nieuwe.Concat(gewijzigde).First();
        await Vertel(een.PersoonId, een.Agb, annulering);
    }
}
