using System.Text.Json;
using WmoPlatform.Contracts;
using WmoPlatform.IStandaarden;
using WmoPlatform.Ketenverkeer;
using WmoPlatform.Messaging;
using WmoPlatform.ServiceDefaults;

namespace WmoPlatform.Pgb;

/// <summary>Tells the SVB the situation of a budget (WMO501), or leaves that to a person where messages may not go (iWmo OP003).</summary>
public sealed class SvbMelden(Ketenpost post, Kluis kluis, TimeProvider klok, IConfiguration configuratie)
{
    private string Gemeentecode => configuratie["Gemeente:Code"] ?? throw new InvalidOperationException("Stel Gemeente:Code in.");

    public async Task MeldWatVerschuldigdIs(Budget budget, CancellationToken annulering)
    {
        if (budget.MeldingVerschuldigd) await Meld(budget, annulering);
    }

    public async Task Meld(Budget budget, CancellationToken annulering)
    {
        if (budget.MetDeHand)
        {
            budget.Meld(null, klok.GetUtcNow());
            return;
        }
        var identificatie = await post.NieuweIdentificatie(annulering);
        var situatie = budget.Meld(identificatie, klok.GetUtcNow());
        var periode = new CdtGeslotenPeriode(situatie.Periode.Ingangsdatum, situatie.Periode.Einddatum);
        post.Verzend(new Wmo501(
            new Header(Gemeentecode, null, identificatie, klok.Vandaag()),
            new Wmo501Client(kluis.OpenKern(budget.VerzegeldePersoon).Bsn, new IStandaarden.Budget(
                situatie.BudgetIdentificatie, situatie.BudgetIdentificatieOud, budget.AfgegevenOp, periode,
                [new FunctieBudget(budget.Zorgfunctie, periode, Bedrag.InCenten(situatie.Bedrag))]))), budget.Dossiernummer);
    }
}

/// <summary>Of a person only what partners need rests here, sealed.</summary>
internal static class PersoonInKluis
{
    public static string Berg(this Kluis kluis, Persoonsgegevens persoon) =>
        kluis.Verzegel(JsonSerializer.SerializeToUtf8Bytes(new Persoonskern(persoon.Bsn, persoon.Geboortedatum)));

    public static Persoonskern OpenKern(this Kluis kluis, string verzegeld) => JsonSerializer.Deserialize<Persoonskern>(kluis.Ontzegel(verzegeld))!;
}
