using WmoPlatform.Beschikkingen.Beslistermijnen;
using WmoPlatform.Beschikkingen.Besluiten;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Testhuis;
using WmoPlatform.Wetgeving;
using static WmoPlatform.Beschikkingen.Tests.Voorbeelden;

namespace WmoPlatform.Beschikkingen.Tests;

/// <summary>
/// An aanvraag in memory, with a day that the test chooses. It was received on Friday 1 May 2026, so the two weeks end on 15 May, a day put
/// on a par with a holiday, and run to Monday 18 May.
/// </summary>
internal sealed class Loop
{
    public static readonly Tabel<Gemeentebeleid> Beleid = Gemeentebeleid.Almere;
    private static readonly Vault Kluis = Sleutels.Kluis(Diensten.Beschikkingen);
    private DateTimeOffset _nu;

    public Loop(params GekozenVoorziening[] voorzieningen)
    {
        Op("2026-05-01");
        Gevraagd = voorzieningen is [] ? [Zin()] : voorzieningen;
        Aanvraag = Aanvraag.Ontvang(
            Verslag(Dag("2026-05-01"), Gevraagd) with { VerslagVan = Dag("2026-04-20") }, "A-2026-000001", Kluis, _nu);
        Aangekondigd();
    }

    public GekozenVoorziening[] Gevraagd { get; }
    public Aanvraag Aanvraag { get; }
    public DateTimeOffset Nu => _nu;

    /// <summary>The choices of the municipality about its decisions.</summary>
    public Tabel<Gemeentebeleid> Regels { get; init; } = Beleid;

    /// <summary>The outcomes of the pgb-toets.</summary>
    public Dictionary<Guid, bool> Toetsen { get; } = [];

    public static DateOnly Dag(string dag) => DateOnly.ParseExact(dag, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    public Loop Op(string dag)
    {
        _nu = new DateTimeOffset(Dag(dag), new(9, 0), TimeSpan.Zero);
        return this;
    }

    /// <summary>The events since this was asked last.</summary>
    public IReadOnlyList<Gebeurtenis> Aangekondigd() => Aankondigingen.Van(Aanvraag);

    public Aanvulverzoek Vraag(string uiterlijk, params string[] stukken) => Aanvraag.VraagAanvulling(Dag(uiterlijk),
        [.. stukken.Select((s, i) => new GevraagdStuk(i + 1, Stuksoort.Anders, s))], null, Beleid, _nu);

    public Loop Neem(Aanvulverzoek verzoek, string op, params int[] nummers)
    {
        Aanvraag.NeemAanvulling(verzoek.Id, nummers, Dag(op), Beleid, _nu);
        return this;
    }

    public Stilstand SchortOp(Opschortingsgrond grond, string van, string? tot) =>
        Aanvraag.SchortOp(grond, Dag(van), tot is null ? null : Dag(tot), "Wij wachten op een antwoord.", Beleid, _nu);

    public Loop HoudBij()
    {
        Aanvraag.HoudBij(Beleid, _nu);
        return this;
    }

    public Loop Beslis(Uitkomst uitkomst) =>
        Beslis([.. Aanvraag.Voorzieningen.Select(v => Over(v, uitkomst))]);

    /// <summary>A decision, with a reason when it is against the advice.</summary>
    public static Voorzieningbesluit Over(GekozenVoorziening voorziening, Uitkomst uitkomst) =>
        new(uitkomst, "Dit is waarom.", voorziening.VoorzieningId)
        {
            RedenAfwijkingAdvies = uitkomst is Uitkomst.Afwijzen or Uitkomst.GedeeltelijkToekennen ? "De situatie is veranderd." : null,
        };

    public Loop Beslis(params Voorzieningbesluit[] besluiten)
    {
        Aanvraag.Beslis(besluiten, Toetsen, Beslisser(), "B-2026-000001", Regels, _nu);
        return this;
    }

    public Loop MaakBekend()
    {
        Aanvraag.MaakBekend(DateOnly.FromDateTime(_nu.Date), Toetsen, Regels, Kluis, _nu);
        return this;
    }

    public static (int Status, string Code) Geweigerd(Action doe)
    {
        var weigering = Should.Throw<Weigering>(doe);
        return (weigering.Status, weigering.Code);
    }
}
