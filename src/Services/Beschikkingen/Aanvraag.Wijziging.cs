using WmoPlatform.Beschikkingen.Voorzieningen;
using WmoPlatform.Beschikkingen.Wijzigingsverzoeken;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Beschikkingen;

/// <summary>
/// An aanvraag for granted help in another form (Wmo 2015 art. 2.3.5, 2.3.6; Awb 1:3 lid 3). It is about a voorziening that exists: what is
/// granted of it is the indication, and the decision changes that voorziening from a day on, or leaves it.
/// </summary>
public sealed partial class Aanvraag
{
    /// <summary>The request for change that it began with; null when it asks for help that was not granted before.</summary>
    public string? Wijzigingsnummer { get; private set; }

    /// <summary>The number of the decision on the voorziening that its indication comes from; 0 for an onderzoek.</summary>
    public int Hulpstand { get; private set; }

    /// <summary>The day on which it proved to need an onderzoek, and became a melding; null when it did not.</summary>
    public DateOnly? MeldingGewordenOp { get; private set; }

    /// <summary>Whether it asks for granted help in another form.</summary>
    public bool IsWijziging => Wijzigingsnummer is not null;

    /// <param name="verzoek">The request for change.</param>
    /// <param name="brief">The letter, form or call.</param>
    /// <param name="voorziening">The voorziening.</param>
    /// <param name="kluis">Seals the personal data.</param>
    /// <param name="nu">The present moment.</param>
    public static Aanvraag Verander(
        Wijzigingsverzoek verzoek, Wijzigingsbrief brief, Voorziening voorziening, Vault kluis, DateTimeOffset nu)
    {
        var aanvraag = new Aanvraag
        {
            Dossiernummer = voorziening.Dossiernummer,
            Aanvraagnummer = verzoek.Aanvraagnummer!,
            Wijzigingsnummer = verzoek.Wijzigingsnummer,
            Meldingnummer = voorziening.Meldingnummer,
            PersoonId = voorziening.PersoonId,
            Bsn = voorziening.Bsn,
            Persoonstand = voorziening.Persoonstand,
            GeenBerichtenverkeer = voorziening.GeenBerichtenverkeer,
            Brpsignalen = voorziening.Brpsignalen,
            Wijkteam = voorziening.Wijkteam,
            Kanaal = brief.Kanaal switch
            {
                Meldkanaal.Web => Aanvraagkanaal.Web,
                Meldkanaal.Email => Aanvraagkanaal.Email,
                Meldkanaal.Brief => Aanvraagkanaal.Brief,
                Meldkanaal.Inloop => Aanvraagkanaal.Balie,
                Meldkanaal.Telefoon => null,
            },
            // Who calls signed nothing. The municipality may ask for the signature (Awb 4:2, 4:5).
            IsOndertekend = brief.Kanaal != Meldkanaal.Telefoon,
            MogelijkVanaf = voorziening.Standen[0].BekendgemaaktOp,
            VastgelegdOp = nu.Dag(),
            RedenLaatVastgelegd = brief.RedenLaat,
            EerstBij = brief.EerstBij,
            Voorzieningen = [Gekozen(voorziening, WegVanVraag(verzoek.Vraag), verzoek.OntvangenOp)],
            Hulpstand = voorziening.Standen.Count,
        };
        // It follows no onderzoek.
        aanvraag.OnderzoekId = aanvraag.Id;
        aanvraag.VerzegeldePersoon = kluis.SealJson(voorziening.Persoon(kluis), aanvraag.VanPersoon);
        aanvraag.VerzegeldeVraag = kluis.SealText(brief.Toelichting, aanvraag.VanVraag);
        return aanvraag.Open(verzoek.OntvangenOp, Aanvraagvorm.Wijziging, nu);
    }

    /// <summary>Another decision on the voorziening came, so the indication is what that one grants.</summary>
    internal void VolgHulp(Voorziening voorziening)
    {
        if (KlaarOp is not null || Hulpstand == voorziening.Standen.Count) return;
        Hulpstand = voorziening.Standen.Count;
        if (voorziening.Eigen.Count > 0) Voorzieningen = [Gekozen(voorziening, Voorzieningen[0].Leveringsvorm, OntvangenOp)];
    }

