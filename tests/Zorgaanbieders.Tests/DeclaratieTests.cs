using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WmoPlatform.Contracts;
using WmoPlatform.IStandaarden;
using WmoPlatform.Ketenverkeer;
using WmoPlatform.Messaging;
using WmoPlatform.Testhuis;
using WmoPlatform.Zorgaanbieders.Opslag;
using WmoPlatform.Zorgaanbieders.Toewijzingen;

namespace WmoPlatform.Zorgaanbieders.Tests;

/// <summary>A provider declares help and receives what is granted.</summary>
public sealed class DeclaratieTests(Huis huis) : IClassFixture<Huis>
{
    private const string Pad = "/zorgaanbieders/v1/declaraties";
    private static int _nummer;

    [Fact]
    public async Task What_fits_is_granted_at_once_also_when_no_start_was_reported_OP364()
    {
        var toewijzing = await huis.WijsToe(Huis.Beschikking());
        var declaratie = Declareer(Uren(toewijzing, 12));
        var antwoord = await Antwoord(declaratie);
        antwoord.Header.RetourCodes.ShouldBe(["0200"]);
        antwoord.Inhoud!.RetourCodes.ShouldBe(["8001"]);
        antwoord.Inhoud.TotaalToegekendBedrag.InCenten.ShouldBe(72_000);

        var (overzicht, detail) = await Bekijk(declaratie);
        overzicht.GetProperty("status").GetString().ShouldBe("toegekend");
        (overzicht.GetProperty("ingediend").GetDecimal(), overzicht.GetProperty("toegekend").GetDecimal()).ShouldBe((720m, 720m));
        (detail.GetProperty("aantalPrestaties").GetInt32(), detail.GetProperty("aantalAfgewezen").GetInt32()).ShouldBe((1, 0));
        (await huis.Status(toewijzing)).ShouldBe("toegewezen");
    }

    [Fact]
    public async Task The_same_declaration_twice_is_granted_and_answered_once()
    {
        var declaratie = Declareer(Uren(await huis.WijsToe(Huis.Beschikking()), 12));
        await Antwoord(declaratie);
        (await huis.Lever(declaratie)).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        (await Antwoorden(declaratie)).ShouldBe(1);
        (await huis.Dienst.Vraag(db => db.Declaraties.CountAsync(d => d.Berichtidentificatie == declaratie.Identificatie))).ShouldBe(1);
    }

    [Fact]
    public async Task Only_what_does_not_fit_is_rejected_and_the_gemeente_sees_why()
    {
        var (goed, teVeel) = (await huis.WijsToe(Huis.Beschikking()), await huis.WijsToe(Huis.Beschikking()));
        var declaratie = Declareer(Uren(goed, 12), Uren(teVeel, 100));
        var antwoord = (await Antwoord(declaratie)).Inhoud!;
        (antwoord.TotaalIngediendBedrag.InCenten, antwoord.TotaalToegekendBedrag.InCenten).ShouldBe((672_000, 72_000));
        var client = antwoord.Clienten!.ShouldHaveSingleItem();
        client.Bsn.ShouldBe(teVeel.Client.Bsn);
        client.Prestaties.ShouldHaveSingleItem().RetourCodes.ShouldBe(["9321"]);

        var (overzicht, detail) = await Bekijk(declaratie);
        overzicht.GetProperty("status").GetString().ShouldBe("deels-toegekend");
        var afgewezen = detail.GetProperty("afgewezen").EnumerateArray().ShouldHaveSingleItem();
        (afgewezen.GetProperty("volgnummer").GetInt32(), afgewezen.GetProperty("toewijzingnummer").GetInt64(),
            afgewezen.GetProperty("bedrag").GetDecimal()).ShouldBe((2, Berichten.Nummer(teVeel), 6000m));
        var reden = afgewezen.GetProperty("redenen").EnumerateArray().ShouldHaveSingleItem();
        (reden.GetProperty("code").GetString(), reden.GetProperty("uitleg").GetString()).ShouldBe(("9321", Retourcode.Tekst("9321")));
    }

