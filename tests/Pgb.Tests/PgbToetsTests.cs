using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults;
using WmoPlatform.ServiceDefaults.Fouten;
using WmoPlatform.Testhuis;
using static WmoPlatform.Pgb.Tests.Voorbeelden;

namespace WmoPlatform.Pgb.Tests;

/// <summary>The rules of the aggregate PgbToets, in memory.</summary>
public sealed class PgbToetsTests
{
    private static readonly DateTimeOffset Nu = new(2026, 6, 1, 10, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Vandaag = Nu.Dag();

    [Fact]
    public void Who_chooses_a_pgb_gets_a_toets()
    {
        var toets = Gekozen();

        (toets.Status, toets.GestartOp).ShouldBe((Toetsstatus.Lopend, Vandaag));
        Aankondigingen.Van(toets).ShouldHaveSingleItem().ShouldBeOfType<PgbToetsGestart>();
    }

    [Fact]
    public void All_documents_and_a_gesprek_that_says_yes_end_it_with_yes()
    {
        var toets = Gekozen();
        AlleDocumenten(toets);
        toets.Status.ShouldBe(Toetsstatus.Lopend);

        toets.Bespreek(Gesprek(Vandaag), Nu);

        toets.Status.ShouldBe(Toetsstatus.Akkoord);
        Aankondigingen.Van(toets)[^1].ShouldBeOfType<PgbToetsAfgerond>().Akkoord.ShouldBeTrue();
    }

    [Fact]
    public void The_gesprek_may_come_before_the_documents()
    {
        var toets = Gekozen();
        toets.Bespreek(Gesprek(Vandaag), Nu);
        toets.Status.ShouldBe(Toetsstatus.Lopend);

        AlleDocumenten(toets);

        toets.Status.ShouldBe(Toetsstatus.Akkoord);
    }

    [Fact]
    public void A_gesprek_that_says_no_ends_it_at_once()
    {
        var toets = Gekozen();
        toets.Bespreek(Gesprek(Vandaag, vaardig: false, Oordeel.Nee), Nu);

        toets.Status.ShouldBe(Toetsstatus.NietAkkoord);
        Aankondigingen.Van(toets)[^1].ShouldBeOfType<PgbToetsAfgerond>().Akkoord.ShouldBeFalse();
        Should.Throw<Weigering>(() => toets.Bespreek(Gesprek(Vandaag), Nu)).Code.ShouldBe("toets-afgerond");
    }

    [Fact]
    public void What_neither_the_person_nor_a_representative_can_do_makes_a_yes_impossible()
    {
        var toets = Gekozen();

        Should.Throw<Weigering>(() => toets.Bespreek(Gesprek(Vandaag, vaardig: true, Oordeel.Nee), Nu)).Code.ShouldBe("niet-vaardig");
        toets.Gesprek.ShouldBeNull();
        toets.Bespreek(Gesprek(Vandaag, vaardig: true, Oordeel.MetVertegenwoordiger), Nu);
        toets.Gesprek.ShouldNotBeNull();
    }

    [Fact]
    public void A_yes_needs_a_judgement_on_the_four_abilities_that_every_pgb_asks()
    {
        var toets = Gekozen();
        var gesprek =
            Gesprek(Vandaag) with { Vaardigheden = new Dictionary<Vaardigheid, Oordeel> { [Vaardigheid.HulpKiezen] = Oordeel.Ja } };

        Should.Throw<Weigering>(() => toets.Bespreek(gesprek, Nu)).Code.ShouldBe("vaardigheid-niet-beoordeeld");
        toets.Bespreek(gesprek with { Vaardig = false }, Nu);
        toets.Status.ShouldBe(Toetsstatus.NietAkkoord);
    }

    [Fact]
    public void Nothing_is_recorded_ahead_of_its_day()
    {
        var toets = Gekozen();

        Should.Throw<Weigering>(() => toets.Ontvang(new(PgbDocument.Uitvoeringsplan, Vandaag.AddDays(1)), Nu)).Status.ShouldBe(422);
        Should.Throw<Weigering>(() => toets.Bespreek(Gesprek(Vandaag.AddDays(1)), Nu)).Status.ShouldBe(422);
    }

    [Fact]
    public void The_same_document_twice_is_one_document_and_a_second_agreement_is_another()
    {
        var toets = Gekozen();
        toets.Ontvang(new(PgbDocument.Zorgovereenkomst, Vandaag), Nu);
        toets.Ontvang(new(PgbDocument.Zorgovereenkomst, Vandaag), Nu);
        toets.Ontvang(new(PgbDocument.Zorgovereenkomst, Vandaag.AddDays(-1)), Nu);

        toets.Documenten.Count.ShouldBe(2);
        Aankondigingen.Van(toets).OfType<PgbDocumentOntvangen>().Count().ShouldBe(2);
        toets.Ontbrekend.ShouldBe([PgbDocument.Uitvoeringsplan, PgbDocument.Uitvraagformulier]);
    }

    [Fact]
    public void The_toets_lapses_with_the_choice_of_pgb_and_comes_back_with_its_documents()
    {
        var toets = Gekozen();
        AlleDocumenten(toets);
        toets.Bespreek(Gesprek(Vandaag), Nu);

        toets.Volg(Keuze(Leveringsvorm.Zin, versie: 6, toets.VoorzieningId), achterhaald: false, Nu);
        toets.Status.ShouldBe(Toetsstatus.Vervallen);
        Should.Throw<Weigering>(() => toets.Bespreek(Gesprek(Vandaag), Nu)).Code.ShouldBe("toets-vervallen");

        toets.Volg(Keuze(Leveringsvorm.Pgb, versie: 7, toets.VoorzieningId), achterhaald: false, Nu);
        (toets.Status, toets.Gesprek).ShouldBe((Toetsstatus.Lopend, null));
        Aankondigingen.Van(toets).OfType<PgbToetsGestart>().Count().ShouldBe(2);
        toets.Bespreek(Gesprek(Vandaag), Nu);
        toets.Status.ShouldBe(Toetsstatus.Akkoord);
    }

    [Fact]
    public void After_a_no_a_new_choice_for_a_pgb_starts_it_again()
    {
        var toets = Gekozen();
        toets.Bespreek(Gesprek(Vandaag, vaardig: false), Nu);

        toets.Volg(Keuze(Leveringsvorm.Pgb, versie: 6, toets.VoorzieningId), achterhaald: false, Nu);

        toets.Status.ShouldBe(Toetsstatus.Lopend);
    }

    [Fact]
    public void A_withdrawn_indicatie_ends_the_toets_and_an_older_choice_does_not_bring_it_back()
    {
        var keuze = Keuze();
        var toets = new PgbToets(keuze.VoorzieningId, keuze.Dossiernummer);
        toets.Volg(keuze, achterhaald: false, Nu);

        toets.Volg(Intrekking(keuze));
        toets.Volg(keuze, achterhaald: false, Nu);

        toets.Status.ShouldBe(Toetsstatus.Vervallen);
        Should.Throw<Weigering>(() => toets.Bespreek(Gesprek(Vandaag), Nu)).Code.ShouldBe("toets-vervallen");
        Aankondigingen.Van(toets).ShouldHaveSingleItem().ShouldBeOfType<PgbToetsGestart>();
    }

    [Fact]
    public void An_older_choice_after_a_newer_one_is_ignored()
    {
        var toets = Gekozen();

        toets.Volg(Keuze(Leveringsvorm.Zin, versie: 4, toets.VoorzieningId), achterhaald: false, Nu);
        toets.Volg(Keuze(Leveringsvorm.Pgb, versie: 5, toets.VoorzieningId), achterhaald: false, Nu);

        toets.Status.ShouldBe(Toetsstatus.Lopend);
        Aankondigingen.Van(toets).ShouldHaveSingleItem();
    }

    [Fact]
    public void A_day_that_cannot_be_is_a_slip_of_the_pen()
    {
        var toets = Gekozen();

        Should.Throw<Weigering>(() => toets.Ontvang(new(PgbDocument.Uitvoeringsplan, new(1, 1, 1)), Nu)).Code
            .ShouldBe("ontvangst-te-lang-geleden");
        Should.Throw<Weigering>(() => toets.Bespreek(Gesprek(Vandaag.AddDays(-1)), Nu)).Code.ShouldBe("gesprek-voor-de-keuze");
        toets.Ontvang(new(PgbDocument.Uitvoeringsplan, Vandaag.AddDays(-30)), Nu);
    }

    [Fact]
    public void The_toets_starts_on_the_day_of_the_choice_also_when_that_is_heard_of_later()
    {
        var keuze = Keuze();
        var toets = new PgbToets(keuze.VoorzieningId, keuze.Dossiernummer);
        toets.Volg(keuze, achterhaald: false, Nu.AddDays(3));

        toets.GestartOp.ShouldBe(Vandaag);
        toets.Bespreek(Gesprek(Vandaag.AddDays(1)), Nu.AddDays(3));
    }

    [Fact]
    public void When_the_onderzoek_stops_the_toets_lapses_and_an_earlier_choice_starts_nothing()
    {
        var toets = Gekozen();

        toets.Volg(new OnderzoekGestopt(Stopreden.Wlz, Vandaag) { Versie = 8 });
        toets.Volg(Keuze(versie: 7, voorzieningId: toets.VoorzieningId), achterhaald: false, Nu);

        toets.Status.ShouldBe(Toetsstatus.Vervallen);
        Should.Throw<Weigering>(() => toets.Bespreek(Gesprek(Vandaag), Nu)).Code.ShouldBe("toets-vervallen");
    }

    [Fact]
    public void A_newer_choice_for_a_pgb_starts_it_again_before_the_choice_between_arrives()
    {
        var toets = Gekozen();
        AlleDocumenten(toets);
        toets.Bespreek(Gesprek(Vandaag), Nu);

        toets.Volg(Keuze(Leveringsvorm.Pgb, versie: 7, toets.VoorzieningId) with { Op = Nu.AddDays(2) }, achterhaald: false, Nu);
        toets.Volg(Keuze(Leveringsvorm.Zin, versie: 6, toets.VoorzieningId), achterhaald: false, Nu);

        (toets.Status, toets.GestartOp, toets.Gesprek).ShouldBe((Toetsstatus.Lopend, Vandaag.AddDays(2), null));
    }

    [Fact]
    public void After_a_stopped_onderzoek_an_outcome_no_longer_counts()
    {
        var toets = Gekozen();
        AlleDocumenten(toets);
        toets.Bespreek(Gesprek(Vandaag), Nu);

        toets.Volg(new OnderzoekGestopt(Stopreden.Wlz, Vandaag) { Versie = 8 });

        toets.Status.ShouldBe(Toetsstatus.Vervallen);
    }

    [Fact]
    public void A_toets_whose_indicatie_was_withdrawn_first_still_learns_its_team()
    {
        var keuze = Keuze();
        var toets = new PgbToets(keuze.VoorzieningId, keuze.Dossiernummer);
        toets.Volg(Intrekking(keuze));

        toets.Volg(keuze, achterhaald: false, Nu);

        (toets.Status, toets.Wijkteam, toets.PersoonId).ShouldBe((Toetsstatus.Vervallen, keuze.Wijkteam, keuze.PersoonId));
        Aankondigingen.Van(toets).ShouldBeEmpty();
    }

    [Fact]
    public void A_toets_that_has_an_outcome_keeps_it()
    {
        var toets = Gekozen();
        toets.Bespreek(Gesprek(Vandaag, vaardig: false), Nu);

        toets.Verval();

        toets.Status.ShouldBe(Toetsstatus.NietAkkoord);
    }

    private static LeveringsvormGekozen Keuze(Leveringsvorm vorm = Leveringsvorm.Pgb, int versie = 5, Guid? voorzieningId = null) =>
        Voorbeelden.Keuze(vorm, versie, voorzieningId) with { Op = Nu };

    private static PgbToets Gekozen()
    {
        var keuze = Keuze();
        var toets = new PgbToets(keuze.VoorzieningId, keuze.Dossiernummer);
        toets.Volg(keuze, achterhaald: false, Nu);
        return toets;
    }

    private static void AlleDocumenten(PgbToets toets)
    {
        foreach (var soort in Enum.GetValues<PgbDocument>()) toets.Ontvang(new(soort, Vandaag), Nu);
    }
}
