using WmoPlatform.Keten.Tests.Spel;

namespace WmoPlatform.Keten.Tests;

/// <summary>The route persoonsgebonden budget, also when the SVB rejects, is away or sends everything twice.</summary>
public sealed class PgbTests(Platform platform)
{
    [Fact]
    public async Task A_pgb_runs_from_melding_to_the_SVB_and_the_CAK_and_ends_at_both()
    {
        var dossier = await platform.Dossier().PgbAangevraagd().PgbBesproken().Toegekend()
            .Totdat("BudgetGereserveerd", "EigenBijdrageBevestigd");
        var loopt = await dossier.Zodra("hulp-loopt");
        loopt.AanZet.Wie.ShouldBe("niemand");
        (await Wmo501(dossier)).ShouldHaveSingleItem().Codes.ShouldBeEmpty();
        (await dossier.BijPartner("eigen-bijdrage", "cak", "WMO401")).ShouldHaveSingleItem().Codes.ShouldBeEmpty();

        await dossier.Opgezegd()
            .Totdat("BudgeteindeBevestigd", "EigenBijdrageGestopt", "EigenBijdrageBevestigd", "EigenBijdrageBevestigd")
            .EmailBevestigd().Totdat("OntvangstBevestigd", "BriefVerzonden", "BriefVerzonden", "BriefVerzonden");

        var beeld = await dossier.Zodra("hulp-gestopt");
        beeld.Stappen.Select(r => (r.Gebeurtenis, r.Dienst)).ShouldBe(
        [
            ("MeldingGedaan", "meldingen"), ("PersoonsgegevensVastgesteld", "meldingen"), ("OntvangstBevestigd", "correspondentie"),
            ("OnderzoekGeopend", "onderzoek"), ("GesprekGepland", "onderzoek"), ("GesprekGevoerd", "onderzoek"),
            ("IndicatieGesteld", "onderzoek"), ("LeveringsvormGekozen", "onderzoek"),
            ("VerslagVastgesteld", "onderzoek"), ("VerslagOndertekend", "onderzoek"),
            ("PgbToetsGestart", "pgb"), ("PgbDocumentOntvangen", "pgb"), ("PgbDocumentOntvangen", "pgb"), ("PgbDocumentOntvangen", "pgb"),
            ("BewustekeuzegesprekGevoerd", "pgb"), ("PgbToetsAfgerond", "pgb"),
            ("AanvraagOntvangen", "beschikkingen"), ("BesluitGenomen", "beschikkingen"), ("BeschikkingBekendgemaakt", "beschikkingen"),
            ("WijzigingGevraagd", "beschikkingen"), ("HerzieningBesloten", "beschikkingen"), ("VoorzieningGewijzigd", "beschikkingen"),
            ("BriefVerzonden", "correspondentie"), ("BriefVerzonden", "correspondentie"), ("BriefVerzonden", "correspondentie"),
            ("BudgetAfgesproken", "pgb"), ("BudgetAangemeld", "pgb"), ("BudgetGereserveerd", "pgb"), ("BudgetBeeindigd", "pgb"),
            ("BudgeteindeBevestigd", "pgb"),
            ("EigenBijdrageGestart", "eigenbijdrage"), ("EigenBijdrageBevestigd", "eigenbijdrage"),
            ("EigenBijdrageGestopt", "eigenbijdrage"), ("EigenBijdrageBevestigd", "eigenbijdrage"),
        ], ignoreOrder: true);
        // A change sends the complete new situation, under a new identification.
        (await Wmo501(dossier)).Select(o => o.Sleutel).Distinct().Count().ShouldBe(2);
        (await dossier.BijPartner("eigen-bijdrage", "cak", "WMO403")).ShouldHaveSingleItem().Codes.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_pgb_that_is_withdrawn_is_withdrawn_at_the_SVB_and_removed_at_the_CAK()
    {
        var dossier = await platform.Dossier().PgbAangevraagd().PgbBesproken().Toegekend()
            .Totdat("BudgetGereserveerd", "EigenBijdrageBevestigd")
            .Ingetrokken().Totdat("BudgeteindeBevestigd", "EigenBijdrageBevestigd", "EigenBijdrageBevestigd");

        var berichten = await Wmo501(dossier);
        berichten.Count.ShouldBe(2);
        berichten.ShouldAllBe(o => o.Codes.Count == 0);
        var starts = await dossier.BijPartner("eigen-bijdrage", "cak", "WMO401");
        starts.Count.ShouldBe(2, "de start, en de verwijdering ervan");
        starts.ShouldAllBe(o => o.Codes.Count == 0);
        (await dossier.BijPartner("eigen-bijdrage", "cak", "WMO403")).ShouldBeEmpty();
        (await dossier.Zodra("hulp-gestopt")).AanZet.Wie.ShouldBe("niemand");
    }

    [Fact]
    public async Task A_budget_the_SVB_rejects_waits_for_the_backoffice_and_is_reserved_when_retried()
    {
        var dossier = await platform.Dossier().Gedraagt("svb", "afkeuren", aantal: 1).PgbAangevraagd().PgbBesproken().Toegekend()
            .Totdat("BudgetAfgekeurd");
        var beeld = await dossier.Zodra("svb-afgekeurd");
        beeld.AanZet.Wie.ShouldBe("backoffice");
        beeld.AanZet.Wat.ShouldContain("opnieuw aan bij de SVB");
        beeld.Heeft("EigenBijdrageGestart").ShouldBeFalse();

        await dossier.BudgetOpnieuwAangemeld().Totdat("BudgetGereserveerd", "EigenBijdrageGestart");

        (await dossier.Zodra("hulp-loopt")).Heeft("BudgetAangemeld", "BudgetAangemeld").ShouldBeTrue();
        (await Wmo501(dossier)).Select(o => o.Codes.Count > 0).ShouldBe([true, false]);
    }

    [Fact]
    public async Task SVB_and_CAK_that_are_away_or_answer_twice_change_nothing_but_the_time()
    {
        // The service tries a message three times in a row before it waits.
        var dossier = await platform.Dossier().Gedraagt("svb", "storing", aantal: 3).PgbAangevraagd().PgbBesproken().Toegekend()
            .Totdat("BudgetGereserveerd", "EigenBijdrageBevestigd");
        (await Wmo501(dossier)).ShouldHaveSingleItem().Keer.ShouldBe(1);

        await dossier.Gedraagt("svb", "dubbel", aantal: 1).Gedraagt("cak", "storing", aantal: 3).Opgezegd()
            .Totdat("BudgeteindeBevestigd", "EigenBijdrageBevestigd", "EigenBijdrageBevestigd");

        var beeld = await dossier.Zodra("hulp-gestopt");
        string[] eenmalig =
        [
            "BudgetGereserveerd", "BudgetBeeindigd", "BudgeteindeBevestigd", "EigenBijdrageGestart", "EigenBijdrageGestopt",
        ];
        foreach (var eenmaal in eenmalig)
            beeld.Tijdlijn.Count(r => r.Gebeurtenis == eenmaal).ShouldBe(1, eenmaal);
        (await dossier.BijPartner("eigen-bijdrage", "cak", "WMO403")).Count.ShouldBe(1);
    }

    private static Task<IReadOnlyList<Ontvangst>> Wmo501(Dossier dossier) => dossier.BijPartner("pgb", "svb", "WMO501");
}
