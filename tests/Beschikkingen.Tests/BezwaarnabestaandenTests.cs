using WmoPlatform.Beschikkingen.Bezwaren;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.Testhuis;
using static WmoPlatform.Beschikkingen.Tests.Loop;

namespace WmoPlatform.Beschikkingen.Tests;

/// <summary>A bezwaar of which the objector died: only the heirs go on with it (BW 4:182).</summary>
public sealed class BezwaarnabestaandenTests
{
    private static readonly Vault Kluis = Sleutels.Kluis(Diensten.Beschikkingen);
    private static readonly Erfgenaam Dochter = new("Mevrouw C. Proefman", "Verklaring van erfrecht van 2 juni 2026.");
    private static readonly Bezwaarbesluit GeenBelang =
        new(Bezwaaruitkomst.NietOntvankelijk, "Niemand zet het voort.", true, Nietontvankelijkgrond.GeenBelangMeer);

    [Fact]
    public void After_a_death_nothing_is_decided_until_the_heirs_answered()
    {
        var loop = Overleden().ZonderHoren();
        Geweigerd(() => loop.Beslis(Bezwaarloop.Ongegrond)).ShouldBe((409, "nabestaanden-niet-gevraagd"));

        loop.Op("2026-05-20").Doe((b, nu) => b.VraagNabestaanden(Dag("2026-06-17"), nu));
        loop.Aangekondigd().OfType<NabestaandenGevraagd>().ShouldHaveSingleItem().Uiterlijk.ShouldBe(Dag("2026-06-17"));
        Geweigerd(() => loop.Beslis(Bezwaarloop.Ongegrond)).ShouldBe((409, "nabestaanden-niet-gevraagd"));
        loop.Op("2026-06-03").Doe((b, nu) => b.LegVoortzettingVast(Bezwaarvoortzetting.ZetVoort, Dag("2026-06-02"), Dochter,
            new("Mevrouw C. Proefman", ["Dijk 3", "1315 AB Almere"]), Kluis, nu));

        var bekend = loop.Aangekondigd().ShouldHaveSingleItem().ShouldBeOfType<BezwaarvoortzettingBekend>();
        (bekend.Voortzetting, bekend.BekendOp, bekend.Post!.Waarde.Adresregels[0]).ShouldBe(
            (Bezwaarvoortzetting.ZetVoort, Dag("2026-06-02"), "Dijk 3"));
        loop.Bezwaar.Erfgenaam(Kluis).ShouldBe(Dochter);
        // Letters follow the address of the heirs from then on.
        loop.Beslis(Bezwaarloop.Ongegrond).Aangekondigd().ShouldHaveSingleItem().MachtigingId.ShouldBe(bekend.MachtigingId);
        bekend.MachtigingId.ShouldNotBeNull();
        Geweigerd(() => loop.Doe((b, nu) => b.VraagNabestaanden(Dag("2026-07-17"), nu))).ShouldBe((409, "nabestaanden-antwoordden-al"));
    }

    [Fact]
    public void A_bezwaar_with_which_no_heir_goes_on_is_only_inadmissible()
    {
        var loop = Overleden().ZonderHoren(Geenhoorgrond.KennelijkNietOntvankelijk);
        loop.Doe((b, nu) => b.LegVoortzettingVast(Bezwaarvoortzetting.ZetNietVoort, Dag("2026-05-08"), Dochter, null, Kluis, nu));

        Geweigerd(() => loop.Beslis(Bezwaarloop.Ongegrond with { Kennelijk = true })).ShouldBe((422, "niemand-zet-voort"));
        loop.Beslis(GeenBelang).MaakBekend().Bezwaar.Status.ShouldBe(Bezwaarstatus.Bekendgemaakt);
    }

    [Fact]
    public void Silence_counts_only_after_the_term_of_the_question()
    {
        var loop = Overleden().ZonderHoren(Geenhoorgrond.KennelijkNietOntvankelijk);
        void Stil() => loop.Doe((b, nu) =>
            b.LegVoortzettingVast(Bezwaarvoortzetting.GeenAntwoord, DateOnly.FromDateTime(nu.Date), null, null, Kluis, nu));
        Geweigerd(Stil).ShouldBe((422, "vraag-niet-verstreken"));
        loop.Op("2026-05-20").Doe((b, nu) => b.VraagNabestaanden(Dag("2026-06-17"), nu));
        loop.Op("2026-06-17");
        Geweigerd(Stil).ShouldBe((422, "vraag-niet-verstreken"));

        loop.Op("2026-06-18");
        Stil();

        loop.Beslis(GeenBelang);
        // An answer that comes after all counts until the bekendmaking.
        loop.Doe((b, nu) => b.LegVoortzettingVast(Bezwaarvoortzetting.ZetVoort, Dag("2026-06-18"), Dochter, null, Kluis, nu));
        loop.Bezwaar.Voortzetting!.Keuze.ShouldBe(Bezwaarvoortzetting.ZetVoort);
        Geweigerd(() => loop.Beslis(Bezwaarloop.Ongegrond)).ShouldBe((422, "horen-toch-nodig"));
    }

    [Fact]
    public void A_death_between_the_decision_and_its_bekendmaking_asks_the_heirs_too()
    {
        var loop = new Bezwaarloop().ZonderHoren().Beslis(Bezwaarloop.Ongegrond);
        loop.Bezwaar.NeemPersoon(Voorbeelden.Inwoner, isOverleden: true);

        Geweigerd(() => loop.MaakBekend()).ShouldBe((409, "nabestaanden-niet-gevraagd"));
        loop.Doe((b, nu) => b.LegVoortzettingVast(Bezwaarvoortzetting.ZetVoort, Dag("2026-05-08"), Dochter, null, Kluis, nu)).MaakBekend();
    }

    [Fact]
    public void The_heirs_are_asked_only_after_a_death_and_an_answer_says_whose_it_is()
    {
        Geweigerd(() => new Bezwaarloop().Doe((b, nu) => b.VraagNabestaanden(Dag("2026-06-05"), nu))).ShouldBe((409, "inwoner-leeft"));
        Geweigerd(() => Overleden().Doe((b, nu) => b.VraagNabestaanden(Dag("2026-05-08"), nu))).ShouldBe((422, "termijn-te-kort"));
        Geweigerd(() => Overleden().Doe((b, nu) =>
            b.LegVoortzettingVast(Bezwaarvoortzetting.ZetVoort, Dag("2026-05-08"), null, null, Kluis, nu)))
            .ShouldBe((422, "erfgenaam-past-niet"));
    }

    private static Bezwaarloop Overleden()
    {
        var loop = new Bezwaarloop();
        loop.Bezwaar.NeemPersoon(Voorbeelden.Inwoner, isOverleden: true);
        return loop;
    }
}
