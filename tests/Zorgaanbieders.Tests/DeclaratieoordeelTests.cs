using WmoPlatform.IStandaarden;
using WmoPlatform.Zorgaanbieders.Declaraties;
using Declaratie = WmoPlatform.IStandaarden.Declaratie;

namespace WmoPlatform.Zorgaanbieders.Tests;

/// <summary>Each rule about a declaration, broken once: which code comes back, and where.</summary>
public sealed class DeclaratieoordeelTests
{
    private const string Anna = "999993653";
    private const string Bert = "999990019";

    /// <summary>Anna has ten hours a week from 10 February to 20 May 2026: fifteen weeks.</summary>
    private static readonly BekendeToewijzing Toewijzing = new(
        Anna, "02", "02A01", new(2026, 2, 10), new(2026, 5, 20), new(10, "04", "2"), null, Verwijderd: false);

    /// <summary>Forty of them in March, at 60 euros.</summary>
    private static readonly Prestatie Maart = new(new("P1"), 7, "02", "02A01", Periode(3, 1, 31), 40, "04", 6000, new(240_000, "D"));

    private static readonly Prestatie Credit = Maart with { ProductReferentie = new("P1", "OUD"), IngediendBedrag = new(240_000, "C") };

    /// <summary>The second of June, about May: nothing was declared before, and there is no contract on tariffs.</summary>
    private static readonly Declaratiestand Stand = new(
        new(2026, 6, 3), new Dictionary<long, BekendeToewijzing> { [7] = Toewijzing, [8] = Toewijzing }, new HashSet<string>(),
        new Dictionary<string, Debet>(), new HashSet<Prestatiesleutel>(), new Dictionary<long, Verbruik>(), NummerGebruikt: false,
        LaatstePeriode: null, (_, _) => null);

    public static TheoryData<string, string[]> Gebroken => new()
    {
        { "geen", [] },
        { "TR304", ["8187"] },
        { "TR307", ["9307"] },
        { "TR308", ["9308"] },
        { "TR314", ["8021"] },
        { "TR319", ["9319"] },
        { "TR321", ["9321"] },
        { "TR321, meer euro's dan volume", ["9321"] },
        { "TR322", ["9322"] },
        { "TR323", ["8017"] },
        { "TR323, zonder verwijzing", ["8017"] },
        { "TR323, ander bedrag", ["8017"] },
        { "TR338", ["9338"] },
        { "TR339", ["9339"] },
        { "TR340", ["9340"] },
        { "TR341", ["9341"] },
        { "TR346", ["9346"] },
        { "TR346, zonder tarief", ["9346"] },
        { "TR369", ["9369"] },
        { "TR384", ["9384"] },
        { "TR387", ["9387"] },
        { "TR388", ["9388"] },
        { "TR389", ["9389"] },
        { "TR390", ["9390"] },
        { "TR418", ["0611"] },
        { "TR339, TR340 en TR341", ["9339", "9340", "9341"] },
    };

    [Theory]
    [MemberData(nameof(Gebroken))]
    public void A_prestatie_that_breaks_a_rule_gets_its_code_and_the_one_beside_it_is_granted(string regel, string[] codes)
    {
        var (prestatie, stand) = Breek(regel);
        var goed = Maart with { ProductReferentie = new("P2"), ToewijzingNummer = 8 };
        var oordeel = Declaratieoordeel.Vel(Bericht(prestatie, goed), stand);
        oordeel.Codes.ShouldBeEmpty();
        oordeel.Clienten.ShouldHaveSingleItem().Prestaties.ShouldBe([codes, []]);
        Antwoord(Bericht(prestatie, goed), stand).Inhoud!.TotaalToegekendBedrag.InCenten.ShouldBe(
            goed.IngediendBedrag.InCenten + (codes.Length == 0 ? prestatie.IngediendBedrag.InCenten : 0));
    }

