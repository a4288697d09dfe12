using WmoPlatform.Keten.Tests.Spel;
using WmoPlatform.Testhuis;

namespace WmoPlatform.Keten.Tests;

/// <summary>Life goes on while help runs: what the BRP learns reaches everybody who acts on it.</summary>
public sealed class LevensgebeurtenissenTests(Platform platform)
{
    [Fact]
    public async Task A_death_ends_help_and_only_the_heirs_get_a_letter()
    {
        var dossier = await platform.Dossier().ZorgInNaturaAangevraagd().Toegekend().ZorgGestart().EmailBevestigd()
            .Totdat("OntvangstBevestigd", "BriefVerzonden", "EigenBijdrageBevestigd")
            .Overleden().Totdat("PersoonsgegevensGewijzigd", "ToewijzingGewijzigd");

        var beeld = await dossier.Lees();
        beeld.Tijdlijn.ShouldContain(r => r.Wat.Contains("omdat de inwoner is overleden", StringComparison.Ordinal));
        await Tot.Waar(async () => (await dossier.BijPartner("zorgaanbieders", Agb.ZorgDichtbij, "WMO301")).Count == 2, Platform.Geduld);
        await Tot.Waar(
            async () => await dossier.Verzonden() is [.., "nabestaandenbrief"] verzonden && verzonden.Order()
                .SequenceEqual(["adrescontrole", "beschikkingsbrief", "nabestaandenbrief", "ontvangstbevestiging"]),
            Platform.Geduld);
    }

    [Fact]
    public async Task Who_moves_away_keeps_help_and_a_consulent_establishes_where_they_live()
    {
        var dossier = await platform.Dossier().ZorgInNaturaAangevraagd().Toegekend().ZorgGestart().VerhuisdNaarLelystad()
            .Totdat("PersoonsgegevensGewijzigd");
        await Tot.Waar(async () => (await dossier.Lees()).AanZet.Wie == "consulent", Platform.Geduld);
        (await dossier.Lees()).AanZet.Wat.ShouldContain("Tot dan loopt de hulp door");

        await dossier.VerblijfVastgesteld(verblijftHier: true).Totdat("PersoonsgegevensGewijzigd", "PersoonsgegevensGewijzigd");
        await Tot.Waar(async () => (await dossier.Lees()).AanZet.Wie == "niemand", Platform.Geduld);
        (await dossier.Lees()).Status.ShouldBe("hulp-loopt");
    }

    [Fact]
    public async Task A_move_during_the_onderzoek_reaches_the_verslag_and_the_provider_takes_the_help()
    {
        var dossier = await platform.Dossier().MeldingGedaan().Totdat("PersoonsgegevensVastgesteld").VerhuisdBinnenDeGemeente()
            .Totdat("PersoonsgegevensGewijzigd").GesprekGevoerd().IndicatieGesteld().KiestZorgInNatura().VerslagVastgesteld()
            .VerslagOndertekend().Toegekend().Totdat("ToewijzingGeaccepteerd");

        (await platform.Get(Mensen.Consulent, $"/onderzoek/v1/onderzoeken/{dossier.Nummer}"))["persoon"]!["adres"]!["huisnummer"]!
            .GetValue<int>().ShouldBe(99);
        (await dossier.BijPartner("zorgaanbieders", Agb.ZorgDichtbij, "WMO301")).ShouldHaveSingleItem().Codes.ShouldBeEmpty();
        (await dossier.Lees()).Tijdlijn.ShouldContain(r => r.Wat == "Veranderd bij de inwoner: het adres.");
    }

    [Fact]
    public async Task A_melding_of_who_lives_elsewhere_is_passed_on_and_the_resident_hears_it()
    {
        var dossier = await platform.Dossier().MeldingGedaan().EmailBevestigd()
            .Totdat("OntvangstBevestigd", "PersoonsgegevensVastgesteld").VerhuisdNaarLelystad()
            .Totdat("PersoonsgegevensGewijzigd").DoorgestuurdNaarLelystad();

        (await dossier.Zodra("doorgezonden")).AanZet.Wie.ShouldBe("niemand");
        await Tot.Waar(
            async () => (await dossier.Verzonden()).SequenceEqual(["adrescontrole", "ontvangstbevestiging", "doorzendbericht"]),
            Platform.Geduld);
    }
}
