using WmoPlatform.Beschikkingen.Regels;
using WmoPlatform.Beschikkingen.Voorzieningen;
using WmoPlatform.Beschikkingen.Wijzigingsverzoeken.Regels;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Beschikkingen.Wijzigingsverzoeken;

/// <summary>
/// Something that a person asks to change about granted help, by whatever channel. What needs an onderzoek becomes a melding, what asks for
/// another form is an <see cref="Aanvraag"/> with all that the law gives one, to stop is an opzegging, and the rest is execution. The
/// promise of the municipality stands beside the terms of the law and moves none of them.
/// </summary>
public sealed class Wijzigingsverzoek : Aggregate
{
    private Wijzigingsverzoek()
    {
    }

    /// <summary>For instance <c>W-2026-000123</c>.</summary>
    public string Wijzigingsnummer { get; private set; } = "";
    public Guid VoorzieningId { get; private set; }
    public Guid PersoonId { get; private set; }

    /// <summary>Not sealed, because the database finds a resident's own requests by it.</summary>
    public string Bsn { get; private set; } = "";
    public string Wijkteam { get; private set; } = "";
    public DateOnly OntvangenOp { get; private set; }
    public Meldkanaal Kanaal { get; private set; }
    public Wijzigingsvraag Vraag { get; private set; }
    public Wijzigingsroute Weg { get; private set; }

    /// <summary>The change that the person asks for, in their own words.</summary>
    public string Toelichting { get; private set; } = "";

    /// <summary>The day on which the municipality promises to be done.</summary>
    public DateOnly BeloofdOp { get; private set; }

    /// <summary>The aanvraag that it is, or was until it needed an onderzoek; null on another road.</summary>
    public string? Aanvraagnummer { get; private set; }

    /// <summary>The last day of an opzegging that waits for another decision about the same help; null when nothing waits.</summary>
    public DateOnly? LaatsteDag { get; private set; }

    /// <summary>Why it needs an onderzoek after all; null when it does not, or did from the start.</summary>
    public string? OnderzoekOmdat { get; private set; }
    public Wijzigingsafronding? Afronding { get; private set; }

    /// <summary>Whether it is not done with.</summary>
    public bool IsOpen => Afronding is null;

    /// <param name="nummer">Its number.</param>
    /// <param name="voorziening">The voorziening that it is about.</param>
    /// <param name="brief">The letter, form or call.</param>
    /// <param name="normen">The promises of the municipality on the day of receipt.</param>
    /// <param name="nu">The present moment.</param>
    /// <param name="aanvraagnummer">The number of the aanvraag that it is; null on another road.</param>
    /// <param name="wacht">The decision that an opzegging waits for; null when it begins at once.</param>
    public static Wijzigingsverzoek Ontvang(
        string nummer, Voorziening voorziening, Wijzigingsbrief brief, Servicenormen normen, DateTimeOffset nu,
        string? aanvraagnummer = null, Wachtopzegging? wacht = null)
    {
        WijzigingPast.Eis(brief.Vraag, voorziening, brief.OntvangenOp);
        var weg = WegVanWijziging.Van(brief.Vraag);
        if (weg == Wijzigingsroute.Aanvraag)
            OntvangstKlopt.Eis("De aanvraag", brief.OntvangenOp, nu.Dag(), brief.RedenLaat, brief.EerstBij);
        var beloofd = Termijnen.Wijziging(brief.OntvangenOp, normen);
        var verzoek = new Wijzigingsverzoek
        {
            Dossiernummer = voorziening.Dossiernummer,
            Wijzigingsnummer = nummer,
            VoorzieningId = voorziening.VoorzieningId,
            PersoonId = voorziening.PersoonId,
            Bsn = voorziening.Bsn,
            Wijkteam = voorziening.Wijkteam,
            OntvangenOp = brief.OntvangenOp,
            Kanaal = brief.Kanaal,
            Vraag = brief.Vraag,
            Weg = weg,
            Toelichting = brief.Toelichting,
            BeloofdOp = beloofd.Uiterlijk,
            Aanvraagnummer = aanvraagnummer,
            LaatsteDag = wacht?.LaatsteDag,
        };
        verzoek.Announce(new WijzigingsverzoekOntvangen(
            nummer, voorziening.VoorzieningId, brief.OntvangenOp, brief.Kanaal, brief.Vraag, weg, beloofd.AlsTermijn())
        {
            Beslistermijn = aanvraagnummer is null ? null : Termijnen.Beschikking(brief.OntvangenOp).AlsTermijn(),
            Aanvraagnummer = aanvraagnummer,
            Wacht = wacht,
        }, nu);
        if (weg == Wijzigingsroute.Melding) verzoek.VraagOnderzoek(nu);
        if (brief.Vraag == Wijzigingsvraag.Rekeningnummer && !WegVanWijziging.BetaaltDeGemeente(voorziening, brief.OntvangenOp))
            verzoek.Rond(new(nu.Dag(), Wijzigingsafloop.Verwezen), nu);
        return verzoek;
    }

