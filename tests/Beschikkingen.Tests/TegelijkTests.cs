using System.Net;
using Microsoft.EntityFrameworkCore;
using WmoPlatform.Beschikkingen.Opslag;
using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.Testhuis;
using static WmoPlatform.Beschikkingen.Tests.Voorbeelden;

namespace WmoPlatform.Beschikkingen.Tests;

/// <summary>Decisions that must know of each other wait for each other, also when their requests carry no Idempotency-Key.</summary>
public sealed class TegelijkTests : IAsyncLifetime
{
    private DienstFabriek<BeschikkingenDb>? _fabriek;

    private DienstFabriek<BeschikkingenDb> Fabriek => _fabriek!;
    private HttpClient Consulent => Fabriek.Als(Rollen.Consulent, teams: [Team]);
    private HttpClient Beslisser => Fabriek.Als(Rollen.Beslisser);

    public async ValueTask InitializeAsync()
    {
        _fabriek = await DienstFabriek.StartAsync<BeschikkingenDb>(Diensten.Beschikkingen);
        Op("2026-05-11");
    }

    public async ValueTask DisposeAsync()
    {
        if (_fabriek is not null) await _fabriek.DisposeAsync();
    }

    [Fact]
    public async Task Urgent_help_never_outlives_a_decision_that_is_made_known_at_that_moment()
    {
        var uitkomsten = new List<HttpStatusCode>();
        for (var keer = 0; keer < 6; keer++)
        {
            var (zaak, _) = await Besloten();

            var antwoorden = await Task.WhenAll(Consulent.Stuur(Spoed(zaak), Hulp), Bekend(zaak));

            antwoorden[1].StatusCode.ShouldBe(HttpStatusCode.OK);
            uitkomsten.Add(antwoorden[0].StatusCode);
            // Help that was given just before the decision ends by it; help that came just after it is refused.
            (await Fabriek.Vraag(db => db.Voorzieningen.AnyAsync(v => v.TijdelijkVoor == zaak.Meldingnummer))).ShouldBeFalse();
        }
        uitkomsten.ShouldAllBe(u => u == HttpStatusCode.Created || u == HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Making_known_waits_for_urgent_help_that_is_being_decided()
    {
        var (zaak, _) = await Besloten();
        await Wacht($"melding {await Melding(zaak)}", () => Bekend(zaak));
    }

    [Fact]
    public async Task Urgent_help_waits_for_a_decision_that_is_being_made_known()
    {
        var (zaak, _) = await Besloten();
        await Wacht($"melding {await Melding(zaak)}", () => Consulent.Stuur(Spoed(zaak), Hulp));
    }

    [Fact]
    public async Task A_bridge_waits_for_a_decision_that_is_being_made_known()
    {
        var (eerste, zin) = await Besloten();
        (await Bekend(eerste)).StatusCode.ShouldBe(HttpStatusCode.OK);
        var tweede = new Zaak(eerste.Bsn, eerste.Dossiernummer, eerste.PersoonId);
        await Fabriek.Verwerk(tweede.Gemeld("2027-04-26"));
        Op("2027-05-03");
        await Wacht($"melding {await Melding(tweede)}", () => Consulent.Stuur(
            $"/beschikkingen/v1/voorzieningen/{zin.VoorzieningId}/overbrugging", new { motivering = "Wij beslissen nog." }));
    }

    [Fact]
    public async Task A_bezwaar_waits_for_another_on_the_same_decision()
    {
        var (zaak, _) = await Besloten();
        var id = await Fabriek.Vraag(db => db.Aanvragen.Where(a => a.Dossiernummer == zaak.Dossiernummer).Select(a => a.Id).SingleAsync());
        await Wacht($"besluit {id}", () => Consulent.Stuur("/beschikkingen/v1/bezwaren", new { nummer = zaak.Dossiernummer }));
    }

    [Fact]
    public async Task A_bezwaar_that_comes_while_the_decision_is_made_known_gets_its_term()
    {
        for (var keer = 0; keer < 4; keer++)
        {
            var (zaak, _) = await Besloten();

            var antwoorden = await Task.WhenAll(
                Consulent.Stuur("/beschikkingen/v1/bezwaren", new { nummer = zaak.Dossiernummer }), Maak());

            antwoorden[0].StatusCode.ShouldBe(HttpStatusCode.Created);
            (await Fabriek.Vraag(db => db.Bezwaren.Where(b => b.Dossiernummer == zaak.Dossiernummer).Select(b => b.Uiterlijk)
                .SingleAsync())).ShouldBe(Loop.Dag("2026-08-03"));

            async Task<HttpResponseMessage> Maak()
            {
                var antwoord = await Bekend(zaak);
                await Fabriek.Verwerk((await Fabriek.Aangekondigd()).OfType<BeschikkingBekendgemaakt>()
                    .Single(g => g.Dossiernummer == zaak.Dossiernummer));
                return antwoord;
            }
        }
    }

    [Fact]
    public async Task Two_changes_of_one_voorziening_are_never_prepared_at_once()
    {
        var (zaak, zin) = await Besloten();
        await Bekend(zaak);
        var pad = $"/beschikkingen/v1/voorzieningen/{zin.VoorzieningId}/herzieningen";
        var minder = new { grond = "onjuiste-gegevens", verandering = new { vanaf = "2026-08-01", einddatum = "2026-12-31" } };

        var antwoorden = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Consulent.Stuur(pad, minder)));

        antwoorden.Count(a => a.StatusCode == HttpStatusCode.Created).ShouldBe(1);
        antwoorden.Count(a => a.StatusCode == HttpStatusCode.Conflict).ShouldBe(3);
    }

