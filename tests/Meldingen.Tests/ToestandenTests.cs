using WmoPlatform.Contracts;
using WmoPlatform.Testhuis;
using WmoPlatform.Wetgeving;

namespace WmoPlatform.Meldingen.Tests;

/// <summary>The state machine of a melding, as docs/toestanden.md shows it.</summary>
public sealed class ToestandenTests
{
    private static readonly DateTimeOffset Nu = new(2026, 5, 11, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Vandaag = new(2026, 5, 11);
    private static readonly Guid Bevestiging = Guid.CreateVersion7();

    [Fact]
    public void The_states_of_a_melding_are_those_of_the_document() =>
        new Toestandskaart<Melding>("Melding", m => m.Status.ToString())
            .In("Ontvangen", () => Na())
            .In("Bevestigd", () => Na(Bevestig))
            .In("Aanvraag", () => Na(Bevestig, m => m.WordtAanvraag()))
            .In("Ingetrokken", () => Na(m => m.TrekIn(Nu)))
            .Daad("de bevestiging is verzonden", Bevestig)
            .Daad("de bevestiging komt terug", m => m.Bevestig(null, Bevestiging, 2))
            .Daad("de BRP kent de inwoner niet", m => m.VindPersoonNiet(null, Nu))
            .Daad("de BRP opnieuw vragen", m => m.VraagOpnieuwNa())
            .Daad("het verslag is ondertekend", m => m.WordtAanvraag())
            .Daad("er is een andere aanvraag", m => m.KrijgtAanvraag(Guid.NewGuid()))
            .Daad("het onderzoek stopt", m => m.StoptOnderzoek(Vandaag))
            .Daad("de dag van ontvangst corrigeren", m => m.CorrigeerOntvangst(Vandaag.AddDays(-4), "De brief lag er al.",
                Gemeentebeleid.Almere.Op(Vandaag).Waarde.Servicenormen, Nu))
            .Daad("een besluit op een aanvraag is bekendgemaakt", m => m.IsBeschikt(Guid.NewGuid(), Vandaag.AddDays(42)))
            .Daad("intrekken", m => m.TrekIn(Nu))
            .Controleer();

    private static void Bevestig(Melding melding) => melding.Bevestig(Vandaag, Bevestiging, 1);

    private static Melding Na(params Action<Melding>[] daden)
    {
        Bsn.TryParse(TestBsn.Nieuw(), out var bsn).ShouldBeTrue();
        var melding = Melding.Doe(1, null, Guid.NewGuid(), bsn, Meldkanaal.Web, "wijkteam-haven", false, "Hulp in huis.", null, null,
            "inwoner-1", Gemeentebeleid.Almere.Op(Vandaag).Waarde.Servicenormen, Nu);
        foreach (var daad in daden) daad(melding);
        return melding;
    }
}
