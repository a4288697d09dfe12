using static WmoPlatform.Wetgeving.Datumtekst;

namespace WmoPlatform.Wetgeving;

/// <summary>Counts terms, and writes the sentences that explain them.</summary>
internal static class Afleiding
{
    /// <summary>A number of days from the start, suspended if the term can be, and then moved once by the Atw.</summary>
    public static Termijnberekening MetAtw(
        string soort, string grondslag, Feit feit, DateOnly start, string duur, int dagen, IReadOnlyList<Opschorting>? opschortingen = null)
    {
        Controleer(start);
        var einde = start.AddDays(dagen);
        var stappen = new List<Stap>(4)
        {
            new(start, $"{feit.Aanhef} {Voluit(start)}.", grondslag),
            new(einde, $"{duur} na {feit.Naam} is {Voluit(einde)}.", grondslag, dagen),
        };
        DateOnly? stilSinds = null;
        if (opschortingen is not null)
            (einde, stilSinds) = Schort(einde, Zonder(opschortingen, o => o.Grond == Opschortingsgrond.Verzuim), stappen);
        var uiterlijk = Verschuif(einde, stappen);
        return new(soort, start, uiterlijk, grondslag, stappen)
        {
            EindeVoorAtw = einde,
            Duur = Kleine(duur),
            StaatStilSinds = stilSinds,
        };
    }

    /// <summary>A number of working days after the start.</summary>
    public static Termijnberekening Werkdagen(
        string soort, string grondslag, Feit feit, DateOnly start, int werkdagen, bool gelijkgesteldeDagenTellen)
    {
        Controleer(start);
        var stappen = new List<Stap>(3) { new(start, $"{feit.Aanhef} {Voluit(start)}.", grondslag) };
        var dag = start;
        for (var geteld = 0; geteld < werkdagen;)
        {
            dag = dag.AddDays(1);
            if (Kalender.IsWerkdag(dag, gelijkgesteldeDagenTellen))
                geteld++;
            else if (dag.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && Kalender.Soort(dag) is var soortDag)
                stappen.Add(new(dag, $"Geen werkdag is {Voluit(dag)}: dat is {Omschrijving(soortDag)}.", Artikel.Van(soortDag)));
        }
        stappen.Add(new(dag, $"{Telwoord(werkdagen)} na {feit.Naam} is {Voluit(dag)}.", grondslag, dag.DayNumber - start.DayNumber));
        MeldOnbekendeJaren(start.Year, dag.Year, stappen);
        return new(soort, start, dag, grondslag, stappen) { Duur = Kleine(Telwoord(werkdagen)) };
    }

    /// <summary>Two weeks under the Atw within a longer derivation.</summary>
    public static DateOnly TweeWekenMetAtw(DateOnly start, string feit, string grondslag, List<Stap> stappen)
    {
        var einde = start.AddDays(14);
        stappen.Add(new(einde, $"Twee weken na {feit} is {Voluit(einde)}.", grondslag, 14));
        return Verschuif(einde, stappen);
    }

    /// <summary>A number of plain days, without the Atw.</summary>
    public static Termijnberekening Dagen(string soort, string grondslag, Feit feit, DateOnly start, string duur, int dagen) =>
        ZonderAtw(soort, grondslag, feit, start, duur, start.AddDays(dagen));

    /// <summary>A number of calendar months, without the Atw. A shorter month gives its last day.</summary>
    public static Termijnberekening Maanden(string soort, string grondslag, Feit feit, DateOnly start, string duur, int maanden) =>
        ZonderAtw(soort, grondslag, feit, start, duur, start.AddMonths(maanden));

