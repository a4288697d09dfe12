using WmoPlatform.Beschikkingen.Bezwaren;
using WmoPlatform.Beschikkingen.TeLaat;
using WmoPlatform.Contracts;
using WmoPlatform.Wetgeving;
using static WmoPlatform.Wetgeving.Datumtekst;

namespace WmoPlatform.Beschikkingen;

/// <summary>
/// What runs for an aanvraag or a bezwaar and why, in words for the resident: the term to decide, what stops it, the dwangsom, and the way
/// to the court when the municipality does not decide in time (Awb 6:12).
/// </summary>
public static class Inwoneruitleg
{
    private const string Beslistermijn = "Wmo 2015 art. 2.3.5 lid 2";

    /// <param name="aanvraag">The aanvraag.</param>
    /// <param name="vandaag">Today.</param>
    /// <param name="beleid">The municipality's choices.</param>
    public static IReadOnlyList<Regel> Van(Aanvraag aanvraag, DateOnly vandaag, Tabel<Gemeentebeleid> beleid)
    {
        var teLaat = !aanvraag.IsTijdig(vandaag);
        return aanvraag.KlaarOp is not null ? [.. Vergoeding(aanvraag.Ronde(), false, vandaag, beleid)]
            : [
                .. Termijn(aanvraag.Uiterlijk, aanvraag.Beslistermijn.StaatStilSinds is not null, teLaat, Beslistermijn),
                .. Toezegging(aanvraag, vandaag), .. Stilstand(aanvraag, vandaag), .. Vergoeding(aanvraag.Ronde(), teLaat, vandaag, beleid),
            ];
    }

    /// <inheritdoc cref="Van(Aanvraag, DateOnly, Tabel{Gemeentebeleid})" />
    public static IReadOnlyList<Regel> Van(Bezwaar bezwaar, DateOnly vandaag, Tabel<Gemeentebeleid> beleid)
    {
        List<Regel> vernietigd = [.. bezwaar.VernietigdeRondes().SelectMany(r => Vergoeding(r, false, vandaag, beleid).Select(regel =>
            regel with
            {
                Uitleg = $"Over de beslissing van {Voluit(r.KlaarOp!.Value)}, die de rechter vernietigde: "
                    + char.ToLowerInvariant(regel.Uitleg[0]) + regel.Uitleg[1..],
            }))];
        if (bezwaar.KlaarOp is not null) return [.. vernietigd, .. Vergoeding(bezwaar.Ronde(), false, vandaag, beleid)];
        if (bezwaar.Uiterlijk is not { } uiterlijk)
            return [new("Het besluit is nog niet bekendgemaakt. De gemeente behandelt uw bezwaar daarna.", "Awb art. 6:10", null)];
        var teLaat = vandaag > uiterlijk;
        return
        [
            .. Termijn(uiterlijk, false, teLaat, bezwaar.Termijn.Rechter is null ? "Awb art. 7:10" : "Awb art. 8:72 lid 4"), .. vernietigd,
            .. Vergoeding(bezwaar.Ronde(), teLaat, vandaag, beleid),
        ];
    }

    private static IEnumerable<Regel> Termijn(DateOnly uiterlijk, bool zonderEinde, bool teLaat, string grondslag)
    {
        if (!zonderEinde)
            yield return new(teLaat ? $"De gemeente moest uiterlijk op {Voluit(uiterlijk)} beslissen, en is te laat."
                : $"De gemeente beslist uiterlijk op {Voluit(uiterlijk)}.", grondslag, uiterlijk);
    }

    private static IEnumerable<Regel> Toezegging(Aanvraag aanvraag, DateOnly vandaag)
    {
        if (aanvraag.ToegezegdeDatum is { } dag)
            yield return new($"De gemeente schreef u dat het langer duurt{(vandaag <= dag ? "" : " dan de bedoeling was")}: tot en met "
                + $"{Voluit(dag)}. Dat verandert niets aan uw rechten.", "Awb art. 4:14 lid 1", dag);
    }