    /// <summary>Takes over the BSN of today.</summary>
    public void NeemBsn(string bsn) => Bsn = bsn;

    /// <summary>
    /// A consulent finds that it needs an onderzoek. It is a melding then, of the day on which it was received. An aanvraag becomes one
    /// only within its term (<see cref="Aanvraag.WordtMelding"/>).
    /// </summary>
    public void HeeftOnderzoekNodig(string motivering, DateTimeOffset nu)
    {
        MoetOpen();
        if (Weg == Wijzigingsroute.Melding)
            throw Weigering.Toestand("al-een-melding", "Hierover komt al een onderzoek. U hoeft niets te doen.", WegVanWijziging.Melding);
        if (Vraag is Wijzigingsvraag.Rekeningnummer or Wijzigingsvraag.Stoppen)
            throw Weigering.Toestand("geen-onderzoek-nodig",
                "Voor een ander rekeningnummer of een opzegging is geen onderzoek nodig. Voer uit wat de inwoner vraagt.",
                WegVanWijziging.Melding);
        (Weg, OnderzoekOmdat) = (Wijzigingsroute.Melding, motivering);
        VraagOnderzoek(nu);
    }

    /// <summary>Meldingen registered it.</summary>
    public void WerdMelding(string meldingnummer, DateTimeOffset nu)
    {
        if (IsOpen) Rond(new(nu.Dag(), Wijzigingsafloop.Melding) { Nummer = meldingnummer }, nu);
    }

    /// <summary>The opzegging that it was began.</summary>
    public void WerdOpzegging(string herzieningnummer, DateTimeOffset nu) =>
        Rond(new(nu.Dag(), Wijzigingsafloop.Opzegging) { Nummer = herzieningnummer }, nu);

    /// <summary>The help ends by another decision on that day or earlier, so the opzegging that waited has nothing left to end.</summary>
    public void IsNietMeerNodig(DateTimeOffset nu) => Rond(new(nu.Dag(), Wijzigingsafloop.NietMeerNodig), nu);

    /// <summary>
    /// Something happened to the aanvraag that it is: another day of receipt, or its end. Until the decision was made known it is open.
    /// </summary>
    internal void Volg(Aanvraag aanvraag, Tabel<Gemeentebeleid> beleid, DateTimeOffset nu)
    {
        if (!IsOpen) return;
        if (aanvraag.OntvangenOp != OntvangenOp)
        {
            var (was, beloofd) = (OntvangenOp,
                Termijnen.Wijziging(aanvraag.OntvangenOp, beleid.Op(aanvraag.OntvangenOp).Waarde.Servicenormen));
            (OntvangenOp, BeloofdOp) = (aanvraag.OntvangenOp, beloofd.Uiterlijk);
            Announce(new WijzigingsontvangstGecorrigeerd(Wijzigingsnummer, was, OntvangenOp, beloofd.AlsTermijn()), nu);
        }
        if (aanvraag.BekendgemaaktOp is { } bekend)
            Rond(new(bekend, Wijzigingsafloop.Besloten) { Nummer = aanvraag.Beschikkingnummer }, nu);
        else if (aanvraag.Status is Aanvraagstatus.Ingetrokken or Aanvraagstatus.Doorgezonden)
            Rond(new(aanvraag.KlaarOp!.Value, aanvraag.Status == Aanvraagstatus.Ingetrokken ? Wijzigingsafloop.Ingetrokken
                : Wijzigingsafloop.Doorgezonden)
            { Nummer = Aanvraagnummer }, nu);
    }

