using WmoPlatform.Beschikkingen.Bezwaren;
using WmoPlatform.Contracts;
using WmoPlatform.Wetgeving;
using static WmoPlatform.Beschikkingen.Tests.Loop;

namespace WmoPlatform.Beschikkingen.Tests;

/// <summary>What a decision on a bezwaar must say and fit: the dwangsom, the hearing, the advice, mandate, toets and amount.</summary>
public sealed class BezwaarbeslissingTests
{
    private static readonly Bezwaarbesluit Gegrond = new(Bezwaaruitkomst.Gegrond, "U hebt gelijk.");

    [Fact]
    public void A_founded_bezwaar_against_a_dwangsombesluit_says_what_the_dwangsom_becomes()
    {
        var loop = TegenDwangsom(23m);
        Geweigerd(() => loop.Beslis(Gegrond)).ShouldBe((422, "nieuw-besluit-ontbreekt"));
        Geweigerd(() => loop.Beslis(Gegrond with { Dwangsom = new(23m) })).ShouldBe((422, "dwangsom-niet-hoger"));
        Geweigerd(() => loop.Beslis(Gegrond with { Dwangsom = new(1442.01m) })).ShouldBe((422, "dwangsom-te-hoog"));
        Geweigerd(() => loop.Beslis(Bezwaarloop.Ongegrond with { Dwangsom = new(46m) })).ShouldBe((422, "alleen-bij-gegrond"));

        loop.Beslis(Gegrond with { Dwangsom = new(1442m) }).MaakBekend().Bezwaar.OnderzoekNodig.ShouldBeFalse();
        Geweigerd(() => new Bezwaarloop().ZonderHoren().Beslis(Gegrond with { Dwangsom = new(46m) }))
            .ShouldBe((422, "geen-dwangsombesluit"));
    }