    private static (Prestatie, Declaratiestand) Breek(string regel) => regel switch
    {
        "geen" => (Maart, Stand),
        "TR304" => (Maart, Met(Toewijzing with { Bsn = Bert })),
        "TR307" => (Maart with { ProductPeriode = Periode(2, 1, 28) }, Stand),
        "TR308" => (Maart with { ProductPeriode = Periode(5, 1, 31) }, Stand),
        "TR314" => (Maart, Stand with { Referenties = new HashSet<string> { "P1" } }),
        "TR319" => (Maart with { ProductPeriode = Periode(6, 1, 30) }, Met(Toewijzing with { Einddatum = new(2026, 12, 31) })),
        "TR321" => (Maart with { GeleverdVolume = 61, IngediendBedrag = new(366_000, "D") }, Stand),
        "TR321, meer euro's dan volume" => (
            Maart with { GeleverdVolume = 1, Eenheid = "83", ProductTarief = null, IngediendBedrag = new(100_001, "D") },
            Met(Toewijzing with { Omvang = new(100_000, "83", "4") })),
        "TR322" => (Maart, Stand with { Verbruik = new Dictionary<long, Verbruik> { [7] = new((111 * 60) + 1, 0) } }),
        "TR323" => (Credit, Stand),
        "TR323, zonder verwijzing" => (Credit with { ProductReferentie = new("P1") }, Eerder(Debet.Van(Maart))),
        "TR323, ander bedrag" => (Credit, Eerder(Debet.Van(Maart) with { Bedrag = 1 })),
        "TR338" => (Maart with { ToewijzingNummer = 9 }, Stand),
        "TR339" => (Maart with { ProductCategorie = "07" }, Stand),
        "TR340" => (Maart with { ProductCode = "02A02" }, Stand),
        "TR341" => (Maart with { Eenheid = "16" }, Stand),
        "TR346" => (Maart with { IngediendBedrag = new(240_001, "D") }, Stand),
        "TR346, zonder tarief" => (Maart with { ProductTarief = null }, Stand),
        "TR369" => (Maart, Met(Toewijzing with { Omvang = null, Budget = 239_999 })),
        "TR384" => (Maart, Met(Toewijzing with { Verwijderd = true })),
        "TR387" => (Maart with { ProductPeriode = Periode(3, 2, 31) }, Stand),
        "TR388" => (Maart with { ProductPeriode = Periode(3, 1, 30) }, Stand),
        "TR389" => (Maart, Stand with { Gedeclareerd = new HashSet<Prestatiesleutel> { Prestatiesleutel.Van(Maart) } }),
        "TR390" => (Credit, Eerder(Debet.Van(Maart) with { IsGecrediteerd = true })),
        "TR418" =>
            (Maart with { ProductCode = "02B01", ProductTarief = 6001 },
                Met(Toewijzing with { Code = null }) with { Uurtarief = (code, dag) => code == "02B01" && dag.Month == 3 ? 60m : null }),
        _ => (Maart with { ProductCategorie = "07", ProductCode = "07A01", Eenheid = "82" }, Stand),
    };

    [Fact]
    public void A_declaration_granted_whole_gets_0200_at_the_header_and_8001_at_itself()
    {
        var antwoord = Antwoord(Bericht(Maart), Stand);
        antwoord.Header.RetourCodes.ShouldBe(["0200"]);
        antwoord.Inhoud!.RetourCodes.ShouldBe(["8001"]);
        antwoord.Inhoud.TotaalToegekendBedrag.InCenten.ShouldBe(240_000);
        antwoord.Inhoud.Clienten.ShouldBeNull();
    }

    [Fact]
    public void Only_rejected_prestaties_come_back_and_explain_the_difference_TR342()
    {
        var heen = Bericht(Maart, Maart with { ProductReferentie = new("P2"), ToewijzingNummer = 9 });
        var antwoord = Antwoord(heen, Stand).Inhoud!;
        antwoord.RetourCodes.ShouldBe(["0200"]);
        var client = antwoord.Clienten.ShouldHaveSingleItem();
        (client.Bsn, client.RetourCodes![0]).ShouldBe((Anna, "0200"));
        var afgewezen = client.Prestaties.ShouldHaveSingleItem();
        (afgewezen.ProductReferentie.ReferentieNummer, afgewezen.RetourCodes![0]).ShouldBe(("P2", "9338"));
        (antwoord.TotaalIngediendBedrag.InCenten - antwoord.TotaalToegekendBedrag.InCenten).ShouldBe(afgewezen.IngediendBedrag.InCenten);
    }

    public static TheoryData<string, string> HeelAfgewezen => new()
    {
        { "TR135", "8848" },
        { "TR318, terug in de tijd", "8214" },
        { "TR333", "9333" },
    };

