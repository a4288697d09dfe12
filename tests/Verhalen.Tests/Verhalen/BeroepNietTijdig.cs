using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>De gemeente beslist te laat op de aanvraag, en de rechter zegt binnen hoeveel weken (Awb 6:12 en 8:55d).</summary>
public sealed class BeroepNietTijdig(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task De_rechter_geeft_twee_weken_en_het_besluit_voert_dat_uit()
    {
        await Op("maandag 2 maart 2026").Aangevraagd()
            .BesluitUiterlijk("maandag 16 maart 2026"); // 14 dagen na 2 maart
        await Op("dinsdag 17 maart 2026").InGebrekeGesteld();
        await Op("woensdag 1 april 2026").NaarDeRechter("niet-tijdig") // twee weken na 17 maart is 31 maart
            .Brief("beroepsbrief")
            .Termijn("processtukken", "woensdag 15 april 2026"); // 14 dagen na 1 april
        await Op("maandag 20 april 2026").UitspraakMetOpdracht("alsnog-beslissen", 2)
            .Brief("uitspraakbrief")
            .Termijn("opdracht-rechter", "maandag 4 mei 2026", "lopend") // 14 dagen na 20 april
            .AanZet("beslisser", "maandag 4 mei 2026");
        await Op("donderdag 30 april 2026").Toegekend()
            .Termijn("opdracht-rechter", "maandag 4 mei 2026", "gehaald")
            .InDeTijdlijn("De gemeente heeft gedaan wat de rechter opdroeg.");
    }
}
