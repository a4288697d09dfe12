namespace WmoPlatform.Pgb.Tests.Model;

/// <summary>
/// What a budget is, as simply as it can be said: what was decided, how it was divided, a death, and what the SVB was told and took. It
/// knows nothing of the aggregate. For each act it gives the code of the refusal, or null when it is done.
/// </summary>
internal sealed class BudgetModel(DateOnly vandaag, IReadOnlyList<Functiebudget> toegekend, bool metDeHand)
{
    public enum Oordeel
    {
        Open,
        Opgegeven,
        Aangenomen,
        Afgewezen,
    }

    /// <summary>What the SVB was told: the parts that hold money, and which version of the representatives.</summary>
    public sealed record Melding(IReadOnlyList<Functiebudget> Delen, int Wie)
    {
        public Oordeel Oordeel { get; set; }
    }

    private int _stand;
    private bool _ingetrokken;
    private bool _bevestigd;
    private DateOnly _beslotenOp = vandaag;
    private IReadOnlyList<Functiebudget> _toegekend = toegekend;

    public DateOnly Vandaag { get; set; } = vandaag;
    public IReadOnlyList<Functiebudget> Verdeling { get; private set; } = toegekend;
    public DateOnly? OverledenOp { get; private set; }
    public int Wie { get; private set; }
    public List<Melding> Meldingen { get; } = [];
    public Melding? Svb { get; private set; }

    /// <summary>Nobody gets this budget any more: the person died before it began, or before the SVB ever took it.</summary>
    public bool Vervallen { get; private set; }

    /// <summary>The SVB did not take the last report, and a person has to find out why.</summary>
    public bool Taak { get; private set; }

    /// <summary>It has ended, and the SVB knows.</summary>
    public bool Voorbij { get; private set; }

    public bool WachtOpAntwoord => Meldingen is [.., { Oordeel: Oordeel.Open }];

    private DateOnly Begin => Verdeling.Min(d => d.Periode.Ingangsdatum);

    private DateOnly LaatsteDag => Verdeling.Max(d => d.Periode.Einddatum);

    /// <summary>
    /// The day on which it ends early: the first day when it is withdrawn as a whole; null when it runs until its last day.
    /// </summary>
    public DateOnly? Einde =>
        Vervallen || _ingetrokken ? Begin
        : OverledenOp < LaatsteDag ? OverledenOp
        : LaatsteDag <= _beslotenOp ? LaatsteDag
        : null;

    /// <summary>The parts that the last decision leaves, divided as was asked, until the day of a death.</summary>
    public IReadOnlyList<Functiebudget> Gewenst => Vervallen || _ingetrokken ? [] :
    [
        .. Verdeling.Where(d => OverledenOp is not { } dag || d.Periode.Ingangsdatum <= dag)
            .Select(d => d.Periode.Einddatum > OverledenOp ? d with { Periode = d.Periode with { Einddatum = OverledenOp.Value } } : d),
    ];

    /// <summary>Whether the SVB has what was decided. What it never had need not be taken from it.</summary>
    public bool Klopt => Svb is null ? Gewenst.Count == 0 : Svb.Wie == Wie && Svb.Delen.ToHashSet().SetEquals(Gewenst);

    /// <summary>The SVB has what was decided. That it may still answer the same thing, told again, changes nothing.</summary>
    public bool InRust => Klopt && (!WachtOpAntwoord || _bevestigd);

    /// <summary>Whether the SVB is to be told now.</summary>
    public bool MoetMelden => !WachtOpAntwoord && !Klopt && !Taak;

    // ------------------------------------------------------------------------------------------ acts

    /// <summary>The last decision counts, in whatever order they arrive.</summary>
    public bool Besluit(int stand, DateOnly op, IReadOnlyList<Functiebudget> delen)
    {
        if (stand <= _stand) return false;
        _stand = stand;
        if (Vervallen) return true;
        Wijzigt(() =>
        {
            (_ingetrokken, _beslotenOp) = (delen.Count == 0, op);
            if (_ingetrokken) return;
            Verdeling = [.. delen.SelectMany(d => _toegekend.Contains(d) ? Verdeling.Where(v => Binnen(v, d)) : [d])];
            _toegekend = delen;
            Vervallen = OverledenOp < Begin;
        });
        return true;
    }

    public string? Verdeel(IReadOnlyList<Functiebudget> delen)
    {
        var code = Einde is not null || Voorbij ? "al-beeindigd"
            : delen.ToHashSet().SetEquals(Verdeling) ? "niets-gewijzigd"
            : Fout(delen);
        if (code is null) Wijzigt(() => Verdeling = delen);
        return code;
    }

