using WmoPlatform.Beschikkingen.Regels;
using WmoPlatform.Beschikkingen.Vooraf;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.Personen;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Beschikkingen;

/// <summary>
/// The ways in which an aanvraag begins: the signed verslag, another aanvraag after the onderzoek, or one without a verslag once the six
/// weeks have passed (Wmo 2015 art. 2.3.2 lid 9). The outcome of an onderzoek that ends later is brought into it.
/// </summary>
public sealed partial class Aanvraag
{
    /// <summary>How it was done.</summary>
    public Aanvraagvorm Vorm { get; private set; }

    /// <summary>How it reached the municipality; null for a signed verslag.</summary>
    public Aanvraagkanaal? Kanaal { get; private set; }

    /// <summary>The request in the words of the applicant, sealed by <see cref="Vault"/>; null for a signed verslag.</summary>
    public Sealed? VerzegeldeVraag { get; private set; }

    /// <summary>Whether it is signed (Awb 4:2 lid 1). A missing signature can be completed (Awb 4:5).</summary>
    public bool IsOndertekend { get; private set; } = true;

    /// <summary>The day on which it was registered.</summary>
    public DateOnly VastgelegdOp { get; private set; }

    /// <summary>Why it was registered later than the first working day after its receipt; null when it was not.</summary>
    public string? RedenLaatVastgelegd { get; private set; }

    /// <summary>The body that it reached first, and that passed it on (Awb 2:3); null when it came here at once.</summary>
    public EerdereOntvangst? EerstBij { get; private set; }

    /// <summary>The first day on which an aanvraag without a signed verslag was possible; null for a signed verslag.</summary>
    public DateOnly? MogelijkVanaf { get; private set; }

    /// <summary>The day of the verslag whose outcome was brought in; null without one.</summary>
    public DateOnly? UitkomstVan { get; private set; }

    /// <summary>The version of the onderzoek that its voorzieningen come from; 0 before any.</summary>
    public int Uitkomstversie { get; private set; }

    private Seat VanVraag => Seat(nameof(VerzegeldeVraag));

    /// <summary>The request in the words of the applicant; null for a signed verslag.</summary>
    public string? Vraag(Vault kluis) => VerzegeldeVraag is { } vraag ? kluis.UnsealText(vraag, VanVraag) : null;

    /// <summary>The signed verslag was received.</summary>
    /// <param name="verslag">The signed verslag.</param>
    /// <param name="aanvraagnummer">The number of the aanvraag.</param>
    /// <param name="kluis">Seals the personal data.</param>
    /// <param name="nu">The present moment.</param>
    public static Aanvraag Ontvang(VerslagOndertekend verslag, string aanvraagnummer, Vault kluis, DateTimeOffset nu)
    {
        var aanvraag = new Aanvraag
        {
            Dossiernummer = verslag.Dossiernummer,
            Aanvraagnummer = aanvraagnummer,
            Meldingnummer = verslag.Meldingnummer,
            OnderzoekId = verslag.AggregaatId,
            PersoonId = verslag.PersoonId,
            Bsn = verslag.Persoon.Waarde.Bsn,
            Persoonstand = verslag.Persoonstand,
            GeenBerichtenverkeer = verslag.GeenBerichtenverkeer,
            Wijkteam = verslag.Wijkteam,
            VerslagVan = verslag.VerslagVan,
            Voorzieningen = verslag.Voorzieningen,
            Uitkomstversie = verslag.Versie,
            VastgelegdOp = verslag.Op.Dag(),
            RedenLaatVastgelegd = verslag.RedenLaat?.Waarde,
            EerstBij = verslag.EerstBij,
        };
        aanvraag.VerzegeldePersoon = kluis.SealJson(verslag.Persoon.Waarde, aanvraag.VanPersoon);
        return aanvraag.Open(verslag.OntvangenOp, Aanvraagvorm.OndertekendVerslag, nu);
    }

