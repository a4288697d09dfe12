using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using WmoPlatform.Contracts;
using WmoPlatform.Dossiers.Opslag;
using WmoPlatform.Dossiers.Projectie;
using WmoPlatform.Messaging;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.Testhuis;

namespace WmoPlatform.Dossiers.Tests;

/// <summary>An event is in the journal first. What goes wrong with showing it stays within its line, or within its dossier.</summary>
public sealed class JournaalEerstTests : IAsyncLifetime
{
    private const string Kapot = "D-2026-000001";
    private const string Heel = "D-2026-000002";

    private DienstFabriek<DossiersDb> _fabriek = null!;

    public async ValueTask InitializeAsync() => _fabriek = await DienstFabriek.StartAsync<DossiersDb>(Diensten.Dossiers);

    public ValueTask DisposeAsync() => _fabriek.DisposeAsync();

    [Fact]
    public async Task A_line_that_cannot_be_read_hides_nothing_else_of_its_dossier()
    {
        var verhaal = Verhaal.Gemeld(Kapot).InOnderzoek().Gebeurtenissen;
        await Verwerk(verhaal.Take(2));
        await Onleesbaar(Kapot);
        await Verwerk(verhaal.Skip(2));

        var dossier = await Lees(Kapot);
        dossier.GetProperty("status").GetString().ShouldBe("in-onderzoek");
        var regels = dossier.GetProperty("tijdlijn").EnumerateArray().Select(r => r.GetProperty("wat").GetString()!).ToArray();
        regels.Length.ShouldBe(verhaal.Count + 1);
        regels.Count(r => r.StartsWith("Wat hier gebeurde, kan nu niet worden getoond.", StringComparison.Ordinal)).ShouldBe(1);
        var melding = (await NietGetoond()).ShouldHaveSingleItem();
        melding.GetProperty("dossiernummer").GetString().ShouldBe(Kapot);
        melding.GetProperty("gebeurtenis").GetString().ShouldBe("GesprekGepland");
    }

    [Fact]
    public async Task An_event_without_a_sentence_is_in_the_journal_and_counts()
    {
        // The list with names of help begins in 2020. The event itself is sound.
        var verhaal = Verhaal.Gemeld(Kapot).InOnderzoek();
        verhaal.Dan(new IndicatieGesteld(verhaal.VoorzieningId, Verhaal.Product, Verhaal.Omvang, Verhaal.Periode));
        var oud = verhaal.Gebeurtenissen[^1] with { Op = new(2019, 1, 1, 9, 0, 0, TimeSpan.Zero) };
        await Verwerk([.. verhaal.Gebeurtenissen.SkipLast(1), oud]);

        (await _fabriek.Vraag(db => db.Journaal.CountAsync())).ShouldBe(verhaal.Gebeurtenissen.Count);
        (await Lees(Kapot)).GetProperty("tijdlijn").GetArrayLength().ShouldBe(verhaal.Gebeurtenissen.Count);
        (await NietGetoond()).ShouldHaveSingleItem().GetProperty("gebeurtenis").GetString().ShouldBe("IndicatieGesteld");
    }

