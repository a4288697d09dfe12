using WmoPlatform.Contracts;
using WmoPlatform.IStandaarden;
using WmoPlatform.Ketenverkeer;
using WmoPlatform.Messaging;
using WmoPlatform.Pgb.Opslag;
using WmoPlatform.Pgb.Regels;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Fouten;

namespace WmoPlatform.Pgb;

/// <summary>
/// The SVB closes a budget or a year of it, or reports a conflict. Each part is judged separately and answered in the WMO508.
/// </summary>
public sealed class BijWmo507(PgbDb db, Ketenpost post, Vault kluis, TimeProvider klok, Gemeente gemeente)
    : IBijKetenbericht<Wmo507>
{
    public async Task Verwerk(Wmo507 bericht, CancellationToken annulering)
    {
        if (bericht.Header.Ontvanger != gemeente.Code)
            throw Weigering.Regel("andere-gemeente", "Dit bericht is voor een andere gemeente. Controleer de Ontvanger.", "iPgb IV046");
        var (delen, nu) = (bericht.Client.FunctieBudgettenBesteed, klok.GetUtcNow());
        var budgetten = await db.MetIdentificaties(delen.Select(d => d.BudgetIdentificatie), annulering);
        var dossiernummer = budgetten.Count > 0 ? budgetten[0].Dossiernummer : "";
        await post.Antwoord<FunctieBudgetBesteed>(bericht, Beoordeel, dossiernummer, annulering);

        string? Beoordeel(FunctieBudgetBesteed deel)
        {
            if (budgetten.SingleOrDefault(b => b.Identificaties.Contains(deel.BudgetIdentificatie)) is not { } budget)
                return AfsluitingPast.GeenBudget;
            if (!budget.Persoon(kluis).HeeftBsn(bericht.Client.Bsn)) return AfsluitingPast.AnderePersoon;
            return budget.SluitAf(Van(deel, bericht.Identificatie, nu.Dag()), bericht.Header.BerichtIdentificatie.Dagtekening, nu);
        }
    }

    private static Afsluiting Van(FunctieBudgetBesteed deel, string berichtidentificatie, DateOnly ontvangenOp)
    {
        var periode = new Periode(deel.BestedingsPeriode.Begindatum, deel.BestedingsPeriode.Einddatum);
        decimal? ziekengeld = deel.ZiekengeldBesteed is { } centen ? Bedrag.InEuros(centen) : null;
        return new(
            berichtidentificatie, deel.BudgetIdentificatie, deel.Zorgfunctie, periode.Ingangsdatum, periode, Bedrag.InEuros(deel.Besteed),
            ziekengeld, Reden(deel), Jaar: null, ontvangenOp);
    }

    private static Afsluitreden Reden(FunctieBudgetBesteed deel) => deel.RedenBudgetafsluiting switch
    {
        "1" => Afsluitreden.EindeBudget,
        "2" => Afsluitreden.Jaareinde,
        _ => Afsluitreden.Bestedingsconflict,
    };
}
