using WmoPlatform.Meldingen.Opslag;
using WmoPlatform.Messaging;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Meldingen.Partners;

/// <summary>
/// Looks time and again who of the followed persons changed at the BRP, and once a day whether the BRP follows the same persons as we do.
/// <see cref="PersoonVolgen"/> then does what is needed for each of them. Of several instances one looks.
/// </summary>
public sealed class Wijzigingsronde(
    IServiceScopeFactory scopes, PersoonVolgen volgen, Volgopties opties, TimeProvider klok, ILogger<Wijzigingsronde> log)
    : Rounds("Het ophalen van wijzigingen uit de BRP", opties.Peiling, log)
{
    public override async Task Round(CancellationToken annulering)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MeldingenDb>();
        var brp = scope.ServiceProvider.GetRequiredService<BrpVolgen>();
        // Half a pause is enough: an instance that is a little early still has its turn.
        if (await db.NeemVolgbeurt(opties.Peiling / 2, annulering) is not { } stand) return;

        var vandaag = klok.Vandaag();
        if (!(stand.VergelekenOp >= vandaag)) await Vergelijk(db, brp, vandaag, annulering);
        // The BRP dates its changes by the day of its own clock, so the day before is looked at again.
        if (await brp.Gewijzigd(stand.GevraagdTot is { } dag ? Overgang.DagVoor(dag) : null, annulering) is not { } gewijzigd)
        {
            log.LogWarning("De BRP zegt niet wie er gewijzigd zijn; later opnieuw.");
            return;
        }
        await db.MoetBijgewerkt(gewijzigd, annulering);
        await db.NoteerGevraagd(vandaag, annulering);
        volgen.Wake();
    }

    /// <summary>
    /// Ends the following of persons whose dossiers are over, and of everybody else without a dossier here. Follows again whom the BRP
    /// lost.
    /// </summary>
    private async Task Vergelijk(MeldingenDb db, BrpVolgen brp, DateOnly vandaag, CancellationToken annulering)
    {
        await db.VolgAfgeslotenNiet(vandaag, opties.DagenNaHulp, annulering);
        if (await brp.Gevolgden(annulering) is not { } gevolgd) return;
        foreach (var bsn in await db.VergelijkGevolgden(gevolgd, annulering)) await brp.Beeindig(bsn, vandaag, annulering);
        await db.NoteerVergeleken(vandaag, annulering);
    }
}
