using WmoPlatform.Keten.Tests.Spel;
using Wet = WmoPlatform.Wetgeving.Termijnen;

[assembly: AssemblyFixture(typeof(Platform))]

namespace WmoPlatform.Keten.Tests;

/// <summary>The route zorg in natura.</summary>
public sealed class ZorgInNaturaTests(Platform platform)
{
    [Fact]
    public async Task Help_in_kind_runs_from_melding_to_CAK_and_the_timeline_holds_every_step()
    {
        var dossier = await platform.Dossier().ZorgInNaturaAangevraagd().Toegekend().ZorgGestart().Totdat("EigenBijdrageBevestigd")
            .ZorgGestopt().Opgezegd();

        await dossier.EmailBevestigd().Totdat(
            "EigenBijdrageBevestigd", "EigenBijdrageBevestigd", "OntvangstBevestigd", "BriefVerzonden", "BriefVerzonden", "BriefVerzonden");
        var beeld = await dossier.Zodra("hulp-gestopt");
        beeld.Stappen.Select(r => (r.Gebeurtenis, r.Dienst)).Order().ShouldBe(new (string, string)[]
        {
            ("MeldingGedaan", "meldingen"), ("PersoonsgegevensVastgesteld", "meldingen"), ("OntvangstBevestigd", "correspondentie"),
            ("OnderzoekGeopend", "onderzoek"), ("GesprekGepland", "onderzoek"), ("GesprekGevoerd", "onderzoek"),
            ("IndicatieGesteld", "onderzoek"), ("LeveringsvormGekozen", "onderzoek"),
            ("VerslagVastgesteld", "onderzoek"), ("VerslagOndertekend", "onderzoek"),
            ("AanvraagOntvangen", "beschikkingen"), ("BesluitGenomen", "beschikkingen"), ("BeschikkingBekendgemaakt", "beschikkingen"),
            ("BriefVerzonden", "correspondentie"), ("BriefVerzonden", "correspondentie"), ("BriefVerzonden", "correspondentie"),
            ("WijzigingGevraagd", "beschikkingen"), ("HerzieningBesloten", "beschikkingen"), ("VoorzieningGewijzigd", "beschikkingen"),
            ("ZorgAfgesproken", "zorgaanbieders"), ("ZorgToegewezen", "zorgaanbieders"), ("ToewijzingGeaccepteerd", "zorgaanbieders"),
            ("ZorgGestart", "zorgaanbieders"), ("ZorgGestopt", "zorgaanbieders"), ("EerderEindeGemeld", "zorgaanbieders"),
            // The opzegging changed what was agreed.
            ("ZorgAfgesproken", "zorgaanbieders"),
            ("EigenBijdrageGestart", "eigenbijdrage"), ("EigenBijdrageBevestigd", "eigenbijdrage"),
            ("EigenBijdrageGestopt", "eigenbijdrage"), ("EigenBijdrageBevestigd", "eigenbijdrage"),
        }.Order());
        // Every message of the chain, with its answer.
        await Testhuis.Tot.Waar(async () => (await dossier.Lees()).Berichten.Count() == 10, Platform.Geduld);
        beeld.Tijdlijn.ShouldAllBe(r => r.Wat.EndsWith('.') && r.Op > DateTimeOffset.UtcNow.AddHours(-1));
        beeld.AanZet.Wie.ShouldBe("niemand");
    }

    [Fact]
    public async Task A_second_melding_joins_the_dossier_and_leaves_the_help_that_runs_alone()
    {
        var eerste = await platform.Dossier().ZorgInNaturaAangevraagd().Toegekend().ZorgGestart()
            .Totdat("EigenBijdrageBevestigd");

        var tweede = await new Dossier(platform, eerste.Inwoner).ZorgInNaturaAangevraagd().Afgewezen();

        tweede.Nummer.ShouldBe(eerste.Nummer);
        await tweede.Totdat("BeschikkingBekendgemaakt", "BeschikkingBekendgemaakt");
        var zaken = await Testhuis.Tot.Gevonden(
            async () => (await tweede.Lees()).Zaken is [_, { Status: "afgewezen" }] beide ? beide : null, Platform.Geduld);
        zaken.Select(z => (z.Meldingnummer, z.Status)).ShouldBe(
            [(eerste.Meldingnummer, "hulp-loopt"), (tweede.Meldingnummer, "afgewezen")]);
        (await tweede.BijPartner("zorgaanbieders", Agb.ZorgDichtbij, "WMO301")).Count.ShouldBe(1);
        (await tweede.BijPartner("eigen-bijdrage", "cak", "WMO401")).Count.ShouldBe(1);
        (await tweede.Lees()).Tijdlijn.ShouldNotContain(r => r.Gebeurtenis == "ZorgGestopt");
    }