    [Theory]
    [MemberData(nameof(HeelAfgewezen))]
    public void A_declaration_that_is_wrong_itself_counts_as_never_sent(string regel, string code)
    {
        var bericht = Bericht(Maart);
        var (heen, stand) = regel switch
        {
            "TR135" => (Anders(d => d with { DeclaratieDagtekening = new(2026, 6, 4) }), Stand),
            "TR318, terug in de tijd" => (bericht, Stand with { LaatstePeriode = new(2026, 6, 1) }),
            _ => (bericht, Stand with { NummerGebruikt = true }),
        };
        var antwoord = Antwoord(heen, stand);
        antwoord.Header.RetourCodes.ShouldBe(["0200"]);
        antwoord.Inhoud!.RetourCodes.ShouldBe([code]);
        antwoord.Inhoud.TotaalToegekendBedrag.TotaalBedrag.ShouldBe(0);
        antwoord.Inhoud.Clienten.ShouldBeNull();

        Wmo323 Anders(Func<Declaratie, Declaratie> anders) => bericht with { Declaratie = anders(bericht.Declaratie) };
    }

    [Fact]
    public void A_second_declaration_of_a_month_is_allowed_and_so_is_a_month_without_help() =>
        Declaratieoordeel.Vel(Bericht(Maart), Stand with { LaatstePeriode = new(2026, 5, 1) }).Codes.ShouldBeEmpty();

    [Fact]
    public void Nothing_is_judged_for_somebody_who_is_no_client_TR304()
    {
        var vreemd = new DeclaratieClient(Bert,
            [Maart with { ProductReferentie = new("P2"), ToewijzingNummer = 8 },
                Maart with { ProductReferentie = new("P3"), ToewijzingNummer = 9 }]);
        var antwoord = Antwoord(Bericht(new DeclaratieClient(Anna, [Maart]), vreemd), Stand).Inhoud!;
        var client = antwoord.Clienten.ShouldHaveSingleItem();
        (client.Bsn, client.RetourCodes![0]).ShouldBe((Bert, "8187"));
        client.Prestaties.Select(p => p.RetourCodes![0]).ShouldBe(["0233", "0233"]);
        antwoord.TotaalToegekendBedrag.InCenten.ShouldBe(240_000);
    }

    [Fact]
    public void A_number_that_comes_twice_in_one_message_is_good_once() =>
        Codes(Stand, Maart, Maart with { ToewijzingNummer = 8 }).ShouldBe([[], ["8021"]]);

    [Fact]
    public void What_one_prestatie_takes_the_next_cannot()
    {
        // Fifteen weeks of ten hours are 150. After 50, 50 and 50 the next hour is too much; nothing is left for May.
        var maanden = new[] { Periode(2, 10, 28), Periode(3, 1, 31), Periode(4, 1, 30), Periode(5, 1, 20) };
        int[] uren = [30, 60, 50, 11];
        var prestaties = maanden
            .Select((m, i) => Maart with
            {
                ProductReferentie = new($"M{i}"),
                ProductPeriode = m,
                GeleverdVolume = uren[i],
                IngediendBedrag = new(uren[i] * 6000, "D")
            }).ToArray();
        Codes(Stand, prestaties).ShouldBe([[], [], [], ["9322"]]);
    }

    [Fact]
    public void A_credit_makes_room_wherever_it_stands_in_the_message_OP366()
    {
        var stand = Eerder(Debet.Van(Maart)) with
        {
            Gedeclareerd = new HashSet<Prestatiesleutel> { Prestatiesleutel.Van(Maart) },
            Verbruik = new Dictionary<long, Verbruik> { [7] = new(149 * 60, 240_000) }
        };
        var nieuw = Maart with { ProductReferentie = new("P2"), GeleverdVolume = 41, IngediendBedrag = new(246_000, "D") };
        Codes(stand, nieuw, Credit).ShouldBe([[], []]);
        Antwoord(Bericht(nieuw, Credit), stand).Inhoud!.TotaalToegekendBedrag.InCenten.ShouldBe(6_000);
        Codes(stand, nieuw with { GeleverdVolume = 42, IngediendBedrag = new(252_000, "D") }, Credit).ShouldBe([["9322"], []]);
    }