    /// <summary>
    /// Somebody holds the name, and the request goes on only after they let go of it.
    /// </summary>
    private async Task Wacht(string naam, Func<Task<HttpResponseMessage>> vraag)
    {
        Task<HttpResponseMessage> antwoord = null!;
        await Fabriek.Vraag(async db =>
        {
            await db.Hold(naam, CancellationToken.None);
            antwoord = vraag();
            while (await Wachtenden(db) == 0)
            {
                antwoord.IsCompleted.ShouldBeFalse($"{naam} hield niemand tegen");
                await Task.Yield();
            }
            antwoord.IsCompleted.ShouldBeFalse();
            return 0;
        });
        (await antwoord).IsSuccessStatusCode.ShouldBeTrue(await (await antwoord).Content.ReadAsStringAsync());
    }

    private static async Task<int> Wachtenden(BeschikkingenDb db) => (await db.Database.SqlQuery<int>(
        $"""
        SELECT count(*)::int AS "Value" FROM pg_locks l JOIN pg_database d ON d.oid = l.database
        WHERE l.locktype = 'advisory' AND NOT l.granted AND d.datname = current_database()
        """).ToListAsync())[0];

    private Task<Guid> Melding(Zaak zaak) =>
        Fabriek.Vraag(db => db.Meldingen.Where(m => m.Meldingnummer == zaak.Meldingnummer).Select(m => m.Id).SingleAsync());

    /// <summary>An aanvraag on which was decided on 11 May 2026.</summary>
    private async Task<(Zaak Zaak, GekozenVoorziening Zin)> Besloten()
    {
        var (zaak, zin) = (await new Zaak().Begint(Fabriek), Zin());
        await Fabriek.Verwerk(zaak.Verslag("2026-05-04", zin));
        await Fabriek.Verwerk(zaak.Ondertekend("2026-05-06", "2026-05-04", zin));
        await Beslisser.Doe($"{zaak.Pad}/besluit", Dienst.Toekennen(zin));
        return (zaak, zin);
    }

    private Task<HttpResponseMessage> Bekend(Zaak zaak) => Beslisser.Stuur($"{zaak.Pad}/bekendmaking", new { });

    private static string Spoed(Zaak zaak) => $"/beschikkingen/v1/meldingen/{zaak.Meldingnummer}/spoedbesluiten";

    private static object Hulp => new
    {
        product = new { categorie = "02", code = "02T21" },
        omvang = new { volume = 5, eenheid = "04", frequentie = "2" },
        motivering = "U kunt niet alleen uit bed.",
        agb = "12345678",
    };

    private void Op(string dag) => Fabriek.Klok.Zet(new DateTimeOffset(Loop.Dag(dag), new(9, 0), TimeSpan.Zero));
}
