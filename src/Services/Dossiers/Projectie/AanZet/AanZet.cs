using WmoPlatform.Contracts;

namespace WmoPlatform.Dossiers.Projectie;

/// <summary>
/// How far the dossier is. With several voorzieningen the most urgent one gives the status. The values are in order of urgency.
/// </summary>
public enum Dossierstatus
{
    Gemeld,
    IdentiteitOnbekend,
    InOnderzoek,
    PgbPastNiet,
    VerslagBijInwoner,
    GeenIndicatie,
    Aanvraag,
    AanvullingGevraagd,
    Besloten,
    /// <summary>A bezwaar is handled.</summary>
    Bezwaar,
    /// <summary>A klacht is handled.</summary>
    Klacht,
    /// <summary>A request for change is handled.</summary>
    Wijziging,
    /// <summary>A case is at the court, or its judgment must be carried out.</summary>
    Beroep,
    ToewijzingAangehouden,
    AanbiederAfgekeurd,
    SvbAfgekeurd,
    BudgeteindeAfgekeurd,
    Toegekend,
    HulpTijdelijkGestopt,
    HulpLoopt,
    HulpGestopt,
    /// <summary>A bezwaar is decided or withdrawn.</summary>
    BezwaarAfgehandeld,
    /// <summary>A klacht ended.</summary>
    KlachtAfgehandeld,
    /// <summary>A request for change is done with.</summary>
    WijzigingAfgehandeld,
    /// <summary>A case at the court ended, and nothing is left to do.</summary>
    BeroepAfgehandeld,
    Afgewezen,
    BuitenBehandeling,
    DoorverwezenWlz,
    DoorverwezenAnderDomein,
    Doorgezonden,
    Ingetrokken,
}

/// <summary>The party that must act. When several must, the first in this order is shown.</summary>
public enum Wie
{
    Consulent,
    Beslisser,
    Backoffice,
    /// <summary>The platform itself acts, without a person.</summary>
    Gemeente,
    Aanbieder,
    Svb,
    Cak,
    Inwoner,
    Niemand,
}

/// <summary>How far the dossier is, which party must act next, what it does, and before when.</summary>
public sealed record Stand(Dossierstatus Status, Wie Wie, string Wat, DateOnly? Uiterlijk = null);

/// <summary>The state of one zaak.</summary>
/// <param name="Soort">Its kind.</param>
/// <param name="Nummer">Its number.</param>
/// <param name="Aanvraagnummer">
/// The aanvraag that followed from it, or that a request for change is; null before it, and for one from before aanvragen had numbers.
/// </param>
/// <param name="Stand">The party that must act next, and how.</param>
/// <param name="Aggregaten">The aggregates that its facts came from.</param>
public sealed record Zaakstand(
    Zaaksoort Soort, string Nummer, string? Aanvraagnummer, Stand Stand, IReadOnlySet<Guid> Aggregaten);

/// <summary>Derives who must act next. Every state names an action, above all after a rejection or refusal.</summary>
public static class AanZet
{
    /// <summary>Of each zaak its own state. The most urgent one is that of the dossier.</summary>
    public static IReadOnlyList<Zaakstand> PerZaak(IReadOnlyList<Zaakfeiten> zaken, IReadOnlyList<Termijnstand> termijnen) =>
    [
        .. zaken.Select(z => new Zaakstand(
            z.Soort, z.Nummer,
            z.Soort == Zaaksoort.Melding ? z.Feiten.Alle<AanvraagOntvangen>().LastOrDefault()?.Aanvraagnummer
                : z.Eigen.Eerste<WijzigingsverzoekOntvangen>()?.Aanvraagnummer,
            Van(z, [.. termijnen.Where(t => t.Zaak.Length == 0 || t.Zaak == z.Nummer)]), z.Aggregaten)),
    ];

    private static Stand Van(Zaakfeiten zaak, IReadOnlyList<Termijnstand> termijnen) => zaak.Soort switch
    {
        Zaaksoort.Melding => Van(zaak.Feiten, termijnen),
        Zaaksoort.Klacht => Klachtstand.Van(zaak.Eigen, termijnen),
        Zaaksoort.Wijziging => Wijzigingsstand.Van(zaak.Eigen, termijnen),
        Zaaksoort.Beroep => Beroepstand.Van(zaak.Eigen, termijnen),
        _ => Bezwaarstand.Van(zaak.Eigen, zaak.Feiten.IsOverleden(), termijnen),
    };

    /// <param name="zaken">The zaken of a dossier, at least one.</param>
    public static Stand Van(IReadOnlyList<Zaakstand> zaken) =>
        zaken.MinBy(z => (IsVoorbij(z.Stand), z.Stand.Wie, z.Stand.Status))!.Stand;

    /// <summary>A zaak without help, in which only the resident can still do something, hides no zaak that goes on.</summary>
    private static bool IsVoorbij(Stand stand) => stand is { Status: >= Dossierstatus.HulpGestopt, Wie: >= Wie.Inwoner };

    private static Stand Van(Feiten feiten, IReadOnlyList<Termijnstand> termijnen)
    {
        feiten = ZonderAfgerondeWijziging(feiten);
        var stand = Onderzoeksstand.Afgebroken(feiten)
            ?? NogEenAanvraag(feiten, termijnen)
            ?? NaBeschikking(feiten, termijnen)
            ?? Besluitstand.TotBeschikking(feiten, termijnen)
            ?? Onderzoeksstand.Van(feiten, termijnen);
        stand = stand.Naast(feiten, termijnen);
        return Persoonsstand.Van(feiten, stand) ?? ZonderAdres(feiten, stand) ?? stand;
    }

