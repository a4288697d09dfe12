using Microsoft.EntityFrameworkCore;
using WmoPlatform.Beschikkingen.Herzieningen;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Beschikkingen.Spoed;
using WmoPlatform.Beschikkingen.TeLaat;
using WmoPlatform.Beschikkingen.Voorzieningen;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Fouten;

namespace WmoPlatform.Beschikkingen.Bezwaren;

/// <summary>Finds the decision that a bezwaar is about, and whose it is.</summary>
internal static class Besluitzoeker
{
    /// <param name="db">The service's database.</param>
    /// <param name="soort">The kind of decision.</param>
    /// <param name="nummer">Its number, or that of its aanvraag, bezwaar or dossier.</param>
    /// <param name="voorzieningen">The voorzieningen that the bezwaar is about; null for all.</param>
    /// <param name="gebruiker">The user.</param>
    /// <param name="ontvangen">The day of receipt of the bezwaar.</param>
    /// <param name="annulering">Stops it.</param>
    /// <remarks>Until the transaction ends, nobody else records a bezwaar against it.</remarks>
    /// <returns>The decision, whose it is, and whether it had been taken on the day of receipt (Awb 6:10).</returns>
    /// <exception cref="Weigering">404, or 409 when several are meant, or nothing will be decided.</exception>
    public static async Task<(BestredenBesluit Besluit, Indiener Indiener, bool Bestond)> ZoekBesluit(
        this BeschikkingenDb db, BestredenSoort soort, string nummer, IReadOnlyList<Guid>? voorzieningen, Gebruiker gebruiker,
        DateOnly ontvangen, CancellationToken annulering)
    {
        if (soort == BestredenSoort.Dwangsombesluit
            && await db.Bezwaren.SingleOrDefaultAsync(b => b.Bezwaarnummer == nummer, annulering) is { } bezwaar
            && gebruiker.MagBij(bezwaar.Bsn, bezwaar.Wijkteam))
        {
            await Houd(bezwaar);
            return (Dwangsom(bezwaar, bezwaar.Bezwaarnummer),
                new(bezwaar.Dossiernummer, bezwaar.PersoonId, bezwaar.Bsn, bezwaar.Wijkteam, bezwaar.MachtigingId), true);
        }

        if (soort == BestredenSoort.Dwangsomterugvordering
            && await db.Bezwaren.SingleOrDefaultAsync(b => b.Bezwaarnummer == nummer, annulering) is { } metDwangsom
            && gebruiker.MagBij(metDwangsom.Bsn, metDwangsom.Wijkteam))
        {
            await Houd(metDwangsom);
            return (Dwangsomterugvordering(metDwangsom, nummer),
                new(metDwangsom.Dossiernummer, metDwangsom.PersoonId, metDwangsom.Bsn, metDwangsom.Wijkteam, metDwangsom.MachtigingId),
                true);
        }

        if (await db.Herzieningen.SingleOrDefaultAsync(h => h.Nummers.Contains(nummer), annulering) is { } herziening)
        {
            await Houd(herziening);
            return await VanHerziening(db, herziening, nummer, gebruiker, ontvangen, annulering);
        }
        if (await db.Spoedbesluiten.SingleOrDefaultAsync(s => s.Beschikkingnummer == nummer, annulering) is { } spoed)
        {
            await Houd(spoed);
            return await VanSpoed(db, spoed, gebruiker, annulering);
        }
        var gevonden = (await db.Aanvragen.Where(a =>
            a.Aanvraagnummer == nummer || a.Beschikkingnummer == nummer || a.Dossiernummer == nummer || a.Wijzigingsnummer == nummer)
            .ToListAsync(annulering))
            .Where(a => gebruiker.MagBij(a.Bsn, a.Wijkteam)).OrderBy(a => a.Id).ToList();
        var aanvraag = gevonden switch
        {
            [] => throw Weigering.Onbekend("Dit besluit"),
            [var een] => een,
            _ => throw Weigering.Toestand("meer-besluiten", "In dit dossier zijn meer besluiten. Noem het nummer van het besluit: "
                + $"{string.Join(", ", gevonden.Select(a => a.Beschikkingnummer ?? a.Aanvraagnummer))}."),
        };
        await Houd(aanvraag);
        var indiener = new Indiener(aanvraag.Dossiernummer, aanvraag.PersoonId, aanvraag.Bsn, aanvraag.Wijkteam,
            aanvraag.Besluitvorming.Machtiging?.VoorBezwaar);
        if (soort == BestredenSoort.Dwangsombesluit) return (Dwangsom(aanvraag, aanvraag.Aanvraagnummer), indiener, true);
        if (soort == BestredenSoort.Dwangsomterugvordering)
            return (Dwangsomterugvordering(aanvraag, aanvraag.Aanvraagnummer), indiener, true);
        if (aanvraag.Status is Aanvraagstatus.Ingetrokken or Aanvraagstatus.Doorgezonden or Aanvraagstatus.MeldingGeworden)
            throw Weigering.Toestand("geen-besluit",
                "Over deze aanvraag neemt de gemeente geen besluit, dus bezwaar kan niet. Is de inwoner ontevreden, leg dan een "
                    + "klacht vast.",
                "Awb art. 7:1");
        return (Van(aanvraag, voorzieningen), indiener, aanvraag.BeslotenOp <= ontvangen);

        // Whether it was made known is read while nobody else handles a bezwaar about it.
        async Task Houd(Aggregate besluit)
        {
            await db.HoudBesluit(besluit.Id, annulering);
            // What this unit of work changed itself, is guarded by its row version.
            if (db.Entry(besluit).State == EntityState.Unchanged) await db.Entry(besluit).ReloadAsync(annulering);
        }
    }

