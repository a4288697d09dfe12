using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using WmoPlatform.Contracts;
using WmoPlatform.IStandaarden;
using WmoPlatform.Testhuis;
using WmoPlatform.Zorgaanbieders.Opslag;
using WmoPlatform.Zorgaanbieders.Tests;

namespace WmoPlatform.Ketenverkeer.Tests;

/// <summary>What happens when nobody knows whether the partner got a message, and what a person can do about any message.</summary>
public sealed class VerzendenTests(Huis huis) : IClassFixture<Huis>
{
    private const string Register = "/zorgaanbieders/v1/iwmo/berichten";

    [Theory]
    [InlineData(504)]
    [InlineData(500)]
    [InlineData(0)]
    public async Task An_unknown_outcome_offers_the_same_again_and_already_known_is_success(int eerste)
    {
        var (dossier, bsn) = await Leg((_, b) => huis.Ggk.Speel(b, keer => keer == 1 ? new(true, eerste) : new(false, 409)));

        await Staat(dossier, "verzonden");

        huis.Ggk.Genomen.OfType<Wmo301>().Count(b => b.Client.Bsn == bsn).ShouldBe(1);
        (await Bericht(dossier)).GetProperty("pogingen").GetInt32().ShouldBe(2);
        (await Gewisseld(dossier)).ShouldBe(["WMO301"]);
    }

