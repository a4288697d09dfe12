using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.Pgb.Regels;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Pgb;

/// <summary>
/// The check whether a pgb fits this person and this help: the documents were received, and the bewustekeuzegesprek says that the budget
/// can be run (Wmo 2015 art. 2.3.6 lid 2). It starts with the choice for a pgb, or an aanvraag to get granted help as one. It lapses when
/// the resident chooses zorg in natura, the indicatie is withdrawn, or the dossier continues without it. A new choice for a pgb starts it
/// again.
/// </summary>
public sealed class PgbToets : Aggregate
{
    private PgbToets()
    {
    }

    public PgbToets(Guid voorzieningId, string dossiernummer) => (VoorzieningId, Dossiernummer) = (voorzieningId, dossiernummer);

    /// <summary>The natural key: one toets per voorziening.</summary>
    public Guid VoorzieningId { get; private set; }
    public Guid PersoonId { get; private set; }
    public string Wijkteam { get; private set; } = "";

    /// <summary>The onderzoek in which the choice was made, or the aanvraag to change granted help; null before any choice.</summary>
    public Guid? OnderzoekId { get; private set; }

    /// <summary>Version of the last event of the onderzoek. Older events are ignored.</summary>
    public int Onderzoeksversie { get; private set; }
    public Toetsstatus Status { get; private set; }

    /// <summary>The moment at which the resident withdrew the aanvraag for this voorziening; null when that did not happen.</summary>
    public DateTimeOffset? AanvraagIngetrokkenOp { get; private set; }
    public DateOnly? GestartOp { get; private set; }
    public DateOnly? AfgerondOp { get; private set; }
    public IReadOnlyList<OntvangenDocument> Documenten { get; private set; } = [];
    public Bewustekeuzegesprek? Gesprek { get; private set; }

    /// <summary>The representatives of the person, sealed by <see cref="Vault"/>. Null until they are named.</summary>
    public Sealed? VerzegeldeVertegenwoordiging { get; private set; }

    public Vertegenwoordiging? Vertegenwoordiging(Vault kluis) => VerzegeldeVertegenwoordiging is { } verzegeld
        ? kluis.UnsealJson<Vertegenwoordiging>(verzegeld, Seat(nameof(VerzegeldeVertegenwoordiging)))
        : null;

    /// <summary>
    /// Whether a representative still has to be named, because the person can run a budget only with one. The SVB must know them (iPgb
    /// OP516).
    /// </summary>
    public bool VertegenwoordigerOntbreekt =>
        VerzegeldeVertegenwoordiging is null && Gesprek is { Vaardig: true } g
            && g.Vaardigheden.Values.Contains(Oordeel.MetVertegenwoordiger);

    public IEnumerable<PgbDocument> Ontbrekend => Enum.GetValues<PgbDocument>().Except(Documenten.Select(d => d.Soort));

    /// <summary>The resident made or changed a choice.</summary>
    /// <param name="keuze">The choice.</param>
    /// <param name="achterhaald">Whether the dossier went on without it before it arrived.</param>
    /// <param name="nu">The present moment.</param>
    public void Volg(LeveringsvormGekozen keuze, bool achterhaald, DateTimeOffset nu)
    {
        OnderzoekId = keuze.AggregaatId;
        // A withdrawal names neither person nor team; an older choice that arrives after it still does.
        if (Wijkteam.Length == 0 || keuze.Versie > Onderzoeksversie) (PersoonId, Wijkteam) = (keuze.PersoonId, keuze.Wijkteam);
        if (keuze.Versie <= Onderzoeksversie) return;
        Onderzoeksversie = keuze.Versie;
        // A newer choice for a pgb follows another choice, also when that one has not arrived: what was judged before it no longer counts.
        if (achterhaald || keuze.Op < AanvraagIngetrokkenOp || keuze.Leveringsvorm != Leveringsvorm.Pgb) Status = Toetsstatus.Vervallen;
        else Start(keuze.Op.Dag(), nu);
    }

    /// <summary>The resident asks for a pgb instead of the help in kind that was granted.</summary>
    /// <param name="aanvraag">The aanvraag.</param>
    /// <param name="achterhaald">Whether it was dealt with before it arrived.</param>
    /// <param name="nu">The present moment.</param>
    public void Volg(AanvraagOntvangen aanvraag, bool achterhaald, DateTimeOffset nu)
    {
        (OnderzoekId, PersoonId, Wijkteam) = (aanvraag.AggregaatId, aanvraag.Wijziging!.PersoonId, aanvraag.Wijziging.Wijkteam);
        if (achterhaald || aanvraag.Op < AanvraagIngetrokkenOp) Status = Toetsstatus.Vervallen;
        else Start(aanvraag.OntvangenOp, nu);
    }

    /// <summary>The dossier continues without the toets: the onderzoek was stopped, or the beschikking was made known.</summary>
    public void Verval()
    {
        if (Status == Toetsstatus.Lopend) Status = Toetsstatus.Vervallen;
    }

    /// <summary>The resident withdrew the aanvraag for this voorziening.</summary>
    public void Volg(AanvraagIngetrokken ingetrokken)
    {
        AanvraagIngetrokkenOp = ingetrokken.Op.ToUniversalTime();
        Verval();
    }

    /// <summary>
    /// The onderzoek was stopped, so earlier choices no longer count, nor does an outcome: a choice that ended it may still be on its way.
    /// </summary>
    public void Volg(OnderzoekGestopt gestopt)
    {
        if (gestopt.Versie <= Onderzoeksversie) return;
        (Onderzoeksversie, Status) = (gestopt.Versie, Toetsstatus.Vervallen);
    }