    private static IEnumerable<Regel> Stilstand(Aanvraag aanvraag, DateOnly vandaag)
    {
        foreach (var verzoek in aanvraag.Beslistermijn.Onvolledig)
            yield return verzoek.Uiterlijk >= vandaag
                ? new("De termijn staat stil, omdat er iets ontbreekt in uw aanvraag. Vul die aan, uiterlijk op "
                    + $"{Voluit(verzoek.Uiterlijk)}.", "Awb art. 4:15 lid 1 onder a", verzoek.Uiterlijk)
                : new($"U vulde uw aanvraag niet aan voor het einde van {Voluit(verzoek.Uiterlijk)}. De termijn loopt weer.",
                    "Awb art. 4:15 lid 1 onder a", verzoek.Uiterlijk);
        foreach (var stil in aanvraag.Beslistermijn.Stilstanden.Where(s => s.Tot is null && !(s.TermijnTot < vandaag)))
            yield return new($"De termijn staat stil: {Waarom(stil.Grond)}. " + (stil.TermijnTot is { } tot ? $"Dat duurt tot en met "
                + $"{Voluit(tot)}." : "De gemeente schrijft u wanneer de termijn weer loopt."), Artikel(stil.Grond), stil.TermijnTot);
    }

    private static IEnumerable<Regel> Vergoeding(Beslisronde ronde, bool teLaat, DateOnly vandaag, Tabel<Gemeentebeleid> beleid)
    {
        if (ronde.Dwangsom.Besluit is { } besluit)
        {
            yield return besluit.Bedrag == 0
                ? new("De gemeente besliste dat u geen vergoeding (dwangsom) krijgt. U kunt bezwaar maken tot en met "
                    + $"{Voluit(besluit.BezwaarUiterlijk)}.", "Awb art. 4:18", besluit.BezwaarUiterlijk)
                : ronde.Dwangsom.NogTeBetalen == 0
                    ? new($"De vergoeding (dwangsom) van {Euro(besluit.Aandelen[0])} is betaald op "
                        + $"{Voluit(ronde.Dwangsom.BetaaldOp!.Value)}."
                        + Samen(besluit.Aanvragers, besluit.Bedrag), "Awb art. 4:87", ronde.Dwangsom.BetaaldOp)
                    : new("De gemeente betaalt "
                        + $"{Euro(Dwangsommen.Aandelen(ronde.Dwangsom.NogTeBetalen, besluit.Aanvragers)[0])} vergoeding (dwangsom), "
                        + $"uiterlijk op {Voluit(besluit.BetalenUiterlijk!.Value)}."
                        + Samen(besluit.Aanvragers, ronde.Dwangsom.NogTeBetalen), "Awb art. 4:87", besluit.BetalenUiterlijk);
            if (ronde.KlaarOp is null) yield return Beroep(null, vandaag);
            yield break;
        }

        var oordelen = ronde.Oordelen(beleid).ToList();
        var geldig = oordelen.Find(o => o.Oordeel == Ingebrekestellingsoordeel.Geldig).Brief;
        if (geldig is null)
        {
            if (oordelen.Exists(o => o.Oordeel == Ingebrekestellingsoordeel.TeVroeg) && ronde.KlaarOp is null)
                yield return new("Uw brief dat de gemeente te laat is, kwam te vroeg en telt niet. Is de termijn voorbij? Stuur dan een "
                    + "nieuwe brief.", "Awb art. 4:17 lid 3", null);
            if (oordelen.Exists(o => o.Oordeel == Ingebrekestellingsoordeel.OnredelijkLaat))
                yield return new("Uw brief dat de gemeente te laat is, kwam erg laat. Daarom loopt er geen vergoeding (dwangsom).",
                    "Awb art. 4:17 lid 6 onder a", null);
            else if (teLaat)
                yield return new("U kunt de gemeente schrijven dat zij te laat is (in gebreke stellen). Beslist zij dan niet binnen twee "
                    + "weken, dan krijgt u een vergoeding (dwangsom), en kunt u in beroep gaan bij de rechtbank.",
                    "Awb art. 4:17 lid 3 en art. 6:12", null);
            yield break;
        }

        var dwangsom = ronde.DwangsomOp(vandaag, beleid)!;
        if (dwangsom.Dagen > 0)
        {
            var (dagen, zijn) = dwangsom.Dagen == 1 ? ("één dag", "Dat is") : ($"{dwangsom.Dagen} dagen", "Dat zijn");
            yield return new(ronde.KlaarOp is not null || dwangsom.LaatsteDag < vandaag
                ? $"De gemeente was {dagen} te laat met beslissen. Zij besluit uiterlijk op {Voluit(dwangsom.BesluitUiterlijk!.Value)} "
                    + "over uw vergoeding (dwangsom)."
                : $"De gemeente betaalt u een vergoeding (dwangsom) over elke dag dat zij niet beslist. {zijn} nu {dagen}: "
                    + $"{Euro(Dwangsommen.Aandelen(dwangsom.Bedrag, geldig.Aanvragers)[0])}. De vergoeding loopt tot het besluit, en "
                    + $"hooguit tot en met {Voluit(dwangsom.LaatsteDag!.Value)}.{Samen(geldig.Aanvragers, dwangsom.Bedrag)}",
                "Awb art. 4:17 lid 1", dwangsom.LaatsteDag);
        }
        else if (ronde.KlaarOp is null)
            yield return new($"Uw brief van {Voluit(geldig.OntvangenOp)} telt. Beslist de gemeente niet uiterlijk op "
                + $"{Voluit(dwangsom.LaatsteDagZonder!.Value)}, dan krijgt u daarna voor elke dag een vergoeding (dwangsom).",
                "Awb art. 4:17 lid 3", dwangsom.LaatsteDagZonder);
        if (ronde.KlaarOp is null) yield return Beroep(Termijnen.BeroepNietTijdig(geldig.OntvangenOp).Uiterlijk, vandaag);
    }