    [Theory]
    [InlineData("https")]
    [InlineData("ggk")]
    public void A_partner_without_TLS_is_refused_outside_Development(string transport)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new() { EnvironmentName = Environments.Production });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Partners:Ggk:Transport"] = transport,
            ["Partners:Ggk:Adres"] = "http://ggk.example/berichten",
            ["Gemeente:Code"] = "0034",
        });
        Should.Throw<InvalidOperationException>(() => builder.AddKetenverkeer<ZorgaanbiedersDb>("Ggk")).Message
            .ShouldStartWith("Partners:Ggk:Adres");
    }

    [Fact]
    public async Task A_refusal_after_an_unknown_outcome_asks_a_person_before_a_new_number()
    {
        var (dossier, bsn) = await Leg((_, b) => huis.Ggk.Speel(b, keer => keer == 1 ? new(true, 504) : new(false, 400)));
        await Staat(dossier, "onzeker");
        var (id, oud) = await Nummer(dossier);
        huis.Ggk.Neem(bsn);

        (await Code(await Doe(id, "correctie"))).ShouldBe("mogelijk-aangekomen");
        huis.Ggk.Genomen.OfType<Wmo301>().Count(b => b.Client.Bsn == bsn).ShouldBe(1);
        (await Doe(id, "correctie?nietAangekomen=true")).StatusCode.ShouldBe(HttpStatusCode.Accepted);

        (await huis.Ggk.Krijgt<Wmo301>(b => b.Client.Bsn == bsn && b.Identificatie != oud)).ShouldNotBeNull();
    }

    [Fact]
    public async Task What_may_have_arrived_can_be_offered_again_under_its_own_number()
    {
        var (dossier, bsn) = await Leg((_, b) => huis.Ggk.Speel(b, keer => keer == 1 ? new(true, 504) : new(false, 400)));
        await Staat(dossier, "onzeker");
        huis.Ggk.Speel(bsn, _ => new(false, 409));

        (await Doe((await Nummer(dossier)).Id, "opnieuw")).StatusCode.ShouldBe(HttpStatusCode.Accepted);

        await Staat(dossier, "verzonden");
    }

    [Fact]
    public async Task Already_known_at_the_first_attempt_is_a_refusal()
    {
        var (dossier, _) = await Leg((_, b) => huis.Ggk.Speel(b, _ => new(false, 409)));
        await Staat(dossier, "geweigerd");
    }

    [Fact]
    public async Task A_late_message_that_is_offered_again_is_fine_when_the_partner_knows_it()
    {
        var (dossier, bsn) = await Leg((_, _) => { });
        await Staat(dossier, "verzonden");
        var (id, _) = await Nummer(dossier);
        huis.Ggk.Speel(bsn, _ => new(false, 409));
        await Zet($"UPDATE poststuk SET antwoord_uiterlijk = '2020-01-01' WHERE id = '{id}'");

        (await Doe(id, "opnieuw")).StatusCode.ShouldBe(HttpStatusCode.Accepted);

        await Tot.Waar(async () => (await Bericht(dossier)).GetProperty("pogingen").GetInt32() == 2);
        await Staat(dossier, "verzonden");
        (await Gewisseld(dossier)).ShouldBe(["WMO301"]);
    }

    [Fact]
    public async Task An_answer_that_overtakes_our_own_bookkeeping_leaves_no_hole()
    {
        var (dossier, bsn) = await Leg((_, b) => huis.Ggk.Speel(b, keer => keer == 1 ? new(true, 504) : new(false, 503)));
        var bericht = await huis.Ggk.Krijgt<Wmo301>(b => b.Client.Bsn == bsn);
        await Staat(dossier, "te-verzenden");

        (await huis.Lever(Berichten.Akkoord(bericht))).StatusCode.ShouldBe(HttpStatusCode.Accepted);

        var regel = await Bericht(dossier);
        regel.GetProperty("status").GetString().ShouldBe("beantwoord");
        regel.GetProperty("verzondenOp").ValueKind.ShouldBe(JsonValueKind.String);
        (await Gewisseld(dossier)).ShouldBe(["WMO301", "WMO302"], ignoreOrder: true);
        // An attempt that was under way has been noted by now, and changes nothing.
        await huis.WijsToe(Huis.Beschikking());
        (await Bericht(dossier)).GetProperty("status").GetString().ShouldBe("beantwoord");
    }

    [Fact]
    public async Task A_retour_counts_only_for_the_party_the_day_and_the_number_of_our_message()
    {
        var (dossier, bsn) = await Leg((_, _) => { });
        var bericht = await huis.Ggk.Krijgt<Wmo301>(b => b.Client.Bsn == bsn);
        await Staat(dossier, "verzonden");
        var header = bericht.Header;

        (await Code(await huis.Lever(Berichten.Akkoord(bericht with
        {
            Header = new(header.Afzender, Huis.DeBrug, header.BerichtIdentificatie, header.XsdVersie),
        })))).ShouldBe("onbekend-heenbericht");
        (await Code(await huis.Lever(Berichten.Akkoord(bericht with
        {
            Header = new(header.Afzender, header.Ontvanger, bericht.Identificatie,
                header.BerichtIdentificatie.Dagtekening.AddDays(-1)),
        })))).ShouldBe("onbekend-heenbericht");

        (await Bericht(dossier)).GetProperty("status").GetString().ShouldBe("verzonden");
        (await huis.Lever(Berichten.Akkoord(bericht))).StatusCode.ShouldBe(HttpStatusCode.Accepted);
    }

    [Fact]
    public async Task A_message_that_is_never_taken_can_be_given_up_after_a_day()
    {
        var (dossier, bsn) = await Leg((_, b) => huis.Ggk.Weiger(b, HttpStatusCode.ServiceUnavailable));
        await Tot.Waar(() => huis.Ggk.Aangeboden(bsn) > 0);
        var (id, _) = await Nummer(dossier);
        (await Code(await Doe(id, "afkeuring"))).ShouldBe("wordt-nog-verzonden");
        (await Bericht(dossier)).GetProperty("teLaat").GetBoolean().ShouldBeFalse();
        await Zet($"UPDATE poststuk SET geregistreerd_op = geregistreerd_op - interval '2 days' WHERE id = '{id}'");

        (await Bericht(dossier)).GetProperty("teLaat").GetBoolean().ShouldBeTrue();
        (await Lijst($"?dossiernummer={dossier}&teLaat=true")).ShouldHaveSingleItem();
        (await Doe(id, "afkeuring")).StatusCode.ShouldBe(HttpStatusCode.Accepted);

        await Staat(dossier, "opgegeven");
        (await huis.Dienst.Aangekondigd()).Where(g => g.Dossiernummer == dossier).OfType<ToewijzingAfgekeurd>()
            .ShouldHaveSingleItem().NietVerwerkt.ShouldBeTrue();
    }

    [Fact]
    public async Task A_message_that_is_never_taken_can_be_written_anew_after_many_attempts()
    {
        var (dossier, bsn) = await Leg((_, b) => huis.Ggk.Weiger(b, HttpStatusCode.Unauthorized));
        await Tot.Waar(() => huis.Ggk.Aangeboden(bsn) > 0);
        var (id, oud) = await Nummer(dossier);
        (await Code(await Doe(id, "opnieuw"))).ShouldBe("niet-geweigerd");
        await Tot.Waar(async () =>
            await Zet($"UPDATE poststuk SET attempts = 20 WHERE id = '{id}' AND claimed_until IS NULL AND unknowns = 0") == 1);

        (await Doe(id, "opnieuw")).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        huis.Ggk.Neem(bsn);
        // Offered again it may have gone at once; otherwise it is written anew.
        await Tot.Waar(async () => (await Doe(id, "correctie")).StatusCode == HttpStatusCode.Accepted
            || (await Bericht(dossier)).GetProperty("status").GetString() == "verzonden");

        (await huis.Ggk.Krijgt<Wmo301>(b => b.Client.Bsn == bsn)).ShouldNotBeNull();
        oud.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Many_messages_are_mended_by_one_call_that_says_of_each_what_happened()
    {
        var een = await Leg((_, b) => huis.Ggk.Weiger(b, HttpStatusCode.BadRequest));
        await Staat(een.Dossier, "geweigerd");
        // One that breaks the standard cannot go, and holds up nothing.
        var kapot = Huis.Beschikking(Huis.Persoon() with { Geboortedatum = new(1904, 1, 1) });
        await huis.Dienst.Verwerk(kapot);
        var twee = await Leg((_, b) => huis.Ggk.Weiger(b, HttpStatusCode.BadRequest));
        await Staat(twee.Dossier, "geweigerd");
        huis.Ggk.Neem(een.Bsn);
        huis.Ggk.Neem(twee.Bsn);

        var antwoord = await huis.Dienst.Als("beheer").PostAsJsonAsync($"{Register}/herstel", new
        {
            handeling = "opnieuw",
            soort = "WMO301",
            status = "geweigerd",
            tegenpartij = Huis.ZorgDichtbij,
            geregistreerdVoor = DateTimeOffset.UtcNow.AddHours(1),
        });

        antwoord.StatusCode.ShouldBe(HttpStatusCode.OK);
        var uitkomsten = (await antwoord.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("items").EnumerateArray()
            .ToDictionary(u => u.GetProperty("id").GetGuid());
        uitkomsten[(await Nummer(een.Dossier)).Id].GetProperty("gedaan").GetBoolean().ShouldBeTrue();
        uitkomsten[(await Nummer(twee.Dossier)).Id].GetProperty("gedaan").GetBoolean().ShouldBeTrue();
        uitkomsten[(await Nummer(kapot.Dossiernummer)).Id].GetProperty("code").GetString().ShouldBe("bericht-klopt-niet");
        await Staat(een.Dossier, "verzonden");
        await Staat(twee.Dossier, "verzonden");
    }

    [Fact]
    public async Task A_retour_that_the_partner_accepted_waits_for_nobody()
    {
        var toewijzing = await huis.WijsToe(Huis.Beschikking());
        var start = Berichten.Start(toewijzing, new(2026, 2, 2));
        await huis.Retour<Wmo306>(start);

        await Tot.Waar(async () => (await huis.Dienst.Vraag(db => db.Set<Poststuk>()
            .SingleAsync(p => p.Soort == "WMO306" && p.Dossiernummer == db.Toewijzingen
                .Single(t => t.Toewijzingnummer == Berichten.Nummer(toewijzing)).Dossiernummer))).Status == Poststatus.Verwerkt);
    }

    [Fact]
    public async Task A_message_that_another_version_wrote_holds_up_nothing()
    {
        var dossier = $"D-2026-{Guid.NewGuid():N}";
        await Zet(
            $"""
            INSERT INTO poststuk (id, richting, soort, identificatie, tegenpartij, aanleiding, inhoud, vingerafdruk, status,
                via_platform, due_at, geregistreerd_op, verwacht_antwoord, bevindingen, versie, dossiernummer)
            VALUES (gen_random_uuid(), 'Uitgaand', 'WMO999', 'NIEUW', 'Ggk', 'proef', '1.x', '', 'TeVerzenden',
                false, 'epoch', now(), true, '[]', 0, '{dossier}')
            """);
        await Tot.Waar(async () => (await Bericht(dossier)).GetProperty("pogingen").GetInt32() > 0);
        await huis.WijsToe(Huis.Beschikking());
        (await Bericht(dossier)).GetProperty("status").GetString().ShouldBe("te-verzenden");
    }

    private async Task<(string Dossier, string Bsn)> Leg(Action<string, string> eerst)
    {
        var beschikking = Huis.Beschikking();
        var bsn = beschikking.Persoon.Waarde.Bsn;
        eerst(beschikking.Dossiernummer, bsn);
        await huis.Dienst.Verwerk(beschikking);
        return (beschikking.Dossiernummer, bsn);
    }

    private async Task<JsonElement> Bericht(string dossier) => (await Lijst($"?richting=uitgaand&dossiernummer={dossier}"))[0];

    private async Task<JsonElement[]> Lijst(string vraag) =>
        [.. (await huis.Dienst.Als("beheer").GetFromJsonAsync<JsonElement>(Register + vraag)).GetProperty("items").EnumerateArray()];

    private Task Staat(string dossier, string status) =>
        Tot.Waar(async () => (await Bericht(dossier)).GetProperty("status").GetString() == status, melding: status);

    private async Task<(Guid Id, string Identificatie)> Nummer(string dossier) =>
        await Bericht(dossier) is var b ? (b.GetProperty("id").GetGuid(), b.GetProperty("identificatie").GetString()!) : default;

    private Task<HttpResponseMessage> Doe(Guid id, string wat) => huis.Dienst.Als("backoffice").PostAsync($"{Register}/{id}/{wat}", null);

    private static async Task<string?> Code(HttpResponseMessage antwoord) =>
        (await antwoord.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString();

    private async Task<string[]> Gewisseld(string dossier) =>
        [.. (await huis.Dienst.Aangekondigd()).OfType<WmoberichtGewisseld>().Where(g => g.Dossiernummer == dossier).Select(g => g.Soort)];

    private Task<int> Zet(string sql) => huis.Dienst.Vraag(db => db.Database.ExecuteSqlRawAsync(sql));
}

/// <summary>
/// The order of the post, several instances, and a database that cannot note what happened. Each test has a service of its own.
/// </summary>
public sealed class PostvolgordeTests : IAsyncLifetime
{
    private readonly Huis _huis = new();

    public ValueTask InitializeAsync() => _huis.InitializeAsync();

    public ValueTask DisposeAsync() => _huis.DisposeAsync();

    [Fact]
    public async Task The_post_goes_oldest_first_also_after_it_was_put_off()
    {
        _huis.Ggk.Altijd = _ => 503;
        for (var i = 0; i < 6; i++) await _huis.Dienst.Verwerk(Huis.Beschikking());
        await Tot.Waar(async () => await _huis.Dienst.Vraag(db => db.Set<Poststuk>().CountAsync(p => p.Attempts > 0)) == 6);
        // All are due again at once, and the youngest was due first.
        await Zet("UPDATE poststuk SET due_at = 'infinity'");
        await Tot.Waar(async () => !await _huis.Dienst.Vraag(db => db.Set<Poststuk>().AnyAsync(p => p.ClaimedUntil != null)));
        await Zet("UPDATE poststuk SET due_at = 'infinity'");
        _huis.Ggk.Altijd = _ => null;
        await Zet("UPDATE poststuk SET due_at = 'epoch'::timestamptz + (1000 - nr) * interval '1 second'");

        await Tot.Waar(() => _huis.Ggk.Genomen.Count == 6);

        _huis.Ggk.Genomen.Select(b => b.Identificatie).ShouldBe(
            await _huis.Dienst.Vraag(db => db.Set<Poststuk>().OrderBy(p => p.Nr).Select(p => p.Identificatie!).ToListAsync()));
    }

    [Fact]
    public async Task Two_instances_send_each_message_once()
    {
        using var tweede = ActivatorUtilities.CreateInstance<Ketenverzender<ZorgaanbiedersDb>>(_huis.Dienst.Services);
        await tweede.StartAsync(CancellationToken.None);
        for (var i = 0; i < 20; i++) await _huis.Dienst.Verwerk(Huis.Beschikking());
        await Tot.Waar(async () =>
            await _huis.Dienst.Vraag(db => db.Set<Poststuk>().CountAsync(p => p.Status == Poststatus.Verzonden)) == 20);
        await tweede.StopAsync(CancellationToken.None);
        _huis.Ggk.Genomen.Count.ShouldBe(20);
    }

    [Fact]
    public async Task A_message_that_cannot_be_noted_is_not_sent_again_at_once_and_holds_up_no_other()
    {
        if (!KleineSchijf.Kan) Assert.Skip("Een volle schijf vraagt root, en een PostgreSQL op deze machine.");
        await using var schijf = await KleineSchijf.StartAsync(_huis.Dienst.Database, "outbox_message");
        _huis.Ggk.Altijd = _ => 401;
        var personen = Enumerable.Range(0, 3).Select(_ => Huis.Beschikking()).ToArray();
        foreach (var beschikking in personen) await _huis.Dienst.Verwerk(beschikking);
        // Only the note needs room: it announces that the message went.
        await schijf.Vol(
            """
            INSERT INTO outbox_message (message_id, order_key, exchange, body, attempt, failures)
            VALUES (gen_random_uuid(), '', '', '', 0, 0)
            """);
        _huis.Ggk.Altijd = _ => null;

        await Tot.Waar(() => _huis.Ggk.Genomen.Count == 3);
        // Long enough for a loop of a second to send everything again several times.
        await Tot.Waar(async () => (await _huis.Dienst.Vraag(db => db.Database
            .SqlQuery<bool>($"SELECT min(claimed_until) < now() + interval '50 seconds' AS \"Value\" FROM poststuk").ToListAsync()))[0]);
        _huis.Ggk.Genomen.Count.ShouldBe(3);
        (await _huis.Dienst.Vraag(db => db.Set<Poststuk>().Where(p => p.Attempts > 0).CountAsync())).ShouldBe(3);

        await schijf.Leeg("outbox_message");
        foreach (var beschikking in personen) _huis.Ggk.Speel(beschikking.Persoon.Waarde.Bsn, _ => new(false, 409));
        // The claims end.
        await Zet("UPDATE poststuk SET due_at = 'epoch' WHERE due_at IS NOT NULL");
        await Tot.Waar(async () =>
            await _huis.Dienst.Vraag(db => db.Set<Poststuk>().CountAsync(p => p.Status == Poststatus.Verzonden)) == 3);
        _huis.Ggk.Genomen.Count.ShouldBe(3);
        (await _huis.Dienst.Aangekondigd()).OfType<WmoberichtGewisseld>().Count().ShouldBe(3);
    }

    [Fact]
    public async Task A_retour_that_is_refused_can_be_given_up_or_written_anew()
    {
        _huis.Ggk.Altijd = b => b is Wmo306 ? 400 : null;
        var toewijzing = await _huis.WijsToe(Huis.Beschikking());
        await _huis.Lever(Berichten.Start(toewijzing, new(2026, 2, 2)));
        var oud = await Tot.Gevonden(() => _huis.Dienst.Vraag(db => db.Set<Poststuk>().AsNoTracking()
            .SingleOrDefaultAsync(p => p.Soort == "WMO306" && p.Status == Poststatus.Geweigerd)));
        _huis.Ggk.Altijd = _ => null;

        (await _huis.Dienst.Als("backoffice").PostAsync($"/zorgaanbieders/v1/iwmo/berichten/{oud.Id}/correctie", null))
            .StatusCode.ShouldBe(HttpStatusCode.Accepted);

        var nieuw = await _huis.Ggk.Krijgt<Wmo306>(b => b.Identificatie != oud.Identificatie);
        nieuw.IsAkkoord.ShouldBeTrue();
        (await _huis.Dienst.Vraag(db => db.Set<Poststuk>().SingleAsync(p => p.Id == oud.Id))).Status.ShouldBe(Poststatus.Opgegeven);
        var vraag = await _huis.Dienst.Vraag(db => db.Set<Poststuk>().SingleAsync(p => p.Soort == "WMO305"));
        (await _huis.Dienst.Vraag(db => db.Set<Poststuk>().SingleAsync(p => p.Id == vraag.Antwoord))).Identificatie
            .ShouldBe(nieuw.Identificatie);
    }

    [Fact]
    public async Task The_measuring_reads_only_what_waits()
    {
        await Zet(
            """
            INSERT INTO poststuk (id, richting, soort, identificatie, tegenpartij, aanleiding, inhoud, vingerafdruk, status,
                via_platform, geregistreerd_op, verwacht_antwoord, bevindingen, versie, dossiernummer)
            SELECT gen_random_uuid(), 'Uitgaand', 'WMO306', 'Q' || n, 'Ggk', 'proef', '1.x', '',
                CASE WHEN n % 2 = 0 THEN 'Verwerkt' ELSE 'Beantwoord' END, false, now(), false, '[]', 0, 'D-' || n
            FROM generate_series(1, 50000) n
            """);
        await Zet("ANALYZE poststuk");

        var plan = await _huis.Dienst.Vraag(async db =>
        {
            var vraag = Ketenmetingvraag.Sql.Replace("$1", "current_date", StringComparison.Ordinal)
                .Replace("$2", "now()", StringComparison.Ordinal);
            await db.Database.OpenConnectionAsync();
            await using var opdracht = db.Database.GetDbConnection().CreateCommand();
            opdracht.CommandText = $"EXPLAIN {vraag}";
            await using var lezer = await opdracht.ExecuteReaderAsync();
            var regels = new List<string>();
            while (await lezer.ReadAsync()) regels.Add(lezer.GetString(0));
            return string.Join('\n', regels);
        });

        plan.ShouldContain("ix_poststuk_open");
        plan.ShouldNotContain("Seq Scan on poststuk");
    }

    [Fact]
    public async Task An_unreadable_message_is_recognised_without_loading_the_earlier_ones()
    {
        var toewijzing = await _huis.WijsToe(Huis.Beschikking());
        var gebruikt = new List<long>();
        var (start, eerste) = (Berichten.Start(toewijzing, new(2026, 2, 2)).ToXml(), (Guid?)null);
        for (var keer = 0; keer < 8; keer++)
        {
            var xml = Onleesbaar(keer);
            var voor = GC.GetTotalAllocatedBytes();
            var id = await Id(await _huis.Lever(xml));
            gebruikt.Add(GC.GetTotalAllocatedBytes() - voor);
            eerste ??= id;
        }

        (await Id(await _huis.Lever(Onleesbaar(0)))).ShouldBe(eerste!.Value);
        // The second warms up what the first began.
        (gebruikt[7] - gebruikt[2]).ShouldBeLessThan(8 * 1024 * 1024);

        string Onleesbaar(int keer) => start
            .Replace("<wmo305:Begindatum>2026-02-02<", $"<wmo305:Begindatum>2026-06-3{keer}<", StringComparison.Ordinal)
            .Replace("</wmo305:Bericht>", new string(' ', 2_000_000) + "</wmo305:Bericht>", StringComparison.Ordinal);
    }

    private static async Task<Guid> Id(HttpResponseMessage antwoord)
    {
        antwoord.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        return (await antwoord.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
    }

    private Task<int> Zet(string sql) => _huis.Dienst.Vraag(db => db.Database.ExecuteSqlRawAsync(sql));
}

/// <summary>A partner that refuses everything.</summary>
public sealed class PauzeTests(PauzeTests.Streng huis) : IClassFixture<PauzeTests.Streng>
{
    private const string Verkeer = "/zorgaanbieders/v1/iwmo/berichten/verkeer";

    public sealed class Streng : Huis
    {
        protected override Dictionary<string, string> Instellingen => new()
        {
            ["Partners:Ggk:PauzeNaWeigeringen"] = "3",
            ["Partners:Ggk:PauzePeiling"] = "00:00:01",
        };
    }

    [Fact]
    public async Task A_partner_that_refuses_everything_opens_a_pause_and_not_a_task_for_every_message()
    {
        huis.Ggk.Altijd = _ => 400;
        for (var i = 0; i < 20; i++) await huis.Dienst.Verwerk(Huis.Beschikking());
        await Tot.Waar(async () => (await Stand()).GetProperty("gepauzeerdSinds").ValueKind == JsonValueKind.String);
        // It is tried now and then, with another message each time, and none of them becomes a task.
        await Tot.Waar(async () => await Aantal(p => p.Status == Poststatus.TeVerzenden && p.Attempts > 0) >= 4);
        (await Aantal(p => p.Status == Poststatus.Geweigerd)).ShouldBe(2);
        (await Stand()).GetProperty("wachtend").GetInt32().ShouldBe(18);

        huis.Ggk.Altijd = _ => null;

        await Tot.Waar(async () => await Aantal(p => p.Status == Poststatus.Verzonden) == 18);
        var stand = await Stand();
        stand.GetProperty("gepauzeerdSinds").ValueKind.ShouldBe(JsonValueKind.Null);
        stand.GetProperty("weigeringen").GetInt32().ShouldBe(0);
    }

    private async Task<JsonElement> Stand() => await huis.Dienst.Als("beheer").GetFromJsonAsync<JsonElement>(Verkeer);

    private Task<int> Aantal(System.Linq.Expressions.Expression<Func<Poststuk, bool>> past) =>
        huis.Dienst.Vraag(db => db.Set<Poststuk>().CountAsync(past));
}