    /// <summary>The term starts at the end of the objection term. The Atw applies to both ends.</summary>
    public static Termijnberekening BeslissingOpBezwaar(
        Termijnberekening bezwaar, bool adviescommissie, int verdaagdWeken, IReadOnlyList<Opschorting>? opschortingen,
        DateOnly? instemmingTot)
    {
        var stappen = new List<Stap>(bezwaar.Stappen);
        var (duur, dagen) = adviescommissie ? ("Twaalf weken", 84) : ("Zes weken", 42);
        var einde = bezwaar.Uiterlijk.AddDays(dagen);
        stappen.Add(new(einde, $"{duur} na het einde van de bezwaartermijn is {Voluit(einde)}.", Artikel.BeslissingOpBezwaar, dagen));
        einde = Verdaag(einde, verdaagdWeken, "De beslissing", Artikel.Verdaging, stappen);
        if (opschortingen is not null)
            einde = Schort(einde, Zonder(opschortingen, o => o.Grond != Opschortingsgrond.Verzuim), stappen, bezwaar.Uiterlijk).Einde;
        var uiterlijk = StemIn(Verschuif(einde, stappen), instemmingTot, Artikel.VerderUitstel, stappen);
        return new("beslissing-op-bezwaar", bezwaar.Start, uiterlijk, Artikel.BeslissingOpBezwaar, stappen) { EindeVoorAtw = einde };
    }

    /// <summary>A klacht, with or without a commission, postponed and put off by consent.</summary>
    public static Termijnberekening Klacht(DateOnly ontvangst, bool commissie, int verdaagdWeken, DateOnly? instemmingTot)
    {
        Controleer(ontvangst);
        var (duur, dagen) = commissie ? ("Tien weken", 70) : ("Zes weken", 42);
        var einde = ontvangst.AddDays(dagen);
        var stappen = new List<Stap>(5)
        {
            new(ontvangst, $"{Feit.Klacht.Aanhef} {Voluit(ontvangst)}.", Artikel.Klacht),
            new(einde, $"{duur} na {Feit.Klacht.Naam} is {Voluit(einde)}.", Artikel.Klacht, dagen),
        };
        einde = Verdaag(einde, verdaagdWeken, "De afhandeling", Artikel.KlachtVerdaging, stappen);
        var uiterlijk = StemIn(Verschuif(einde, stappen), instemmingTot, Artikel.KlachtVerderUitstel, stappen);
        return new("klacht", ontvangst, uiterlijk, Artikel.Klacht, stappen) { EindeVoorAtw = einde, Duur = Kleine(duur) };
    }

    /// <summary>A number of days before a hearing. The Atw does not move a day that is counted back.</summary>
    public static Termijnberekening Terug(string soort, string grondslag, DateOnly hoorzitting, int dagen, string zin)
    {
        Controleer(hoorzitting);
        var dag = hoorzitting.AddDays(-dagen);
        return new(soort, hoorzitting, dag, grondslag,
        [
            new(hoorzitting, $"De hoorzitting is op {Voluit(hoorzitting)}.", grondslag),
            new(dag, $"{zin} {Voluit(dag)}.", grondslag, -dagen),
        ]);
    }

    /// <summary>Two weeks after the notice, and then the next day.</summary>
    public static Termijnberekening BeroepNietTijdig(DateOnly ingebrekestelling)
    {
        Controleer(ingebrekestelling);
        var stappen = new List<Stap>
        {
            new(ingebrekestelling, $"Wij ontvingen uw ingebrekestelling op {Voluit(ingebrekestelling)}.", Artikel.BeroepNietTijdig),
        };
        var vanaf = TweeWekenMetAtw(ingebrekestelling, "de ingebrekestelling", Artikel.BeroepNietTijdig, stappen).AddDays(1);
        stappen.Add(new(vanaf, $"Hebben wij dan niet beslist, dan kunt u vanaf {Voluit(vanaf)} in beroep gaan bij de rechtbank.",
            Artikel.BeroepNietTijdig, 1));
        return new("beroep-niet-tijdig", ingebrekestelling, vanaf, Artikel.BeroepNietTijdig, stappen);
    }

    private static DateOnly Verdaag(DateOnly einde, int weken, string wat, string grondslag, List<Stap> stappen)
    {
        if (weken == 0) return einde;
        einde = einde.AddDays(7 * weken);
        stappen.Add(new(einde, $"{wat} is {Datumtekst.Weken(weken)} verdaagd, tot {Voluit(einde)}.", grondslag, 7 * weken));
        return einde;
    }

