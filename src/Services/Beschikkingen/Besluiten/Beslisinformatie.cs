using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Beschikkingen.Regels;
using WmoPlatform.Beschikkingen.Voorzieningen;
using WmoPlatform.Beschikkingen.Wijzigingsverzoeken;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.ServiceDefaults.Api;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Beschikkingen.Besluiten;

/// <summary>
/// The file as a beslisser needs it: the advice beside the request, the help that runs or was requested already, the term, and what is
/// missing (Awb 3:2).
/// </summary>
public static class Beslisinformatie
{
    /// <param name="Aanvraagnummer">De aanvraag.</param>
    /// <param name="Status">Hoe ver de aanvraag is.</param>
    /// <param name="Termijn">Hoeveel tijd er is.</param>
    /// <param name="Voorzieningen">Per voorziening het advies, wat de inwoner wil, en wat ermee overlapt.</param>
    /// <param name="Toegekend">Wat deze inwoner van de gemeente al kreeg, voor zover het nog niet is afgelopen.</param>
    /// <param name="AndereAanvragen">Andere aanvragen van deze inwoner waarop nog niet is beslist.</param>
    /// <param name="EerderAfgewezen">Wat eerder is afgewezen. Noemt de inwoner niets nieuws, dan kunt u ernaar verwijzen (Awb 4:6).</param>
    /// <param name="Vraag">Wat de inwoner vraagt, in eigen woorden; leeg als het ondertekende verslag de aanvraag is.</param>
    /// <param name="NieuweFeiten">Wat er volgens de inwoner sindsdien nieuw of veranderd is; leeg als de inwoner niets noemt.</param>
    /// <param name="Ontbreekt">Wat er nog moet komen of gebeuren voordat u goed kunt beslissen.</param>
    public sealed record Antwoord(
        string Aanvraagnummer, Aanvraagstatus Status, Beslistijd Termijn, IReadOnlyList<Onderdeel> Voorzieningen,
        IReadOnlyList<Toegekende> Toegekend, IReadOnlyList<AndereAanvraag> AndereAanvragen,
        IReadOnlyList<Afwijzing> EerderAfgewezen, string? Vraag, string? NieuweFeiten, IReadOnlyList<Ontbrekend> Ontbreekt);

    /// <param name="Beschikkingnummer">De beschikking.</param>
    /// <param name="BekendgemaaktOp">De dag waarop zij bekend is gemaakt.</param>
    /// <param name="Categorieen">De soorten hulp die zij afwees, ook voor een deel; leeg als zij de hele aanvraag afwees.</param>
    public sealed record Afwijzing(string Beschikkingnummer, DateOnly BekendgemaaktOp, IReadOnlyList<string> Categorieen);

    /// <param name="Uiterlijk">De laatste dag volgens de wet.</param>
    /// <param name="ToegezegdeDatum">De dag die bij uitstel is toegezegd.</param>
    /// <param name="Tijdig">Of de wettelijke termijn nog te halen is.</param>
    /// <param name="StaatStilSinds">Sinds wanneer de termijn stilstaat zonder bekend einde.</param>
    /// <param name="ZonderDwangsomTotEnMet">De laatste dag om een dwangsom te voorkomen; leeg zonder ingebrekestelling.</param>
    /// <param name="BuitenBehandelingTotEnMet">De laatste dag om de aanvraag buiten behandeling te laten; leeg als dat niet kan.</param>
    public sealed record Beslistijd(
        DateOnly Uiterlijk, DateOnly? ToegezegdeDatum, bool Tijdig, DateOnly? StaatStilSinds, DateOnly? ZonderDwangsomTotEnMet,
        DateOnly? BuitenBehandelingTotEnMet);

