using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Wetgeving;
using WmoPlatform.Zorgaanbieders.Toewijzingen;

namespace WmoPlatform.Zorgaanbieders.Verzoeken;

/// <summary>
/// A provider's request for an assignment (WMO315) or a change (WMO317), or the same without messages. A request that the platform answers
/// itself is kept for its reference; the others wait for a user. Each is answered once (iWmo OP344, TR359, TR360, TR365).
/// </summary>
public sealed class Verzoek : Aggregate
{
    private Verzoek()
    {
    }

    public string Agb { get; private set; } = "";
    /// <summary>The provider's own number, unique for that provider (iWmo TR347).</summary>
    public string ReferentieAanbieder { get; private set; } = "";
    public Verzoeksoort Soort { get; private set; }
    /// <summary>Whether it came by message. Its answer then goes by message too.</summary>
    public bool PerBericht { get; private set; }
    public Sealed VerzegeldeBsn { get; private set; }
    /// <summary>Null when this provider never had an assignment of this person.</summary>
    public Guid? PersoonId { get; private set; }
    public string Wijkteam { get; private set; } = "";
    public IReadOnlyList<GevraagdProduct> Producten { get; private set; } = [];
    /// <summary>The reason why a user has to judge it.</summary>
    public string Bevinding { get; private set; } = "";
    public DateOnly OntvangenOp { get; private set; }
    /// <summary>Last day for the next answer; null after the final answer.</summary>
    public DateOnly? AntwoordUiterlijk { get; private set; }
    public Verzoekstatus Status { get; private set; }
    /// <summary>Code of LDT_RedenAfwijzingVerzoek; null unless it was refused.</summary>
    public string? RedenAfwijzing { get; private set; }
    /// <summary>Identifications of the WMO319s with the answers.</summary>
    public IReadOnlyList<string> Antwoordberichten { get; private set; } = [];
    /// <summary>The codes with which the provider rejected our WMO319 (WMO320); empty without a rejection.</summary>
    public IReadOnlyList<string> AfgekeurdAntwoord { get; private set; } = [];

    /// <summary>Whether it has no final answer yet. Until then no other request about this person is accepted (iWmo TR374).</summary>
    public bool IsOnderhanden => Status is Verzoekstatus.Open or Verzoekstatus.InOnderzoek;

    /// <param name="soort">The kind of request.</param>
    /// <param name="agb">The provider.</param>
    /// <param name="referentie">The provider's own number.</param>
    /// <param name="perBericht">Whether it came as a message.</param>
    /// <param name="bsn">The BSN of the client.</param>
    /// <param name="bekend">An assignment of that person to that provider; null when there is none.</param>
    /// <param name="producten">The requested products.</param>
    /// <param name="kluis">Seals the BSN.</param>
    /// <param name="vandaag">The day of receipt.</param>
    public static Verzoek Ontvang(
        Verzoeksoort soort, string agb, string referentie, bool perBericht, string bsn, Toewijzing? bekend,
        IReadOnlyList<GevraagdProduct> producten, Vault kluis, DateOnly vandaag)
    {
        var verzoek = new Verzoek
        {
            Dossiernummer = bekend?.Dossiernummer ?? "",
            Soort = soort,
            Agb = agb,
            ReferentieAanbieder = referentie,
            PerBericht = perBericht,
            PersoonId = bekend?.PersoonId,
            Wijkteam = bekend?.Wijkteam ?? "",
            Producten = producten,
            OntvangenOp = vandaag,
        };
        verzoek.VerzegeldeBsn = kluis.SealText(bsn, verzoek.Seat(nameof(VerzegeldeBsn)));
        return verzoek;
    }

    /// <summary>The BSN of the client.</summary>
    public string Bsn(Vault kluis) => kluis.UnsealText(VerzegeldeBsn, Seat(nameof(VerzegeldeBsn)));

    /// <summary>Lays it before a user, who answers within five working days (iWmo OP274, OP346).</summary>
    public void LegVoor(string bevinding, bool gelijkgesteldeDagenTellen, DateTimeOffset nu)
    {
        var termijn = Termijnen.IwmoVerzoek(OntvangenOp, gelijkgesteldeDagenTellen);
        (Bevinding, AntwoordUiterlijk) = (bevinding, termijn.Uiterlijk);
        KondigAan(new VerzoekOntvangen(Agb, Soort == Verzoeksoort.Wijziging, termijn.AlsTermijn()), nu);
    }

