using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>
/// De brief van 19 mei was te vroeg, tot bleek dat de aanvraag twee dagen eerder was ontvangen. Het antwoord wordt opnieuw gegeven.
/// </summary>
public sealed class CorrectieMaaktDeBriefGeldig(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Een_brief_die_te_vroeg_leek_telt_na_de_correctie_alsnog()
    {
        await Op("woensdag 29 april 2026").Melding();
        await Op("donderdag 30 april 2026").Onderzocht();
        await Op("woensdag 6 mei 2026").VerslagOndertekend()
            .BesluitUiterlijk("woensdag 20 mei 2026"); // 14 dagen na 6 mei
        await Op("dinsdag 19 mei 2026").InGebrekeGesteld("te-vroeg").GeenDwangsom();
        await Op("donderdag 21 mei 2026").OntvangstGecorrigeerd("maandag 4 mei 2026")
            .BesluitUiterlijk("maandag 18 mei 2026", status: "verlopen") // 14 dagen na 4 mei
            .DwangsomLoopt("dinsdag 2 juni 2026", "woensdag 3 juni 2026", "dinsdag 14 juli 2026") // 19 mei + 14; 3 juni + 41
            .Brieven("ingebrekestellingsantwoord", 2)
            .Brieven("ontvangstcorrectie", 1);
    }
}