    /// <param name="VoorzieningId">De voorziening.</param>
    /// <param name="Gevraagd">Wat de inwoner vraagt. Met deze omvang en periode wordt het besluit vergeleken.</param>
    /// <param name="Indicatie">Wat er volgens het onderzoek nodig is; leeg als daarvoor geen indicatie is.</param>
    /// <param name="Leveringsvorm">Hoe de inwoner de hulp wil.</param>
    /// <param name="Agb">De aanbieder die de inwoner koos; leeg bij een pgb.</param>
    /// <param name="Advies">Wat het onderzoek en de pgb-toets samen adviseren. Wijkt u daarvan af, dan geeft u een reden.</param>
    /// <param name="WilGeenZin">Of de inwoner schriftelijk liet weten geen zorg in natura te willen.</param>
    /// <param name="BuitenBehandelingTotEnMet">De laatste dag om dit onderdeel buiten behandeling te laten; leeg als dat niet kan.</param>
    /// <param name="Overlapt">Wat de inwoner al heeft of vroeg aan dezelfde soort hulp in dezelfde tijd.</param>
    public sealed record Onderdeel(
        Guid VoorzieningId, Hulp Gevraagd, Hulp? Indicatie, Leveringsvorm Leveringsvorm, string? Agb, Advies Advies, bool WilGeenZin,
        DateOnly? BuitenBehandelingTotEnMet, IReadOnlyList<Overlap> Overlapt);

    public enum Advies
    {
        Toekennen,
        /// <summary>The onderzoek found no need for this help.</summary>
        NietGeindiceerd,
        /// <summary>The pgb-toets is not finished.</summary>
        WachtOpPgbToets,
        /// <summary>The help is needed, and a pgb does not fit.</summary>
        ZorgInNaturaInPlaatsVanPgb,
        /// <summary>A pgb does not fit, and the person does not want zorg in natura.</summary>
        AfwijzenWantGeenZorgInNatura,
    }

    /// <param name="VoorzieningId">De voorziening.</param>
    /// <param name="Van">De eerste dag waarop beide lopen.</param>
    /// <param name="TotEnMet">De laatste dag waarop beide lopen.</param>
    /// <param name="IsToegekend">Of die hulp al is toegekend; anders is zij nog gevraagd.</param>
    public sealed record Overlap(Guid VoorzieningId, DateOnly Van, DateOnly TotEnMet, bool IsToegekend);

    /// <param name="Beschikkingnummer">Het laatste besluit erover.</param>
    /// <param name="VoorzieningId">De voorziening.</param>
    /// <param name="Hulp">Wat er is toegekend.</param>
    /// <param name="Leveringsvorm">Zorg in natura of pgb.</param>
    public sealed record Toegekende(string Beschikkingnummer, Guid VoorzieningId, Hulp Hulp, Leveringsvorm Leveringsvorm);

    /// <param name="Aanvraagnummer">De aanvraag.</param>
    /// <param name="Status">Hoe ver de aanvraag is.</param>
    /// <param name="Uiterlijk">De laatste dag volgens de wet.</param>
    /// <param name="Hulp">Wat er is gevraagd.</param>
    public sealed record AndereAanvraag(string Aanvraagnummer, Aanvraagstatus Status, DateOnly Uiterlijk, IReadOnlyList<Hulp> Hulp);

    /// <param name="Soort">Wat er ontbreekt.</param>
    /// <param name="VoorzieningId">De voorziening waar het om gaat; leeg als het om de hele aanvraag gaat.</param>
    /// <param name="Uiterlijk">De laatste dag ervoor; leeg als er geen is.</param>
    public sealed record Ontbrekend(Ontbrekendsoort Soort, Guid? VoorzieningId = null, DateOnly? Uiterlijk = null);

    public enum Ontbrekendsoort
    {
        /// <summary>The applicant was asked to complete the aanvraag.</summary>
        Aanvulling,
        /// <summary>Nobody recorded yet which help the applicant asks for, or an indicatie is counted in another unit by now.</summary>
        GevraagdeHulp,
        /// <summary>The aanvraag is not signed. The applicant can be asked to do so.</summary>
        Handtekening,
        PgbToets,
        /// <summary>The applicant may still give a view.</summary>
        Zienswijze,
        /// <summary>The term stands still on another ground.</summary>
        Opschorting,
        /// <summary>A draft waits for a colleague.</summary>
        BeoordelingConcept,
        /// <summary>A second beslisser must approve.</summary>
        Goedkeuring,
    }

    public static void MapBeslisinformatie(this IEndpointRouteBuilder api) =>
        api.MapGet("/aanvragen/{dossiernummer}/beslisinformatie", Toon).Voor(Rollen.Consulent, Rollen.Beslisser)
            .WithSummary("Beslisinformatie")
            .WithDescription("Wat het dossier zegt voor wie beslist: het advies naast wat de inwoner wil, wat al loopt of is gevraagd, "
                + "wat overlapt, hoeveel tijd er is en wat nog ontbreekt.");