    /// <summary>Moves the last day to the day that was agreed, which the Atw does not move.</summary>
    private static DateOnly StemIn(DateOnly uiterlijk, DateOnly? instemmingTot, string grondslag, List<Stap> stappen)
    {
        if (instemmingTot is not { } dag) return uiterlijk;
        if (dag <= uiterlijk)
        {
            stappen.Add(new(dag, $"U stemde in met uitstel tot en met {Voluit(dag)}. Dat verandert de termijn niet.", grondslag));
            return uiterlijk;
        }
        stappen.Add(new(dag, $"U stemde in met uitstel tot en met {Voluit(dag)}.", grondslag, dag.DayNumber - uiterlijk.DayNumber));
        return dag;
    }

    private static IReadOnlyList<Opschorting> Zonder(IReadOnlyList<Opschorting> opschortingen, Func<Opschorting, bool> vreemd) =>
        opschortingen.FirstOrDefault(vreemd) is { } een
            ? throw new ArgumentException($"Deze termijn staat niet stil op deze grond: {een.Grond}.", nameof(opschortingen))
            : opschortingen;

    /// <summary>A number of whole years; destruction is allowed from the next day.</summary>
    public static Termijnberekening Bewaring(DateOnly start, int jaren)
    {
        Controleer(start);
        var einde = start.AddYears(jaren);
        var vanaf = einde.AddDays(1);
        return new("bewaring", start, vanaf, Artikel.Bewaring,
        [
            new(start, $"Het dossier is het laatst gewijzigd op {Voluit(start)}.", Artikel.Bewaring),
            new(einde, $"Wij bewaren het {jaren} jaar, tot en met {Voluit(einde)}.", Artikel.Bewaring, einde.DayNumber - start.DayNumber),
            new(vanaf, $"Vanaf {Voluit(vanaf)} mag het worden vernietigd.", Artikel.Bewaring, 1),
        ]);
    }

    /// <summary>Adds to a term that is no term to decide that suspension and delay have no effect.</summary>
    public static Termijnberekening ZonderGevolg(Termijnberekening termijn, bool opschorting, bool uitstel)
    {
        var stappen = new List<Stap>(termijn.Stappen);
        if (opschorting)
            stappen.Add(new(null, "Opschorting heeft op deze termijn geen invloed: alleen een beslistermijn kan stilstaan.",
                Artikel.Opschorting));
        if (uitstel)
            stappen.Add(new(null, "Uitstel heeft op deze termijn geen invloed: dat kan alleen bij een beslistermijn.", Artikel.Uitstel));
        return termijn with { Stappen = stappen };
    }

    public static Termijnberekening MetUitstel(Termijnberekening termijn, DateOnly bekendgemaakt, int weken)
    {
        if (termijn.Grondslag != Artikel.Beschikking)
            throw new ArgumentException("Uitstel kan alleen worden aangekondigd voor een beschikking.", nameof(termijn));
        var staatStil = termijn.StaatStilSinds < bekendgemaakt;
        if (bekendgemaakt > termijn.Uiterlijk && !staatStil)
            return termijn with
            {
                ToegezegdeDatum = null,
                Stappen =
                [
                    .. termijn.Stappen,
                    new(bekendgemaakt,
                        $"Uitstel op {Voluit(bekendgemaakt)} is te laat: de laatste dag was {Voluit(termijn.Uiterlijk)}.", Artikel.Uitstel),
                ],
            };

        // While nobody knows until when the term stands still, the promise counts as if it runs again from the announcement on.
        var stil = staatStil ? bekendgemaakt.DayNumber - termijn.StaatStilSinds!.Value.DayNumber : 0;
        var einde = termijn.EindeVoorAtw.AddDays(stil + 7 * weken);
        var toegezegd = Kalender.LaatsteDag(einde);
        return termijn with
        {
            ToegezegdeDatum = toegezegd,
            Stappen =
            [
                .. termijn.Stappen,
                new(toegezegd,
                    $"Wij hebben {(weken == 1 ? "één week" : "twee weken")} uitstel aangekondigd en beslissen uiterlijk op "
                        + $"{Voluit(toegezegd)}. "
                    + (staatStil ? "De wettelijke termijn staat nu stil." : $"De wettelijke termijn blijft {Voluit(termijn.Uiterlijk)}."),
                    Artikel.Uitstel),
            ],
        };
    }

