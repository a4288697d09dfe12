using Microsoft.EntityFrameworkCore;
using WmoPlatform.Ketenverkeer;
using WmoPlatform.Messaging;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Wetgeving;
using WmoPlatform.Zorgaanbieders.Aanbiederplatform;
using WmoPlatform.Zorgaanbieders.Opslag;
using WmoPlatform.Zorgaanbieders.Regels;

namespace WmoPlatform.Zorgaanbieders;

/// <summary>Checks assignments, and tells them: per person and provider one WMO301 at a time, with all that is valid and all that changed (iWmo OP087, OP080).</summary>
public sealed class ToewijzingMelden(ZorgaanbiedersDb db, Ketenpost post, Gemeente gemeente, Vault kluis, Tabel<Gemeentebeleid> beleid, TimeProvider klok)
{
    private Toewijzingsbeleid Beleid => beleid.Op(klok.Vandaag()).Waarde.Toewijzing;

    /// <summary>
    /// New ones of one person at one provider. What something stands in the way of is held; where the provider has to ask first, it waits for
    /// that; the rest is assigned.
    /// </summary>
    public async Task Wijs(IReadOnlyList<Toewijzing> nieuwe, CancellationToken annulering)
    {
        foreach (var toewijzing in nieuwe)
        {
            if (await Beletsel(toewijzing, annulering) is { } beletsel) toewijzing.HoudAan(beletsel, klok.GetUtcNow());
            else if (Beleid.Route == Toewijzingsroute.Verzoek && toewijzing.MetDeHand is null) toewijzing.WachtOpVerzoek(klok.GetUtcNow());
            else await WijsToe(toewijzing, annulering);
            if (db.Entry(toewijzing).State == EntityState.Detached) db.Add(toewijzing);
        }
        await Meld(nieuwe[0].PersoonId, nieuwe[0].Agb, annulering);
    }

    /// <summary>The same, when a person is there to hear at once what stands in the way; and the provider has asked, or is not asked.</summary>
    /// <exception cref="Weigering">422: something stands in the way.</exception>
    public async Task WijsDirect(Toewijzing toewijzing, CancellationToken annulering)
    {
        await Eis(toewijzing, annulering);
        await WijsToe(toewijzing, annulering);
        if (db.Entry(toewijzing).State == EntityState.Detached) db.Add(toewijzing);
    }

    /// <summary>Demands that nothing stands in the way of this assignment as it is now.</summary>
    /// <exception cref="Weigering">422: something does.</exception>
    public async Task Eis(Toewijzing toewijzing, CancellationToken annulering)
    {
        if (await Beletsel(toewijzing, annulering) is { } beletsel) throw Weigering.Regel(beletsel.Code, beletsel.Uitleg);
    }

    /// <summary>What stands in the way of this assignment as it is now; null when nothing does.</summary>
    public async Task<Beletsel?> Beletsel(Toewijzing toewijzing, CancellationToken annulering)
    {
        var vandaag = klok.Vandaag();
        var contract = (await db.Zorgaanbieder(toewijzing.Agb, annulering))?.Contract;
        var andere = await db.VanPersoonBij(toewijzing.PersoonId, toewijzing.Agb, annulering);
        var pgbs = await db.Pgbs.Where(p => p.PersoonId == toewijzing.PersoonId).ToListAsync(annulering);
        return Contractcontrole.Controleer(contract, toewijzing.Product, toewijzing.Periode, IsNieuweClient(toewijzing, andere), vandaag, beleid)
            ?? Contractcontrole.Stapelt(toewijzing, andere, vandaag)
            ?? Contractcontrole.NaastPgb(toewijzing, pgbs);
    }

    /// <summary>Assigned: a new client takes a place.</summary>
    private async Task WijsToe(Toewijzing toewijzing, CancellationToken annulering)
    {
        var andere = await db.VanPersoonBij(toewijzing.PersoonId, toewijzing.Agb, annulering);
        if (IsNieuweClient(toewijzing, andere)) (await db.Zorgaanbieder(toewijzing.Agb, annulering))!.NeemClientAan();
        toewijzing.Wijs(klok.GetUtcNow());
    }

    /// <summary>Neither this very assignment, nor the one it follows, nor another one has brought the person here already.</summary>
    private bool IsNieuweClient(Toewijzing toewijzing, IEnumerable<Toewijzing> andere) =>
        toewijzing.IsNogNietToegewezen && !andere.Any(a => a != toewijzing && (a.Geldt(klok.Vandaag()) || a.OpgevolgdDoor == toewijzing.Toewijzingnummer));

    /// <summary>Tells what is still to be told, unless the answer to the message before is to come: then that answer does.</summary>
    public async Task Meld(Guid persoonId, string agb, CancellationToken annulering)
    {
        var alle = await db.VanPersoonBij(persoonId, agb, annulering);
        if (!alle.Exists(t => t.TeMelden)) return;
        var wisseling = await db.Briefwisseling(persoonId, agb, annulering);
        wisseling.Raak();
        if (wisseling.Onbeantwoord is not null) return;

        var vandaag = klok.Vandaag();
        var inBericht = alle.Where(t => t.MetDeHand is null && (t.TeMelden || t.Geldt(vandaag))).OrderBy(t => t.Toewijzingnummer).ToList();
        var laatste = inBericht.Last(t => t.TeMelden);
        var identificatie = await post.NieuweIdentificatie(annulering);
        var viaPlatform = await db.Aansluiting(agb, annulering) == Aansluiting.Platform;
        post.Leg(Toewijzingsbericht.Maak(gemeente.Code, agb, identificatie, vandaag, laatste.Persoon(kluis), inBericht), laatste.Dossiernummer, viaPlatform);
        foreach (var toewijzing in inBericht) toewijzing.VermeldIn(identificatie, klok.GetUtcNow());
        // On the platform nothing can overtake anything: what lies ready there is how it stands, and only what is new asks for an answer.
        if (!viaPlatform) wisseling.Verzend(identificatie);
        else if (inBericht.TrueForAll(t => t.Berichten[0] != identificatie)) db.TekenWijzigingAf(identificatie, klok.GetUtcNow());
    }

    /// <summary>The provider has answered this WMO301, or a person gave up waiting: what waited for that goes now.</summary>
    public async Task Beantwoord(string identificatie, CancellationToken annulering)
    {
        if (await db.Briefwisselingen.SingleOrDefaultAsync(w => w.Onbeantwoord == identificatie, annulering) is not { } wisseling) return;
        wisseling.Beantwoord();
        wisseling.Raak();
        await Meld(wisseling.PersoonId, wisseling.Agb, annulering);
    }
}