    [Fact]
    public async Task What_was_granted_is_taken_back_by_a_credit_and_can_then_be_declared_anew()
    {
        var toewijzing = await huis.WijsToe(Huis.Beschikking());
        var nummer = Berichten.Nummer(toewijzing);
        var debet = Uren(toewijzing, 12);
        (await HeeftGoedgekeurde(nummer)).ShouldBeFalse();
        await Antwoord(Declareer(debet));
        (await HeeftGoedgekeurde(nummer)).ShouldBeTrue();

        Afwijzingen(await Antwoord(Declareer(Uren(toewijzing, 12)))).ShouldBe(["9389"]);
        var credit = Credit(debet);
        (await Antwoord(Declareer(credit))).Inhoud!.TotaalToegekendBedrag.ShouldBe(new(72_000, "C"));
        (await HeeftGoedgekeurde(nummer)).ShouldBeFalse();
        Afwijzingen(await Antwoord(Declareer(Credit(debet)))).ShouldBe(["9390"]);
        Afwijzingen(await Antwoord(Declareer(Uren(toewijzing, 15)))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Nothing_is_both_removed_and_declared_on_TR384_TR385()
    {
        var toewijzing = await huis.WijsToe(Huis.Beschikking());
        var debet = Uren(toewijzing, 12);
        await Antwoord(Declareer(debet));
        (await Verwijder()).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await (await Verwijder()).Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString().ShouldBe("al-gedeclareerd");
        await Antwoord(Declareer(Credit(debet)));
        (await Verwijder()).StatusCode.ShouldBe(HttpStatusCode.OK);
        Afwijzingen(await Antwoord(Declareer(Uren(toewijzing, 12)))).ShouldBe(["9384"]);

        Task<HttpResponseMessage> Verwijder() =>
            huis.Dienst.Als("backoffice").PostAsJsonAsync(
                $"/zorgaanbieders/v1/toewijzingen/{Berichten.Nummer(toewijzing)}/wijziging", new { reden = "13", inOverleg = true });
    }

    [Fact]
    public async Task All_declarations_together_never_exceed_the_assignment()
    {
        var hulp = Huis.Hulp() with { Omvang = new(20, "04", "6") };
        var toewijzing = await huis.WijsToe(Huis.Beschikking(hulp: [hulp]));
        Afwijzingen(await Antwoord(Declareer(Uren(toewijzing, 12, maand: 8)))).ShouldBeEmpty();
        Afwijzingen(await Antwoord(Declareer(Uren(toewijzing, 9, maand: 9)))).ShouldBe(["9322"]);
        Afwijzingen(await Antwoord(Declareer(Uren(toewijzing, 8, maand: 9)))).ShouldBeEmpty();
    }

    [Fact]
    public async Task One_of_two_simultaneous_declarations_at_two_instances_gets_what_is_left()
    {
        var hulp = Huis.Hulp() with { Omvang = new(20, "04", "6") };
        var toewijzing = await huis.WijsToe(Huis.Beschikking(hulp: [hulp]));
        await using var tweede = await Instantie();
        var declaraties = Enumerable.Range(3, 6).Select(maand => Declareer(Uren(toewijzing, 15, maand))).ToArray();
        await Task.WhenAll(declaraties.Select((d, i) => Lever(i % 2 == 0 ? huis.Dienst : tweede, d)));
        var antwoorden = await Task.WhenAll(declaraties.Select(Wacht));
        antwoorden.Count(a => a.Inhoud!.Clienten is null).ShouldBe(1);
        antwoorden.SelectMany(Afwijzingen).ShouldAllBe(code => code == "9322");
    }

    [Fact]
    public async Task A_number_that_was_used_before_makes_the_declaration_as_if_never_sent()
    {
        var toewijzing = await huis.WijsToe(Huis.Beschikking());
        var eerste = Declareer(Uren(toewijzing, 6, maand: 9));
        await Antwoord(eerste);
        var tweede = Declareer(Uren(toewijzing, 6));
        tweede = tweede with { Declaratie = tweede.Declaratie with { DeclaratieNummer = eerste.Declaratie.DeclaratieNummer } };
        var antwoord = (await Antwoord(tweede)).Inhoud!;
        antwoord.RetourCodes.ShouldBe(["9333"]);
        antwoord.TotaalToegekendBedrag.InCenten.ShouldBe(0);
        (await Bekijk(tweede)).Detail.GetProperty("vervolg").GetString()!.ShouldContain("niet verzonden");
        // The prestaties may come again, with the same references.
        Afwijzingen(await Antwoord(Anders(tweede, d => d with { DeclaratieNummer = Nummer() }))).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_reference_that_was_declared_before_is_rejected_also_when_it_was_not_granted()
    {
        var toewijzing = await huis.WijsToe(Huis.Beschikking());
        var teVeel = Uren(toewijzing, 100);
        await Antwoord(Declareer(teVeel));
        Afwijzingen(await Antwoord(Declareer(Met(teVeel, p => p with { GeleverdVolume = 12, IngediendBedrag = new(72_000, "D") }))))
            .ShouldBe(["8021"]);
    }

    [Fact]
    public async Task A_declaration_that_breaks_the_standard_gets_0001_and_is_no_declaration()
    {
        var declaratie = Declareer(Uren(await huis.WijsToe(Huis.Beschikking()), 12));
        declaratie = Anders(declaratie, d => d with { TotaalIngediendBedrag = new(1, "D") });
        var antwoord = await Antwoord(declaratie);
        antwoord.Header.RetourCodes.ShouldBe(["0001"]);
        antwoord.Inhoud.ShouldBeNull();
        (await huis.Dienst.Vraag(db => db.Declaraties.AnyAsync(d => d.Berichtidentificatie == declaratie.Identificatie))).ShouldBeFalse();
    }

    [Fact]
    public async Task An_assignment_of_another_or_one_that_was_rejected_cannot_be_declared_on()
    {
        var vanAnder = await huis.WijsToe(Huis.Beschikking(hulp: [Huis.Hulp(Huis.DeBrug)]));
        var afgekeurd = await huis.WijsToe(Huis.Beschikking());
        await huis.Lever(Berichten.Afkeuring(afgekeurd, "9332"));
        Afwijzingen(await Antwoord(Declareer(Uren(vanAnder, 12), Uren(afgekeurd, 12)))).ShouldBe(["9338", "9338"]);
    }

    [Fact]
    public async Task An_assignment_that_was_only_given_up_here_can_be_declared_on_OP095()
    {
        var opgegeven = await huis.WijsToe(Huis.Beschikking());
        await huis.Lever(Berichten.Afkeuring(opgegeven, "0001"));
        (await huis.Status(opgegeven)).ShouldBe("afgekeurd");
        Afwijzingen(await Antwoord(Declareer(Uren(opgegeven, 12)))).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_gemeente_sees_why_nothing_was_judged_for_somebody_who_is_no_client()
    {
        var declaratie = Declareer((TestBsn.Nieuw(), Uren(await huis.WijsToe(Huis.Beschikking()), 12).Prestaties));
        var client = (await Antwoord(declaratie)).Inhoud!.Clienten!.ShouldHaveSingleItem();
        (client.RetourCodes![0], client.Prestaties[0].RetourCodes![0]).ShouldBe(("8187", "0233"));
        (await Bekijk(declaratie)).Detail.GetProperty("afgewezen")[0].GetProperty("redenen")[0].GetProperty("code").GetString()
            .ShouldBe("8187");
    }

    [Fact]
    public async Task Nobody_goes_back_in_time_but_what_was_only_late_on_its_way_is_judged_OP080()
    {
        var (vandaag, gisteren) = (Berichten.Vandaag, Berichten.Vandaag.AddDays(-1));
        (await Codes(periode: 9, dagtekening: vandaag)).ShouldBe(["8001"]);
        (await Codes(periode: 8, dagtekening: gisteren)).ShouldBe(["8001"]);
        (await Codes(periode: 7, dagtekening: vandaag)).ShouldBe(["8214"]);

        async Task<IReadOnlyList<string>> Codes(int periode, DateOnly dagtekening)
        {
            var toewijzing = await huis.WijsToe(Huis.Beschikking(hulp: [Huis.Hulp(Huis.DeBrug)]));
            var declaratie = Anders(Declareer(Uren(toewijzing, 6, maand: 5)),
                d => d with
                {
                    DeclaratiePeriode = new(new(2026, periode, 1), new(2026, periode, DateTime.DaysInMonth(2026, periode))),
                    DeclaratieDagtekening = dagtekening,
                });
            return (await Antwoord(declaratie with { Header = declaratie.Header with { Afzender = Huis.DeBrug } }))
                .Inhoud!.RetourCodes!;
        }
    }

    [Fact]
    public async Task Above_the_amount_that_the_gemeente_chose_a_person_agrees_first()
    {
        await using var streng = await Instantie(("Declaraties:GoedkeuringBoven", "500.00"));
        var toewijzing = await huis.WijsToe(Huis.Beschikking());
        var debet = Uren(toewijzing, 12);
        var declaratie = Declareer(debet);
        await Lever(streng, declaratie);
        var klein = Declareer(Uren(await huis.WijsToe(Huis.Beschikking()), 6));
        await Lever(streng, klein);
        await Wacht(klein);
        (await Antwoorden(declaratie)).ShouldBe(0);

        var (overzicht, _) = await Bekijk(declaratie);
        overzicht.GetProperty("status").GetString().ShouldBe("wacht-op-goedkeuring");
        overzicht.GetProperty("toegekend").GetDecimal().ShouldBe(720m);
        overzicht.GetProperty("teLaat").GetBoolean().ShouldBeFalse();
        var (gezien, detail) = await Bekijk(declaratie, huis.Dienst.Als("aanbieder", agb: Huis.ZorgDichtbij));
        gezien.GetProperty("toegekend").ValueKind.ShouldBe(JsonValueKind.Null);
        detail.GetProperty("aantalAfgewezen").ValueKind.ShouldBe(JsonValueKind.Null);
        // The claim counts but is not answered yet: the same prestatie and a credit are both rejected.
        Afwijzingen(await Antwoord(Declareer(Uren(toewijzing, 12), Credit(debet)))).ShouldBe(["9389", "8017"]);
        (await HeeftGoedgekeurde(Berichten.Nummer(toewijzing))).ShouldBeTrue();

        var goedkeuring = $"{Pad}/{overzicht.GetProperty("id").GetString()}/goedkeuring";
        (await huis.Dienst.Als("aanbieder", agb: Huis.ZorgDichtbij).PostAsync(goedkeuring, null))
            .StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        var antwoorden = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => huis.Dienst.Als("backoffice").PostAsync(goedkeuring, null)));
        antwoorden.Select(a => a.StatusCode).Order().ShouldBe([HttpStatusCode.OK, HttpStatusCode.Conflict]);
        (await Wacht(declaratie)).Inhoud!.RetourCodes.ShouldBe(["8001"]);
        (await Antwoorden(declaratie)).ShouldBe(1);
        (await Bekijk(declaratie)).Overzicht.GetProperty("status").GetString().ShouldBe("toegekend");
        Afwijzingen(await Antwoord(Declareer(Credit(debet)))).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_declaration_that_still_waits_after_ten_working_days_is_overdue_OP090x4()
    {
        await using var streng = await Instantie(("Declaraties:GoedkeuringBoven", "0"));
        streng.Klok.Zet(new(2030, 1, 7, 9, 0, 0, TimeSpan.Zero));
        var declaratie = Declareer(Uren(await huis.WijsToe(Huis.Beschikking()), 12));
        await Lever(streng, declaratie);
        await Dag(21, teLaat: false);
        await Dag(22, teLaat: true);

        async Task Dag(int dag, bool teLaat)
        {
            streng.Klok.Zet(new(2030, 1, dag, 9, 0, 0, TimeSpan.Zero));
            var overzicht = (await Bekijk(declaratie, streng.Als("backoffice"))).Overzicht;
            overzicht.GetProperty("antwoordUiterlijk").GetString().ShouldBe("2030-01-21");
            overzicht.GetProperty("teLaat").GetBoolean().ShouldBe(teLaat);
        }
    }

    [Fact]
    public async Task A_provider_sees_its_own_declarations_only()
    {
        var declaratie = Declareer(Uren(await huis.WijsToe(Huis.Beschikking()), 12));
        await Antwoord(declaratie);
        var (overzicht, _) = await Bekijk(declaratie, huis.Dienst.Als("aanbieder", agb: Huis.ZorgDichtbij));
        var ander = huis.Dienst.Als("aanbieder", agb: Huis.DeBrug);
        (await ander.GetAsync($"{Pad}/{overzicht.GetProperty("id").GetString()}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await Alle(ander)).ShouldAllBe(d => d.GetProperty("agb").GetString() == Huis.DeBrug);
        (await huis.Dienst.Als("aanbieder").GetFromJsonAsync<JsonElement>(Pad)).GetProperty("items").GetArrayLength().ShouldBe(0);
        (await huis.Dienst.Als("backoffice").GetAsync($"{Pad}?status=onzin")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Neither_the_tables_nor_the_answers_show_who_it_is_about()
    {
        var toewijzing = await huis.WijsToe(Huis.Beschikking());
        await using var streng = await Instantie(("Declaraties:GoedkeuringBoven", "0"));
        var declaratie = Declareer(Uren(toewijzing, 12), Uren(await huis.WijsToe(Huis.Beschikking()), 100));
        await Lever(streng, declaratie);
        var rijen = await huis.Dienst.Vraag(db =>
            db.Database.SqlQuery<string>(
                $"SELECT to_jsonb(d)::text AS \"Value\" FROM declaratie d UNION ALL SELECT to_jsonb(p)::text FROM prestatieregel p")
                    .ToListAsync());
        var (overzicht, detail) = await Bekijk(declaratie);
        foreach (var tekst in (string[])[.. rijen, overzicht.GetRawText(), detail.GetRawText()])
            foreach (var client in declaratie.Declaratie.Clienten) tekst.ShouldNotContain(client.Bsn);
    }

    [Fact]
    public async Task A_declaration_of_thousands_is_judged_as_one()
    {
        var persoon = Huis.Persoon();
        var beschikking = Huis.Beschikking(persoon);
        var kluis = huis.Dienst.Services.GetRequiredService<Vault>();
        var nummers = await huis.Dienst.Vraag(async db =>
        {
            var toewijzingen = new List<Toewijzing>();
            for (var i = 0; i < 500; i++)
                toewijzingen.Add(Huis.Toegewezen(
                    beschikking, await db.Toewijzingnummer(default), kluis, DateTimeOffset.UtcNow));
            foreach (var toewijzing in toewijzingen) toewijzing.VermeldIn("W0", DateTimeOffset.UtcNow);
            db.AddRange(toewijzingen);
            await db.SaveChangesAsync();
            return toewijzingen.ConvertAll(t => t.Toewijzingnummer);
        });
        // Eight months for each assignment; every hundredth prestatie claims too much.
        var prestaties = nummers.SelectMany(nummer => Enumerable.Range(1, 8).Select(maand => Prestatie(nummer, "02A01", maand, 12)))
            .Select((p, i) => i % 100 == 99 ? p with { GeleverdVolume = 1000, IngediendBedrag = new(6_000_000, "D") } : p).ToArray();
        var antwoord = (await Antwoord(Declareer((persoon.Bsn, prestaties)))).Inhoud!;
        antwoord.Clienten!.ShouldHaveSingleItem().Prestaties.Count.ShouldBe(40);
        antwoord.TotaalToegekendBedrag.InCenten.ShouldBe(3_960 * 72_000);
        (await huis.Dienst.Vraag(db => db.Prestatieregels.CountAsync(p => nummers.Contains(p.Toewijzingnummer) && p.IsToegekend)))
            .ShouldBe(3_960);
    }

    // ---------------------------------------------------------------------------------------------------- messages of a provider

    private static string Nummer() => $"N{Interlocked.Increment(ref _nummer)}";

    private static Prestatie Prestatie(long toewijzing, string code, int maand, int uren) => new(
        new(Nummer()), toewijzing, "02", code, new(new(2026, maand, 1), new(2026, maand, DateTime.DaysInMonth(2026, maand))), uren,
        "04", 6000, new(uren * 6000, "D"));

    /// <summary>Hours of help in a month of 2026; the assignments of <see cref="Huis"/> are three hours a week.</summary>
    internal static (string Bsn, Prestatie[] Prestaties) Uren(Wmo301 toewijzing, int uren, int maand = 10) =>
        (toewijzing.Client.Bsn,
            [Prestatie(Berichten.Nummer(toewijzing), toewijzing.Client.ToegewezenProducten[^1].Product!.Code!, maand, uren)]);

    internal static (string Bsn, Prestatie[] Prestaties) Credit((string, Prestatie[]) debet) =>
        Met(debet, p => p with
        {
            ProductReferentie = new(Nummer(), p.ProductReferentie.ReferentieNummer),
            IngediendBedrag = p.IngediendBedrag with { DebetCredit = "C" }
        });

    private static (string Bsn, Prestatie[] Prestaties) Met(
        (string Bsn, Prestatie[] Prestaties) client, Func<Prestatie, Prestatie> anders) =>
        (client.Bsn, [.. client.Prestaties.Select(anders)]);

    /// <summary>A declaration about October 2026.</summary>
    internal static Wmo323 Declareer(params (string Bsn, Prestatie[] Prestaties)[] clienten) => new(
        new Header(Huis.ZorgDichtbij, "0034", Berichten.Identificatie(), Berichten.Vandaag),
        new Declaratie(
            Nummer(), new(new(2026, 10, 1), new(2026, 10, 31)), Berichten.Vandaag,
            CdtTotaalBedragMetDC.Van(clienten.Sum(c => c.Prestaties.Sum(p => p.IngediendBedrag.InCenten))),
            [.. clienten.GroupBy(c => c.Bsn, (bsn, delen) => new DeclaratieClient(bsn, [.. delen.SelectMany(c => c.Prestaties)]))]));

    private static Wmo323 Anders(Wmo323 declaratie, Func<Declaratie, Declaratie> anders) => new(
        new Header(declaratie.Header.Afzender, declaratie.Header.Ontvanger, Berichten.Identificatie(), Berichten.Vandaag),
        anders(declaratie.Declaratie));

    // ---------------------------------------------------------------------------------------------------- results

    /// <summary>Another instance of the service, on the same database and with the same GGk.</summary>
    private Task<DienstFabriek<ZorgaanbiedersDb>> Instantie(params (string Naam, string Waarde)[] instellingen) =>
        DienstFabriek.StartAsync<ZorgaanbiedersDb>(Diensten.Zorgaanbieders,
        instellingen: new Dictionary<string, string>(instellingen.Select(i => KeyValuePair.Create(i.Naam, i.Waarde)))
        {
            [$"ConnectionStrings:{Diensten.Zorgaanbieders}"] = huis.Dienst.Database.ConnectionString,
            ["Partners:Ggk:Adres"] = huis.Ggk.Adres,
            ["Gemeente:Code"] = "0034",
        });

    private static async Task Lever(DienstFabriek<ZorgaanbiedersDb> instantie, Wmo323 declaratie)
    {
        var inhoud = new ByteArrayContent(declaratie.ToBytes());
        inhoud.Headers.ContentType = new MediaTypeHeaderValue("application/xml") { CharSet = "utf-8" };
        (await instantie.Als("keten").PostAsync("/zorgaanbieders/v1/iwmo/berichten", inhoud)).StatusCode.ShouldBe(HttpStatusCode.Accepted);
    }

    private async Task<Wmo325> Antwoord(Wmo323 declaratie)
    {
        await Lever(huis.Dienst, declaratie);
        return await Wacht(declaratie);
    }

    private Task<Wmo325> Wacht(Wmo323 declaratie) => huis.Ggk.Krijgt<Wmo325>(
        a => a.Header.BerichtIdentificatie == declaratie.Header.BerichtIdentificatie);

    /// <summary>The number of answers in the post: the GGk will get no others.</summary>
    private async Task<int> Antwoorden(Wmo323 declaratie)
    {
        var kluis = huis.Dienst.Services.GetRequiredService<Vault>();
        var verzonden = await huis.Dienst.Vraag(db => db.Set<Poststuk>().Where(b => b.Soort == "WMO325").ToListAsync());
        return verzonden.Select(b => (Wmo325)Ketenbericht.Lees(new MemoryStream(b.Xml(kluis))))
            .Count(a => a.Header.BerichtIdentificatie == declaratie.Header.BerichtIdentificatie);
    }

    private static string[] Afwijzingen(Wmo325 antwoord) =>
        [.. antwoord.Inhoud!.Clienten?.SelectMany(c => c.Prestaties).SelectMany(p => p.RetourCodes!) ?? []];

    private Task<bool> HeeftGoedgekeurde(long nummer) => huis.Dienst.Vraag(db => db.HeeftGoedgekeurdeDeclaratie(nummer, default));

    private async Task<(JsonElement Overzicht, JsonElement Detail)> Bekijk(Wmo323 declaratie, HttpClient? wie = null)
    {
        var http = wie ?? huis.Dienst.Als("backoffice");
        var id = await huis.Dienst.Vraag(db => db.Declaraties.Where(d => d.Berichtidentificatie == declaratie.Identificatie)
            .Select(d => d.Id).SingleAsync());
        var overzicht = (await Alle(http)).Single(d => d.GetProperty("id").GetGuid() == id);
        var detail = await http.GetFromJsonAsync<JsonElement>($"{Pad}/{id}");
        detail.GetProperty("declaratie").GetRawText().ShouldBe(overzicht.GetRawText());
        return (overzicht, detail);
    }

    private static async Task<List<JsonElement>> Alle(HttpClient http)
    {
        List<JsonElement> alle = [];
        string? na = null;
        do
        {
            var pagina = await http.GetFromJsonAsync<JsonElement>($"{Pad}?aantal=5&na={na}");
            alle.AddRange(pagina.GetProperty("items").EnumerateArray());
            na = pagina.GetProperty("volgende").GetString();
        }
        while (na is not null);
        return alle;
    }
}