    /// <summary>The voorziening after the decision; null when it stays as it is, because the aanvraag was not granted.</summary>
    /// <exception cref="Weigering">
    /// 409: another decision on the help was made known since, or nothing is granted any more. 422: the help changes in that time.
    /// </exception>
    internal IReadOnlyList<Voorzieningdeel>? NieuweDelen(Voorziening voorziening)
    {
        if (BeslotenOp is null || KlaarOp is not null || Beschikt().Single() is not { IsToegekend: true } besluit) return null;
        if (Hulpstand != voorziening.Standen.Count)
            throw Weigering.Toestand("hulp-intussen-gewijzigd",
                "Over deze hulp is intussen iets anders besloten. Neem opnieuw een besluit over de vorm.", "Awb art. 3:2");
        var vanaf = besluit.Periode.Ingangsdatum;
        var rest = voorziening.Eigen.Na(Overgang.DagVoor(vanaf));
        if (rest.Count == 0)
            throw Weigering.Toestand("geen-hulp", "Deze hulp is dan niet meer toegekend. Wijs de aanvraag af.",
                "Wmo 2015 art. 2.3.5 lid 3");
        if (besluit.Leveringsvorm == Leveringsvorm.Pgb && rest.Count > 1)
            throw Weigering.Regel("hulp-verandert-nog",
                $"De hulp verandert nog op {Datumtekst.Voluit(rest[^1].Periode.Ingangsdatum)}, en een pgb heeft één bedrag. Kies die dag "
                + "of een latere als eerste dag van het pgb.", "Wmo 2015 art. 2.3.6 lid 1", "besluiten");
        IReadOnlyList<Voorzieningdeel> voor = voorziening.Eigen.Voor(vanaf);
        if (Besluiten[0].BudgetTotDan is { } tot && voor is [.., { Leveringsvorm: Leveringsvorm.Pgb } pgb])
            voor = [.. voor.SkipLast(1), pgb with { Budget = tot }];
        return rest.Select(d => d with { Leveringsvorm = besluit.Leveringsvorm, Agb = besluit.Agb, Budget = besluit.Budget })
            .Aggregate(voor, (eerder, deel) => eerder.Met(deel));
    }

    /// <summary>
    /// It proves to need an onderzoek, so it goes on as a melding of the day on which it was received. An aanvraag on which no decision was
    /// made in time stays one: what the person can claim because of that does not end by it (Awb 4:17, 6:2, 6:12).
    /// </summary>
    public void WordtMelding(string reden, Tabel<Gemeentebeleid> beleid, DateTimeOffset nu)
    {
        MoetNogBesloten();
        if (!IsTijdig(nu.Dag()))
            throw Weigering.Toestand("beslistermijn-voorbij",
                $"De termijn om te beslissen liep tot en met {Datumtekst.Voluit(Uiterlijk)}. Een aanvraag waarop niet op tijd is beslist, "
                + "blijft een aanvraag. Beslis op wat er is. Is er toch een onderzoek nodig, leg daarvoor ook een melding vast.",
                "Awb art. 6:2");
        (MeldingGewordenOp, Status) = (nu.Dag(), Aanvraagstatus.MeldingGeworden);
        Announce(new AanvraagWerdMelding(nu.Dag(), OntvangenOp, new(reden))
        {
            Meldingnummer = Meldingnummer,
            OnderzoekId = OnderzoekId,
        }, nu);
        MeldDwangsom(beleid, nu);
        BepaalWachtTot(beleid);
    }

    private static Leveringsvorm WegVanVraag(Wijzigingsvraag vraag) =>
        vraag == Wijzigingsvraag.ZinNaarPgb ? Leveringsvorm.Pgb : Leveringsvorm.Zin;

    /// <summary>
    /// The help that is granted after the day of receipt, in the form that is asked for. Help that was given stays as it was, so nobody
    /// gives it up by asking.
    /// </summary>
    private static GekozenVoorziening Gekozen(Voorziening voorziening, Leveringsvorm vorm, DateOnly ontvangenOp)
    {
        var rest = voorziening.Eigen.Na(ontvangenOp) is { Count: > 0 } na ? na : [voorziening.Eigen[^1]];
        return new(voorziening.VoorzieningId, rest[0].Product, rest[0].Omvang,
            new(rest[0].Periode.Ingangsdatum, rest[^1].Periode.Einddatum), vorm,
            vorm == Leveringsvorm.Pgb ? null
                : voorziening.Standen.SelectMany(s => s.Eigen).LastOrDefault(d => d.Agb is not null)?.Agb ?? voorziening.Gevraagd.Agb);
    }
}