    /// <summary>
    /// Moves the end by the days of every suspension, in the order of their starts, each day once. A suspension that starts on or after the
    /// last day of the term so far comes too late, unless the term stands still by then and nobody knows until when. A term that does not
    /// run yet cannot stand still.
    /// </summary>
    /// <param name="einde">The end without suspensions.</param>
    /// <param name="opschortingen">The suspensions.</param>
    /// <param name="stappen">The steps so far.</param>
    /// <param name="voor">The last day before the term runs; null when it runs from the start.</param>
    /// <returns>The end, and the day since which the term stands still without a known end.</returns>
    private static (DateOnly Einde, DateOnly? StilSinds) Schort(
        DateOnly einde, IReadOnlyList<Opschorting> opschortingen, List<Stap> stappen, DateOnly? voor = null)
    {
        var geteldTot = voor ?? DateOnly.MinValue; // the last day that some suspension has counted, or that is before the term
        DateOnly? stilSinds = null;
        foreach (var opschorting in opschortingen.OrderBy(o => o.Van))
        {
            var (van, tot) = (opschorting.Van, EindeVan(opschorting));
            if (tot < van)
                throw new ArgumentException("Een opschorting eindigt niet voordat zij begint.", nameof(opschortingen));

            var grondslag = Artikel.Van(opschorting.Grond);
            var reden = Reden(opschorting);
            var laatsteDag = Kalender.LaatsteDag(einde);
            if (van >= laatsteDag && stilSinds is null)
            {
                stappen.Add(new(van, $"{reden} Dat verandert de termijn niet: de laatste dag was al {Voluit(laatsteDag)}.", grondslag));
                continue;
            }
            if (tot is null)
            {
                if (!IsUitnodiging(opschorting)) stilSinds ??= van;
                stappen.Add(new(van, IsUitnodiging(opschorting)
                    ? $"{reden} Daarbij is geen termijn genoemd, daarom staat de beslistermijn niet stil."
                    : $"{reden} Tot wanneer dat duurt, is nog niet bekend. Zodra dat bekend is, tellen wij die dagen erbij.", grondslag));
                continue;
            }

            var laatste = tot.Value;
            if (laatste <= voor)
            {
                stappen.Add(new(van, $"{reden} Dat verandert de termijn niet: die loopt pas na {Voluit(voor.Value)}.", grondslag));
                continue;
            }
            // The day of the invitation does not count, so the days are the half-open (van, laatste], minus those already counted.
            var vanaf = van < geteldTot ? geteldTot : van;
            var dagen = Math.Max(0, laatste.DayNumber - vanaf.DayNumber);
            var vroeg = voor is { } begin && van < begin ? begin.DayNumber - van.DayNumber : 0;
            var dubbel = laatste.DayNumber - van.DayNumber - vroeg - dagen;
            geteldTot = laatste > geteldTot ? laatste : geteldTot;
            einde = einde.AddDays(dagen);
            stappen.Add(new(einde,
                $"{reden} Daardoor staat de termijn {Datumtekst.Dagen(dagen)} stil, tot en met {Voluit(laatste)}."
                + (vroeg > 0 ? $" De dagen tot en met {Voluit(voor!.Value)} tellen niet: toen liep de termijn nog niet." : "")
                + (dubbel > 0 ? $" {(dubbel == 1 ? "Eén dag telde" : $"{dubbel} dagen telden")} al mee in een andere opschorting." : "")
                + $" De termijn eindigt dan op {Voluit(einde)}.", grondslag, dagen));
        }
        return (einde, stilSinds);
    }

    private static DateOnly? EindeVan(Opschorting opschorting) => opschorting switch
    {
        { TermijnTot: null } when IsUitnodiging(opschorting) => null,
        // An applicant who is asked, or who consented, waits no longer than the day that was named.
        { TermijnTot: { } termijn, Tot: { } tot } when IsUitnodiging(opschorting) || opschorting.Grond == Opschortingsgrond.Instemming =>
            tot < termijn ? tot : termijn,
        _ => opschorting.Tot ?? opschorting.TermijnTot,
    };

