using Microsoft.EntityFrameworkCore;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Zorgaanbieders.Opslag;
using WmoPlatform.Zorgaanbieders.Register;

namespace WmoPlatform.Zorgaanbieders.Toewijzingen;

/// <summary>The assignments that a provider may use on the platform: only its own, and none of a protected person.</summary>
internal static class EigenToewijzing
{
    /// <summary>Finds the provider's own assignment.</summary>
    /// <exception cref="Weigering">
    /// 404: unknown, held, or of another provider. 409: not assigned yet, removed, or about a person for whom everything goes by hand (iWmo
    /// OP003, TR061).
    /// </exception>
    public static async Task<Toewijzing> ZoekEigen(
        this ZorgaanbiedersDb db, long toewijzingnummer, Gebruiker gebruiker, CancellationToken annulering)
    {
        var toewijzing = await db.Toewijzingen
            .Where(t => t.Agb == gebruiker.Agb && t.Status != Toewijzingstatus.Aangehouden)
            .SingleOrDefaultAsync(t => t.Toewijzingnummer == toewijzingnummer, annulering)
            ?? throw Weigering.Onbekend("Deze toewijzing");
        if (toewijzing.Status == Toewijzingstatus.WachtOpVerzoek)
            throw Weigering.Toestand(
                "wacht-op-verzoek", "Deze hulp is nog niet aan u toegewezen: de gemeente wacht op uw verzoek. Doe eerst dat verzoek.");
        if (toewijzing.Status == Toewijzingstatus.Verwijderd)
            throw Weigering.Toestand(
                "toewijzing-verwijderd", "De gemeente heeft deze toewijzing verwijderd. U hoeft niets meer te doen.", "iWmo OP362");
        if (toewijzing.MetDeHand is not null)
            throw Weigering.Toestand(
                "gaat-met-de-hand", "Over deze cliënt gaat alles buiten het platform om. Bel de gemeente.", "iWmo OP003");
        return toewijzing;
    }

    /// <summary>The same, for a provider that answers on the platform. A provider that answers by message is refused.</summary>
    /// <inheritdoc cref="ZoekEigen" path="/exception"/>
    public static async Task<Toewijzing> ZoekOpPlatform(
        this ZorgaanbiedersDb db, long toewijzingnummer, Gebruiker gebruiker, CancellationToken annulering)
    {
        var toewijzing = await db.ZoekEigen(toewijzingnummer, gebruiker, annulering);
        if (await db.Aansluiting(toewijzing.Agb, annulering) == Aansluiting.Berichten)
            throw Weigering.Toestand(
                "gaat-met-berichten",
                "U bent aangesloten met berichten. "
                + "Stuur hiervoor een iWmo-bericht, of vraag de gemeente om u op het platform aan te sluiten.");
        return toewijzing;
    }
}
