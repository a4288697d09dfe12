using System.Text.Json;
using WmoPlatform.Contracts;
using WmoPlatform.IStandaarden;
using WmoPlatform.Ketenverkeer;
using WmoPlatform.Messaging;
using WmoPlatform.Pgb.Opslag;
using WmoPlatform.ServiceDefaults;

namespace WmoPlatform.Pgb;

/// <summary>
/// Tells the SVB the situation of a budget (WMO501), or leaves that to a person where messages may not go (iWmo OP003), or where the SVB would
/// reject it because it overlaps another budget (iPgb TR502).
/// </summary>
public sealed class SvbMelden(PgbDb db, Ketenpost post, Vault kluis, TimeProvider klok, Gemeente gemeente)
{
    public async Task MeldWatVerschuldigdIs(Budget budget, CancellationToken annulering)
    {
        if (budget.MeldingVerschuldigd) await Meld(budget, annulering);
    }

    public async Task Meld(Budget budget, CancellationToken annulering)
    {
        if (budget.IsNogNietBijSvb && await db.OverlaptAnder(budget, budget.Functiebudgetten, annulering))
        {
            budget.HoudTegen(klok.GetUtcNow());
            return;
        }
        if (budget.MetDeHand)
        {
            budget.Meld(null, klok.GetUtcNow());
            return;
        }
        var identificatie = await post.NieuweIdentificatie(annulering);
        var situatie = budget.Meld(identificatie, klok.GetUtcNow());
        var vertegenwoordiging = kluis.OpenVertegenwoordiging(budget.VerzegeldeVertegenwoordiging);
        post.Verzend(new Wmo501(
            new Header(gemeente.Code, null, identificatie, klok.Vandaag()),
            new Wmo501Client(kluis.OpenKern(budget.VerzegeldePersoon).Bsn,
                new IStandaarden.Budget(situatie.BudgetIdentificatie, situatie.BudgetIdentificatieOud, budget.AfgegevenOp, Van(situatie.Periode), [.. situatie.Functiebudgetten.Select(Van)]),
                vertegenwoordiging is { Relaties.Count: > 0 } ? [.. vertegenwoordiging.Relaties.Select(r => r.AlsBericht())] : null,
                vertegenwoordiging?.Contact?.AlsBericht())), budget.Dossiernummer);
    }

    private static FunctieBudget Van(Functiebudget deel) =>
        new(deel.Zorgfunctie, Van(deel.Periode), Bedrag.InCenten(deel.Bedrag), deel.VerantwoordingsvrijBedrag is { } vrij ? Bedrag.InCenten(vrij) : null);

    private static CdtGeslotenPeriode Van(Periode periode) => new(periode.Ingangsdatum, periode.Einddatum);
}

/// <summary>Of a person only what partners need rests here, sealed.</summary>
internal static class PersoonInKluis
{
    public static string Berg(this Vault kluis, Persoonsgegevens persoon) =>
        kluis.Seal(JsonSerializer.SerializeToUtf8Bytes(new Persoonskern(persoon.Bsn, persoon.Geboortedatum)));

    public static Persoonskern OpenKern(this Vault kluis, string verzegeld) => JsonSerializer.Deserialize<Persoonskern>(kluis.Unseal(verzegeld))!;
}
