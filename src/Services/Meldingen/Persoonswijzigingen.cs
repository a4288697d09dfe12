using Microsoft.EntityFrameworkCore;
using WmoPlatform.Contracts;
using WmoPlatform.Meldingen.Opslag;
using WmoPlatform.Meldingen.Partners;
using WmoPlatform.Messaging;

namespace WmoPlatform.Meldingen;

/// <summary>
/// Takes over what is known of a person now, and tells every dossier of that person. The dossiers of one person change together, so all
/// of them show the same.
/// </summary>
public sealed class Persoonswijzigingen(MeldingenDb db, Vault kluis, TimeProvider klok)
{
    /// <summary>
    /// Takes over what the BRP, or an identity document, says now. A BSN that has another dossier here is not taken over: a user has to
    /// find out which dossiers are of one person. Nor is a person of another date of birth, after a user gave another BSN.
    /// </summary>
    /// <param name="persoonId">The person.</param>
    /// <param name="gevonden">What is known.</param>
    /// <param name="annulering">Stops it.</param>
    /// <returns>The person, to be stored by the caller.</returns>
    public async Task<Persoon> Neem(Guid persoonId, BrpPersoon gevonden, CancellationToken annulering)
    {
        var persoon = await db.Persoon(persoonId, annulering);
        if (persoon.IsVerwisseldMet(gevonden, kluis)) return await Merk(persoonId, Brpsignaal.NummerVervallen, annulering);
        var nummer = gevonden.Persoon.Bsn;
        if (nummer != persoon.Bsn && await db.Personen.AnyAsync(p => p.Bsn == nummer, annulering))
            gevonden = gevonden with
            {
                Persoon = gevonden.Persoon with { Bsn = persoon.Bsn },
                Signalen = [.. gevonden.Signalen, Brpsignaal.AndereRegistratie],
            };
        await Vertel(persoon, persoon.Neem(gevonden, kluis), annulering);
        return persoon;
    }

    /// <summary>
    /// Adds a sign to what is known, because the BRP says nothing about the person that can be used. A BSN that a user gave does not count
    /// then.
    /// </summary>
    /// <inheritdoc cref="Neem" path="/param"/>
    public async Task<Persoon> Merk(Guid persoonId, Brpsignaal signaal, CancellationToken annulering)
    {
        var persoon = await db.Persoon(persoonId, annulering);
        if (persoon.Kennis(kluis) is not { } bekend) return persoon;
        persoon.HoudtBsn(kluis);
        if (!bekend.Signalen.Contains(signaal))
            await Vertel(persoon, persoon.Neem(bekend with { Signalen = [.. bekend.Signalen, signaal] }, kluis), annulering);
        return persoon;
    }

    /// <summary>Tells every dossier. One that did not know who the person is, knows it now.</summary>
    /// <param name="persoon">The person, as known now.</param>
    /// <param name="wat">The parts that changed; null when nothing was known before.</param>
    /// <param name="annulering">Stops it.</param>
    public async Task Vertel(Persoon persoon, IReadOnlyList<Persoonswijziging>? wat, CancellationToken annulering)
    {
        var geldend = persoon.Geldend(kluis)!;
        foreach (var melding in await db.Meldingen.Where(m => m.PersoonId == persoon.Id).ToListAsync(annulering))
            melding.WijzigPersoon(geldend, persoon.Stand, wat ?? Enum.GetValues<Persoonswijziging>(), klok.GetUtcNow());
        foreach (var opening in await db.Dossieropeningen.Where(o => o.PersoonId == persoon.Id).ToListAsync(annulering))
            opening.NeemPersoon(geldend, persoon.Stand, wat ?? Enum.GetValues<Persoonswijziging>(), klok.GetUtcNow());
    }

    /// <summary>Tells the dossiers that were opened without a melding that the BRP does not say who the person is.</summary>
    /// <param name="persoonId">The person.</param>
    /// <param name="uitslag">The answer of the BRP.</param>
    /// <param name="annulering">Stops it.</param>
    public async Task VindNiet(Guid persoonId, Brpuitslag uitslag, CancellationToken annulering)
    {
        foreach (var opening in await db.Dossieropeningen.Where(o => o.PersoonId == persoonId).ToListAsync(annulering))
            opening.VindPersoonNiet(Reden(uitslag), klok.GetUtcNow());
    }

    /// <summary>The reason for which the BRP does not say who somebody is.</summary>
    internal static Brpreden? Reden(Brpuitslag uitslag) => uitslag switch
    {
        Brpuitslag.Onbekend => null,
        Brpuitslag.Mislukt => Brpreden.GeenAntwoord,
        _ => Brpreden.Onbruikbaar,
    };
}
