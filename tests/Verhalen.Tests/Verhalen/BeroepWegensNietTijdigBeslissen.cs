using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>
/// De inwoner leest op de website dat de gemeente te laat is, stelt haar in gebreke, en leest vanaf wanneer de rechtbank open staat
/// (Awb 6:12).
/// </summary>
public sealed class BeroepWegensNietTijdigBeslissen(Platform platform) : Verhaal(platform, metDigiD: true)
{
    [Fact]
    public async Task Twee_weken_na_de_ingebrekestelling_kan_de_inwoner_naar_de_rechtbank()
    {
        await Op("maandag 2 februari 2026").Aangevraagd()
            .InwonerLeest("De gemeente beslist uiterlijk op maandag 16 februari 2026."); // 14 dagen na 2 februari
        await Op("dinsdag 17 februari 2026")
            .InwonerLeest("moest uiterlijk op maandag 16 februari 2026 beslissen, en is te laat")
            .InwonerLeest("U kunt de gemeente schrijven dat zij te laat is")
            .InGebrekeGesteld()
            .InwonerLeest("Beslist de gemeente niet uiterlijk op dinsdag 3 maart 2026") // 17 februari + 14
            .InwonerLeest("vanaf woensdag 4 maart 2026 in beroep gaan bij de rechtbank")
            .InwonerLeest("Awb art. 6:12");
        await Op("woensdag 4 maart 2026")
            .InwonerLeest("U kunt nu in beroep gaan bij de rechtbank")
            .InwonerLeest("Dat is nu één dag: € 23,00");
        await Op("donderdag 5 maart 2026").Toegekend()
            .InwonerLeest("De gemeente was één dag te laat met beslissen")
            .InwonerLeestNiet("in beroep");
    }
}
