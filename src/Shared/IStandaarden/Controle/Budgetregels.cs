namespace WmoPlatform.IStandaarden.Controle;

/// <summary>The rules of WMO501 and WMO507.</summary>
internal static class Budgetregels
{
    private const string GewaarborgdeHulp = "4";
    private static readonly DateOnly Vroegst = new(2018, 1, 1);

    public static void Controleer(Bevindingen b, Wmo501 bericht)
    {
        var (client, budget) = (bericht.Client, bericht.Client.Budget);
        Persoonsregels.Bsn(b, client.Bsn, "Client/Bsn");
        b.Eis(!(budget.Afgiftedatum > bericht.Header.BerichtIdentificatie.Dagtekening), "CS023", "Client/Budget/Afgiftedatum",
            "De beschikking is van na de dagtekening.");
        if (budget.BudgetPeriode is { } periode) Periode(b, periode, "Client/Budget/BudgetPeriode");
        var lijst = "Client/Budget/FunctieBudgetten/FunctieBudget";
        for (var i = 0; i < budget.FunctieBudgetten.Count; i++)
        {
            var (deel, pad) = (budget.FunctieBudgetten[i], $"{lijst}[{i + 1}]");
            Periode(b, deel.FunctieBudgetPeriode, $"{pad}/FunctieBudgetPeriode");
            b.Eis(deel.FunctieBudgetBedrag != 0 || deel.FunctieBudgetPeriode.Einddatum == deel.FunctieBudgetPeriode.Begindatum, "CD505",
                $"{pad}/FunctieBudgetPeriode/Einddatum", "Een ingetrokken budget eindigt op de dag waarop het begon.");
            b.Eis(!(deel.VerantwoordingsvrijBedrag > deel.FunctieBudgetBedrag), "TR503", $"{pad}/VerantwoordingsvrijBedrag",
                "Het verantwoordingsvrije bedrag is hoger dan het budget.");
        }
        var bezet = new Dictionary<string, Periodes>();
        for (var i = 0; i < budget.FunctieBudgetten.Count; i++) Samen(b, budget, budget.FunctieBudgetten[i], bezet, $"{lijst}[{i + 1}]");
        b.Uniek(budget.FunctieBudgetten, "TR101", lijst, d => (d.Zorgfunctie, d.FunctieBudgetPeriode));
        Relaties(b, client.Relaties ?? []);
        Adres(b, client.Contact?.Adres, "Client/Contact/Adres");
    }

    public static void Controleer(Bevindingen b, Wmo507 bericht)
    {
        Persoonsregels.Bsn(b, bericht.Client.Bsn, "Client/Bsn");
        var (delen, lijst) = (bericht.Client.FunctieBudgettenBesteed, "Client/FunctieBudgettenBesteed/FunctieBudgetBesteed");
        for (var i = 0; i < delen.Count; i++)
        {
            Periode(b, delen[i].BestedingsPeriode, $"{lijst}[{i + 1}]/BestedingsPeriode");
            b.Eis(delen[i].VerantwoordingsvrijBedragBesteed is null, "CS501", $"{lijst}[{i + 1}]/VerantwoordingsvrijBedragBesteed",
                "Voor de Wmo is er geen verantwoordingsvrij bedrag besteed.");
        }
        b.Uniek(delen, "TR101", lijst, d => (d.BudgetIdentificatie, d.Zorgfunctie, d.BestedingsPeriode));
    }

    /// <summary>
    /// TR016 and TR502: a part lies within the budget, and one zorgfunctie has one part at a time. Withdrawn parts are free of both rules,
    /// and a situation that replaces another is free of the second.
    /// </summary>
    private static void Samen(Bevindingen b, Budget budget, FunctieBudget deel, Dictionary<string, Periodes> bezet, string pad)
    {
        var periode = deel.FunctieBudgetPeriode;
        if (deel.FunctieBudgetBedrag == 0) return;
        b.Eis(budget.BudgetPeriode is not { } heel || (periode.Begindatum >= heel.Begindatum && periode.Einddatum <= heel.Einddatum),
            "TR016", $"{pad}/FunctieBudgetPeriode", "De periode valt niet binnen de periode van het budget.");
        if (budget.BudgetIdentificatieOud is not null) return;
        if (!bezet.TryGetValue(deel.Zorgfunctie, out var eerder)) bezet[deel.Zorgfunctie] = eerder = new();
        b.Eis(!eerder.Raakt(periode.Begindatum, periode.Einddatum), "TR502", pad,
            "Voor deze zorgfunctie is er in dezelfde tijd al een budget.");
        if (deel.FunctieBudgetBedrag > 0) eerder.Voeg(periode.Begindatum, periode.Einddatum);
    }

    private static void Adres(Bevindingen b, CdtAdres? adres, string pad)
    {
        b.Eis(adres is null or { Huis: not null, Postcode: not null }, "TR506", pad, "Een adres heeft een huisnummer en een postcode.");
        Persoonsregels.Postcode(b, adres, pad);
    }

    private static void Periode(Bevindingen b, CdtGeslotenPeriode periode, string pad)
    {
        b.Periode(periode.Begindatum, periode.Einddatum, "CS003", $"{pad}/Einddatum");
        b.Eis(periode.Begindatum >= Vroegst, "TR511", $"{pad}/Begindatum", "De dag ligt voor 1 januari 2018.");
    }

    private static void Relaties(Bevindingen b, IReadOnlyList<PgbRelatie> relaties)
    {
        for (var i = 0; i < relaties.Count; i++)
        {
            var (r, pad) = (relaties[i], $"Client/Relaties/Relatie[{i + 1}]");
            b.Eis(r.Soort != GewaarborgdeHulp, "CS502", $"{pad}/Soort", "Gewaarborgde hulp bestaat niet in de Wmo.");
            if (r.Bsn is { } bsn) Persoonsregels.Bsn(b, bsn, $"{pad}/Bsn");
            b.Eis((r.KvkNummer ?? r.Contact?.Organisatie) is null || (r.Bsn is null && r.Naam is null), "CD504", pad,
                "Een organisatie heeft geen BSN en geen naam van een persoon.");
            b.Eis(r.Bsn is not null || r.Naam is not null || r.KvkNummer is not null || r.Contact?.Organisatie is not null, "TR515", pad,
                "Geef een BSN, een naam, een KvK-nummer of een organisatie.");
            Persoonsregels.Naam(b, r.Naam, $"{pad}/Naam");
            Adres(b, r.Contact?.Adres, $"{pad}/Contact/Adres");
        }
        b.Uniek(relaties, "TR101", "Client/Relaties/Relatie", r => r.Nummer);
    }
}