    /// <summary>Several applicants share one dwangsom (Awb 4:17 lid 5).</summary>
    private static string Samen(int aanvragers, decimal bedrag) =>
        aanvragers == 1 ? "" : $" Dat is uw deel: {aanvragers} aanvragers delen samen {Euro(bedrag)}.";

    private static Regel Beroep(DateOnly? vanaf, DateOnly vandaag) => new(vandaag < vanaf
        ? $"Beslist de gemeente dan nog niet, dan kunt u vanaf {Voluit(vanaf.Value)} in beroep gaan bij de rechtbank. U hoeft niet eerst "
            + "bezwaar te maken."
        : "U kunt nu in beroep gaan bij de rechtbank, omdat de gemeente niet op tijd beslist. U hoeft niet eerst bezwaar te maken.",
        "Awb art. 6:12", vanaf);

    private static string Waarom(Opschortingsgrond grond) => grond switch
    {
        Opschortingsgrond.Instemming => "daar stemde u mee in",
        Opschortingsgrond.Buitenland => "de gemeente wacht op informatie uit het buitenland",
        Opschortingsgrond.Toerekenbaar => "de gemeente wacht op iets van u",
        _ => "de gemeente kan nu door overmacht niet beslissen",
    };

    private static string Artikel(Opschortingsgrond grond) => grond switch
    {
        Opschortingsgrond.Instemming => "Awb art. 4:15 lid 2 onder a",
        Opschortingsgrond.Buitenland => "Awb art. 4:15 lid 1 onder b",
        Opschortingsgrond.Toerekenbaar => "Awb art. 4:15 lid 2 onder b",
        _ => "Awb art. 4:15 lid 2 onder c",
    };

    /// <param name="Uitleg">Wat er loopt en waarom.</param>
    /// <param name="Grondslag">Het artikel.</param>
    /// <param name="Dag">De dag waar het om gaat; leeg als die niet bekend is.</param>
    public sealed record Regel(string Uitleg, string Grondslag, DateOnly? Dag);
}