    /// <summary>An aanvraag was received that is no signed verslag.</summary>
    /// <param name="brief">The aanvraag.</param>
    /// <param name="begin">How it was done, and from when that was possible.</param>
    /// <param name="melding">The melding that it belongs to.</param>
    /// <param name="onderzoek">The onderzoek of that melding.</param>
    /// <param name="persoon">The person as announced last; null while nobody has said who it is.</param>
    /// <param name="aanvraagnummer">The number of the aanvraag.</param>
    /// <param name="kluis">Seals the personal data.</param>
    /// <param name="nu">The present moment.</param>
    public static Aanvraag Doe(Aanvraagbrief brief, Aanvraagbegin begin, Meldingsbeeld melding, Onderzoeksbeeld onderzoek,
        Persoonsbeeld? persoon, string aanvraagnummer, Vault kluis, DateTimeOffset nu)
    {
        var aanvraag = new Aanvraag
        {
            Dossiernummer = melding.Dossiernummer,
            Aanvraagnummer = aanvraagnummer,
            Meldingnummer = melding.Meldingnummer,
            OnderzoekId = onderzoek.Id,
            PersoonId = melding.PersoonId,
            Bsn = melding.Bsn(kluis),
            Wijkteam = melding.Wijkteam,
            Kanaal = brief.Kanaal,
            IsOndertekend = brief.IsOndertekend,
            MogelijkVanaf = begin.Vanaf,
            VastgelegdOp = brief.VastgelegdOp,
            RedenLaatVastgelegd = brief.RedenLaat,
            EerstBij = brief.EerstBij,
        };
        aanvraag.VerzegeldeVraag = kluis.SealText(brief.Vraag, aanvraag.VanVraag);
        if (persoon is not null) aanvraag.NeemPersoon(persoon, kluis);
        aanvraag.Open(brief.OntvangenOp, begin.Vorm, nu);
        aanvraag.VolgOnderzoek(onderzoek, nu);
        if (brief.Gevraagd is { Count: > 0 } hulp)
        {
            aanvraag.GevraagdeHulp = hulp;
            aanvraag.Announce(new GevraagdeHulpVastgelegd(aanvraag.Gevraagde()), nu);
        }
        return aanvraag;
    }

    /// <summary>
    /// Something about the onderzoek became known. Its verslag gives the outcome of an aanvraag that did not begin with it, while nobody
    /// has decided; after a decision a user brings it in. A verslag that was there before the aanvraag may arrive here after it.
    /// </summary>
    public void VolgOnderzoek(Onderzoeksbeeld onderzoek, DateTimeOffset nu)
    {
        if (Vorm == Aanvraagvorm.OndertekendVerslag) return;
        if (onderzoek.KlaarVanaf is { } klaar && klaar <= OntvangenOp)
            (Vorm, MogelijkVanaf) = (Aanvraagvorm.NaOnderzoek, klaar < MogelijkVanaf ? klaar : MogelijkVanaf);
        if (Status == Aanvraagstatus.Ontvangen && onderzoek.Verslag is { } verslag && verslag.Versie > Uitkomstversie)
            NeemUitkomst(verslag.Voorzieningen, verslag.Versie, verslag.VastgesteldOp, nu);
    }

    /// <summary>
    /// The melding proved to have come earlier, so that this aanvraag without a verslag was possible earlier. A later day takes nothing
    /// away.
    /// </summary>
    public void KanVanaf(DateOnly zonderVerslag)
    {
        if (zonderVerslag < MogelijkVanaf) MogelijkVanaf = zonderVerslag;
    }

    /// <summary>
    /// Brings the outcome of the onderzoek into the aanvraag, so far as it is there: the verslag, or without it the indicaties for which
    /// the resident made a choice. A decision that was not made known yet is taken again.
    /// </summary>
    public void NeemOnderzoekOver(Onderzoeksbeeld onderzoek, DateTimeOffset nu)
    {
        MoetNogBekend();
        if (Vorm == Aanvraagvorm.OndertekendVerslag)
            throw Weigering.Toestand("verslag-is-de-aanvraag",
                "Deze aanvraag is het ondertekende verslag. De uitkomst van het onderzoek staat er al in.", "Wmo 2015 art. 2.3.2 lid 9");
        if (onderzoek.WachtOpKeuze)
            throw Weigering.Toestand("keuze-ontbreekt",
                "Niet voor elke indicatie is gekozen tussen zorg in natura en pgb. Vraag de inwoner te kiezen.",
                "Wmo 2015 art. 2.3.2 lid 6");
        if (onderzoek.Versie <= Uitkomstversie || Hetzelfde(onderzoek.Gekozen()))
            throw Weigering.Toestand("geen-nieuwe-uitkomst",
                "Het onderzoek heeft geen andere uitkomst dan wat al in de aanvraag staat. Stel in het onderzoek een indicatie en leg de "
                + "keuze van de inwoner vast, of beslis op wat er is.", "Wmo 2015 art. 2.3.5 lid 3");
        NeemUitkomst(onderzoek.Gekozen(), onderzoek.Versie, onderzoek.Verslag?.VastgesteldOp, nu);
        (Status, Besluiten, BeslotenOp, BeslotenDoor) = (Aanvraagstatus.Ontvangen, [], null, null);
    }