    [Fact]
    public void Each_disputed_decision_can_be_decided_anew_and_nothing_at_all_cannot()
    {
        Geweigerd(() => MetDwangsom().Beslis(Gegrond)).ShouldBe((422, "nieuw-besluit-ontbreekt"));
        Geweigerd(() => MetDwangsom().Beslis(Gegrond with { Dwangsom = new(46m, Alleen: true), Voorzieningen = [MetDwangsom().Toegekend] }))
            .ShouldBe((422, "alleen-dwangsom"));

        MetDwangsom().Beslis(Gegrond with { Dwangsom = new(46m) }).MaakBekend();
        var hulp = MetDwangsom();
        hulp.Beslis(Gegrond with { Voorzieningen = [hulp.Toegekend] }).MaakBekend();
        var beide = MetDwangsom();
        beide.Beslis(Gegrond with { Dwangsom = new(46m), Voorzieningen = [beide.Toegekend] }).MaakBekend();
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public void A_founded_bezwaar_about_the_dwangsom_alone_leaves_the_refusal(bool alleen, bool onderzoek)
    {
        var loop = MetDwangsom(zonderIndicatie: true);

        loop.Beslis(Gegrond with { Dwangsom = new(46m, alleen) }).MaakBekend().Bezwaar.OnderzoekNodig.ShouldBe(onderzoek);
    }

    [Fact]
    public void The_rest_of_a_dwangsom_that_became_more_is_paid()
    {
        var loop = new Loop().Op("2026-05-19");
        loop.Aanvraag.StelInGebreke(Dag("2026-05-19"), 1, null, Beleid, loop.Nu);
        loop.Op("2026-06-16").Beslis(Uitkomst.Toekennen).MaakBekend();
        loop.Aanvraag.StelDwangsomVast(null, "Te laat.", Beleid, loop.Nu, door: "beslisser-1").VastgesteldDoor.ShouldBe("beslisser-1");
        loop.Op("2026-06-17").Aanvraag.BetaalDwangsom(Dag("2026-06-17"), loop.Nu);
        loop.Op("2026-06-20").Aanvraag.VorderDwangsomTerug(99m, "Fout.", loop.Nu);
        loop.Aangekondigd();

        // 299 euros were paid and 99 of these claimed back, so of 400 there are 200 left. 1 July and 42 days is 12 August.
        var nieuw = loop.Op("2026-07-01").Aanvraag
            .HerzieDwangsom(400m, "Meer.", "Z-2026-000001", "beslisser-2", Dag("2026-07-01"), loop.Nu);

        (nieuw.NogTeBetalen, nieuw.Betaaltermijn.Uiterlijk).ShouldBe((200m, Dag("2026-08-12")));
        var herzien = loop.Aangekondigd().ShouldHaveSingleItem().ShouldBeOfType<DwangsomHerzien>();
        (herzien.Bedrag, herzien.NogTeBetalen, herzien.Bezwaarnummer).ShouldBe((400m, 200m, "Z-2026-000001"));
        loop.Aanvraag.BetaalDwangsom(Dag("2026-07-01"), loop.Nu);
        (loop.Aanvraag.Dwangsom.Betaald, loop.Aanvraag.Dwangsom.NogTeBetalen).ShouldBe((400m, 0m));
        Geweigerd(() => loop.Aanvraag.VorderDwangsomTerug(400.01m, "Fout.", loop.Nu)).ShouldBe((422, "meer-dan-betaald"));
    }

    [Fact]
    public void Only_a_refusal_can_be_evident_at_once()
    {
        var loop = new Bezwaarloop().ZonderHoren();
        Geweigerd(() => loop.Beslis(Gegrond with { Kennelijk = true, Voorzieningen = [loop.Toegekend] }))
            .ShouldBe((422, "kennelijk-past-niet"));
    }

    [Fact]
    public void Without_a_hearing_because_all_is_granted_all_is_granted()
    {
        var loop = new Bezwaarloop().ZonderHoren(Geenhoorgrond.VolledigTegemoetgekomen);
        Geweigerd(() => loop.Beslis(Gegrond with
        {
            Voorzieningen = [loop.Toegekend with { Uitkomst = Uitkomst.GedeeltelijkToekennen, Omvang = new(60, "01", "2") }],
        })).ShouldBe((422, "horen-toch-nodig"));
        loop.Beslis(Gegrond with { Voorzieningen = [loop.Toegekend] });

        var dwangsom = MetDwangsom(Geenhoorgrond.VolledigTegemoetgekomen);
        Geweigerd(() => dwangsom.Beslis(Gegrond with { Voorzieningen = [dwangsom.Toegekend] })).ShouldBe((422, "horen-toch-nodig"));
        dwangsom.Beslis(Gegrond with { Voorzieningen = [dwangsom.Toegekend], Dwangsom = new(46m) });
        Geweigerd(() => new Bezwaarloop(zonderIndicatie: true).ZonderHoren(Geenhoorgrond.VolledigTegemoetgekomen).Beslis(Gegrond))
            .ShouldBe((422, "horen-toch-nodig"));
    }

    [Fact]
    public void Silence_about_a_hearing_counts_only_after_the_term_of_the_question()
    {
        var loop = new Bezwaarloop();
        Geweigerd(() => loop.ZonderHoren(Geenhoorgrond.GeenAntwoord)).ShouldBe((422, "hoorvraag-niet-verstreken"));
        loop.Doe((b, nu) => b.VraagOfHoren(Dag("2026-05-22"), nu)).Aangekondigd().OfType<HorenGevraagd>().Single().Uiterlijk
            .ShouldBe(Dag("2026-05-22"));
        Geweigerd(() => loop.Op("2026-05-22").ZonderHoren(Geenhoorgrond.GeenAntwoord)).ShouldBe((422, "hoorvraag-niet-verstreken"));

        loop.Op("2026-05-23").ZonderHoren(Geenhoorgrond.GeenAntwoord).Beslis(Bezwaarloop.Ongegrond);
    }

    [Fact]
    public void A_hearing_that_is_off_is_called_off()
    {
        var loop = new Bezwaarloop().Op("2026-06-01");
        loop.Bezwaar.NodigUit(null, new(Dag("2026-06-12"), new(10, 0), TimeSpan.Zero), "Stadhuis", kort: false, loop.Nu);
        loop.Aangekondigd();

        loop.ZonderHoren().Aangekondigd().ShouldHaveSingleItem().ShouldBeOfType<VanHorenAfgezien>().Afgezegd
            .ShouldBe(new DateTimeOffset(Dag("2026-06-12"), new(10, 0), TimeSpan.Zero));
        new Bezwaarloop().ZonderHoren().Aangekondigd().OfType<VanHorenAfgezien>().Single().Afgezegd.ShouldBeNull();
    }

    [Fact]
    public void The_decision_says_why_nobody_was_heard_and_what_the_commission_advised()
    {
        var loop = new Bezwaarloop().Op("2026-05-20").Doe((b, nu) => b.SchakelCommissieIn(Beleid, nu)).ZonderHoren()
            .Doe((b, nu) => b.NeemAdvies(new(Dag("2026-05-20"), Bezwaaruitkomst.Gegrond, "Geef de hulp."), nu));
        Geweigerd(() => loop.Beslis(Bezwaarloop.Ongegrond)).ShouldBe((422, "afwijking-niet-uitgelegd"));

        loop.Beslis(Bezwaarloop.Ongegrond with { AfwijkingAdvies = "De zus helpt." }).MaakBekend();

        loop.Aangekondigd().OfType<BeslissingOpBezwaarBekendgemaakt>().Single().Verantwoording!.Waarde
            .ShouldBe(new(Geenhoorgrond.WilNiet, "Zo bleek dat.", "Geef de hulp.", "De zus helpt."));
        var gehoord = new Bezwaarloop().Op("2026-06-01").Gehoord("2026-06-12").Beslis(Bezwaarloop.Ongegrond).MaakBekend();
        gehoord.Aangekondigd().OfType<BeslissingOpBezwaarBekendgemaakt>().Single().Verantwoording.ShouldBeNull();
    }

    [Fact]
    public void Mandate_and_four_eyes_hold_for_a_decision_on_bezwaar_too()
    {
        var loop = new Bezwaarloop
        {
            Regels = Met(new([new("de teamleider", ["teamleider-1"], new([Besluituitkomst.Toekennen], [])),
                new("de beslisser", [], new([Besluituitkomst.Afwijzen], []))], [new([Besluituitkomst.Toekennen], [])])),
        }.ZonderHoren();
        var besluit = Gegrond with { Voorzieningen = [loop.Toegekend] };
        Geweigerd(() => loop.Beslis(besluit)).ShouldBe((422, "buiten-mandaat"));
        loop.Beslis(Bezwaarloop.Ongegrond);
        loop.Aangekondigd();

        loop.Beslis(besluit, "teamleider-1").Aangekondigd().ShouldHaveSingleItem().ShouldBeOfType<OpBezwaarBeslist>().TweedeNodig
            .ShouldBeTrue();
        Geweigerd(() => loop.MaakBekend()).ShouldBe((409, "tweede-beoordeling-nodig"));
        Geweigerd(() => loop.KeurGoed("teamleider-1")).ShouldBe((422, "eigen-werk"));
        Geweigerd(() => loop.KeurGoed(Bezwaarloop.Beslisser1)).ShouldBe((422, "zelfde-beslisser"));
        loop.KeurGoed("beslisser-3");
        Geweigerd(() => loop.KeurGoed("beslisser-4")).ShouldBe((409, "al-goedgekeurd"));
        // Another decision is looked at again.
        loop.Beslis(besluit, "teamleider-1");
        Geweigerd(() => loop.MaakBekend()).ShouldBe((409, "tweede-beoordeling-nodig"));
        loop.KeurGoed("beslisser-3").MaakBekend();
        Geweigerd(() => new Bezwaarloop().KeurGoed("beslisser-3")).ShouldBe((409, "nog-geen-besluit"));
    }

    [Theory]
    [InlineData(null, "pgb-toets-ontbreekt")]
    [InlineData(false, "niet-pgb-vaardig")]
    [InlineData(true, null)]
    public void A_pgb_on_bezwaar_needs_a_positive_toets(bool? toets, string? code)
    {
        var loop = new Bezwaarloop().ZonderHoren();
        loop.Kennis = loop.Kennis with
        {
            Toetsen = toets is { } akkoord ? new Dictionary<Guid, bool> { [loop.Was.VoorzieningId] = akkoord } : [],
        };
        void Beslis() => loop.Beslis(Gegrond with
        {
            Voorzieningen = [loop.Toegekend with { Leveringsvorm = Leveringsvorm.Pgb, Budget = 900m }],
        });

        if (code is null) Beslis();
        else Geweigerd(Beslis).ShouldBe((422, code));
    }

    [Fact]
    public void A_defect_that_was_repaired_too_late_may_make_it_inadmissible()
    {
        var besluit = new Bezwaarbesluit(Bezwaaruitkomst.NietOntvankelijk, "Te laat hersteld.", true,
            Nietontvankelijkgrond.VerzuimNietHersteld);
        Bezwaarloop Hersteld(string op)
        {
            var loop = new Bezwaarloop().Op("2026-06-15").ZonderHoren(Geenhoorgrond.KennelijkNietOntvankelijk);
            var verzoek = loop.VraagHerstel("2026-06-29", Verzuimsoort.Gronden);
            return loop.Op(op).Doe((b, nu) => b.NeemHerstel(verzoek.Id, [Verzuimsoort.Gronden], "Daarom.", Dag(op), Beleid, nu))
                .Op("2026-07-01");
        }

        Geweigerd(() => Hersteld("2026-06-29").Beslis(besluit)).ShouldBe((422, "herstel-niet-verstreken"));
        Hersteld("2026-06-30").Beslis(besluit).Bezwaar.Status.ShouldBe(Bezwaarstatus.Beslist);
    }

    [Theory]
    [InlineData(1, "04", "2", "slechter-door-bezwaar")] // 60 of 120 minutes a week
    [InlineData(2, "04", "2", null)]
    [InlineData(17, "01", "1", "slechter-door-bezwaar")] // 119 minutes a week
    [InlineData(18, "01", "1", null)]
    [InlineData(521, "01", "4", "slechter-door-bezwaar")]
    [InlineData(522, "01", "4", "slechter-door-bezwaar")] // less than 120 a week in a month of 31 days
    [InlineData(532, "01", "4", null)]
    [InlineData(9, "16", "2", "niet-te-vergelijken")]
    public void Less_help_in_another_unit_or_frequency_is_less_help(int volume, string eenheid, string frequentie, string? code)
    {
        var was = new BeschikteVoorziening(Guid.NewGuid(), Uitkomst.GedeeltelijkToekennen, new("02", "02T21"), new(120, "01", "2"),
            new(new(2026, 6, 1), new(2026, 12, 31)), Leveringsvorm.Zin, "12345678", null);
        var loop = new Bezwaarloop(was: was).ZonderHoren();
        void Beslis(string? wens = null) => loop.Beslis(Gegrond with
        {
            Voorzieningen = [loop.Toegekend with { Omvang = new(volume, eenheid, frequentie), Wens = wens }],
        });

        if (code is null) Beslis();
        else Geweigerd(() => Beslis()).ShouldBe((422, code));
        // Less remains less, whatever somebody wants; another unit may be what was asked.
        if (code == "slechter-door-bezwaar") Geweigerd(() => Beslis("De inwoner vroeg erom.")).ShouldBe((422, code));
        else Beslis("De inwoner vroeg erom.");
    }

    [Fact]
    public void Other_help_or_another_form_asks_for_the_wish_of_the_objector()
    {
        var was = new BeschikteVoorziening(Guid.NewGuid(), Uitkomst.GedeeltelijkToekennen, new("02", "02T21"), new(120, "01", "2"),
            new(new(2026, 6, 1), new(2026, 12, 31)), Leveringsvorm.Zin, "12345678", null);
        var loop = new Bezwaarloop(was: was).ZonderHoren();
        var anders = loop.Toegekend with { Product = new("02", "02A05") };

        Geweigerd(() => loop.Beslis(Gegrond with { Voorzieningen = [anders] })).ShouldBe((422, "niet-te-vergelijken"));
        loop.Beslis(Gegrond with { Voorzieningen = [anders with { Wens = "De inwoner vroeg dit op de hoorzitting." }] });
    }

    private static Tabel<Gemeentebeleid> Met(Besluitbeleid besluiten) => new("gemeentebeleid",
        new Rij<Gemeentebeleid>(new(2026, 1, 1), null, Beleid.Op(Dag("2026-05-08")).Waarde with { Besluiten = besluiten }, "test"));

    private static Bezwaarloop MetDwangsom(Geenhoorgrond grond = Geenhoorgrond.WilNiet, bool zonderIndicatie = false) =>
        new Bezwaarloop(zonderIndicatie: zonderIndicatie).Doe((b, nu) => b.Voeg(Dwangsom(23m), nu)).ZonderHoren(grond);

    private static Bezwaarloop TegenDwangsom(decimal bedrag) => new Bezwaarloop(tegen: Dwangsom(bedrag)).ZonderHoren();

    private static BestredenBesluit Dwangsom(decimal bedrag) =>
        new(BestredenSoort.Dwangsombesluit, Guid.NewGuid(), "A-2026-000001", Dag("2026-05-01"), "beslisser-9", []) { Bedrag = bedrag };
}
