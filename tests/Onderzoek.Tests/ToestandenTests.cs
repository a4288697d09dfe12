using WmoPlatform.Contracts;
using WmoPlatform.Testhuis;
using static WmoPlatform.Onderzoeken.Tests.Voorbeeld;

namespace WmoPlatform.Onderzoeken.Tests;

/// <summary>The state machine of this service, as docs/toestanden.md shows it.</summary>
public sealed class ToestandenTests
{
    [Fact]
    public void The_states_of_an_onderzoek_are_those_of_the_document() =>
        new Toestandskaart<Onderzoek>("Onderzoek", o => o.Status.ToString())
            .In("Lopend", Compleet)
            .In("VerslagVastgesteld", MetVerslag)
            .In("Ondertekend", Ondertekend)
            .In("Gestopt", Gestopt)
            .Daad("gesprek plannen", o => o.PlanGesprek(Nu.AddDays(14), Gespreksplaats.Thuis, [], Nu.AddDays(13)))
            .Daad("indicatie stellen", o => o.StelIndicatie(Begeleiding, VierUurPerWeek, EenJaar, ["Een dagritme"], Nu.AddDays(13)))
            .Daad("geen indicatie stellen", o => o.StelGeenIndicatie("Niet nodig.", Nu.AddDays(13)))
            .Daad("verslag vaststellen", o => o.StelVerslagVast("U krijgt begeleiding.", Nu.AddDays(13)))
            .Daad("verslag terugsturen", o => o.StuurTerug("Klopt niet.", Nu.AddDays(13)))
            .Daad("verslag ondertekenen", o => o.Onderteken(Ondertekenwijze.Digitaal, Vandaag.AddDays(13), Nu.AddDays(13)))
            .Daad("doorverwijzen", o => o.VerwijsDoor(Stopreden.Wlz, "Heeft recht op Wlz-zorg.", Nu.AddDays(13)))
            .Daad("doorsturen naar een andere gemeente", o => o.ZendDoor("Lelystad", "Woont daar.", Nu.AddDays(13)))
            .Daad("melding ingetrokken", o => o.TrekMeldingIn(Vandaag.AddDays(13), Nu.AddDays(13)))
            .Controleer();

    private static Onderzoek Compleet()
    {
        var onderzoek = MetKeuze();
        onderzoek.NeemPersoon(Vastgesteld(Persoon), versie: 2);
        return onderzoek;
    }
}