    [Fact]
    public async Task A_temporary_stop_is_no_news_for_the_CAK_and_the_final_one_is_told_once()
    {
        var dossier = await platform.Dossier().ZorgInNaturaAangevraagd().Toegekend().ZorgGestart().Totdat("EigenBijdrageBevestigd")
            .ZorgTijdelijkGestopt();
        (await dossier.Zodra("hulp-tijdelijk-gestopt")).AanZet.Wie.ShouldBe("aanbieder");

        await dossier.ZorgGestopt();
        (await dossier.Zodra("hulp-gestopt")).AanZet.Wie.ShouldBe("consulent", "eerder dan afgesproken");
        await dossier.Opgezegd().Totdat("EigenBijdrageGestopt", "EigenBijdrageBevestigd", "EigenBijdrageBevestigd");

        (await dossier.BijPartner("zorgaanbieders", Agb.ZorgDichtbij, "WMO301")).Count.ShouldBe(1);
        (await dossier.BijPartner("eigen-bijdrage", "cak", "WMO401")).ShouldHaveSingleItem().Codes.ShouldBeEmpty();
        (await dossier.BijPartner("eigen-bijdrage", "cak", "WMO403")).ShouldHaveSingleItem().Codes.ShouldBeEmpty();
        var beeld = await dossier.Lees();
        beeld.Tijdlijn.Count(r => r.Gebeurtenis == "ZorgTijdelijkGestopt").ShouldBe(1);
        beeld.Tijdlijn.Count(r => r.Gebeurtenis == "EigenBijdrageGestopt").ShouldBe(1);
        // The reports of the provider have their answers: one start, two stops.
        await Testhuis.Tot.Waar(async () => (await dossier.BijPartner("zorgaanbieders", Agb.ZorgDichtbij, "WMO308")).Count == 2,
            Platform.Geduld);
        (await dossier.BijPartner("zorgaanbieders", Agb.ZorgDichtbij, "WMO306")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Every_term_names_its_article_and_its_last_day()
    {
        var dossier = await platform.Dossier().ZorgInNaturaAangevraagd().Toegekend().ZorgGestart()
            .EmailBevestigd().Totdat("OntvangstBevestigd", "EigenBijdrageBevestigd");

        var beeld = await dossier.Zodra("hulp-loopt");
        var vandaag = Platform.Vandaag;
        Klopt("bevestiging",
            Wet.Bevestiging(vandaag, WmoPlatform.Wetgeving.Gemeentebeleid.Almere.Op(vandaag).Waarde.Servicenormen), "gehaald");
        Klopt("onderzoek", Wet.Onderzoek(vandaag), "gehaald");
        Klopt("beschikking", Wet.Beschikking(vandaag), "gehaald");
        Klopt("bezwaar", Wet.Bezwaar(vandaag), "lopend");
        beeld.Termijnen.Single(t => t.Soort.StartsWith("cak", StringComparison.Ordinal)).Status.ShouldBe("gehaald");
        beeld.Termijnen.ShouldAllBe(t => t.Grondslag.Length > 0 && t.Uiterlijk > t.Start);

        void Klopt(string soort, Wetgeving.Termijnberekening wet, string status)
        {
            var termijn = beeld.Termijn(soort);
            (termijn.Start, termijn.Uiterlijk, termijn.Grondslag, termijn.Status)
                .ShouldBe((wet.Start, wet.Uiterlijk, wet.Grondslag, status));
        }
    }
}

/// <summary>A provider (De Brug) that rejects, is away or sends everything twice.</summary>
public sealed class AanbiederTests(Platform platform)
{
    [Fact]
    public async Task A_provider_that_rejects_makes_the_consulent_choose_another_one_who_then_starts()
    {
        var dossier = await platform.Dossier().Gedraagt(Agb.DeBrug, "afkeuren", aantal: 1).ZorgInNaturaAangevraagd(Agb.DeBrug).Toegekend()
            .Totdat("ToewijzingAfgekeurd");
        var beeld = await dossier.Zodra("aanbieder-afgekeurd");
        beeld.AanZet.Wie.ShouldBe("consulent");
        beeld.AanZet.Wat.ShouldContain("een andere zorgaanbieder");

        await dossier.AndereAanbieder(Agb.ZorgDichtbij).ZorgGestart();

        (await dossier.Zodra("hulp-loopt"))
            .Heeft("ZorgToegewezen", "ToewijzingAfgekeurd", "ZorgToegewezen", "ToewijzingGeaccepteerd", "ZorgGestart").ShouldBeTrue();
        (await dossier.BijPartner("zorgaanbieders", "ggk", "WMO301")).Select(o => (o.Partner, o.Codes.Count > 0))
            .ShouldBe([(Agb.DeBrug, true), (Agb.ZorgDichtbij, false)]);
    }

    [Fact]
    public async Task A_provider_that_is_away_only_delays_and_gets_the_assignment_once()
    {
        var dossier = await platform.Dossier().Gedraagt(Agb.DeBrug, "storing").ZorgInNaturaAangevraagd(Agb.DeBrug).Toegekend()
            .Totdat("ZorgToegewezen");
        // The service has tried to send the message, and failed.
        await Testhuis.Tot.Waar(async () => (await Post(dossier))["pogingen"]!.GetValue<int>() > 0, Platform.Geduld);
        (await Post(dossier))["status"]!.GetValue<string>().ShouldBe("te-verzenden");
        (await dossier.Lees()).AanZet.Wie.ShouldBe("aanbieder");

        await dossier.Gedraagt(Agb.DeBrug, "normaal").ZorgGestart();

        (await dossier.BijPartner("zorgaanbieders", Agb.DeBrug, "WMO301")).ShouldHaveSingleItem().Keer.ShouldBe(1);
    }

    [Fact]
    public async Task A_provider_that_says_everything_twice_changes_nothing()
    {
        var dossier = await platform.Dossier().Gedraagt(Agb.DeBrug, "dubbel").ZorgInNaturaAangevraagd(Agb.DeBrug).Toegekend().ZorgGestart()
            .Totdat("EigenBijdrageBevestigd").ZorgGestopt().Opgezegd()
            .Totdat("EigenBijdrageGestopt", "EigenBijdrageBevestigd", "EigenBijdrageBevestigd");
        // The service has received both copies of the answer, the start and the stop.
        await Testhuis.Tot.Waar(async () => (await dossier.BijPartner("zorgaanbieders", Agb.DeBrug, "WMO308")).Count == 1, Platform.Geduld);
        await dossier.AllesIsBezorgd("zorgaanbieders", Agb.DeBrug);

        var beeld = await dossier.Zodra("hulp-gestopt");
        string[] eenmalig = ["ToewijzingGeaccepteerd", "ZorgGestart", "ZorgGestopt", "EigenBijdrageGestart", "EigenBijdrageGestopt"];
        foreach (var eenmaal in eenmalig)
            beeld.Tijdlijn.Count(r => r.Gebeurtenis == eenmaal).ShouldBe(1, eenmaal);
        (await dossier.BijPartner("eigen-bijdrage", "cak", "WMO401")).Count.ShouldBe(1);
        (await dossier.BijPartner("eigen-bijdrage", "cak", "WMO403")).Count.ShouldBe(1);
    }

    private async Task<System.Text.Json.Nodes.JsonNode> Post(Dossier dossier) =>
        (await platform.Get(Mensen.Beheer, $"/zorgaanbieders/v1/iwmo/berichten?dossiernummer={dossier.Nummer}"))["items"]![0]!;
}