    private static bool IsUitnodiging(Opschorting opschorting) =>
        opschorting.Grond is Opschortingsgrond.Aanvulling or Opschortingsgrond.Verzuim;

    private static string Reden(Opschorting opschorting)
    {
        var dag = Voluit(opschorting.Van);
        return opschorting.Grond switch
        {
            Opschortingsgrond.Aanvulling => $"Op {dag} hebben wij u gevraagd uw aanvraag aan te vullen.",
            Opschortingsgrond.Buitenland => $"Op {dag} hebben wij informatie uit het buitenland gevraagd.",
            Opschortingsgrond.Instemming => $"Op {dag} stemde u schriftelijk in met uitstel.",
            Opschortingsgrond.Toerekenbaar => $"Vanaf {dag} kunnen wij niet verder door een oorzaak aan uw kant.",
            Opschortingsgrond.Verzuim => $"Op {dag} hebben wij u gevraagd uw bezwaar aan te vullen.",
            _ => $"Vanaf {dag} kunnen wij door overmacht niet beslissen.",
        };
    }

    private static Termijnberekening ZonderAtw(string soort, string grondslag, Feit feit, DateOnly start, string duur, DateOnly einde)
    {
        Controleer(start);
        return new(soort, start, einde, grondslag,
        [
            new(start, $"{feit.Aanhef} {Voluit(start)}.", grondslag),
            new(einde, $"{duur} na {feit.Naam} is {Voluit(einde)}.", grondslag, einde.DayNumber - start.DayNumber),
        ])
        { Duur = Kleine(duur) };
    }

    private static string Kleine(string duur) => char.ToLowerInvariant(duur[0]) + duur[1..];

    private static DateOnly Verschuif(DateOnly einde, List<Stap> stappen)
    {
        var uiterlijk = Kalender.LaatsteDag(einde);
        if (uiterlijk != einde)
            stappen.Add(new(uiterlijk,
                $"De laatste dag valt dan op {Omschrijving(Kalender.Soort(einde))} en schuift daarom op naar "
                    + $"{Voluit(uiterlijk)}.{OokVrij(einde, uiterlijk)}",
                Artikel.Verschuiving, uiterlijk.DayNumber - einde.DayNumber));
        MeldOnbekendeJaren(einde.Year, uiterlijk.Year, stappen);
        return uiterlijk;
    }

    /// <summary>The holidays between the original and the real last day of a term, which explain the new day.</summary>
    private static string OokVrij(DateOnly einde, DateOnly uiterlijk)
    {
        var zinnen = "";
        for (var dag = einde.AddDays(1); dag < uiterlijk; dag = dag.AddDays(1))
            if (Kalender.Soort(dag) is var soort and not (Dag.Zaterdag or Dag.Zondag))
                zinnen += $" Ook {Voluit(dag)} telt niet: dat is {Omschrijving(soort)}.";
        return zinnen;
    }

    private static void MeldOnbekendeJaren(int van, int totEnMet, List<Stap> stappen)
    {
        for (var jaar = van; jaar <= totEnMet; jaar++)
            if (!GelijkgesteldeDagen.ZijnBekend(jaar))
            {
                var zin = $"Voor {jaar} kennen wij nog geen dagen die met een feestdag zijn gelijkgesteld.";
                if (!stappen.Exists(stap => stap.Uitleg == zin))
                    stappen.Add(new(null, zin, Artikel.Gelijkgesteld));
            }
    }

    private static string Telwoord(int werkdagen) => werkdagen switch
    {
        1 => "Eén werkdag",
        3 => "Drie werkdagen",
        5 => "Vijf werkdagen",
        10 => "Tien werkdagen",
        _ => $"{werkdagen} werkdagen",
    };

    internal static void Controleer(DateOnly start)
    {
        if (start.Year is < Kalender.EersteJaar or > Kalender.LaatsteJaar)
            throw new ArgumentOutOfRangeException(nameof(start), start,
                $"Een termijn begint in een van de jaren {Kalender.EersteJaar} tot en met {Kalender.LaatsteJaar}.");
    }
}
