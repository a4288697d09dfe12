using Microsoft.EntityFrameworkCore;
using WmoPlatform.Contracts;
using WmoPlatform.IStandaarden;
using WmoPlatform.Ketenverkeer;
using WmoPlatform.Messaging;
using WmoPlatform.Pgb.Opslag;
using WmoPlatform.ServiceDefaults;

namespace WmoPlatform.Pgb;

/// <summary>
/// Reports the situation of a budget to the SVB (WMO501). When no messages may be sent (iWmo OP003), the backoffice reports it by hand.
/// When another budget overlaps it, the SVB would reject it (iPgb TR502), so the backoffice decides first.
/// </summary>
public sealed class SvbAanmelding(PgbDb db, Ketenpost post, Vault kluis, TimeProvider klok, Gemeente gemeente)
{
    /// <summary>Reports the situation if a report is due.</summary>
    public async Task MeldAan(Budget budget, CancellationToken annulering)
    {
        if (budget.AanmeldingVerschuldigd) await MeldSituatieAan(budget, annulering);
    }

    /// <summary>Reports what was held back for the sake of another budget of the person that has made room since.</summary>
    public async Task MeldTegengehoudenAan(Guid persoonId, CancellationToken annulering)
    {
        foreach (var budget in await db.Tegengehouden(persoonId).ToListAsync(annulering))
        {
            if (await db.OverlaptAnder(budget, budget.Geldend, annulering)) continue;
            budget.LaatLos();
            await MeldAan(budget, annulering);
        }
    }

    /// <summary>Reports the present situation after a rejection.</summary>
    /// <exception cref="ServiceDefaults.Fouten.Weigering">409: the SVB has not rejected the last report.</exception>
    public async Task MeldOpnieuwAan(Budget budget, CancellationToken annulering)
    {
        budget.MoetAfgekeurdZijn();
        await MeldSituatieAan(budget, annulering);
    }

    /// <summary>
    /// Takes back the last report if it has not left yet, because what it says about the person is not true any more. It is then due again.
    /// </summary>
    public async Task NeemTerug(Budget budget, CancellationToken annulering)
    {
        if (budget.OnbeantwoordBericht is { } bericht && await post.NeemTerug(Berichtsoort.Wmo501, bericht, annulering))
            budget.WordtNietAangemeld();
    }

    private async Task MeldSituatieAan(Budget budget, CancellationToken annulering)
    {
        if (await db.OverlaptAnder(budget, budget.Geldend, annulering))
        {
            budget.HoudTegen(klok.GetUtcNow());
            return;
        }
        if (budget.MetDeHand)
        {
            budget.MeldAan(null, klok.GetUtcNow());
            return;
        }
        var identificatie = await post.NieuweIdentificatie(annulering);
        var situatie = budget.MeldAan(identificatie, klok.GetUtcNow());
        var vertegenwoordiging = budget.Vertegenwoordiging(kluis);
        post.Leg(new Wmo501(
            new Header(gemeente.Code, null, identificatie, klok.Vandaag()),
            new Wmo501Client(budget.Persoon(kluis).Bsn,
                new IStandaarden.Budget(
                    situatie.BudgetIdentificatie, situatie.BudgetIdentificatieOud, budget.AfgegevenOp, Span(situatie),
                    [.. situatie.Functiebudgetten.Select(Van)]),
                vertegenwoordiging is { Relaties.Count: > 0 } ? [.. vertegenwoordiging.Relaties.Select(r => r.AlsBericht())] : null,
                vertegenwoordiging?.Contact?.AlsBericht())), budget.Dossiernummer);
    }

    /// <summary>The period of the budget in a message: every part lies in it, also one that is withdrawn (TR016).</summary>
    private static CdtGeslotenPeriode Span(Situatie situatie) => new(
        situatie.Functiebudgetten.Min(d => d.Periode.Ingangsdatum), situatie.Functiebudgetten.Max(d => d.Periode.Einddatum));

    private static FunctieBudget Van(Functiebudget deel) => new(
        deel.Zorgfunctie, Van(deel.Periode), Bedrag.InCenten(deel.Bedrag),
        deel.VerantwoordingsvrijBedrag is { } vrij ? Bedrag.InCenten(vrij) : null);

    private static CdtGeslotenPeriode Van(Periode periode) => new(periode.Ingangsdatum, periode.Einddatum);
}
