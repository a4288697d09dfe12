namespace WmoPlatform.Wetgeving;

/// <summary>How a term is counted, and the sentences that say so.</summary>
internal static class Afleiding
{
    /// <summary>A number of days from the start, suspended where that is possible, then the Atw once.</summary>
    public static Termijnberekening MetAtw(
        string soort, DateOnly start, string aanhef, string duur, int dagen, string feit, string grondslag, IReadOnlyList<Opschorting>? opschortingen = null)
    {
        Controleer(start);
        var einde = start.AddDays(dagen);
        var stappen = new List<Stap>(4)
        {
            new(start, $"{aanhef} {Datumtekst.Voluit(start)}.", grondslag),
            new(einde, $"{duur} na {feit} is {Datumtekst.Voluit(einde)}.", grondslag, dagen),
        };
        var uiterlijk = Verschuif(start, einde, stappen);
        return new(soort, start, uiterlijk, grondslag, stappen) { EindeVoorAtw = einde };
    }

    /// <summary>A number of working days after the start.</summary>
    public static Termijnberekening Werkdagen(
        string soort, DateOnly start, string aanhef, int werkdagen, string feit, string grondslag, bool gelijkgesteldeDagenTellen)
    {
        Controleer(start);
        var stappen = new List<Stap>(3) { new(start, $"{aanhef} {Datumtekst.Voluit(start)}.", grondslag) };
        var dag = start;
        for (var geteld = 0; geteld < werkdagen;)
        {
            dag = dag.AddDays(1);
            if (Kalender.IsWerkdag(dag, gelijkgesteldeDagenTellen))
                geteld++;
            else if (dag.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && Kalender.Soort(dag) is var soortDag)
                stappen.Add(new(dag, $"Geen werkdag is {Datumtekst.Voluit(dag)}: die dag is {Datumtekst.Omschrijving(soortDag)}.", Artikel.Van(soortDag)));
        }
        stappen.Add(new(dag, $"{Telwoord(werkdagen)} na {feit} is {Datumtekst.Voluit(dag)}.", grondslag, dag.DayNumber - start.DayNumber));
        MeldOnbekendeJaren(start.Year, dag.Year, stappen);
        return new(soort, start, dag, grondslag, stappen);
    }

    /// <summary>Plain days, without the Atw.</summary>
    public static Termijnberekening Dagen(string soort, DateOnly start, string aanhef, string duur, int dagen, string feit, string grondslag) =>
        ZonderAtw(soort, start, start.AddDays(dagen), aanhef, duur, feit, grondslag);

    /// <summary>Calendar months, the last day of a shorter month, without the Atw.</summary>
    public static Termijnberekening Maanden(string soort, DateOnly start, string aanhef, string duur, int maanden, string feit, string grondslag) =>
        ZonderAtw(soort, start, start.AddMonths(maanden), aanhef, duur, feit, grondslag);

    public static Termijnberekening MetUitstel(Termijnberekening termijn, DateOnly bekendgemaakt, int weken)
    {
        if (bekendgemaakt > termijn.Uiterlijk)
            return termijn with
            {
                ToegezegdeDatum = null,
                Stappen =
                [
                    .. termijn.Stappen,
                    new(bekendgemaakt,
                        $"Uitstel op {Datumtekst.Voluit(bekendgemaakt)} is te laat: de laatste dag was {Datumtekst.Voluit(termijn.Uiterlijk)}.", Artikel.Uitstel),
                ],
            };

        var einde = termijn.EindeVoorAtw.AddDays(7 * weken);
        var toegezegd = Kalender.LaatsteDag(termijn.Start, einde);
        return termijn with
        {
            ToegezegdeDatum = toegezegd,
            Stappen =
            [
                .. termijn.Stappen,
                new(toegezegd,
                    $"Wij hebben {(weken == 1 ? "één week" : "twee weken")} uitstel aangekondigd en beslissen uiterlijk op {Datumtekst.Voluit(toegezegd)}. "
                    + $"De wettelijke termijn blijft {Datumtekst.Voluit(termijn.Uiterlijk)}.", Artikel.Uitstel),
            ],
        };
    }

    private static Termijnberekening ZonderAtw(string soort, DateOnly start, DateOnly einde, string aanhef, string duur, string feit, string grondslag)
    {
        Controleer(start);
        return new(soort, start, einde, grondslag,
        [
            new(start, $"{aanhef} {Datumtekst.Voluit(start)}.", grondslag),
            new(einde, $"{duur} na {feit} is {Datumtekst.Voluit(einde)}.", grondslag, einde.DayNumber - start.DayNumber),
        ]);
    }

    private static DateOnly Verschuif(DateOnly start, DateOnly einde, List<Stap> stappen)
    {
        var uiterlijk = Kalender.LaatsteDag(start, einde);
        if (uiterlijk != einde)
            stappen.Add(new(uiterlijk,
                $"Omdat {Datumtekst.Voluit(einde)} {Datumtekst.Omschrijving(Kalender.Soort(einde))} is, schuift de laatste dag op naar {Datumtekst.Voluit(uiterlijk)}.",
                Artikel.Verschuiving, uiterlijk.DayNumber - einde.DayNumber));
        MeldOnbekendeJaren(einde.Year, uiterlijk.Year, stappen);
        return uiterlijk;
    }

    private static void MeldOnbekendeJaren(int van, int totEnMet, List<Stap> stappen)
    {
        for (var jaar = van; jaar <= totEnMet; jaar++)
            if (!GelijkgesteldeDagen.ZijnBekend(jaar))
                stappen.Add(new(null, $"Voor {jaar} kennen wij nog geen dagen die met een feestdag zijn gelijkgesteld.", Artikel.Gelijkgesteld));
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
