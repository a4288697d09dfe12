using WmoPlatform.Beschikkingen.Herzieningen;
using WmoPlatform.Beschikkingen.Voorzieningen;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.Testhuis;
using WmoPlatform.Wetgeving;
using static WmoPlatform.Beschikkingen.Tests.Loop;
using static WmoPlatform.Beschikkingen.Tests.Voorbeelden;

namespace WmoPlatform.Beschikkingen.Tests;

/// <summary>
/// A voorziening in memory, with a day that the test chooses. It was granted on Monday 11 May 2026: 120 minutes a week, from 1 June 2026 to
/// 31 May 2027.
/// </summary>
internal sealed class Herzieningsloop
{
    private static readonly Vault Kluis = Sleutels.Kluis(Diensten.Beschikkingen);
    private static readonly Gebruiker EenConsulent =
        new("consulent-1", new HashSet<string> { Rollen.Consulent }, null, null, new HashSet<string> { Team });
    private readonly Loop _loop;
    private int _nummer;

    public Herzieningsloop(GekozenVoorziening? gevraagd = null, Uitkomst uitkomst = Uitkomst.Toekennen, decimal? budget = null)
    {
        gevraagd ??= Zin();
        _loop = new Loop(gevraagd).Op("2026-05-11");
        _loop.Aanvraag.Beslis([Over(gevraagd, uitkomst) with { Budget = budget }],
            new Dictionary<Guid, bool> { [gevraagd.VoorzieningId] = true }, Beslisser(), "B-2026-000001", Beleid, _loop.Nu);
        _loop.Aanvraag.MaakBekend(
            Dag("2026-05-11"), new Dictionary<Guid, bool> { [gevraagd.VoorzieningId] = true }, Beleid, Kluis, _loop.Nu);
        Voorziening = Voorziening.Bij(_loop.Aanvraag, _loop.Aanvraag.Beschikt().Single(), Kluis);
    }

    public Voorziening Voorziening { get; }

    /// <summary>The choices of the municipality about its decisions.</summary>
    public Tabel<Gemeentebeleid> Regels { get; init; } = Beleid;

    public void KeurGoed(Herziening herziening, string door) =>
        herziening.KeurGoed(Voorziening, Beslisser() with { Id = door }, _loop.Nu);

    public Herzieningsloop Op(string dag)
    {
        _loop.Op(dag);
        return this;
    }

    public Herziening Begin(Herzieningsgrond grond, Verandering verandering, string? wilVan = null, string? redenTerug = null) =>
        Herziening.Begin(
            Voorziening, $"H-2026-{++_nummer:D6}", grond, verandering, wilVan is null ? null : Dag(wilVan), redenTerug, _loop.Nu);

    public Herziening Opgezegd(string vanaf, string op)
    {
        Op(op);
        return Begin(Herzieningsgrond.OpVerzoek, new(Dag(vanaf), Einde: true), op);
    }

    public Herzieningsloop NeemVoor(Herziening herziening, string uiterlijk)
    {
        herziening.NeemVoor(
            Voorziening, Dag(uiterlijk), "Het gaat beter met u.", Beleid.Op(_loop.Nu.Date.Dag()).Waarde.Herziening, _loop.Nu);
        return this;
    }

    public Herzieningsloop Beslis(Herziening herziening, bool consulent = false, NietGehoord? nietGehoord = null, bool? pgbAkkoord = null,
        string? bsn = null)
    {
        herziening.Beslis(Voorziening, "Dit is waarom.", nietGehoord,
            pgbAkkoord is { } akkoord ? new() { [Voorziening.VoorzieningId] = akkoord } : new Dictionary<Guid, bool>(),
            consulent ? EenConsulent : Beslisser(bsn), $"B-2026-{100 + _nummer:D6}", Regels, _loop.Nu);
        return this;
    }

    public Herzieningsloop MaakBekend(Herziening herziening, bool pgbAkkoord = false)
    {
        herziening.MaakBekend(
            Voorziening, new Dictionary<Guid, bool> { [Voorziening.VoorzieningId] = pgbAkkoord }, Regels, Kluis, _loop.Nu);
        return this;
    }

    public void Herroep(Herziening herziening) => herziening.Herroep(Voorziening, "B-2026-000900", "U komt erop terug.", Kluis, _loop.Nu);

    /// <summary>Claims back from the first day of the help that was taken, by default of the whole time until the bekendmaking.</summary>
    public Terugvordering VorderTerug(
        Herziening herziening, decimal bedrag = 500m, string? van = null, string? tot = null, Postadres? meewerker = null) =>
        herziening.VorderTerug(new(Guid.NewGuid(), $"B-2026-{200 + ++_nummer:D6}", default,
            [new(new(Dag(van ?? "2026-06-01"), Dag(tot ?? van ?? "2026-08-02")), bedrag, Vorderbron.Declaratie, "D-1")],
            "Tien uur van 50 euro.", "De verhuizing is verzwegen.", "U gaf onjuiste gegevens.", ""),
            meewerker, Voorziening, Beslisser(), Regels, Kluis, _loop.Nu);