    /// <summary>It was carried out within the decision.</summary>
    public void IsUitgevoerd(DateTimeOffset nu)
    {
        MoetOpen();
        if (Weg != Wijzigingsroute.Uitvoering)
            throw Weigering.Toestand("besluit-nodig",
                Aanvraagnummer is { } aanvraag
                    ? $"Wat de inwoner vraagt, kan niet zonder besluit. Beslis op aanvraag {aanvraag}, en maak dat bekend."
                    : "Wat de inwoner vraagt, kan niet zonder besluit. Neem dat besluit.", WegVanWijziging.Aanvraag);
        Rond(new(nu.Dag(), Wijzigingsafloop.Uitgevoerd), nu);
    }

    /// <summary>The person takes it back.</summary>
    public void TrekIn(DateOnly op, DateTimeOffset nu)
    {
        MoetOpen();
        if (Weg == Wijzigingsroute.Melding)
            throw Weigering.Toestand("al-een-melding", "Dit verzoek is een melding geworden. Trek die melding in.",
                WegVanWijziging.Melding);
        Dagregel.Eis(op, OntvangenOp, nu.Dag(), "ingetrokkenOp", "de ontvangst van het verzoek");
        Rond(new(op, Wijzigingsafloop.Ingetrokken), nu);
    }

    private void VraagOnderzoek(DateTimeOffset nu) => Announce(new WijzigingVraagtOnderzoek(
        Wijzigingsnummer, PersoonId, OntvangenOp, Kanaal, Wijkteam, new(Toelichting)), nu);

    private void Rond(Wijzigingsafronding afronding, DateTimeOffset nu)
    {
        Afronding = afronding;
        Announce(new WijzigingsverzoekAfgerond(Wijzigingsnummer, afronding.AfgerondOp, afronding.Afloop, afronding.Nummer), nu);
    }

    /// <exception cref="Weigering">409: it is done with.</exception>
    internal void MoetOpen()
    {
        if (!IsOpen) throw Weigering.Toestand("verzoek-afgerond", "Dit verzoek is al afgerond.", "Awb art. 3:2");
    }
}

/// <summary>A letter, form or call that asks for a change.</summary>
/// <param name="Vraag">The kind of change.</param>
/// <param name="Toelichting">In the words of the person.</param>
/// <param name="Kanaal">The channel.</param>
/// <param name="OntvangenOp">The day of receipt.</param>
/// <param name="RedenLaat">Why an aanvraag was registered later than the first working day after its receipt; null when it was not.</param>
/// <param name="EerstBij">The body that an aanvraag reached first, and that passed it on; null when it came here at once.</param>
public sealed record Wijzigingsbrief(Wijzigingsvraag Vraag, string Toelichting, Meldkanaal Kanaal, DateOnly OntvangenOp,
    string? RedenLaat = null, EerdereOntvangst? EerstBij = null);

/// <summary>The end of a request.</summary>
/// <param name="AfgerondOp">De dag waarop het klaar was.</param>
/// <param name="Afloop">Hoe het afliep.</param>
public sealed record Wijzigingsafronding(DateOnly AfgerondOp, Wijzigingsafloop Afloop)
{
    /// <value>De melding, de herziening of het besluit dat het werd, of de aanvraag die niet doorging.</value>
    public string? Nummer { get; init; }
}
