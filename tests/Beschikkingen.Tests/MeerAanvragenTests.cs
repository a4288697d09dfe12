using WmoPlatform.Contracts;
using static WmoPlatform.Beschikkingen.Tests.Voorbeelden;

namespace WmoPlatform.Beschikkingen.Tests;

/// <summary>A dossier with several aanvragen, each with its own term, decision and number.</summary>
public sealed class MeerAanvragenTests(Dienst dienst)
{
    [Fact]
    public async Task Each_signed_verslag_in_a_dossier_is_an_aanvraag_with_its_own_number()
    {
        var (een, ander) = await Twee();

        var nummers = new List<string>();
        foreach (var g in (await dienst.Aangekondigd(Dienst.Pad(een.Dossiernummer))).OfType<AanvraagOntvangen>())
            nummers.Add(g.Aanvraagnummer!);
        nummers.Distinct().Count().ShouldBe(2);
        (await dienst.Beslisser.Weigert(Dienst.Pad(een.Dossiernummer))).ShouldBe((409, "meer-aanvragen"));
        foreach (var (nummer, verslag) in nummers.Zip((VerslagOndertekend[])[een, ander]))
            (await dienst.Beslisser.Lees(Dienst.Pad(nummer)))["voorzieningen"]![0]!["voorzieningId"]!.GetValue<Guid>()
                .ShouldBe(verslag.Voorzieningen[0].VoorzieningId);
    }

    [Fact]
    public async Task A_decision_on_one_leaves_the_other_to_be_decided()
    {
        var (een, ander) = await Twee();
        var dossier = Dienst.Pad(een.Dossiernummer);
        var eerste = (await dienst.Aangekondigd(dossier)).OfType<AanvraagOntvangen>().First().Aanvraagnummer!;

        await dienst.Beslisser.Doe($"{Dienst.Pad(eerste)}/besluit", Dienst.Toekennen(een.Voorzieningen[0]));
        await dienst.Backoffice.Doe($"{Dienst.Pad(eerste)}/bekendmaking", new { });

        var bekend = (await dienst.Aangekondigd(dossier)).OfType<BeschikkingBekendgemaakt>().Single();
        (bekend.OnderzoekId, bekend.Meldingnummer).ShouldBe((een.AggregaatId, een.Meldingnummer));
        // One is left to be decided, so the number of the dossier means that one.
        await dienst.Beslisser.Doe($"{dossier}/besluit", Dienst.Toekennen(ander.Voorzieningen[0]));
        await dienst.Backoffice.Doe($"{dossier}/bekendmaking", new { });
        (await dienst.Aangekondigd(dossier)).OfType<BeschikkingBekendgemaakt>().Select(b => b.Beschikkingnummer).Distinct().Count()
            .ShouldBe(2);
    }

    private async Task<(VerslagOndertekend Een, VerslagOndertekend Ander)> Twee()
    {
        var een = Verslag(dienst.Vandaag, Zin()) with { Meldingnummer = "M-2026-000001" };
        var ander = Verslag(dienst.Vandaag, Zin()) with { Dossiernummer = een.Dossiernummer, Meldingnummer = "M-2026-000002" };
        await dienst.Fabriek.Verwerk(een);
        await dienst.Fabriek.Verwerk(ander);
        return (een, ander);
    }
}