    [Fact]
    public void A_credit_is_possible_also_when_the_assignment_was_shortened_since()
    {
        var stand = Eerder(Debet.Van(Maart));
        Codes(stand with { Toewijzingen = Met(Toewijzing with { Einddatum = new(2026, 2, 28) }).Toewijzingen }, Credit).ShouldBe([[]]);
        var antwoord = Antwoord(Bericht(Credit), stand).Inhoud!;
        antwoord.TotaalToegekendBedrag.ShouldBe(new(240_000, "C"));
    }

    [Fact]
    public void Two_credits_of_one_debet_are_one() =>
        Codes(Eerder(Debet.Van(Maart)), Credit, Credit with { ProductReferentie = new("P2", "OUD") }).ShouldBe([[], ["9390"]]);

    [Fact]
    public void Hours_may_be_declared_in_minutes_and_cost_their_part_of_the_tariff_per_hour()
    {
        var minuten = Maart with { GeleverdVolume = 90, Eenheid = "01", ProductTarief = 114, IngediendBedrag = new(10_244, "D") };
        var contract = Stand with { Uurtarief = (_, _) => 68.29m };
        Codes(contract, minuten).ShouldBe([[]]);
        Codes(contract, minuten with { IngediendBedrag = new(10_260, "D") }).ShouldBe([["9346"]]);
        Codes(contract, minuten with { ProductTarief = 113 }).ShouldBe([["0611"]]);
        // Without a contract the tariff per hour is unknown, but at most half a cent per minute away.
        Codes(Stand, minuten).ShouldBe([[]]);
        Codes(Stand, minuten with { IngediendBedrag = new(10_400, "D") }).ShouldBe([["9346"]]);
        Codes(contract, minuten with { GeleverdVolume = 3_601, IngediendBedrag = new(409_854, "D") }).ShouldBe([["9321"]]);
    }

    [Fact]
    public void Without_a_product_code_any_product_may_be_declared_up_to_the_budget()
    {
        var stand = Met(new(Anna, null, null, new(2026, 2, 10), new(2026, 5, 20), null, 300_000, Verwijderd: false));
        var ander = Maart with
        {
            ProductReferentie = new("P2"),
            ProductCategorie = "07",
            ProductCode = "07A01",
            Eenheid = "83",
            ProductTarief = null,
            GeleverdVolume = 60_001,
            IngediendBedrag = new(60_001, "D")
        };
        Codes(stand, Maart, ander).ShouldBe([[], ["9369"]]);
        Codes(stand, Maart, ander with { GeleverdVolume = 60_000, IngediendBedrag = new(60_000, "D") }).ShouldBe([[], []]);
    }

    private static IReadOnlyList<IReadOnlyList<string>> Codes(Declaratiestand stand, params Prestatie[] prestaties) =>
        Declaratieoordeel.Vel(Bericht(prestaties), stand).Clienten[0].Prestaties;

    /// <summary>The message as XML, and read back.</summary>
    private static Wmo325 Antwoord(Wmo323 heen, Declaratiestand stand) =>
        (Wmo325)Ketenbericht.Lees(Declaratieoordeel.Vel(heen, stand).Antwoord(heen, "W1", stand.Vandaag).ToXml());

    private static Declaratiestand Met(BekendeToewijzing toewijzing) =>
        Stand with { Toewijzingen = new Dictionary<long, BekendeToewijzing> { [7] = toewijzing, [8] = Toewijzing } };

    private static Declaratiestand Eerder(Debet debet) => Stand with { Debetten = new Dictionary<string, Debet> { ["OUD"] = debet } };

    private static CdtGeslotenPeriode Periode(int maand, int van, int tot) => new(new(2026, maand, van), new(2026, maand, tot));

    private static Wmo323 Bericht(params Prestatie[] prestaties) => Bericht(new DeclaratieClient(Anna, prestaties));

    private static Wmo323 Bericht(params DeclaratieClient[] clienten) => new(new Header("12345678", "0034", "D1", new(2026, 6, 2)),
        new Declaratie("DN1", Periode(5, 1, 31), new(2026, 6, 2),
            CdtTotaalBedragMetDC.Van(clienten.Sum(c => c.Prestaties.Sum(p => p.IngediendBedrag.InCenten))), clienten));
}
