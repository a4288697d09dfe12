using WmoPlatform.Verhalen.Tests.Spel;

namespace WmoPlatform.Verhalen.Tests.Verhalen;

/// <summary>Eén brief is een bezwaar en een klacht. Hij lag zaterdag in de bus, en beide delen tellen vanaf die dag.</summary>
public sealed class EenBriefMetBezwaarEnKlacht(Platform platform) : Verhaal(platform)
{
    [Fact]
    public async Task Elk_deel_van_een_brief_telt_vanaf_dezelfde_dag()
    {
        await Op("maandag 2 maart 2026").Aangevraagd();
        await Op("woensdag 4 maart 2026").Afgewezen();
        await Op("maandag 16 maart 2026").BriefGesplitst(ontvangenOp: "zaterdag 14 maart 2026")
            .BezwaarIs("op-tijd", omdat: "zaterdag 14 maart 2026")
            .Termijn("beslissing-op-bezwaar", "woensdag 27 mei 2026") // 42 dagen na 15 april, het einde van de bezwaartermijn
            .OverDeKlacht()
            .Termijn("klacht", "dinsdag 28 april 2026", "lopend"); // 42 dagen na 14 maart is zaterdag 25 april; 27 april is Koningsdag
    }
}