    /// <summary>The indicatie was withdrawn.</summary>
    public void Volg(IndicatieIngetrokken intrekking)
    {
        OnderzoekId = intrekking.AggregaatId;
        if (intrekking.Versie <= Onderzoeksversie) return;
        (Onderzoeksversie, Status) = (intrekking.Versie, Toetsstatus.Vervallen);
    }

    /// <summary>A document was received. One kind may have several, such as a zorgovereenkomst per carer.</summary>
    public void Ontvang(OntvangenDocument document, DateTimeOffset nu)
    {
        MoetLopen();
        if (document.OntvangenOp > nu.Dag())
            throw Weigering.Regel(
                "ontvangst-in-de-toekomst", "Leg een document vast op de dag van ontvangst of daarna, niet vooraf.", veld: "ontvangenOp");
        // A document from before the choice may count. One from more than a year before is a slip of the pen.
        if (document.OntvangenOp < Pgbtarieven.VroegsteOntvangst(GestartOp!.Value))
            throw Weigering.Regel("ontvangst-te-lang-geleden", $"Deze dag ligt meer dan een jaar voor de keuze voor een pgb, op "
                + $"{Datumtekst.ZonderWeekdag(GestartOp.Value)}. Controleer de datum.", veld: "ontvangenOp");
        if (Documenten.Contains(document)) return;
        Documenten = [.. Documenten, document];
        Announce(new PgbDocumentOntvangen(VoorzieningId, document.Soort, document.OntvangenOp), nu);
        RondAfAlsAllesErIs(nu);
    }

    /// <summary>The bewustekeuzegesprek was held. While the toets runs, a later one replaces it.</summary>
    public void Bespreek(Bewustekeuzegesprek gesprek, DateTimeOffset nu)
    {
        MoetLopen();
        if (gesprek.GevoerdOp > nu.Dag())
            throw Weigering.Regel("gesprek-in-de-toekomst", "Leg het gesprek vast nadat het is gevoerd.", veld: "gevoerdOp");
        if (gesprek.GevoerdOp < GestartOp)
            throw Weigering.Regel("gesprek-voor-de-keuze",
                $"De inwoner koos op {Datumtekst.ZonderWeekdag(GestartOp.Value)} voor een pgb. Leg een gesprek vast van die dag of later.",
                veld: "gevoerdOp");
        VaardigIsBeoordeeld.Eis(gesprek);
        Gesprek = gesprek;
        Announce(new BewustekeuzegesprekGevoerd(VoorzieningId, gesprek.GevoerdOp, gesprek.Vaardig), nu);
        RondAfAlsAllesErIs(nu);
    }

    /// <summary>Names or replaces the representatives of the person.</summary>
    public void Benoem(Vertegenwoordiging vertegenwoordiging, Vault kluis, DateTimeOffset nu)
    {
        MoetLopen();
        VerzegeldeVertegenwoordiging = kluis.SealJson(vertegenwoordiging, Seat(nameof(VerzegeldeVertegenwoordiging)));
        RondAfAlsAllesErIs(nu);
    }

    private void Start(DateOnly gekozenOp, DateTimeOffset nu)
    {
        (Status, GestartOp, AfgerondOp) = (Toetsstatus.Lopend, gekozenOp, null);
        // The documents stay. The choice is new, so a new gesprek is needed.
        Gesprek = null;
        Announce(new PgbToetsGestart(VoorzieningId), nu);
    }

    private void RondAfAlsAllesErIs(DateTimeOffset nu)
    {
        if (Gesprek is null || (Gesprek.Vaardig && (Ontbrekend.Any() || VertegenwoordigerOntbreekt))) return;
        (Status, AfgerondOp) = (Gesprek.Vaardig ? Toetsstatus.Akkoord : Toetsstatus.NietAkkoord, nu.Dag());
        Announce(new PgbToetsAfgerond(VoorzieningId, Gesprek.Vaardig), nu);
    }

    private void MoetLopen()
    {
        if (Status == Toetsstatus.Vervallen)
            throw Weigering.Toestand("toets-vervallen", "Er is geen pgb-toets meer nodig: de inwoner koos voor zorg in natura, de "
                + "indicatie is ingetrokken, het onderzoek is gestopt of het besluit is genomen.");
        if (Status != Toetsstatus.Lopend)
            throw Weigering.Toestand("toets-afgerond", "De pgb-toets is al afgerond en verandert niet meer.");
    }
}

/// <param name="Soort">Welk document.</param>
/// <param name="OntvangenOp">De dag van ontvangst.</param>
public sealed record OntvangenDocument(PgbDocument Soort, DateOnly OntvangenOp);

/// <param name="GevoerdOp">De dag van het gesprek.</param>
/// <param name="Vaardigheden">Wat is beoordeeld.</param>
/// <param name="Vaardig">Of de inwoner, of een vertegenwoordiger, het budget kan beheren.</param>
/// <param name="Toelichting">Waar dat oordeel op rust.</param>
public sealed record Bewustekeuzegesprek(
    DateOnly GevoerdOp, IReadOnlyDictionary<Vaardigheid, Oordeel> Vaardigheden, bool Vaardig, string Toelichting);

public enum Toetsstatus
{
    /// <summary>No toets is needed: zorg in natura was chosen, the indicatie was withdrawn, or the dossier continued without it.</summary>
    Vervallen,
    Lopend,
    Akkoord,
    NietAkkoord,
}