    private static async Task<Ok<Antwoord>> Toon(string dossiernummer, Gebruiker gebruiker, BeschikkingenDb db,
        Tabel<Gemeentebeleid> beleid, Vault kluis, TimeProvider klok, Etag etag, CancellationToken annulering)
    {
        var aanvraag = await db.Zoek(dossiernummer, gebruiker, annulering);
        // A form is decided for the help as it is granted now.
        if (await db.HulpVan(aanvraag, annulering) is { } hulp) aanvraag.VolgHulp(hulp);
        var toetsen = await db.Toetsen(aanvraag, annulering);
        var andere = await db.Aanvragen.AsNoTracking().Where(a => a.PersoonId == aanvraag.PersoonId && a.Id != aanvraag.Id)
            .OrderBy(a => a.Id).ToListAsync(annulering);
        var voorzieningen = await db.Voorzieningen.AsNoTracking().Where(v => v.PersoonId == aanvraag.PersoonId).OrderBy(v => v.Id)
            .ToListAsync(annulering);
        etag.Zet(aanvraag);
        var eerder = await db.EerdereBeschikkingen(aanvraag, annulering);
        return TypedResults.Ok(Van(aanvraag, toetsen, andere, voorzieningen, eerder, (aanvraag.Vraag(kluis), aanvraag.NieuweFeiten(kluis)),
            beleid, klok.Vandaag()));
    }

    /// <param name="aanvraag">The aanvraag.</param>
    /// <param name="toetsen">The outcomes of the pgb-toets.</param>
    /// <param name="andere">The other aanvragen of this person.</param>
    /// <param name="voorzieningen">Everything that was ever decided for this person, as it is now.</param>
    /// <param name="eerder">The earlier beschikkingen of this person that refused something and still do.</param>
    /// <param name="woorden">What the applicant asks, and what is new since an earlier refusal, in their own words.</param>
    /// <param name="beleid">The municipality's choices.</param>
    /// <param name="vandaag">Today.</param>
    internal static Antwoord Van(Aanvraag aanvraag, IReadOnlyDictionary<Guid, bool> toetsen, IReadOnlyList<Aanvraag> andere,
        IReadOnlyList<Voorziening> voorzieningen, IReadOnlyList<EerdereBeschikking> eerder,
        (string? Vraag, string? NieuweFeiten) woorden,
        Tabel<Gemeentebeleid> beleid, DateOnly vandaag)
    {
        var eigen = aanvraag.Gevraagde().Select(v => v.VoorzieningId).ToHashSet();
        var toegekend = voorzieningen.Where(v => !eigen.Contains(v.VoorzieningId))
            .SelectMany(v => v.Delen.Select(d => (Voorziening: v, Deel: d)))
            .Where(t => t.Deel.Periode.Einddatum >= vandaag).ToList();
        var lopend = andere.Where(a => a.KlaarOp is null).ToList();
        return new(aanvraag.Aanvraagnummer, aanvraag.Status,
            new(aanvraag.Uiterlijk, aanvraag.ToegezegdeDatum, aanvraag.IsTijdig(vandaag), aanvraag.Beslistermijn.StaatStilSinds,
                aanvraag.DwangsomOp(vandaag, beleid)?.LaatsteDagZonder,
                NogNietVoorbij(aanvraag.Beslistermijn.BuitenBehandeling(vandaag))),
            [.. aanvraag.Gevraagde().Select(v => new Onderdeel(
                v.VoorzieningId, v.AlsHulp(), aanvraag.Indicatie(v.VoorzieningId)?.AlsHulp(), v.Leveringsvorm, v.Agb,
                aanvraag.Indicatie(v.VoorzieningId) is null ? Advies.NietGeindiceerd : AdviesOver(v, toetsen, aanvraag.Besluitvorming),
                aanvraag.Besluitvorming.WilGeenZin(v.VoorzieningId),
                NogNietVoorbij(aanvraag.Beslistermijn.BuitenBehandeling(v.VoorzieningId, vandaag)),
                [
                    .. toegekend.Select(t => Samenloop(v, t.Voorziening.VoorzieningId, t.Deel.Product, t.Deel.Periode, true))
                        .OfType<Overlap>(),
                    .. lopend.SelectMany(a => a.Gevraagde().Select(w => Samenloop(v, w.VoorzieningId, w.Product, w.Periode, false)))
                        .OfType<Overlap>(),
                ]))],
            [.. toegekend.Select(t => new Toegekende(t.Voorziening.Standen[^1].Beschikkingnummer, t.Voorziening.VoorzieningId,
                new(t.Deel.Product, t.Deel.Omvang, t.Deel.Periode), t.Deel.Leveringsvorm))],
            [.. lopend.Select(a => new AndereAanvraag(a.Aanvraagnummer, a.Status, a.Uiterlijk,
                [.. a.Gevraagde().Select(v => v.AlsHulp())]))],
            // Only a beschikking from before the aanvraag can be repeated (Awb 4:6).
            [.. eerder.Where(e => e.BekendgemaaktOp <= aanvraag.OntvangenOp).Select(e =>
                new Afwijzing(e.Beschikkingnummer, e.BekendgemaaktOp, [.. e.Afgewezen.OfType<string>().Distinct()]))],
            woorden.Vraag, woorden.NieuweFeiten, [.. Missend(aanvraag, toetsen, beleid, vandaag)]);

        DateOnly? NogNietVoorbij(Termijnberekening? termijn) => termijn?.Uiterlijk >= vandaag ? termijn.Uiterlijk : null;
    }