    /// <summary>A letter that nobody can send is handed over, also when nothing else is left to do.</summary>
    internal static Stand? ZonderAdres(Feiten feiten, Stand stand) => stand.Wie != Wie.Consulent
        && feiten.Alle<BriefZonderAdres>().FirstOrDefault(z =>
            !feiten.Alle<BriefVerzonden>().Any(v => v.AggregaatId == z.AggregaatId)) is { } zonder
        ? stand with
        {
            Wie = Wie.Consulent,
            Wat = $"{Tijdlijn.Brief(zonder.Brief)} heeft geen adres. De consulent geeft of stuurt de brief zelf, en legt de dag vast "
                + "bij de verzendingen.",
        }
        : null;

    /// <summary>
    /// An aanvraag to change granted help that is over says nothing about the help: the decisions on the voorziening do.
    /// </summary>
    private static Feiten ZonderAfgerondeWijziging(Feiten feiten)
    {
        var klaar = feiten.Alle<AanvraagOntvangen>().Where(a => a.Wijziging is not null).Select(a => a.AggregaatId)
            .Where(a => Termijnen.IsAfgebroken(feiten, a)).Concat(
                feiten.Alle<BeschikkingBekendgemaakt>().Where(b => b.VanWijziging).Select(b => b.AggregaatId)).ToHashSet();
        return klaar.Count == 0 ? feiten : feiten.Alleen(g => !klaar.Contains(g.AggregaatId));
    }

    /// <summary>
    /// After an aanvraag that is over another may follow in the same zaak. The more urgent of the two gives the state.
    /// </summary>
    private static Stand? NogEenAanvraag(Feiten feiten, IReadOnlyList<Termijnstand> termijnen)
    {
        List<Guid> aanvragen = [.. feiten.Alle<AanvraagOntvangen>().Select(a => a.AggregaatId).Distinct()];
        var lopend = aanvragen.FindLast(a => !feiten.Heeft<BeschikkingBekendgemaakt>(a) && !Termijnen.IsAfgebroken(feiten, a));
        if (lopend == Guid.Empty || (aanvragen.Count < 2 && feiten.Eerste<AanvraagOntvangen>(lopend)!.Wijziging is null)) return null;
        Stand?[] standen =
        [
            Besluitstand.TotBeschikking(feiten.Alleen(g => g.AggregaatId == lopend || !aanvragen.Contains(g.AggregaatId)), termijnen),
            NaBeschikking(feiten, termijnen),
        ];
        return standen.OfType<Stand>().MinBy(s => (s.Wie, s.Status));
    }

    private static Stand? NaBeschikking(Feiten feiten, IReadOnlyList<Termijnstand> termijnen)
    {
        if (feiten.Laatste<BeschikkingBekendgemaakt>() is not { } beschikking) return null;
        var isOverleden = feiten.IsOverleden();
        // A zaak may have several beschikkingen. Help of an earlier one goes on beside the last.
        var standen = feiten.Alle<BeschikkingBekendgemaakt>().SelectMany(b => b.Voorzieningen).GroupBy(v => v.VoorzieningId)
            .Select(v => v.Last())
            .SelectMany(v => Leveringsvormen(v, feiten).Select(vorm => Uitvoering(vorm, feiten.Over(v.VoorzieningId), isOverleden)))
            .ToList();
        var dwangsom = Besluitstand.Dwangsom(termijnen);
        if (standen.Count == 0)
            return Besluitstand.Geweigerd(beschikking) is var geweigerd && dwangsom is not null
                ? dwangsom with { Status = geweigerd.Status } : geweigerd;

        var eerste = standen.MinBy(s => (s.Wie, s.Status))!;
        // A dwangsom, a provider's request and the eigen bijdrage stand beside the help. They may need someone, but do not change the
        // status.
        Stand?[] ernaast =
            [dwangsom, Herzieningstand.Van(feiten), Hulpstand.Verzoek(feiten), Bijdragestand.Van(feiten, termijnen)];
        return ernaast.OfType<Stand>().Where(s => s.Wie < eerste.Wie).MinBy(s => s.Wie) is { } voor ? voor with { Status = eerste.Status }
            : eerste;
    }

    /// <summary>The forms in which the voorziening was granted last. What a later decision took away was granted too.</summary>
    private static IEnumerable<Leveringsvorm> Leveringsvormen(BeschikteVoorziening voorziening, Feiten feiten) =>
        feiten.Alle<VoorzieningGewijzigd>().Where(g => g.VoorzieningId == voorziening.VoorzieningId).OrderBy(g => g.Stand)
            .Select(g => g.Delen.Select(d => d.Leveringsvorm).Distinct().ToList())
            .Prepend(voorziening.IsToegekend ? [voorziening.Leveringsvorm] : [])
            .LastOrDefault(vormen => vormen.Count > 0) ?? [];

    private static Stand Uitvoering(Leveringsvorm vorm, Feiten feiten, bool isOverleden) => vorm switch
    {
        Leveringsvorm.Zin => Hulpstand.Van(feiten, isOverleden),
        Leveringsvorm.Pgb => Budgetstand.Van(feiten),
    };

    /// <summary>
    /// The last day of a running term of this kind; null without one, or while it stands still and nobody knows until when.
    /// </summary>
    public static DateOnly? Loopt(this IReadOnlyList<Termijnstand> termijnen, string soort) =>
        termijnen.FirstOrDefault(t => t.Soort == soort && t.Loopt) is { StaatStilSinds: null } termijn ? termijn.Uiterlijk : null;
}
