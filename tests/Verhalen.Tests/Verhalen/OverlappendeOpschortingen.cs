using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>
/// De inwoner moet aanvullen en stemt intussen ook met uitstel in. De dagen die samenvallen, tellen één keer (Awb 4:15).
/// </summary>
public sealed class OverlappendeOpschortingen(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Een_dag_die_op_twee_gronden_stilstaat_telt_één_keer()
    {
        await Op("dinsdag 30 juni 2026").Melding().Onderzocht();
        await Op("woensdag 1 juli 2026").VerslagOndertekend()
            .BesluitUiterlijk("woensdag 15 juli 2026"); // 14 dagen na 1 juli
        await Op("donderdag 2 juli 2026").AanvullingGevraagd("donderdag 16 juli 2026", "offerte")
            .BesluitUiterlijk("woensdag 29 juli 2026"); // 15 juli + 14 dagen
        await Op("maandag 6 juli 2026").Opgeschort("instemming", tot: "maandag 20 juli 2026")
            .BesluitUiterlijk("maandag 3 augustus 2026"); // 15 juli + 18 dagen, 2 tot en met 20 juli, is zondag 2 augustus
        await Op("vrijdag 10 juli 2026").Aangevuld()
            .BesluitUiterlijk("maandag 3 augustus 2026"); // de instemming duurt voort: nog steeds 2 tot en met 20 juli
        await Op("dinsdag 14 juli 2026").OpschortingBeeindigd()
            .BesluitUiterlijk("maandag 27 juli 2026"); // 15 juli + 12 dagen: 2 tot en met 14 juli
    }
}