    /// <summary>
    /// The verslag was signed after all. It adds nothing but its outcome, and its day of receipt when that is earlier: there is one
    /// aanvraag.
    /// </summary>
    /// <returns>Whether it belongs to this aanvraag; false when a decision was made known before it came.</returns>
    public bool KrijgtHandtekening(VerslagOndertekend verslag, Tabel<Gemeentebeleid> beleid, DateTimeOffset nu)
    {
        if (KlaarOp < verslag.OntvangenOp) return false;
        if (KlaarOp is not null) return true;
        if (Status == Aanvraagstatus.Ontvangen && verslag.Versie > Uitkomstversie)
            NeemUitkomst(verslag.Voorzieningen, verslag.Versie, verslag.VerslagVan, nu);
        var was = OntvangenOp;
        if (verslag.OntvangenOp < was)
        {
            (VastgelegdOp, RedenLaatVastgelegd, EerstBij) = (verslag.Op.Dag(), verslag.RedenLaat?.Waarde, verslag.EerstBij);
            Verander(Beslistermijn with { OntvangenOp = verslag.OntvangenOp }, (termijn, toegezegd) =>
                new AanvraagontvangstGecorrigeerd(was, verslag.OntvangenOp, termijn, toegezegd,
                    new("Uw ondertekende verslag was er eerder dan uw andere aanvraag. De eerste dag telt.")), beleid, nu);
        }
        IsOndertekend = true;
        return true;
    }

    private Aanvraag Open(DateOnly ontvangenOp, Aanvraagvorm vorm, DateTimeOffset nu)
    {
        var termijn = Termijnen.Beschikking(ontvangenOp).AlsTermijn();
        (OntvangenOp, Vorm, Status) = (ontvangenOp, vorm, Aanvraagstatus.Ontvangen);
        (Beslistermijn, Uiterlijk) = (new(ontvangenOp), termijn.Uiterlijk);
        Announce(new AanvraagOntvangen(ontvangenOp, termijn)
        {
            Meldingnummer = Meldingnummer,
            Aanvraagnummer = Aanvraagnummer,
            Vorm = vorm,
            EerstBij = EerstBij,
            LaatVastgelegdOp = Ontvangstdag.IsLaatVastgelegd(ontvangenOp, VastgelegdOp) ? VastgelegdOp : null,
            Wijziging = Wijzigingsnummer is { } nummer
                ? new(nummer, Voorzieningen[0].VoorzieningId, Voorzieningen[0].Leveringsvorm, PersoonId, Wijkteam) : null,
        }, nu);
        return this;
    }

    private void NeemUitkomst(IReadOnlyList<GekozenVoorziening> voorzieningen, int versie, DateOnly? verslagVan, DateTimeOffset nu)
    {
        var anders = !Hetzelfde(voorzieningen) || UitkomstVan != verslagVan;
        (Voorzieningen, Uitkomstversie, UitkomstVan) = (ZonderIngetrokken(voorzieningen), versie, verslagVan);
        if (anders) Announce(new OnderzoeksuitkomstOvergenomen(Voorzieningen, verslagVan), nu);
    }

    private bool Hetzelfde(IReadOnlyList<GekozenVoorziening> voorzieningen) =>
        ZonderIngetrokken(voorzieningen).OrderBy(v => v.VoorzieningId).SequenceEqual(Voorzieningen.OrderBy(v => v.VoorzieningId));

    /// <summary>The applicant does not ask any more for what was withdrawn.</summary>
    private IReadOnlyList<GekozenVoorziening> ZonderIngetrokken(IReadOnlyList<GekozenVoorziening> voorzieningen) =>
        [.. voorzieningen.Where(v => !Intrekkingen.Any(i => i.Voorzieningen.Contains(v.VoorzieningId)))];
}

/// <summary>An aanvraag that is no signed verslag, as it reached the municipality.</summary>
/// <param name="Vraag">The request in the words of the applicant.</param>
/// <param name="Kanaal">How it came.</param>
/// <param name="OntvangenOp">The day on which it reached the municipality.</param>
/// <param name="IsOndertekend">Whether it is signed.</param>
/// <param name="VastgelegdOp">The day on which it was registered.</param>
/// <param name="RedenLaat">Why that was later than the first working day after its receipt; null when it was not.</param>
/// <param name="EerstBij">The body that it reached first, and that passed it on; null when it came here at once.</param>
/// <param name="Gevraagd">The help that it asks for, as far as that was recorded; null without.</param>
public sealed record Aanvraagbrief(string Vraag, Aanvraagkanaal Kanaal, DateOnly OntvangenOp, bool IsOndertekend, DateOnly VastgelegdOp,
    string? RedenLaat, EerdereOntvangst? EerstBij, IReadOnlyList<GekozenVoorziening>? Gevraagd = null);

/// <summary>The ways in which a written aanvraag reaches the municipality (Awb 4:1).</summary>
public enum Aanvraagkanaal
{
    Web,
    Email,
    Brief,
    Balie,
}
