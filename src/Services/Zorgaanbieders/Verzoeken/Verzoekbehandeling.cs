using Microsoft.EntityFrameworkCore;
using WmoPlatform.Contracts;
using WmoPlatform.IStandaarden;
using WmoPlatform.Messaging;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.Wetgeving;
using WmoPlatform.Zorgaanbieders.Opslag;
using WmoPlatform.Zorgaanbieders.Toewijzingen;

namespace WmoPlatform.Zorgaanbieders.Verzoeken;

/// <summary>
/// Handles requests, by message and by API. It grants a request that an assignment waits for, and lays the others before a user.
/// </summary>
public sealed class Verzoekbehandeling(
    ZorgaanbiedersDb db, Toewijzer toewijzer, Vault kluis, Tabel<Gemeentebeleid> beleid, TimeProvider klok)
{
    /// <summary>Finds the last assignment of this person to this provider; null without one.</summary>
    public async Task<Toewijzing?> Bekende(string agb, string bsn, CancellationToken annulering)
    {
        // The BSNs are sealed, so the database cannot search for one. This opens one row per person until it finds the BSN.
        var laatste = db.Toewijzingen.Where(t => t.Agb == agb).GroupBy(t => t.PersoonId)
            .Select(p => p.OrderByDescending(t => t.Toewijzingnummer).First());
        await foreach (var toewijzing in laatste.AsAsyncEnumerable().WithCancellation(annulering))
            if (toewijzing.Persoon(kluis).HeeftBsn(bsn)) return toewijzing;
        return null;
    }

    /// <summary>Whether a request of this provider about this person has no final answer yet (iWmo TR374, OP350).</summary>
    public async Task<bool> IsOnderhanden(string agb, string bsn, CancellationToken annulering) =>
        (await db.Verzoeken.Where(v => v.Agb == agb && (v.Status == Verzoekstatus.Open || v.Status == Verzoekstatus.InOnderzoek))
            .AsNoTracking().ToListAsync(annulering))
            .Exists(v => v.Bsn(kluis) == bsn);

    /// <summary>Whether the provider has used this reference before (iWmo TR347).</summary>
    public async Task<bool> IsGebruikt(string agb, string referentie, CancellationToken annulering) =>
        (await Gebruikt(agb, [referentie], annulering)).Count > 0;

    /// <summary>Those of these references that the provider has used before.</summary>
    public async Task<HashSet<string>> Gebruikt(string agb, IReadOnlyList<string> referenties, CancellationToken annulering) =>
        [.. await db.Verzoeken.Where(v => v.Agb == agb && referenties.Contains(v.ReferentieAanbieder)).Select(v => v.ReferentieAanbieder)
            .ToListAsync(annulering)];

    /// <summary>
    /// Handles a request for an assignment. An assignment that waits for exactly this request is assigned, if the contract allows it. A
    /// user judges any other request.
    /// </summary>
    public async Task NeemToewijzingsverzoek(Verzoek verzoek, CancellationToken annulering)
    {
        db.Add(verzoek);
        var gevraagd = verzoek.Producten[0];
        var wachtende = verzoek.PersoonId is { } persoonId
            ? (await db.VanPersoonBij(persoonId, verzoek.Agb, annulering))
                .Find(t => t.Status == Toewijzingstatus.WachtOpVerzoek && t.Past(gevraagd.Product(), ingangsdatum: null))
            : null;
        if (wachtende is null)
            LegVoor(verzoek, verzoek.PersoonId is null
                ? "Voor deze inwoner is bij deze zorgaanbieder geen hulp toegekend. Zoek uit of er een beschikking is."
                : "Er wacht geen toewijzing op dit verzoek. Kijk of het om een verlenging gaat, of om hulp die nog niet is toegekend.");
        else if (!PastBinnen(gevraagd, wachtende))
            LegVoor(verzoek, $"Dit verzoek vraagt meer of iets anders dan is toegekend: zie toewijzing {wachtende.Toewijzingnummer}.");
        else if (await toewijzer.Beletsel(wachtende, annulering) is { } beletsel)
            LegVoor(verzoek, beletsel.Uitleg);
        else
        {
            wachtende.Honoreer(
                verzoek.ReferentieAanbieder, gevraagd.Omvang ?? wachtende.Omvang,
                new(gevraagd.Vanaf, gevraagd.Einddatum ?? wachtende.Periode.Einddatum));
            verzoek.VindGoed();
            await toewijzer.EisEnWijsToe(wachtende, annulering);
            await toewijzer.Vertel(wachtende.PersoonId, wachtende.Agb, annulering);
        }
    }

    /// <summary>
    /// Answers the open requests for what a decision gives now. The decision itself was taken for the person; the request only gets its
    /// answer with it. The caller informs the providers.
    /// </summary>
    /// <param name="besluit">The decision.</param>
    /// <param name="geraakt">The assignments that follow from it.</param>
    /// <param name="annulering">Stops it.</param>
    public async Task SluitAf(Besluit besluit, IReadOnlyList<Toewijzing> geraakt, CancellationToken annulering)
    {
        string[] aanbieders = [.. geraakt.Select(t => t.Agb).Distinct()];
        var open = await db.Verzoeken.Where(v => aanbieders.Contains(v.Agb)
            && (v.Status == Verzoekstatus.Open || v.Status == Verzoekstatus.InOnderzoek)).OrderBy(v => v.Id).ToListAsync(annulering);
        foreach (var verzoek in open.Where(v => v.PersoonId == besluit.PersoonId || besluit.Persoon.HeeftBsn(v.Bsn(kluis))))
        {
            var bij = await db.VanPersoonBij(besluit.PersoonId, verzoek.Agb, annulering);
            var geeft = new List<Toewijzing>();
            foreach (var gevraagd in verzoek.Producten)
                if (await Geeft(gevraagd, verzoek, bij, annulering) is { } toewijzing) geeft.Add(toewijzing);
            if (geeft.Count < verzoek.Producten.Count || !geeft.Exists(geraakt.Contains)) continue;
            verzoek.KenToe(klok.GetUtcNow());
            foreach (var toewijzing in geeft.Where(t => t.Status == Toewijzingstatus.WachtOpVerzoek))
                await toewijzer.EisEnWijsToe(toewijzing, annulering);
            // An answer to a request for change names all that holds (iWmo IV093, IV097).
            foreach (var toewijzing in bij)
                if (geeft.Contains(toewijzing) || (toewijzing.TeVertellen && geraakt.Contains(toewijzing))
                    || (verzoek.Soort == Verzoeksoort.Wijziging && !toewijzing.TeVertellen && toewijzing.Geldt(klok.Vandaag())))
                    toewijzing.Beantwoordt(verzoek.ReferentieAanbieder);
        }
    }

    /// <summary>The assignment that gives what was asked; null when nothing does.</summary>
    private async Task<Toewijzing?> Geeft(
        GevraagdProduct gevraagd, Verzoek verzoek, IReadOnlyList<Toewijzing> bij, CancellationToken annulering)
    {
        if (gevraagd.BudgetInCenten is not null) return null;
        var genoemd = bij.FirstOrDefault(t => t.Toewijzingnummer == gevraagd.Toewijzingnummer);
        var eerder = genoemd is not null
            && await db.Bekend(genoemd.VoorzieningId, annulering) is { EerderInNatura: [.., var laatste] } ? laatste : null;
        foreach (var toewijzing in bij.OrderByDescending(t => t.Toewijzingnummer))
        {
            var (periode, omvang) = (toewijzing.Periode, toewijzing.Omvang);
            if (gevraagd.Toewijzingnummer is null ? !toewijzing.Past(gevraagd.Product(), ingangsdatum: null)
                : toewijzing.VoorzieningId != genoemd?.VoorzieningId)
                continue;
            if (toewijzing.Status == Toewijzingstatus.WachtOpVerzoek)
            {
                if (PastBinnen(gevraagd, toewijzing) && await toewijzer.Beletsel(toewijzing, annulering) is null) return toewijzing;
                continue;
            }
            var vanaf = gevraagd.Vanaf > klok.Vandaag() ? gevraagd.Vanaf : klok.Vandaag();
            if (toewijzing.Loopt && periode.Ingangsdatum <= vanaf && vanaf <= periode.Einddatum
                && IsGegeven(gevraagd.Einddatum, periode.Einddatum, eerder?.Periode.Einddatum)
                && (gevraagd.Omvang is not { } vraag || (vraag with { Volume = omvang.Volume } == omvang
                    && IsGegeven(vraag.Volume, omvang.Volume, eerder?.Omvang.Volume))))
                return toewijzing;
        }
        return null;
    }

    /// <summary>Whether as much is given as was asked. Who asked less than there was gets exactly that.</summary>
    private static bool IsGegeven<T>(T? gevraagd, T gegeven, T? eerder) where T : struct, IComparable<T> => gevraagd is not { } vraag
        || (eerder is { } was && vraag.CompareTo(was) < 0 ? vraag.CompareTo(gegeven) == 0 : vraag.CompareTo(gegeven) <= 0);

    public void LegVoor(Verzoek verzoek, string bevinding) =>
        verzoek.LegVoor(bevinding, beleid.Op(klok.Vandaag()).Waarde.Servicenormen.GelijkgesteldeDagenTellen, klok.GetUtcNow());

    /// <summary>Whether the request stays within the grant: no earlier, later or larger help, in the same unit and frequency.</summary>
    private static bool PastBinnen(GevraagdProduct gevraagd, Toewijzing toegekend) =>
        gevraagd.BudgetInCenten is null
        && gevraagd.Vanaf >= toegekend.Periode.Ingangsdatum && gevraagd.Vanaf <= toegekend.Periode.Einddatum && !(
            gevraagd.Einddatum > toegekend.Periode.Einddatum)
        && (gevraagd.Omvang is not { } omvang
            || (omvang with { Volume = toegekend.Omvang.Volume } == toegekend.Omvang && omvang.Volume <= toegekend.Omvang.Volume));
}

internal static class Gevraagd
{
    public static CdtProduct? Product(this GevraagdProduct p) => p.Categorie is null ? null : new(p.Categorie, p.Code);

    public static GevraagdProduct Van(AangevraagdProduct p) =>
        new(null, p.Product?.Categorie, p.Product?.Code, p.ToewijzingIngangsdatum, p.ToewijzingEinddatum, Omvang(p.Omvang), p.Budget);

    public static GevraagdProduct Van(TeWijzigenProduct p) => new(
        p.ToewijzingNummer, null, null, p.GewensteIngangsdatum, p.Einddatum, Omvang(p.Omvang), p.Budget);

    public static GevraagdProduct Van(NieuwProduct p) => new(
        null, p.Product?.Categorie, p.Product?.Code, p.GewensteIngangsdatum, p.Einddatum, Omvang(p.Omvang), p.Budget);

    public static Omvang? Omvang(CdtOmvang? o) => o is null ? null : new((int)o.Volume, o.Eenheid, o.Frequentie);
}
