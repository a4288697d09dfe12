using WmoPlatform.Contracts;
using WmoPlatform.Correspondentie.Brieven;
using WmoPlatform.Messaging;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Correspondentie;

/// <summary>
/// Something was asked, intended or decided about help that was granted, so the person is told: each time, and once for each time. A claim
/// on who intentionally helped goes to that one alone.
/// </summary>
public sealed class BijHerziening(Briefpost post, Tabel<Gemeentebeleid> beleid)
    : IReaction<WijzigingGevraagd>, IReaction<HerzieningVoorgenomen>, IReaction<HerzieningVervallen>, IReaction<VoorzieningGewijzigd>,
        IReaction<TerugvorderingBesloten>, IReaction<TerugvorderingVerlaagd>, IReaction<EindeVoorzieningNadert>
{
    public Task Handle(WijzigingGevraagd g, CancellationToken annulering) =>
        post.Leg(new Wijzigingsverzoekbrief(g.Op.Dag(), g.Vanaf, g.Einde, Teruggenomen: false), g, annulering);

    public Task Handle(HerzieningVoorgenomen g, CancellationToken annulering) => post.Leg(
        new Herzieningsvoornemen(g.Termijn.Start, g.Vanaf, g.Einde, g.Termijn.Uiterlijk, g.Toelichting.Waarde), g, annulering);

    public Task Handle(HerzieningVervallen g, CancellationToken annulering) =>
        post.Leg(new Wijzigingsverzoekbrief(g.VervallenOp, g.VervallenOp, Einde: false, Teruggenomen: true), g, annulering);

    /// <summary>
    /// A decision on a bezwaar or an aanvraag has its own letter, which says all of it. What only goes on is no decision.
    /// </summary>
    public Task Handle(VoorzieningGewijzigd g, CancellationToken annulering) =>
        g.Soort is Besluitsoort.Bezwaar or Besluitsoort.Vormwijziging || g.LooptDoor ? Task.CompletedTask : post.Leg(
            new Wijzigingsbesluitbrief(g.BekendgemaaktOp, g.Beschikkingnummer, g.Delen, g.Motivering?.Waarde ?? "",
                g.Bezwaartermijn?.Uiterlijk, OpBezwaar: false)
            {
                Spoed = g.Soort == Besluitsoort.Spoed,
                Beroepnummer = g.Beroepnummer,
                Bijdrage = Bijdrage(g),
            }, g, annulering);

    /// <summary>The contribution of each kind of help that is granted, from its first day (Wmo 2015 art. 2.1.4).</summary>
    private IReadOnlyList<string> Bijdrage(VoorzieningGewijzigd g)
    {
        List<Bijdragegevolg> gevolgen =
        [
            .. g.Delen.GroupBy(d => (d.Product.Categorie, IsPgb: d.Leveringsvorm == Leveringsvorm.Pgb)).Select(hulp =>
                Bijdragegevolg.Van(beleid, hulp.Key.IsPgb, hulp.Min(d => d.Periode.Ingangsdatum), g.Persoon.Waarde.Geboortedatum,
                    hulp.Key.Categorie)),
        ];
        return
        [
            .. gevolgen.Select(b => b.Uitleg).Distinct(),
            .. gevolgen.Exists(b => b.Verschuldigd)
                ? (string[])["Stopt al uw hulp van de gemeente? Dan stopt ook uw eigen bijdrage."] : [],
        ];
    }

    /// <summary>A claim on who helped goes to that one alone. Without an address, in one from before, it goes by hand.</summary>
    public Task Handle(TerugvorderingBesloten g, CancellationToken annulering)
    {
        var brief = new Terugvorderingsbrief(
            g.BeslotenOp, g.Bedrag, g.Betaaltermijn.Uiterlijk, g.Bezwaartermijn.Uiterlijk, g.Motivering.Waarde)
        {
            Beschikkingnummer = g.Beschikkingnummer,
            Meewerker = g.VanMeewerker,
        };
        return g.Ontvanger is { } ander ? post.LegBij(brief, g, ander.Waarde, annulering)
            : g.VanMeewerker ? Task.CompletedTask : post.Leg(brief, g, annulering);
    }

    public Task Handle(TerugvorderingVerlaagd g, CancellationToken annulering)
    {
        var brief = new Vorderwijzigingsbrief(g.GewijzigdOp, g.Bedrag, g.Open, g.TeVeelBetaald, g.Terugbetaling?.Uiterlijk,
            g.Motivering.Waarde);
        return g.Ontvanger is { } ander ? post.LegBij(brief, g, ander.Waarde, annulering) : post.Leg(brief, g, annulering);
    }

    public Task Handle(EindeVoorzieningNadert g, CancellationToken annulering) =>
        post.Leg(new Eindebrief(g.Op.Dag(), g.Einddatum), g, annulering);
}
