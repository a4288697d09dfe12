using WmoPlatform.IStandaarden;
using WmoPlatform.Keten.Brp;
using WmoPlatform.Keten.Post;

namespace WmoPlatform.Keten.Svb;

/// <summary>The SVB: takes WMO501, reserves budgets, answers with WMO502.</summary>
internal sealed class Betaalinstantie : IPartner
{
    private readonly Dictionary<(string? Afzender, string Bsn, string Budget), Wmo501> _budgetten = [];

    public string Naam => "svb";
    public string Pad => "/pgb/v1/ipgb/berichten";
    public string Afkeurcode => Svbcode.BudgetNietUniek;

    public string? Sleutel(Ketenbericht bericht) => (bericht as Wmo501)?.Client.Budget.BudgetIdentificatie;

    public IReadOnlyList<string> Beoordeel(Heenbericht bericht, DateOnly vandaag, Func<string, bool> onbeantwoord)
    {
        var heen = (Wmo501)bericht;
        return Controle.Uitkomst(IsTechnischJuist(heen), [.. Controle.Dagtekening(heen, vandaag), .. Codes(heen, onbeantwoord)]);
    }

    private static bool IsTechnischJuist(Wmo501 heen) =>
        Controle.Elfproef(heen.Client.Bsn)
        && (heen.Client.Budget.Afgiftedatum ?? DateOnly.MinValue) <= heen.Header.BerichtIdentificatie.Dagtekening // CS023
        && heen.Client.Budget.FunctieBudgetten.All(deel =>
            deel.FunctieBudgetPeriode.Einddatum >= deel.FunctieBudgetPeriode.Begindatum // CS003
            && deel.FunctieBudgetPeriode.Begindatum >= new DateOnly(2018, 1, 1) // TR511
            && (deel.FunctieBudgetBedrag > 0 || deel.FunctieBudgetPeriode.Einddatum == deel.FunctieBudgetPeriode.Begindatum) // CD505
            && (deel.VerantwoordingsvrijBedrag ?? 0) <= deel.FunctieBudgetBedrag); // TR503

    private IEnumerable<string> Codes(Wmo501 heen, Func<string, bool> onbeantwoord)
    {
        var budget = heen.Client.Budget;
        if (Testpersonen.Zoek(heen.Client.Bsn) is null) yield return Svbcode.NietInBrp;
        if (_budgetten.ContainsKey((heen.Header.Afzender, heen.Client.Bsn, budget.BudgetIdentificatie))) yield return Svbcode.BudgetNietUniek;
        if (budget.BudgetIdentificatieOud is not { } oud)
        {
            if (budget.FunctieBudgetten.Any(deel => deel.FunctieBudgetBedrag == 0)) yield return Svbcode.IntrekkingOnjuist;
            yield break;
        }
        if (!_budgetten.TryGetValue((heen.Header.Afzender, heen.Client.Bsn, oud), out var vorige))
        {
            yield return Svbcode.GeenEerderBudget;
            yield break;
        }
        if (onbeantwoord(vorige.Identificatie)) yield return Svbcode.WachtOpRetour;
        // TR514: what is withdrawn began on the day that the earlier message said.
        var begonnen = vorige.Client.Budget.FunctieBudgetten.Select(deel => (deel.Zorgfunctie, deel.FunctieBudgetPeriode.Begindatum)).ToHashSet();
        if (budget.FunctieBudgetten.Any(deel => deel.FunctieBudgetBedrag == 0 && !begonnen.Contains((deel.Zorgfunctie, deel.FunctieBudgetPeriode.Begindatum))))
            yield return Svbcode.IntrekkingOnjuist;
    }

    public Retourbericht Antwoord(Heenbericht bericht, IReadOnlyList<string> codes, string identificatie, DateOnly vandaag) =>
        Retour.Met(bericht, identificatie, vandaag, codes);

    public IEnumerable<Heenbericht> Daarna(Heenbericht bericht, DateOnly vandaag) => [];

    public void Onthoud(Ketenbericht bericht)
    {
        if (bericht is Wmo501 heen) _budgetten[(heen.Header.Afzender, heen.Client.Bsn, heen.Client.Budget.BudgetIdentificatie)] = heen;
    }
}

/// <summary>The SVB's return codes. Its list is not public: these follow the pattern of iWmo, a 9 and the number of the rule.</summary>
internal static class Svbcode
{
    /// <summary>TR504: the BSN is not in the BRP.</summary>
    public const string NietInBrp = "9504";
    /// <summary>TR507: the next message on a budget before the answer to the previous one.</summary>
    public const string WachtOpRetour = "9507";
    /// <summary>TR514: a withdrawal that is not of an earlier budget's first day.</summary>
    public const string IntrekkingOnjuist = "9514";
    /// <summary>TR562: BudgetIdentificatieOud is not known.</summary>
    public const string GeenEerderBudget = "9562";
    /// <summary>TR574: BudgetIdentificatie has been used for this client.</summary>
    public const string BudgetNietUniek = "9574";
}
