using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>De gemeente plant wanneer zij weer bekijkt of de hulp nog past, en doet dat (Wmo 2015 art. 2.3.9).</summary>
public sealed class HeroverwegingNaDrieMaanden(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task De_gemeente_kijkt_op_de_afgesproken_dag_of_de_hulp_nog_past()
    {
        await Op("maandag 2 maart 2026").Aangevraagd().Toegekend();
        await Op("maandag 9 maart 2026")
            .Geweigerd("dag-voorbij", "Wmo 2015 art. 2.3.9", () => HeroverwegingGepland("maandag 9 maart 2026"))
            .HeroverwegingGepland("dinsdag 9 juni 2026") // drie maanden na 9 maart
            .InDeTijdlijn("De gemeente bekijkt op 9 juni 2026 of de hulp nog past.");
        await Op("dinsdag 9 juni 2026").HeroverwegingGedaan("hulp-past")
            .Termijn("heroverweging", "dinsdag 9 juni 2026", "gehaald")
            .InDeTijdlijn("De gemeente heeft op 9 juni 2026 bekeken of de hulp nog past. De hulp blijft zoals zij is.")
            .HulpTot("woensdag 2 september 2026"); // zes maanden na 2 maart: kijken verandert niets
    }
}