    private static Advies AdviesOver(GekozenVoorziening gevraagd, IReadOnlyDictionary<Guid, bool> toetsen, Besluitvorming besluitvorming) =>
        gevraagd.Leveringsvorm == Leveringsvorm.Zin ? Advies.Toekennen
        : !toetsen.TryGetValue(gevraagd.VoorzieningId, out var past) ? Advies.WachtOpPgbToets
        : past ? Advies.Toekennen
        : besluitvorming.WilGeenZin(gevraagd.VoorzieningId) ? Advies.AfwijzenWantGeenZorgInNatura
        : Advies.ZorgInNaturaInPlaatsVanPgb;

    /// <summary>The days that both run, for help of the same category; null when there are none.</summary>
    private static Overlap? Samenloop(
        GekozenVoorziening gevraagd, Guid voorzieningId, Product product, Periode periode, bool isToegekend)
    {
        if (product.Categorie != gevraagd.Product.Categorie) return null;
        var van = periode.Ingangsdatum > gevraagd.Periode.Ingangsdatum ? periode.Ingangsdatum : gevraagd.Periode.Ingangsdatum;
        var tot = periode.Einddatum < gevraagd.Periode.Einddatum ? periode.Einddatum : gevraagd.Periode.Einddatum;
        return van <= tot ? new(voorzieningId, van, tot, isToegekend) : null;
    }

    private static IEnumerable<Ontbrekend> Missend(
        Aanvraag aanvraag, IReadOnlyDictionary<Guid, bool> toetsen, Tabel<Gemeentebeleid> beleid, DateOnly vandaag)
    {
        if (aanvraag.KlaarOp is not null) yield break;
        foreach (var verzoek in aanvraag.Beslistermijn.Onvolledig.Where(v => v.Uiterlijk >= vandaag))
            yield return new(Ontbrekendsoort.Aanvulling, Uiterlijk: verzoek.Uiterlijk);
        if (!aanvraag.IsOndertekend) yield return new(Ontbrekendsoort.Handtekening);
        if (aanvraag.IsVraagOnbekend) yield return new(Ontbrekendsoort.GevraagdeHulp);
        foreach (var stilstand in aanvraag.Beslistermijn.Stilstanden.Where(s => s.Tot is null && !(s.TermijnTot < vandaag)))
            yield return new(Ontbrekendsoort.Opschorting, Uiterlijk: stilstand.TermijnTot);
        foreach (var pgb in aanvraag.Voorzieningen.Where(v =>
            v.Leveringsvorm == Leveringsvorm.Pgb && !toetsen.ContainsKey(v.VoorzieningId)))
            yield return new(Ontbrekendsoort.PgbToets, pgb.VoorzieningId);
        foreach (var voornemen in aanvraag.Besluitvorming.Voornemens.Where(v => v.Loopt(vandaag)))
            yield return new(Ontbrekendsoort.Zienswijze, voornemen.Voorzieningen is [var enige] ? enige : null, voornemen.Uiterlijk);
        if (aanvraag.Besluitvorming.Concept is { Status: Conceptstatus.TerBeoordeling })
            yield return new(Ontbrekendsoort.BeoordelingConcept);
        if (aanvraag.WachtOpTweede(beleid)) yield return new(Ontbrekendsoort.Goedkeuring);
    }
}
