using WmoPlatform.Contracts;
using WmoPlatform.Testhuis;
using static WmoPlatform.Beschikkingen.Tests.Voorbeelden;

namespace WmoPlatform.Beschikkingen.Tests;

/// <summary>A decision counts with the person of today. An aanvraag of who lives elsewhere is passed on (Awb 2:3).</summary>
public sealed class PersoonswijzigingTests(Dienst dienst)
{
    private readonly Guid _persoonId = Guid.CreateVersion7();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_beschikking_carries_the_person_of_today_in_either_order_of_arrival(bool wijzigingEerst)
    {
        var (zin, nieuw) = (Zin(), Persoon with { Bsn = TestBsn.Nieuw() });
        string pad;
        if (wijzigingEerst)
        {
            await Gewijzigd(nieuw);
            pad = await Aanvraag(zin);
        }
        else
        {
            pad = await Aanvraag(zin);
            await Gewijzigd(nieuw);
        }

        await dienst.Beslisser.Doe($"{pad}/besluit", Dienst.Toekennen(zin));
        await dienst.Backoffice.Doe($"{pad}/bekendmaking", new { });

        var beschikking = (await dienst.Aangekondigd(pad)).OfType<BeschikkingBekendgemaakt>().Single();
        (beschikking.Persoon.Waarde.Bsn, beschikking.Persoonstand).ShouldBe((nieuw.Bsn, 2));
    }

    [Theory]
    [InlineData(Brpsignaal.Overleden, "inwoner-overleden")]
    [InlineData(Brpsignaal.AndereGemeente, "verblijf-onduidelijk")]
    [InlineData(Brpsignaal.NietIngezetene, "verblijf-onduidelijk")]
    public async Task Nothing_is_granted_to_who_died_or_may_live_elsewhere_but_it_can_be_refused(Brpsignaal signaal, string code)
    {
        var zin = Zin();
        var pad = await Aanvraag(zin);
        await Gewijzigd(Persoon, signaal);

        (await dienst.Beslisser.Weigert($"{pad}/besluit", Dienst.Toekennen(zin))).ShouldBe((409, code));

        await dienst.Beslisser.Doe($"{pad}/besluit", new
        {
            besluiten = new[]
            {
                new
                {
                    voorzieningId = zin.VoorzieningId,
                    // Nobody can complete the aanvraag of who died.
                    uitkomst = signaal == Brpsignaal.Overleden ? "buiten-behandeling" : "afwijzen",
                    motivering = "Er is geen aanvrager meer.",
                    redenAfwijkingAdvies = signaal == Brpsignaal.Overleden ? null : "De inwoner woont hier niet meer.",
                },
            },
        });
    }

    [Fact]
    public async Task A_sign_of_the_same_state_as_that_of_the_verslag_counts()
    {
        var zin = Zin();
        await Gewijzigd(Persoon, Brpsignaal.AndereGemeente);
        var verslag = Verslag(dienst.Vandaag, zin) with { PersoonId = _persoonId, Persoonstand = 2 };
        await dienst.Fabriek.Verwerk(verslag);

        (await dienst.Beslisser.Weigert($"{Dienst.Pad(verslag.Dossiernummer)}/besluit", Dienst.Toekennen(zin)))
            .ShouldBe((409, "verblijf-onduidelijk"));
    }

    [Fact]
    public async Task What_is_decided_is_not_made_known_once_the_resident_died()
    {
        var zin = Zin();
        var pad = await Aanvraag(zin);
        await dienst.Beslisser.Doe($"{pad}/besluit", Dienst.Toekennen(zin));

        await Gewijzigd(Persoon, Brpsignaal.Overleden);

        (await dienst.Backoffice.Weigert($"{pad}/bekendmaking", new { }))
            .ShouldBe((409, "inwoner-overleden"));
    }

    [Theory]
    [InlineData("15", true)]
    [InlineData("18", true)]
    [InlineData("14", false)]
    public async Task Beschermd_wonen_and_opvang_are_not_bound_to_the_place_of_registration(string categorie, bool mag)
    {
        var hulp = Zin() with { Product = new(categorie, "15A01") };
        var pad = await Aanvraag(hulp);
        await Gewijzigd(Persoon, Brpsignaal.AndereGemeente);

        if (mag) await dienst.Beslisser.Doe($"{pad}/besluit", Dienst.Toekennen(hulp));
        else (await dienst.Beslisser.Weigert($"{pad}/besluit", Dienst.Toekennen(hulp))).ShouldBe((409, "verblijf-onduidelijk"));
    }

    [Fact]
    public async Task An_aanvraag_that_was_passed_on_is_decided_elsewhere()
    {
        var zin = Zin();
        var pad = await Aanvraag(zin);

        (await dienst.Beslisser.Weigert($"{pad}/doorzending", new { gemeente = "", motivering = "Woont daar." }))
            .ShouldBe((400, "ongeldige-invoer"));
        using (var antwoord = await dienst.Beslisser.Stuur(
            $"{pad}/doorzending", new { gemeente = "Lelystad", motivering = "De inwoner woont daar." }))
            antwoord.EnsureSuccessStatusCode();

        (await dienst.Aangekondigd(pad))[^1].ShouldBeOfType<AanvraagDoorgezonden>().Gemeente.ShouldBe("Lelystad");
        (await dienst.Beslisser.Weigert($"{pad}/besluit", Dienst.Toekennen(zin))).ShouldBe((409, "aanvraag-doorgezonden"));
        (await dienst.Beslisser.Weigert($"{pad}/doorzending", new { gemeente = "Zeewolde", motivering = "Toch niet." }))
            .ShouldBe((409, "aanvraag-doorgezonden"));
    }

    private async Task<string> Aanvraag(params GekozenVoorziening[] hulp)
    {
        var verslag = Verslag(dienst.Vandaag, hulp) with { PersoonId = _persoonId, Persoonstand = 1 };
        await dienst.Fabriek.Verwerk(verslag);
        return Dienst.Pad(verslag.Dossiernummer);
    }

    private Task Gewijzigd(Persoonsgegevens persoon, params Brpsignaal[] signalen) =>
        dienst.Fabriek.Verwerk(new PersoonsgegevensGewijzigd(_persoonId, false, new(persoon), [Persoonswijziging.Signaal])
        {
            Persoonstand = 2,
            Signalen = signalen,
            Dossiernummer = "D-2026-999999",
            AggregaatId = Guid.NewGuid(),
            Versie = 5,
            Op = DateTimeOffset.UtcNow,
        });
}