    /// <summary>The decision on an aanvraag, as far as it is known.</summary>
    public static BestredenBesluit Van(Aanvraag aanvraag, IReadOnlyList<Guid>? voorzieningen)
    {
        if (voorzieningen?.Any(id => aanvraag.Gevraagde().All(v => v.VoorzieningId != id)) == true)
            throw Weigering.Onbekend("Deze voorziening");
        return new(BestredenSoort.Beschikking, aanvraag.Id, aanvraag.Beschikkingnummer ?? aanvraag.Aanvraagnummer, aanvraag.BekendgemaaktOp,
            aanvraag.BeslotenDoor,
            [.. aanvraag.Gevraagde().Where(v => voorzieningen is null || voorzieningen.Contains(v.VoorzieningId))
                .Select(v => (Gevraagd: v, Besluit: aanvraag.Besluiten.FirstOrDefault(b => b.VoorzieningId == v.VoorzieningId)))
                .Select(p => p.Besluit?.Op(p.Gevraagd) ?? new(p.Gevraagd.VoorzieningId, Uitkomst.Afwijzen, p.Gevraagd.Product,
                    p.Gevraagd.Omvang, p.Gevraagd.Periode, p.Gevraagd.Leveringsvorm, p.Gevraagd.Agb, null))])
        {
            Meebeslissers = [.. ((string?[])[aanvraag.Besluitvorming.Opsteller, aanvraag.Besluitvorming.Goedkeuring?.Door])
                .OfType<string>()],
        };
    }

    /// <summary>The decision on temporary help. What it granted is the least that remains.</summary>
    private static async Task<(BestredenBesluit, Indiener, bool)> VanSpoed(
        BeschikkingenDb db, Spoedbesluit spoed, Gebruiker gebruiker, CancellationToken annulering)
    {
        var voorziening = await db.Voorzieningen.SingleAsync(v => v.VoorzieningId == spoed.VoorzieningId, annulering);
        if (!gebruiker.MagBij(voorziening.Bsn, voorziening.Wijkteam)) throw Weigering.Onbekend("Dit besluit");
        return (
            new(BestredenSoort.Beschikking, spoed.Id, spoed.Beschikkingnummer, spoed.BekendgemaaktOp, spoed.BeslotenDoor,
                [Beschikt(voorziening, voorziening.Eigen)]),
            new(voorziening.Dossiernummer, voorziening.PersoonId, voorziening.Bsn, voorziening.Wijkteam, voorziening.MachtigingId), true);
    }

    /// <summary>The voorziening as these parts leave it; what is left of it in the end when it has several.</summary>
    private static BeschikteVoorziening Beschikt(Voorziening voorziening, IReadOnlyList<Voorzieningdeel> delen)
    {
        var deel = delen.Count > 0 ? delen[^1] with { Periode = new(delen[0].Periode.Ingangsdatum, delen[^1].Periode.Einddatum) }
            : voorziening.Gevraagd;
        return new(voorziening.VoorzieningId, delen.Count > 0 ? Uitkomst.Toekennen : Uitkomst.Afwijzen, deel.Product, deel.Omvang,
            deel.Periode, deel.Leveringsvorm, deel.Agb, deel.Budget);
    }

