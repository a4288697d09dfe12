using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Zorgaanbieders.Verzoeken;

/// <summary>
/// What a provider asks: an assignment (WMO315) or a change (WMO317), or the same without messages. What the platform can answer by itself is
/// kept for its reference; the rest waits for a person. Asked once, answered once (iWmo OP344, TR359, TR360, TR365).
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
    /// <summary>Asked by message, and so answered by one.</summary>
    public bool PerBericht { get; private set; }
    public string VerzegeldeBsn { get; private set; } = "";
    /// <summary>Null when this provider has never been assigned this person.</summary>
    public Guid? PersoonId { get; private set; }
    public string Wijkteam { get; private set; } = "";
    public IReadOnlyList<GevraagdProduct> Producten { get; private set; } = [];
    /// <summary>Why a person has to look at it.</summary>
    public string Bevinding { get; private set; } = "";
    public DateOnly OntvangenOp { get; private set; }
    /// <summary>Last day for the next answer; null once it was answered for good.</summary>
    public DateOnly? AntwoordUiterlijk { get; private set; }
    public Verzoekstatus Status { get; private set; }
    /// <summary>Code of LDT_RedenAfwijzingVerzoek; null unless it was refused.</summary>
    public string? RedenAfwijzing { get; private set; }
    /// <summary>The WMO319s that told the answers.</summary>
    public IReadOnlyList<string> Antwoordberichten { get; private set; } = [];
    /// <summary>Why the provider rejected a WMO319 of ours (WMO320); empty when it did not.</summary>
    public IReadOnlyList<string> AfgekeurdAntwoord { get; private set; } = [];

    /// <summary>Not answered for good: until then no other request about this person is taken (iWmo TR374).</summary>
    public bool IsOnderhanden => Status is Verzoekstatus.Open or Verzoekstatus.InOnderzoek;

    /// <param name="soort">What is asked.</param>
    /// <param name="agb">Who asks.</param>
    /// <param name="referentie">The provider's number of it.</param>
    /// <param name="perBericht">Whether it came as a message.</param>
    /// <param name="verzegeldeBsn">About whom, sealed.</param>
    /// <param name="bekend">An assignment of that person to that provider; null when there is none.</param>
    /// <param name="producten">What exactly.</param>
    /// <param name="vandaag">The day it came in.</param>
    public static Verzoek Ontvang(Verzoeksoort soort, string agb, string referentie, bool perBericht, string verzegeldeBsn, Toewijzing? bekend, IReadOnlyList<GevraagdProduct> producten, DateOnly vandaag) => new()
    {
        Dossiernummer = bekend?.Dossiernummer ?? "",
        Soort = soort,
        Agb = agb,
        ReferentieAanbieder = referentie,
        PerBericht = perBericht,
        VerzegeldeBsn = verzegeldeBsn,
        PersoonId = bekend?.PersoonId,
        Wijkteam = bekend?.Wijkteam ?? "",
        Producten = producten,
        OntvangenOp = vandaag,
    };

    /// <summary>A person has to answer, within five working days (iWmo OP274, OP346).</summary>
    public void LegVoor(string bevinding, bool gelijkgesteldeDagenTellen, DateTimeOffset nu)
    {
        var termijn = Termijnen.IwmoVerzoek(OntvangenOp, gelijkgesteldeDagenTellen);
        (Bevinding, AntwoordUiterlijk) = (bevinding, termijn.Uiterlijk);
        Meld(new VerzoekOntvangen(Agb, Soort == Verzoeksoort.Wijziging, termijn.AlsTermijn()), nu);
    }

    /// <summary>The platform grants it by itself: it fits what was granted to the person.</summary>
    public void VindGoed() => Status = Verzoekstatus.Toegekend;

    /// <summary>The platform refuses it by itself.</summary>
    public void Weiger(string reden) => (Status, RedenAfwijzing) = (Verzoekstatus.Afgewezen, reden);

    /// <summary>A person grants it: a WMO301 with its reference tells that.</summary>
    public void KenToe(DateTimeOffset nu)
    {
        EisOnderhanden();
        (Status, AntwoordUiterlijk) = (Verzoekstatus.Toegekend, null);
        Meld(new VerzoekBeantwoord(Agb, Verzoekuitkomst.Toegekend), nu);
    }

    /// <summary>A person refuses it.</summary>
    public void WijsAf(string reden, DateTimeOffset nu)
    {
        EisOnderhanden();
        (Status, AntwoordUiterlijk, RedenAfwijzing) = (Verzoekstatus.Afgewezen, null, reden);
        Meld(new VerzoekBeantwoord(Agb, Verzoekuitkomst.Afgewezen), nu);
    }

    /// <summary>It takes longer: the final answer follows within eight weeks of the request (iWmo OP274, OP346); told once (TR360).</summary>
    public void Onderzoek(DateTimeOffset nu)
    {
        EisOnderhanden();
        if (Status == Verzoekstatus.InOnderzoek)
            throw Weigering.Toestand("al-in-onderzoek", "De zorgaanbieder weet al dat het verzoek in onderzoek is. Ken het toe of wijs het af.", "iWmo TR360");
        var termijn = Termijnen.IwmoVerzoekEind(OntvangenOp);
        (Status, AntwoordUiterlijk) = (Verzoekstatus.InOnderzoek, termijn.Uiterlijk);
        Meld(new VerzoekBeantwoord(Agb, Verzoekuitkomst.InOnderzoek) { Termijn = termijn.AlsTermijn() }, nu);
    }

    /// <summary>A WMO319 tells the answer.</summary>
    public void BeantwoordIn(string berichtidentificatie) => (Antwoordberichten, AfgekeurdAntwoord) = ([.. Antwoordberichten, berichtidentificatie], []);

    /// <summary>The provider rejects our answer (WMO320), or never took it.</summary>
    public void KeurAntwoordAf(IReadOnlyList<string> codes) => AfgekeurdAntwoord = codes;

    private void EisOnderhanden()
    {
        if (!IsOnderhanden) throw Weigering.Toestand("al-beantwoord", "Dit verzoek is al beantwoord.", "iWmo TR359, TR365");
    }

    /// <summary>A request about somebody unknown belongs to no dossier, and nobody else can do anything with it.</summary>
    private void Meld(Gebeurtenis gebeurtenis, DateTimeOffset nu)
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
public sealed record GevraagdProduct(long? Toewijzingnummer, string? Categorie, string? Code, DateOnly Vanaf, DateOnly? Einddatum, Omvang? Omvang, long? BudgetInCenten = null);

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
