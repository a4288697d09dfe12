using Microsoft.EntityFrameworkCore;
using WmoPlatform.Contracts;
using WmoPlatform.IStandaarden.Codelijsten;
using WmoPlatform.Messaging;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Wetgeving;
using WmoPlatform.Zorgaanbieders.Opslag;

namespace WmoPlatform.Zorgaanbieders.Toewijzingen;

/// <summary>
/// Changes an assignment within the decision, as the standard prescribes, for a user or a request. The caller informs the provider in one
/// message. What goes beyond the decision follows from another decision: see class <see cref="Uitvoering"/>.
/// </summary>
public sealed class Wijzigen(ZorgaanbiedersDb db, Toewijzer toewijzer, Vault kluis, TimeProvider klok)
{
    /// <returns>The changed and the new assignments; the help continues in the last one.</returns>
    /// <exception cref="Weigering">A rule or the state forbids it.</exception>
    public async Task<IReadOnlyList<Toewijzing>> Maak(Toewijzing toewijzing, Wens wens, CancellationToken annulering)
    {
        var (nu, vandaag) = (klok.GetUtcNow(), klok.Vandaag());
        if (wens.Reden == RedenWijziging.Verwijderd)
        {
            if (toewijzing.Status is Toewijzingstatus.Verwijderd or Toewijzingstatus.Afgekeurd) throw NietTeWijzigen();
            await EisGeenDeclaraties(toewijzing, annulering);
            toewijzing.Verwijder(kluis, nu);
            toewijzing.GeefNietDoor();
            return [toewijzing];
        }
        if (!toewijzing.Loopt) throw NietTeWijzigen();
        await EisBinnenBesluit(toewijzing, wens, annulering);

        if (Wijzigingsweg.Opvolging(toewijzing, wens, vandaag) is { } periode)
            return await VolgOp(toewijzing, wens, periode, nu, annulering);

        var verlengt = wens.Einddatum > toewijzing.Periode.Einddatum;
        toewijzing.Wijzig(
            wens.Einddatum ?? toewijzing.Periode.Einddatum, wens.Omvang ?? toewijzing.Omvang, wens.Reden ?? Standaardreden(wens, verlengt),
            wens.InOverleg, kluis, nu);
        if (verlengt) await toewijzer.EisGeenBeletsel(toewijzing, annulering);
        if (wens.Referentie is { } referentie) toewijzing.Beantwoordt(referentie);
        return [toewijzing];
    }

    private async Task<IReadOnlyList<Toewijzing>> VolgOp(
        Toewijzing toewijzing, Wens wens, Periode periode, DateTimeOffset nu, CancellationToken annulering)
    {
        if (await db.Toewijzingen.AnyAsync(t => t.VoorzieningId == toewijzing.VoorzieningId
            && t.Volgnummer > toewijzing.Volgnummer && t.Status != Toewijzingstatus.Verwijderd, annulering))
            throw Weigering.Toestand("al-opgevolgd", "Op deze toewijzing volgt al een andere. Wijzig die, of verwijder die eerst.");
        await EisGeenOverlap(toewijzing, periode, annulering);
        // No day of this assignment is left, so it is removed.
        if (periode.Ingangsdatum <= toewijzing.Periode.Ingangsdatum) await EisGeenDeclaraties(toewijzing, annulering);
        var (agb, andere) = (wens.Agb ?? toewijzing.Agb, wens.Agb is not null && wens.Agb != toewijzing.Agb);
        if (andere && !wens.InOverleg) await EisOpzegtermijn(toewijzing, periode.Ingangsdatum, annulering);
        var volgnummer = await db.Toewijzingen.Where(t => t.VoorzieningId == toewijzing.VoorzieningId)
            .MaxAsync(t => t.Volgnummer, annulering) + 1;
        var reden = andere ? RedenWijziging.AndereAanbieder : wens.Reden ?? Standaardreden(wens, verlengt: false);
        var opvolger = toewijzing.VolgOp(
            agb, wens.Product ?? toewijzing.Product, wens.Omvang ?? toewijzing.Omvang, periode, reden, wens.InOverleg,
            await db.Toewijzingnummer(annulering), volgnummer, kluis, nu);
        if (wens.Referentie is { } referentie)
        {
            opvolger.Beantwoordt(referentie);
            if (toewijzing.TeVertellen) toewijzing.Beantwoordt(referentie);
        }
        // Another provider may have to ask first; the present provider need not.
        if (andere)
        {
            await toewijzer.EisGeenBeletsel(opvolger, annulering);
            await toewijzer.WijsToeOfHoudAan([opvolger], annulering);
        }
        else await toewijzer.EisEnWijsToe(opvolger, annulering);
        return [toewijzing, opvolger];
    }

