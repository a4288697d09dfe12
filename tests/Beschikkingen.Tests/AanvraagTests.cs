using WmoPlatform.Beschikkingen.Besluiten;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Testhuis;
using WmoPlatform.Wetgeving;
using static WmoPlatform.Beschikkingen.Tests.Voorbeelden;

namespace WmoPlatform.Beschikkingen.Tests;

/// <summary>The rules of the aggregate Aanvraag, in memory.</summary>
public sealed class AanvraagTests
{
    private const string Waarom = "De hulp is nodig en passend.";
    private static readonly Vault Kluis = Sleutels.Kluis(Diensten.Beschikkingen);
    private static readonly DateTimeOffset Nu = new(2026, 5, 11, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Vandaag = new(2026, 5, 11);
    private static readonly Dictionary<Guid, bool> GeenToetsen = [];

    [Fact]
    public void The_two_weeks_end_on_the_next_ordinary_day_when_the_last_is_a_holiday()
    {
        // 25 May 2026 is Tweede Pinksterdag.
        var aanvraag = Ontvangen(Zin());

        aanvraag.Uiterlijk.ShouldBe(new DateOnly(2026, 5, 26));
        aanvraag.Status.ShouldBe(Aanvraagstatus.Ontvangen);
        aanvraag.Versie.ShouldBe(1);
    }

    [Fact]
    public void On_the_last_day_it_is_in_time_and_the_day_after_it_is_overdue()
    {
        var aanvraag = Ontvangen(Zin());

        aanvraag.IsTijdig(aanvraag.Uiterlijk).ShouldBeTrue();
        aanvraag.IsTijdig(aanvraag.Uiterlijk.AddDays(1)).ShouldBeFalse();
    }

    [Fact]
    public void An_announced_delay_promises_another_day_and_leaves_the_day_of_the_law()
    {
        var aanvraag = Ontvangen(Zin());

        aanvraag.StelUit(2, "Het medisch advies is er nog niet.", Nu);

        aanvraag.ToegezegdeDatum.ShouldBe(new DateOnly(2026, 6, 8));
        aanvraag.Uiterlijk.ShouldBe(new DateOnly(2026, 5, 26));
        aanvraag.IsTijdig(new DateOnly(2026, 5, 27)).ShouldBeFalse();
    }

    [Fact]
    public void Delay_is_announced_once()
    {
        var aanvraag = Ontvangen(Zin());
        aanvraag.StelUit(1, "Ziekte.", Nu);

        Geweigerd(() => aanvraag.StelUit(1, "Nog eens.", Nu)).ShouldBe((409, "uitstel-al-aangekondigd"));
    }

    [Fact]
    public void Delay_is_at_most_two_weeks() =>
        Geweigerd(() => Ontvangen(Zin()).StelUit(3, "Druk.", Nu)).ShouldBe((422, "uitstel-te-lang"));

    [Fact]
    public void Delay_can_be_announced_on_the_last_day_and_not_after_it()
    {
        var laatste = new DateTimeOffset(2026, 5, 26, 20, 0, 0, TimeSpan.Zero);
        Should.NotThrow(() => Ontvangen(Zin()).StelUit(2, "Druk.", laatste));

        Geweigerd(() => Ontvangen(Zin()).StelUit(2, "Druk.", laatste.AddDays(1))).ShouldBe((422, "uitstel-te-laat"));
    }

    [Fact]
    public void A_grant_gives_what_was_asked()
    {
        var zin = Zin();
        var aanvraag = Besloten(zin, new(Uitkomst.Toekennen, Waarom, zin.VoorzieningId));

        aanvraag.Besluiten[0].Op(zin)
            .ShouldBe(new BeschikteVoorziening(zin.VoorzieningId, Uitkomst.Toekennen, zin.Product, zin.Omvang, zin.Periode,
            Leveringsvorm.Zin, zin.Agb, null));
        aanvraag.Beschikkingnummer.ShouldBe("B-2026-000001");
    }

    [Fact]
    public void A_grant_that_gives_less_must_be_called_partial()
    {
        var zin = Zin();
        Weigert(zin, new(Uitkomst.Toekennen, Waarom, zin.VoorzieningId, Omvang: zin.Omvang with { Volume = 60 }))
            .ShouldBe("minder-dan-gevraagd");
    }

    [Fact]
    public void A_partial_grant_gives_less_in_volume_or_in_period()
    {
        var zin = Zin();
        var korter = zin.Periode with { Einddatum = zin.Periode.Einddatum.AddDays(-1) };

        Besloten(zin, new(Uitkomst.GedeeltelijkToekennen, Waarom, zin.VoorzieningId,
            Omvang: zin.Omvang with { Volume = 119 })).Status.ShouldBe(Aanvraagstatus.Besloten);
        Besloten(zin, new(Uitkomst.GedeeltelijkToekennen, Waarom, zin.VoorzieningId,
            Periode: korter)).Status.ShouldBe(Aanvraagstatus.Besloten);
        Weigert(zin, new(Uitkomst.GedeeltelijkToekennen, Waarom, zin.VoorzieningId)).ShouldBe("niet-minder-dan-gevraagd");
    }

    [Fact]
    public void A_longer_period_than_the_indicated_one_asks_for_a_reason()
    {
        var zin = Zin();
        Weigert(zin, new(Uitkomst.Toekennen, Waarom, zin.VoorzieningId,
            Periode: zin.Periode with { Ingangsdatum = zin.Periode.Ingangsdatum.AddDays(-1) })).ShouldBe("periode-buiten-indicatie");
        Weigert(zin, new(Uitkomst.Toekennen, Waarom, zin.VoorzieningId,
            Periode: zin.Periode with { Einddatum = zin.Periode.Einddatum.AddDays(1) })).ShouldBe("periode-buiten-indicatie");
        Weigert(zin, new(Uitkomst.GedeeltelijkToekennen, Waarom, zin.VoorzieningId,
            Periode: zin.Periode with { Einddatum = zin.Periode.Einddatum.AddDays(1) })).ShouldBe("niet-minder-dan-gevraagd");
    }

    [Fact]
    public void More_than_was_indicated_asks_for_a_reason_and_the_unit_stays()
    {
        var zin = Zin();
        Weigert(zin, new(Uitkomst.Toekennen, Waarom, zin.VoorzieningId, Omvang: zin.Omvang with { Volume = 121 }))
            .ShouldBe("meer-dan-geindiceerd");
        Weigert(zin, new(Uitkomst.GedeeltelijkToekennen, Waarom, zin.VoorzieningId,
            Omvang: zin.Omvang with { Volume = 60, Eenheid = "04" })).ShouldBe("andere-eenheid");
    }

    [Fact]
    public void A_refusal_gives_nothing()
    {
        var zin = Zin();
        Weigert(zin, new(Uitkomst.Afwijzen, Waarom, zin.VoorzieningId, Periode: zin.Periode)).ShouldBe("alleen-bij-toekennen");
        Besloten(zin, new(Uitkomst.Afwijzen, Waarom, zin.VoorzieningId)).Status.ShouldBe(Aanvraagstatus.Besloten);
    }

    [Fact]
    public void Every_voorziening_gets_exactly_one_outcome()
    {
        var (een, twee) = (Zin(), Zin());
        var aanvraag = Ontvangen(een, twee);
        var toekennen = new Voorzieningbesluit(Uitkomst.Toekennen, Waarom, een.VoorzieningId);

        Weigert(aanvraag, toekennen).ShouldBe("een-uitkomst-per-voorziening");
        Weigert(aanvraag, toekennen, toekennen).ShouldBe("een-uitkomst-per-voorziening");
        Weigert(aanvraag, toekennen, toekennen with { VoorzieningId = Guid.NewGuid() }).ShouldBe("een-uitkomst-per-voorziening");
        Weigert(aanvraag, toekennen, toekennen with { VoorzieningId = null }).ShouldBe("een-uitkomst-per-voorziening");
        aanvraag.Status.ShouldBe(Aanvraagstatus.Ontvangen);
    }

    [Fact]
    public void Where_nothing_was_indicated_there_is_one_refusal_of_the_whole()
    {
        Weigert(Ontvangen(), new Voorzieningbesluit(Uitkomst.Toekennen, Waarom)).ShouldBe("alleen-afwijzen");
        Weigert(Ontvangen(), new Voorzieningbesluit(Uitkomst.Afwijzen, Waarom, Guid.NewGuid())).ShouldBe("alleen-afwijzen");

        var aanvraag = Ontvangen();
        Beslis(aanvraag, GeenToetsen, new Voorzieningbesluit(Uitkomst.Afwijzen, Waarom));
        aanvraag.Status.ShouldBe(Aanvraagstatus.Besloten);
    }

    [Fact]
    public void A_pgb_is_granted_only_after_a_positive_check()
    {
        var pgb = Pgb();
        var toekennen = new Voorzieningbesluit(Uitkomst.Toekennen, Waarom, pgb.VoorzieningId, Budget: 12_480.50m);

        Geweigerd(() => Beslis(Ontvangen(pgb), GeenToetsen, toekennen)).ShouldBe((422, "pgb-toets-ontbreekt"));
        Geweigerd(() => Beslis(Ontvangen(pgb), new() { [pgb.VoorzieningId] = false }, toekennen)).ShouldBe((422, "niet-pgb-vaardig"));
        Should.NotThrow(() => Beslis(Ontvangen(pgb), new() { [pgb.VoorzieningId] = true }, toekennen));
    }

    [Fact]
    public void A_pgb_can_be_refused_without_a_check()
    {
        var pgb = Pgb();
        Besloten(pgb, new(Uitkomst.Afwijzen, Waarom, pgb.VoorzieningId)).Status.ShouldBe(Aanvraagstatus.Besloten);
    }

    [Fact]
    public void A_granted_pgb_names_its_budget_and_zorg_in_natura_has_none()
    {
        var (pgb, zin) = (Pgb(), Zin());
        Geweigerd(() => Beslis(Ontvangen(pgb), new() { [pgb.VoorzieningId] = true },
            new Voorzieningbesluit(Uitkomst.Toekennen, Waarom, pgb.VoorzieningId))).ShouldBe((422, "budget-ontbreekt"));
        Geweigerd(() => Beslis(Ontvangen(pgb), new() { [pgb.VoorzieningId] = true },
            new Voorzieningbesluit(Uitkomst.Toekennen, Waarom, pgb.VoorzieningId, Budget: 0))).ShouldBe((422, "budget-ontbreekt"));
        Weigert(zin, new(Uitkomst.Toekennen, Waarom, zin.VoorzieningId, Budget: 100)).ShouldBe("budget-zonder-pgb");
    }

    [Fact]
    public void Nobody_decides_on_their_own_aanvraag()
    {
        var zin = Zin();
        Geweigerd(() => Ontvangen(zin)
            .Beslis([new(Uitkomst.Toekennen, Waarom, zin.VoorzieningId)], GeenToetsen, Beslisser(Inwoner), "B-2026-000001",
                Loop.Beleid, Nu))
            .ShouldBe((422, "eigen-aanvraag"));
        Should.NotThrow(() =>
            Ontvangen(zin).Beslis([new(Uitkomst.Toekennen, Waarom, zin.VoorzieningId)], GeenToetsen, Beslisser(AndereInwoner),
            "B-2026-000001", Loop.Beleid, Nu));
    }

    [Fact]
    public void A_later_decision_replaces_the_earlier_and_keeps_its_number()
    {
        var zin = Zin();
        var aanvraag = Besloten(zin, new(Uitkomst.Toekennen, Waarom, zin.VoorzieningId));

        aanvraag.Beslis([Loop.Over(zin, Uitkomst.Afwijzen)], GeenToetsen, Beslisser(), "B-2026-000002",
            Loop.Beleid, Nu.AddDays(1));

        aanvraag.Besluiten.Single().Uitkomst.ShouldBe(Uitkomst.Afwijzen);
        aanvraag.Beschikkingnummer.ShouldBe("B-2026-000001");
        aanvraag.BeslotenOp.ShouldBe(Vandaag.AddDays(1));
    }

    [Fact]
    public void Making_known_starts_the_six_weeks_for_bezwaar()
    {
        var aanvraag = Bekend();

        aanvraag.BekendgemaaktOp.ShouldBe(Vandaag);
        aanvraag.BezwaarUiterlijk.ShouldBe(new DateOnly(2026, 6, 22));
    }

    [Fact]
    public void What_was_not_decided_cannot_be_made_known() =>
        Geweigerd(() => MaakBekend(Ontvangen(Zin()), Vandaag)).ShouldBe((409, "nog-geen-besluit"));

    [Fact]
    public void A_beschikking_is_made_known_between_the_day_of_the_decision_and_today()
    {
        var zin = Zin();
        var aanvraag = Besloten(zin, new(Uitkomst.Toekennen, Waarom, zin.VoorzieningId));

        Geweigerd(() => MaakBekend(aanvraag, Vandaag.AddDays(-1))).ShouldBe((422, "bekendmaking-voor-besluit"));
        Geweigerd(() => MaakBekend(aanvraag, Vandaag.AddDays(1))).ShouldBe((422, "bekendmaking-in-de-toekomst"));
        aanvraag.Status.ShouldBe(Aanvraagstatus.Besloten);
    }

    [Fact]
    public void A_pgb_whose_check_was_done_again_and_failed_is_not_made_known()
    {
        var pgb = Pgb();
        var aanvraag = Ontvangen(pgb);
        Beslis(aanvraag, new() { [pgb.VoorzieningId] = true },
            new Voorzieningbesluit(Uitkomst.Toekennen, Waarom, pgb.VoorzieningId, Budget: 500));

        Geweigerd(() => aanvraag.MaakBekend(Vandaag, new Dictionary<Guid, bool> { [pgb.VoorzieningId] = false }, Gemeentebeleid.Almere,
                Kluis, Nu))
            .ShouldBe((422, "niet-pgb-vaardig"));
    }

    [Fact]
    public void What_was_made_known_changes_no_more()
    {
        var aanvraag = Bekend();
        var versie = aanvraag.Versie;

        Geweigerd(() => MaakBekend(aanvraag, Vandaag)).ShouldBe((409, "al-bekendgemaakt"));
        Geweigerd(() => aanvraag.StelUit(1, "Te laat.", Nu)).ShouldBe((409, "al-bekendgemaakt"));
        Geweigerd(() => Beslis(aanvraag, GeenToetsen,
            new Voorzieningbesluit(Uitkomst.Afwijzen, Waarom, aanvraag.Voorzieningen[0].VoorzieningId)))
            .ShouldBe((409, "al-bekendgemaakt"));
        aanvraag.Versie.ShouldBe(versie);
    }

    private static Aanvraag Ontvangen(params GekozenVoorziening[] voorzieningen) =>
        Aanvraag.Ontvang(Verslag(Vandaag, voorzieningen), "A-2026-000001", Kluis, Nu);

    private static Aanvraag Besloten(GekozenVoorziening gevraagd, Voorzieningbesluit besluit)
    {
        var aanvraag = Ontvangen(gevraagd);
        Beslis(aanvraag, GeenToetsen, besluit);
        return aanvraag;
    }

    private static Aanvraag Bekend()
    {
        var zin = Zin();
        var aanvraag = Besloten(zin, new(Uitkomst.Toekennen, Waarom, zin.VoorzieningId));
        MaakBekend(aanvraag, Vandaag);
        return aanvraag;
    }

    private static void Beslis(Aanvraag aanvraag, Dictionary<Guid, bool> toetsen, params Voorzieningbesluit[] besluiten) =>
        aanvraag.Beslis([.. besluiten.Select(MetReden)], toetsen, Beslisser(), "B-2026-000001", Loop.Beleid, Nu);

    /// <summary>Less than indicated is against the advice, which asks for a reason.</summary>
    private static Voorzieningbesluit MetReden(Voorzieningbesluit b) => b.VoorzieningId is not null
        && b.Uitkomst is Uitkomst.Afwijzen or Uitkomst.GedeeltelijkToekennen ? b with { RedenAfwijkingAdvies = Waarom } : b;

    private static void MaakBekend(Aanvraag aanvraag, DateOnly dag) =>
        aanvraag.MaakBekend(dag, GeenToetsen, Gemeentebeleid.Almere, Kluis, Nu);

    private static string Weigert(GekozenVoorziening gevraagd, Voorzieningbesluit besluit) => Weigert(Ontvangen(gevraagd), besluit);

    private static string Weigert(Aanvraag aanvraag, params Voorzieningbesluit[] besluiten)
    {
        var (status, code) = Geweigerd(() => Beslis(aanvraag, GeenToetsen, besluiten));
        status.ShouldBe(422);
        return code;
    }

    private static (int Status, string Code) Geweigerd(Action doe)
    {
        var weigering = Should.Throw<Weigering>(doe);
        return (weigering.Status, weigering.Code);
    }
}
