using Microsoft.EntityFrameworkCore;
using WmoPlatform.Contracts;
using WmoPlatform.Testhuis;

namespace WmoPlatform.Meldingen.Tests;

/// <summary>A request to change help that needs an onderzoek is a melding in the same dossier.</summary>
public sealed class WijzigingVraagtOnderzoekTests(Dienst dienst)
{
    [Fact]
    public async Task It_is_a_melding_of_its_own_day_in_the_same_dossier_with_its_own_number()
    {
        var bsn = TestBsn.Nieuw();
        dienst.Brp.Ken(bsn);
        var eerste = await dienst.Meld(bsn);
        var dossier = eerste["dossiernummer"]!.GetValue<string>();
        var persoonId = await dienst.Fabriek.Vraag(db =>
            db.Meldingen.Where(m => m.Dossiernummer == dossier).Select(m => m.PersoonId).SingleAsync());

        await dienst.Fabriek.Verwerk(new WijzigingVraagtOnderzoek("W-2026-000001", persoonId, new(2026, 3, 6), Meldkanaal.Inloop,
            "wijkteam-haven", new("Ik heb meer hulp nodig."))
        { Dossiernummer = dossier, AggregaatId = Guid.CreateVersion7(), Versie = 2, Op = DateTimeOffset.UtcNow });

        var melding = (await dienst.Fabriek.Aangekondigd()).OfType<MeldingGedaan>()
            .Single(g => g.Dossiernummer == dossier && g.Wijzigingsverzoek == "W-2026-000001");
        melding.Meldingnummer.ShouldNotBe(eerste["meldingnummer"]!.GetValue<string>());
        (melding.OntvangenOp, melding.Kanaal, melding.SluitAan, melding.PersoonId)
            .ShouldBe((new(2026, 3, 6), Meldkanaal.Inloop, true, persoonId));
        (melding.Inhoud.Waarde.Bsn, melding.Inhoud.Waarde.Hulpvraag).ShouldBe((bsn, "Ik heb meer hulp nodig."));
        melding.Bevestigingstermijn.Uiterlijk.ShouldBe(new(2026, 3, 13)); // five working days after Friday 6 March
    }
}