    private async Task EisBinnenBesluit(Toewijzing toewijzing, Wens wens, CancellationToken annulering)
    {
        var vanaf = wens.Vanaf ?? toewijzing.Periode.Ingangsdatum;
        var deel = (await db.Bekend(toewijzing.VoorzieningId, annulering)).Toegekend(toewijzing, vanaf);
        if (wens.Referentie is not null)
            Besluitnodig.EisVerzoek(deel, wens.Product, vanaf, wens.Einddatum, wens.Omvang);
        else Besluitnodig.Eis(toewijzing, wens, deel ?? throw Besluitnodig.Niets());
    }

    /// <summary>Within a voorziening no day is assigned twice. Help that begins earlier than this assignment may meet another.</summary>
    private async Task EisGeenOverlap(Toewijzing toewijzing, Periode periode, CancellationToken annulering)
    {
        var dubbel = (await db.VanVoorziening(toewijzing.VoorzieningId, annulering)).Find(t => t != toewijzing && !t.IsVervallen
            && t.Periode.Ingangsdatum <= periode.Einddatum && periode.Ingangsdatum <= t.Periode.Einddatum);
        if (dubbel is not null)
            throw Weigering.Regel("dag-al-toegewezen",
                $"Op een deel van deze dagen is deze hulp al toegewezen, tot en met "
                + $"{Datumtekst.ZonderWeekdag(dubbel.Periode.Einddatum)}: toewijzing {dubbel.Toewijzingnummer}. Kies een dag na het einde "
                + "daarvan, of wijzig die toewijzing.", "iWmo OP259", "vanaf");
    }

    /// <summary>An assignment with a paid declaration cannot be removed (iWmo OP362).</summary>
    private async Task EisGeenDeclaraties(Toewijzing toewijzing, CancellationToken annulering)
    {
        if (await db.HeeftGoedgekeurdeDeclaratie(toewijzing.Toewijzingnummer, annulering))
            throw Weigering.Toestand(
                "al-gedeclareerd",
                "De zorgaanbieder heeft voor deze toewijzing al hulp betaald gekregen, dus die kan niet worden verwijderd. "
                + "Vraag de zorgaanbieder om die declaratie eerst te crediteren.",
                "iWmo TR385");
    }

    /// <summary>The provider that loses the client has a right to the notice in its contract, unless both providers agree.</summary>
    private async Task EisOpzegtermijn(Toewijzing toewijzing, DateOnly vanaf, CancellationToken annulering)
    {
        var contract = (await db.Zorgaanbieder(toewijzing.Agb, annulering))?.Contract;
        var eerste = Overgang.NaOpzegging(klok.Vandaag(), contract?.OpzegtermijnDagen ?? 0);
        if (vanaf < eerste)
            throw Weigering.Regel(
                "opzegtermijn",
                $"De huidige aanbieder heeft een opzegtermijn: overgaan kan vanaf {Datumtekst.ZonderWeekdag(eerste)}. "
                + "Eerder kan alleen als beide aanbieders het ermee eens zijn.",
                veld: "vanaf");
    }

    private static string Standaardreden(Wens wens, bool verlengt) =>
        wens.Referentie is not null ? RedenWijziging.DoorAanbieder : verlengt ? RedenWijziging.Verlenging : RedenWijziging.Verkorting;

    /// <summary>Refuses a change of an assignment that the provider does not have.</summary>
    public static Weigering NietTeWijzigen() => Weigering.Toestand("niet-te-wijzigen",
        "Deze toewijzing loopt niet, dus er valt niets te wijzigen. Is de toewijzing aangehouden of afgekeurd? "
        + "Bied die opnieuw aan of kies een andere aanbieder.");
}