    [Fact]
    public async Task A_dossier_that_cannot_be_shown_is_marked_and_others_go_on()
    {
        await Voer($"""
            CREATE FUNCTION kapot() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'kapot'; END $$;
            CREATE TRIGGER kapot BEFORE INSERT ON dossier FOR EACH ROW WHEN (NEW.dossiernummer = '{Kapot}') EXECUTE FUNCTION kapot()
            """);
        foreach (var g in Verhaal.Gemeld(Kapot).InOnderzoek().Gebeurtenissen) await _fabriek.Verwerk((dynamic)g);
        await Verwerk(Verhaal.Gemeld(Heel).InOnderzoek().Gebeurtenissen);

        (await Lees(Heel)).GetProperty("status").GetString().ShouldBe("in-onderzoek");
        (await _fabriek.Vraag(db => db.Journaal.CountAsync(j => j.Dossiernummer == Kapot))).ShouldBe(4);
        await Tot.Waar(async () => (await NietGetoond()).Count(r => r.GetProperty("dossiernummer").GetString() == Kapot) == 4);

        await Voer("DROP FUNCTION kapot CASCADE");
        await _fabriek.Getoond(Kapot);
        (await Lees(Kapot)).GetProperty("tijdlijn").GetArrayLength().ShouldBe(4);
        (await NietGetoond()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_rebuild_goes_past_what_it_cannot_read_and_reports_it()
    {
        await Verwerk(Verhaal.Gemeld(Kapot).InOnderzoek().Gebeurtenissen);
        await Verwerk(Verhaal.Gemeld(Heel).InOnderzoek().Gebeurtenissen);
        await Onleesbaar(Kapot);
        await _fabriek.Getoond(Kapot);
        await Voer("UPDATE dossier SET wat = 'Fout'");

        await using var scope = _fabriek.Services.CreateAsyncScope();
        var verslag = await scope.ServiceProvider.GetRequiredService<Herbouw>().Alles(null, default);

        verslag.Dossiers.ShouldBe(2);
        verslag.Mislukt.ShouldBeEmpty();
        verslag.Onleesbaar.ShouldHaveSingleItem().Dossiernummer.ShouldBe(Kapot);
        foreach (var nummer in new[] { Kapot, Heel })
            (await Lees(nummer)).GetProperty("aanZet").GetProperty("wat").GetString().ShouldNotBe("Fout");
    }

    [Fact]
    public async Task What_is_remembered_of_a_dossier_never_differs_from_its_journal()
    {
        // Two instances take turns, so each of them remembers a dossier that the other has changed.
        await using var tweede = await DienstFabriek.StartAsync<DossiersDb>(Diensten.Dossiers,
            instellingen: new Dictionary<string, string> { ["ConnectionStrings:dossiers"] = _fabriek.Database.ConnectionString });
        var verhaal = Verhaal.Zin(Kapot);
        var aankomst = verhaal.Gebeurtenissen.ToArray();
        new Random(11).Shuffle(aankomst);
        foreach (var g in aankomst)
        {
            await _fabriek.Verwerk((dynamic)g);
            await _fabriek.Getoond(Kapot);
        }
        var levend = (await Lees(Kapot)).GetRawText();

        await using var scope = _fabriek.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Herbouw>().Alles(null, default);

        (await Lees(Kapot)).GetRawText().ShouldBe(levend);
    }

    [Fact]
    public async Task A_line_that_is_stored_late_counts_whichever_instance_shows_it()
    {
        // A line gets its number before others can see it, so a line with a higher number may be shown first.
        using Feitengeheugen een = new(), ander = new();
        var aantal = Verhaal.Zin(Heel).Gebeurtenissen.Count;
        var nummers = Enumerable.Range(1, aantal - 3).Select(i => (Plaats: i, Nummer: $"D-2026-{100 + i:000000}")).ToArray();
        foreach (var (i, nummer) in nummers)
        {
            var gebeurtenissen = Verhaal.Zin(nummer).Gebeurtenissen;
            await Toon(een, gebeurtenissen.Take(i));
            await using var laat = _fabriek.Services.CreateAsyncScope();
            await using var transactie = await Schrijf(laat, [gebeurtenissen[i]]);
            await Toon(een, [gebeurtenissen[i + 1]]);
            await Projector(laat, ander).Toon(200, nummer, default);
            await transactie.CommitAsync();
            await Toon(een, gebeurtenissen.Skip(i + 2));
        }
        var levend = new List<string>();
        foreach (var (_, nummer) in nummers) levend.Add((await Lees(nummer)).GetRawText());

        await using var scope = _fabriek.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Herbouw>().Alles(null, default);

        foreach (var ((_, nummer), was) in nummers.Zip(levend)) (await Lees(nummer)).GetRawText().ShouldBe(was);

        async Task Toon(Feitengeheugen geheugen, IEnumerable<Gebeurtenis> gebeurtenissen)
        {
            await using var scope = _fabriek.Services.CreateAsyncScope();
            await using var transactie = await Schrijf(scope, gebeurtenissen);
            await Projector(scope, geheugen).Toon(200, gebeurtenissen.First().Dossiernummer, default);
            await transactie.CommitAsync();
        }

        static async Task<IDbContextTransaction> Schrijf(AsyncServiceScope scope, IEnumerable<Gebeurtenis> gebeurtenissen)
        {
            var db = scope.ServiceProvider.GetRequiredService<DossiersDb>();
            var json = scope.ServiceProvider.GetRequiredService<EventJson>();
            var transactie = await db.Database.BeginTransactionAsync();
            foreach (var g in gebeurtenissen) await db.Schrijf(Journaalregel.Van(g, Encoding.UTF8.GetString(json.Write(g))), default);
            return transactie;
        }

        static Projector Projector(AsyncServiceScope scope, Feitengeheugen geheugen) => new(
            scope.ServiceProvider.GetRequiredService<DossiersDb>(), scope.ServiceProvider.GetRequiredService<EventJson>(),
            scope.ServiceProvider.GetRequiredService<BsnKenmerk>(), geheugen);
    }

    private async Task Verwerk(IEnumerable<Gebeurtenis> gebeurtenissen)
    {
        string[] nummers = [.. gebeurtenissen.Select(g => g.Dossiernummer).Distinct()];
        foreach (var g in gebeurtenissen) await _fabriek.Verwerk((dynamic)g);
        await _fabriek.Getoond(nummers);
    }

    /// <summary>A line of which the content was damaged. The database refuses that, so it is written that way.</summary>
    private Task Onleesbaar(string dossiernummer) => _fabriek.Vraag(db => db.Schrijf(new Journaalregel
    {
        AggregaatId = Guid.NewGuid(),
        Versie = 1,
        Gebeurtenis = nameof(GesprekGepland),
        Bron = Diensten.Onderzoek,
        Dossiernummer = dossiernummer,
        Op = DateTimeOffset.UtcNow,
        Inhoud = """{"gesprekId":"dit is geen nummer"}""",
    }, default));

    private Task Voer(string sql) => _fabriek.Vraag(db => db.Database.ExecuteSqlRawAsync(sql));

    private Task<JsonElement> Lees(string nummer) =>
        _fabriek.Als(Rollen.Backoffice).GetFromJsonAsync<JsonElement>($"/dossiers/v1/dossiers/{nummer}");

    private async Task<JsonElement[]> NietGetoond() =>
        [.. (await _fabriek.Als(Rollen.Beheer).GetFromJsonAsync<JsonElement>("/dossiers/v1/niet-getoond")).EnumerateArray()];
}
