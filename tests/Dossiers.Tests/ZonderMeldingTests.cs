using WmoPlatform.Contracts;
using WmoPlatform.Dossiers.Projectie;

namespace WmoPlatform.Dossiers.Tests;

/// <summary>A dossier that was opened without a melding, for a klacht. All days are literals.</summary>
public class ZonderMeldingTests
{
    private const string Nummer = Verhaal.Klachtnummer;

    [Fact]
    public void It_is_found_by_its_person_and_team_before_anything_else_is_known()
    {
        var v = Verhaal.ZonderMelding();

        (v.Beeld.PersoonId, v.Beeld.Bsn, v.Beeld.Wijkteam).ShouldBe((v.PersoonId, Verhaal.Bsn, Verhaal.Wijkteam));
        v.Beeld.Zaken.ShouldBeEmpty();
        v.Beeld.Termijnen.ShouldBeEmpty();
        (v.Stand.Status, v.Stand.Wie).ShouldBe((Dossierstatus.Gemeld, Wie.Gemeente));
        Tijdlijn.Zin(v.Gebeurtenissen[0]).ShouldBe("Er is een dossier geopend, zonder melding.");
    }

    [Fact]
    public void The_klacht_is_its_only_zaak_and_gives_it_its_state_and_its_term()
    {
        var v = Klacht();

        v.Beeld.Zaken.Select(z => (z.Soort, z.Nummer)).ShouldBe([(Zaaksoort.Klacht, Nummer)]);
        (v.Stand.Status, v.Stand.Wie, v.Stand.Uiterlijk).ShouldBe((Dossierstatus.Klacht, Wie.Consulent, new DateOnly(2026, 6, 19)));

        v.Klacht(Afgerond);
        (v.Stand.Status, v.Stand.Wie).ShouldBe((Dossierstatus.KlachtAfgehandeld, Wie.Niemand));
    }

    [Fact]
    public void An_identity_that_the_BRP_does_not_know_comes_before_the_klacht()
    {
        var v = Klacht().Opening(new PersoonNietGevonden(Guid.NewGuid()));
        (v.Stand.Status, v.Stand.Wie, v.Stand.Uiterlijk)
            .ShouldBe((Dossierstatus.IdentiteitOnbekend, Wie.Consulent, new DateOnly(2026, 6, 19)));

        v.Opening(new PersoonsgegevensVastgesteld(v.PersoonId, false, Verhaal.Persoon) { ZonderMelding = true });
        v.Stand.Status.ShouldBe(Dossierstatus.Klacht);
    }

    [Fact]
    public void A_letter_without_an_address_is_handed_over_also_after_the_klacht()
    {
        var v = Klacht().Klacht(Afgerond).Dan(new BriefZonderAdres(Brief.Klachtafhandeling));
        (v.Stand.Wie, v.Stand.Wat.Contains("geen adres", StringComparison.Ordinal)).ShouldBe((Wie.Consulent, true));

        v.Dan(new BriefVerzonden(Brief.Klachtafhandeling, Verzendwijze.Brief, new(2026, 6, 2)));
        v.Stand.Wie.ShouldBe(Wie.Niemand);
    }

    [Fact]
    public void A_melding_that_joins_it_is_a_zaak_beside_the_klacht()
    {
        var v = Klacht();
        var melding = (MeldingGedaan)Verhaal.Gemeld().Gebeurtenissen[0];

        v.Dan(melding with { PersoonId = v.PersoonId, SluitAan = true });

        v.Beeld.Zaken.Select(z => (z.Soort, z.Nummer)).ShouldBe([(Zaaksoort.Melding, "M-2026-000001"), (Zaaksoort.Klacht, Nummer)]);
        v.Beeld.Termijnen.Single(t => t.Soort == "klacht").Zaak.ShouldBe(Nummer);
    }

    private static KlachtAfgerond Afgerond => new(Nummer, new(2026, 6, 1), Klachtafloop.Opgelost, null, new("Wij belden."));

    private static Verhaal Klacht() => Verhaal.ZonderMelding().Klacht(new KlachtOntvangen(
        Nummer, new(2026, 5, 8), Klachtonderwerp.Gedraging, new("klacht", new(2026, 5, 8), new(2026, 6, 19), "Awb art. 9:11 lid 1"),
        new("klacht-niet-behandelen", new(2026, 5, 8), new(2026, 6, 5), "Awb art. 9:8 lid 3")));
}