    /// <summary>
    /// A later decision on a voorziening, of which what it granted is the least that remains; the confirmation that an opzegging was taken
    /// back; or a claim.
    /// </summary>
    private static async Task<(BestredenBesluit, Indiener, bool)> VanHerziening(BeschikkingenDb db, Herziening herziening, string nummer,
        Gebruiker gebruiker, DateOnly ontvangen, CancellationToken annulering)
    {
        var voorziening = await db.Voorzieningen.SingleAsync(v => v.VoorzieningId == herziening.VoorzieningId, annulering);
        if (!gebruiker.MagBij(voorziening.Bsn, voorziening.Wijkteam)) throw Weigering.Onbekend("Dit besluit");
        var indiener = new Indiener(
            voorziening.Dossiernummer, voorziening.PersoonId, voorziening.Bsn, voorziening.Wijkteam, voorziening.MachtigingId);
        if (herziening.Terugvorderingen.FirstOrDefault(t => t.Beschikkingnummer == nummer) is { } vordering)
            return vordering.VanMeewerker
                ? throw Weigering.Toestand("besluit-aan-een-ander",
                    "Dit besluit is gericht aan iemand anders dan de inwoner van dit dossier. Behandel het bezwaar van die persoon buiten "
                    + "dit dossier, en leg de uitkomst vast bij de terugvordering.", "Awb art. 1:2")
                : (new(BestredenSoort.Terugvordering, vordering.Id, nummer, vordering.BeslotenOp, vordering.BeslotenDoor, []), indiener,
                    true);
        var delen = voorziening.Standen.LastOrDefault(s => s.Beschikkingnummer == nummer)?.Eigen ?? voorziening.Eigen;
        return herziening.Herroeping is { } terug && terug.Beschikkingnummer == nummer
            ? (new(BestredenSoort.Wijzigingsbesluit, terug.BesluitId, nummer, terug.BekendgemaaktOp, null, [Beschikt(voorziening, delen)]),
                indiener, true)
            : (new(BestredenSoort.Wijzigingsbesluit, herziening.Id, nummer, herziening.BekendgemaaktOp, herziening.BeslotenDoor,
                [Beschikt(voorziening, delen)])
            {
                Meebeslissers = herziening.Betrokkenen(),
            }, indiener, herziening.BeslotenOp <= ontvangen);
    }

    /// <summary>The last claim for a dwangsom that was not owed, which is a decision too (Awb 4:20, 4:86).</summary>
    private static BestredenBesluit Dwangsomterugvordering(Beslisplicht zaak, string nummer) =>
        zaak.VernietigdeRondes().Append(zaak.Ronde()).SelectMany(r => r.Dwangsom.Terugvorderingen).OrderBy(t => t.Id).ToList()
            is [.., var laatste] alle
            ? new(BestredenSoort.Dwangsomterugvordering, laatste.Id, alle.Count == 1 ? nummer : $"{nummer} ({alle.Count})",
                laatste.TeruggevorderdOp, laatste.BeslotenDoor, [])
            : throw Weigering.Toestand("geen-besluit", "Er is geen dwangsom teruggevorderd. Dan kan er geen bezwaar tegen zijn.",
                "Awb art. 4:20");

    /// <summary>The last decision on a dwangsom, also when a court annulled the decision that was late.</summary>
    private static BestredenBesluit Dwangsom(Beslisplicht zaak, string nummer) => zaak.VernietigdeRondes().Append(zaak.Ronde())
        .Where(r => r.Dwangsom.Besluit is not null).MaxBy(r => r.Dwangsom.Besluit!.VastgesteldOp) is { Dwangsom.Besluit: { } besluit } ronde
        ? new(BestredenSoort.Dwangsombesluit, zaak.Id, ronde.Beroepnummer is { } beroep ? $"{nummer} ({beroep})" : nummer,
            besluit.VastgesteldOp, besluit.VastgesteldDoor, [])
        {
            Bedrag = besluit.Bedrag,
        }
        : throw Weigering.Toestand("geen-besluit", "Over een dwangsom is hier niet beslist. Dan kan er geen bezwaar tegen zijn.",
            "Awb art. 4:18");
}
