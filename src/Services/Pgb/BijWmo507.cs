using WmoPlatform.Contracts;
using WmoPlatform.IStandaarden;
using WmoPlatform.Ketenverkeer;
using WmoPlatform.Messaging;
using WmoPlatform.Pgb.Opslag;
using WmoPlatform.Pgb.Regels;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Fouten;

namespace WmoPlatform.Pgb;

/// <summary>The SVB closes a budget, a year of it, or tells of a conflict. Each part is judged by itself; the WMO508 tells which were rejected.</summary>
public sealed class BijWmo507(PgbDb db, Ketenpost post, Vault kluis, TimeProvider klok, IConfiguration configuratie) : IBijKetenbericht<Wmo507>
{
    public async Task Verwerk(Wmo507 bericht, CancellationToken annulering)
    {
        if (bericht.Header.Ontvanger != configuratie.Gemeentecode()) throw Weigering.Regel("andere-gemeente", "Dit bericht is voor een andere gemeente. Controleer de Ontvanger.", "iPgb IV046");
        var (delen, nu) = (bericht.Client.FunctieBudgettenBesteed, klok.GetUtcNow());
        var budgetten = await db.MetIdentificaties(delen.Select(d => d.BudgetIdentificatie), annulering);
        var codes = new Dictionary<FunctieBudgetBesteed, string?>(ReferenceEqualityComparer.Instance);
        foreach (var deel in delen) codes[deel] = Beoordeel(deel);

        var identificatie = await post.NieuweIdentificatie(annulering);
        post.Leg(codes.Values.All(code => code is null)
            ? Retour.Akkoord(bericht, identificatie, nu.Dag())
            : Retour.Afgekeurd(bericht, identificatie, nu.Dag(), (FunctieBudgetBesteed deel) => codes[deel] is { } code ? [code] : []), budgetten.Count > 0 ? budgetten[0].Dossiernummer : "");

        string? Beoordeel(FunctieBudgetBesteed deel)
        {
            if (budgetten.SingleOrDefault(b => b.Identificaties.Contains(deel.BudgetIdentificatie)) is not { } budget) return AfsluitingPast.GeenBudget;
            if (kluis.OpenKern(budget.VerzegeldePersoon).Bsn != bericht.Client.Bsn) return AfsluitingPast.AnderePersoon;
            var periode = new Periode(deel.BestedingsPeriode.Begindatum, deel.BestedingsPeriode.Einddatum);
            return budget.SluitAf(new(bericht.Identificatie, deel.BudgetIdentificatie, deel.Zorgfunctie, periode.Ingangsdatum, periode, Bedrag.InEuros(deel.Besteed),
                deel.ZiekengeldBesteed is { } ziekengeld ? Bedrag.InEuros(ziekengeld) : null, Reden(deel), Jaar: null, nu.Dag()), bericht.Header.BerichtIdentificatie.Dagtekening, nu);
        }
    }

    private static Afsluitreden Reden(FunctieBudgetBesteed deel) => deel.RedenBudgetafsluiting switch
    {
        "1" => Afsluitreden.EindeBudget,
        "2" => Afsluitreden.Jaareinde,
        _ => Afsluitreden.Bestedingsconflict,
    };
}