    public string? Vertegenwoordig()
    {
        if (Einde is not null || Voorbij) return "al-beeindigd";
        (Wie, Taak, _bevestigd) = (Wie + 1, false, false);
        return null;
    }

    /// <summary>A death, or an earlier day of it than was known. What had ended by then stays as it is.</summary>
    public void Sterf(DateOnly dag)
    {
        var teLaat = Vervallen || _ingetrokken || dag >= (Einde ?? LaatsteDag);
        if (teLaat) OverledenOp = dag;
        else Wijzigt(() => (OverledenOp, Vervallen) = (dag, dag < Begin || (Taak && Svb is null)));
    }

    /// <summary>A day has come after the last one. While an answer is awaited, or a person has a task, that comes first.</summary>
    public void HoudBij() => Voorbij |= LaatsteDag < Vandaag && InRust;

    public Melding Meld()
    {
        Taak = false;
        Meldingen.Add(new(Gewenst, Wie));
        return Meldingen[^1];
    }

    public string? MeldOpnieuw() => Taak ? null : "niet-afgekeurd";

    /// <summary>The SVB answers. A first answer counts; that a person gave up waiting is none.</summary>
    public void Antwoord(Melding melding, bool akkoord)
    {
        if (melding.Oordeel is Oordeel.Aangenomen or Oordeel.Afgewezen) return;
        melding.Oordeel = akkoord ? Oordeel.Aangenomen : Oordeel.Afgewezen;
        if (!akkoord)
        {
            Taak |= melding == Meldingen[^1] && !Klopt;
            return;
        }
        var eerste = Svb is null;
        Svb = melding;
        _bevestigd = Klopt;
        // An end that was rejected waits for a person, whatever else the SVB turns out to have taken.
        Taak &= !eerste && Einde is not null && !Klopt;
    }

    public void GeefOp(Melding melding)
    {
        if (melding.Oordeel != Oordeel.Open) return;
        melding.Oordeel = Oordeel.Opgegeven;
        Taak |= !Klopt;
    }

    /// <summary>A person records what the SVB said, where no message brings it.</summary>
    public string? LegVast(bool akkoord)
    {
        var laatste = Meldingen is [.., var melding] ? melding.Oordeel : Oordeel.Afgewezen;
        if (!metDeHand && laatste != Oordeel.Opgegeven) return "gaat-met-berichten";
        if (laatste is Oordeel.Aangenomen or Oordeel.Afgewezen || Voorbij) return "niets-te-beantwoorden";
        Antwoord(Meldingen[^1], akkoord);
        return null;
    }

    /// <summary>An end is done once the SVB has it, and stays so until something else is wanted.</summary>
    public void Rond() => Voorbij = InRust && (Voorbij || Einde is not null);

    private void Wijzigt(Action doe)
    {
        var (gewenst, einde) = (Gewenst, Einde);
        doe();
        if (gewenst.ToHashSet().SetEquals(Gewenst) && (Voorbij || gewenst.Count == 0 || einde == Einde)) return;
        (Taak, Voorbij, _bevestigd) = (false, false, false);
    }

    private static bool Binnen(Functiebudget deel, Functiebudget geheel) =>
        deel.Periode.Ingangsdatum >= geheel.Periode.Ingangsdatum && deel.Periode.Einddatum <= geheel.Periode.Einddatum;

    /// <summary>A division covers every granted day once, and comes to the granted money (Wmo 2015 art. 2.3.5).</summary>
    private string? Fout(IReadOnlyList<Functiebudget> delen)
    {
        if (delen.Any(d => d.Periode.Einddatum < d.Periode.Ingangsdatum)) return "einde-voor-begin";
        if (delen.Any(d => d.VerantwoordingsvrijBedrag > d.Bedrag)) return "verantwoordingsvrij-te-hoog";
        var dagen = delen.SelectMany(Dagen).ToList();
        if (dagen.Distinct().Count() < dagen.Count) return "functie-dubbel";
        return dagen.ToHashSet().SetEquals(_toegekend.SelectMany(Dagen))
            && delen.All(d => _toegekend.Any(t => t.Zorgfunctie == d.Zorgfunctie && Binnen(d, t)))
            && _toegekend.All(t => t.Bedrag == delen.Where(d => d.Zorgfunctie == t.Zorgfunctie && Binnen(d, t)).Sum(d => d.Bedrag))
                ? null : "besluit-nodig";
    }

    private static IEnumerable<(string, DateOnly)> Dagen(Functiebudget deel)
    {
        for (var dag = deel.Periode.Ingangsdatum; dag <= deel.Periode.Einddatum; dag = dag.AddDays(1)) yield return (deel.Zorgfunctie, dag);
    }
}