    public void Verlaag(Herziening herziening, Guid id, decimal bedrag) =>
        herziening.Verlaag(id, bedrag, Vorderwijziging.Ambtshalve, "Het was minder.", Kluis, _loop.Nu);

    public void SpreekAf(Herziening herziening, Guid id, params (string Uiterlijk, decimal Bedrag)[] delen) =>
        herziening.SpreekRegelingAf(id, [.. delen.Select(d => new Betaaltermijn(Dag(d.Uiterlijk), d.Bedrag))], _loop.Nu);

    public void BetaalTerug(Herziening herziening, Guid id, string op) => herziening.BetaalTerug(id, Dag(op), _loop.Nu);

    /// <summary>A decision on a bezwaar gives the help back on all days.</summary>
    public Herzieningsloop HulpTerug(Herziening herziening)
    {
        Voorziening.Wijzig(Besluitsoort.Bezwaar, Guid.NewGuid(), "Z-2026-000001", _loop.Nu.Date.Dag(), Voorziening.Standen[0].Delen, null,
            "U krijgt de hulp terug.", Kluis, _loop.Nu);
        herziening.LaatVorderingenVervallen(Voorziening, Kluis, _loop.Nu);
        return this;
    }

    /// <summary>A court orders help in kind, of so many minutes a week.</summary>
    /// <returns>The order.</returns>
    public Guid Rechter(string van, string tot, int volume, string? uitspraak = null, string? agb = null, bool pgb = false)
    {
        var bevel = new Rechtersdeel(Guid.NewGuid(), Guid.NewGuid(), "R-2026-000001",
            uitspraak is null ? _loop.Nu.Date.Dag() : Dag(uitspraak),
            Voorziening.Gevraagd with
            {
                Omvang = pgb ? Voorziening.Gevraagd.Omvang : new(volume, "01", "2"),
                Periode = new(Dag(van), Dag(tot)),
                Leveringsvorm = pgb ? Leveringsvorm.Pgb : Leveringsvorm.Zin,
                Agb = pgb ? null : agb ?? "12345678",
                Budget = pgb ? volume : null,
            }, Dag(tot))
        { NoemtAanbieder = agb is not null };
        Voorziening.GeefRechtershulp(bevel, "De rechter gaf u hulp.", Kluis, _loop.Nu);
        return bevel.OpdrachtId;
    }

    /// <summary>The help of one order lasts until another day.</summary>
    public Herzieningsloop RechterTot(Guid opdracht, string dag)
    {
        Voorziening.VerzetRechtershulp(r => r.OpdrachtId == opdracht ? Dag(dag) : r.LaatsteDag, "Het is voorbij.", Kluis, _loop.Nu);
        return this;
    }

    public Herzieningsloop LoopDoor()
    {
        Voorziening.LoopDoor(Beleid.Op(_loop.Nu.Date.Dag()).Waarde.Tijdelijk, Kluis, _loop.Nu);
        return this;
    }

    public void Ontvang(Herziening herziening, Guid id, decimal bedrag, string op) => herziening.Ontvang(id, bedrag, Dag(op), _loop.Nu);

    public void Vervalt(Herziening herziening, bool doorInwoner) => herziening.Vervalt(doorInwoner, _loop.Nu);

    /// <summary>A decision on a bezwaar gives so many minutes a week on all days.</summary>
    public Herzieningsloop OpBezwaar(int minuten)
    {
        Voorziening.Wijzig(Besluitsoort.Bezwaar, Guid.NewGuid(), "Z-2026-000001", _loop.Nu.Date.Dag(),
            [.. Voorziening.Delen.Select(d => d with { Omvang = d.Omvang with { Volume = minuten } })], null, "U krijgt meer.", Kluis,
            _loop.Nu);
        return this;
    }

    public void NeemZienswijze(Herziening herziening, string op) =>
        herziening.NeemZienswijze(new(Dag(op), Mondeling: true, "Ik heb de hulp nodig."), _loop.Nu);

    /// <summary>The events since this was asked last.</summary>
    public static IReadOnlyList<Gebeurtenis> Aangekondigd(Aggregate van) => Aankondigingen.Van(van);

    /// <summary>The granted parts, as first day, last day and volume or budget.</summary>
    public IEnumerable<(string Van, string Tot, decimal Hoeveel)> Delen => Voorziening.Delen.Select(d =>
        ($"{d.Periode.Ingangsdatum:yyyy-MM-dd}", $"{d.Periode.Einddatum:yyyy-MM-dd}", d.Budget ?? d.Omvang.Volume));
}

internal static class Dagen
{
    public static DateOnly Dag(this DateTime moment) => DateOnly.FromDateTime(moment);
}