    /// <summary>Grants it automatically, because the person was granted this help.</summary>
    public void VindGoed() => Status = Verzoekstatus.Toegekend;

    /// <summary>Refuses it automatically.</summary>
    public void Weiger(string reden) => (Status, RedenAfwijzing) = (Verzoekstatus.Afgewezen, reden);

    /// <summary>A user grants it. The answer is a WMO301 with its reference.</summary>
    public void KenToe(DateTimeOffset nu)
    {
        EisOnderhanden();
        (Status, AntwoordUiterlijk) = (Verzoekstatus.Toegekend, null);
        KondigAan(new VerzoekBeantwoord(Agb, Verzoekuitkomst.Toegekend), nu);
    }

    /// <summary>A user refuses it.</summary>
    public void WijsAf(string reden, DateTimeOffset nu)
    {
        EisOnderhanden();
        (Status, AntwoordUiterlijk, RedenAfwijzing) = (Verzoekstatus.Afgewezen, null, reden);
        KondigAan(new VerzoekBeantwoord(Agb, Verzoekuitkomst.Afgewezen), nu);
    }

    /// <summary>
    /// A user needs more time: the final answer follows within eight weeks of the request (iWmo OP274, OP346). The provider gets this
    /// answer once (TR360).
    /// </summary>
    public void Onderzoek(DateTimeOffset nu)
    {
        EisOnderhanden();
        if (Status == Verzoekstatus.InOnderzoek)
            throw Weigering.Toestand(
                "al-in-onderzoek", "De zorgaanbieder weet al dat het verzoek in onderzoek is. Ken het toe of wijs het af.", "iWmo TR360");
        var termijn = Termijnen.IwmoVerzoekEind(OntvangenOp);
        (Status, AntwoordUiterlijk) = (Verzoekstatus.InOnderzoek, termijn.Uiterlijk);
        KondigAan(new VerzoekBeantwoord(Agb, Verzoekuitkomst.InOnderzoek) { Termijn = termijn.AlsTermijn() }, nu);
    }

    /// <summary>Records the WMO319 that carries the answer.</summary>
    public void BeantwoordIn(string berichtidentificatie) => (Antwoordberichten, AfgekeurdAntwoord) = (
        [.. Antwoordberichten, berichtidentificatie], []);

    /// <summary>The provider rejected our answer (WMO320), or a user gave up waiting for its receipt.</summary>
    public void KeurAntwoordAf(IReadOnlyList<string> codes) => AfgekeurdAntwoord = codes;

    private void EisOnderhanden()
    {
        if (!IsOnderhanden) throw Weigering.Toestand("al-beantwoord", "Dit verzoek is al beantwoord.", "iWmo TR359, TR365");
    }

    /// <summary>
    /// Announces an event, unless the request is about an unknown person. Such a request belongs to no dossier, and no other service can
    /// use it.
    /// </summary>
    private void KondigAan(Gebeurtenis gebeurtenis, DateTimeOffset nu)
    {
        if (Dossiernummer.Length > 0) Announce(gebeurtenis, nu);
    }
}

/// <summary>One product in a request.</summary>
/// <param name="Toewijzingnummer">De toewijzing die moet veranderen; leeg bij hulp die erbij komt.</param>
/// <param name="Categorie">De productcategorie, twee cijfers.</param>
/// <param name="Code">De productcode.</param>
/// <param name="Vanaf">Vanaf wanneer.</param>
/// <param name="Einddatum">Tot en met wanneer; leeg als dat zo blijft.</param>
/// <param name="Omvang">Hoeveel; leeg als dat zo blijft.</param>
/// <param name="BudgetInCenten">Het gevraagde budget; leeg als er geen budget wordt gevraagd.</param>
public sealed record GevraagdProduct(
    long? Toewijzingnummer, string? Categorie, string? Code, DateOnly Vanaf, DateOnly? Einddatum, Omvang? Omvang,
    long? BudgetInCenten = null);

public enum Verzoeksoort
{
    Toewijzing,
    Wijziging,
}

public enum Verzoekstatus
{
    Open,
    InOnderzoek,
    Toegekend,
    Afgewezen,
}
