using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>
/// Precies een dag te vroeg: op de laatste dag is de termijn nog niet voorbij (Awb 4:17 lid 3). De brief van de volgende dag telt.
/// </summary>
public sealed class IngebrekestellingOpDeLaatsteDag(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Een_brief_op_de_laatste_dag_is_te_vroeg_en_die_van_morgen_telt()
    {
        await Op("donderdag 30 april 2026").Melding().Onderzocht();
        await Op("maandag 4 mei 2026").VerslagOndertekend()
            .BesluitUiterlijk("maandag 18 mei 2026"); // 14 dagen na 4 mei
        await Op("maandag 18 mei 2026").InGebrekeGesteld("te-vroeg")
            .GeenDwangsom()
            .Brief("ingebrekestellingsantwoord")
            .GeenTermijn("ingebrekestelling");
        await Op("dinsdag 19 mei 2026").InGebrekeGesteld("geldig")
            .Termijn("ingebrekestelling", "dinsdag 2 juni 2026") // 14 dagen na 19 mei
            .DwangsomLoopt("dinsdag 2 juni 2026", "woensdag 3 juni 2026", "dinsdag 14 juli 2026") // 3 juni + 41 dagen
            .AanZet("beslisser", "dinsdag 2 juni 2026")
            .Brieven("ingebrekestellingsantwoord", 2);
    }
}
