using System.Net.Http.Json;
using System.Text.Json;
using WmoPlatform.Contracts;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.Testhuis;

namespace WmoPlatform.Correspondentie.Tests;

/// <summary>Letters go to the person of today. After a death only the heirs get one. Who is passed on hears it.</summary>
public sealed class PersoonswijzigingTests : IAsyncLifetime
{
    private static readonly Guid PersoonId = Guid.NewGuid();

    private Dienst _dienst = null!;

    public async ValueTask InitializeAsync() => _dienst = await Dienst.Start();

    public ValueTask DisposeAsync() => _dienst.DisposeAsync();

    [Fact]
    public async Task A_letter_without_an_address_goes_when_the_person_gets_one()
    {
        await Gemeld(email: null);
        await Bekend(Persoon with { Adres = null });
        await _dienst.Staat("wacht-op-adres");

        await Gewijzigd(Persoon);

        await _dienst.Staat("verzonden");
        File.ReadAllText(_dienst.Brieven.Single()).ShouldContain("Stationsstraat 12");
    }

    [Fact]
    public async Task An_older_address_that_comes_late_is_not_used()
    {
        await Gemeld(email: null);
        await Gewijzigd(Persoon with { Adres = Persoon.Adres! with { Straatnaam = "Nieuweweg" } }, stand: 3);
        await _dienst.Staat("verzonden");

        await Bekend(Persoon);
        await Verwerk(new OnderzoekGestopt(Stopreden.AndereGemeente, new(2026, 5, 4)) { Gemeente = "Lelystad" });

        await Tot.Waar(() => _dienst.Brieven.Length == 2);
        _dienst.Brieven.Select(File.ReadAllText).ShouldAllBe(b => b.Contains("Nieuweweg 12", StringComparison.Ordinal));
    }

    [Fact]
    public async Task After_a_death_what_was_not_sent_lapses()
    {
        await Gemeld(email: null);

        await Gewijzigd(Persoon, isOverleden: true);

        await _dienst.Staat("vervallen");
        _dienst.Brieven.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_still_matters_after_a_death_goes_to_the_heirs_and_does_not_lapse(bool eerstOverleden)
    {
        await Gemeld(email: null);
        if (eerstOverleden) await Gewijzigd(Persoon, isOverleden: true);

        await Verwerk(new BeslissingOpBezwaarBekendgemaakt("Z-2026-000001", new(2026, 6, 22), Bezwaaruitkomst.Ongegrond, false,
            new("beroep", new(2026, 6, 22), new(2026, 8, 3), "Awb art. 6:7"), null, null, [], new("Het besluit klopt.")));
        if (!eerstOverleden) await Gewijzigd(Persoon, isOverleden: true);

        await Tot.Waar(() => _dienst.Brieven.Length == 1);
        var brief = File.ReadAllText(_dienst.Brieven.Single());
        brief.ShouldContain("Aan de nabestaanden van mevrouw A.B. van den Berg<br>Stationsstraat 12b");
        brief.ShouldContain("U krijgt hem als nabestaande.");
        brief.ShouldContain("Het besluit klopt.");
    }

    [Fact]
    public async Task Heirs_who_go_on_with_a_bezwaar_get_the_letters_at_their_own_address()
    {
        await Gemeld(email: null);
        await Gewijzigd(Persoon, isOverleden: true);
        var (zaak, machtiging) = (Guid.NewGuid(), Guid.NewGuid());

        await Verwerk(new NabestaandenGevraagd("Z-2026-000001", new(2026, 6, 1), new(2026, 6, 29)), zaak);
        await Verwerk(new BezwaarvoortzettingBekend("Z-2026-000001", new(2026, 6, 8), Bezwaarvoortzetting.ZetVoort)
        {
            MachtigingId = machtiging,
            Post = new(new("Mevrouw C. Proefman", ["Dijk 3", "1315 AB Almere"])),
        }, zaak);
        await Verwerk(new BezwaarIngetrokken("Z-2026-000001", new(2026, 6, 9)) { MachtigingId = machtiging }, zaak);

        await Tot.Waar(() => _dienst.Brieven.Length == 3);
        var brieven = _dienst.Brieven.Select(File.ReadAllText).ToList();
        brieven.ShouldContain(b => b.Contains("Wilt u het bezwaar van uw naaste voortzetten?", StringComparison.Ordinal));
        brieven.ShouldContain(b => b.Contains("Dijk 3", StringComparison.Ordinal));
        brieven.ShouldContain(b => b.Contains("Afschrift", StringComparison.Ordinal)
            && b.Contains("Aan de nabestaanden van", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Who_is_passed_on_to_another_municipality_hears_it_by_letter_once(bool isAanvraag)
    {
        await Gemeld(email: Dienst.Email);
        await Bekend(Persoon);
        var aggregaat = Guid.NewGuid();
        for (var keer = 0; keer < 2; keer++)
            await (isAanvraag ? Verwerk(new AanvraagDoorgezonden("Lelystad", new(2026, 5, 4)), aggregaat)
                : Verwerk(new OnderzoekGestopt(Stopreden.AndereGemeente, new(2026, 5, 4)) { Gemeente = "Lelystad" }, aggregaat));

        await Tot.Waar(() => _dienst.Brieven.Length == 1);
        var brief = File.ReadAllText(_dienst.Brieven.Single());
        brief.ShouldContain("naar de gemeente Lelystad gestuurd");
        brief.ShouldContain(isAanvraag ? "uw aanvraag" : "uw melding");
        (await Soorten()).ShouldBe(["ontvangstbevestiging", "doorzendbericht"]);
    }

    [Fact]
    public async Task Who_has_no_address_is_told_in_person_that_the_melding_went_elsewhere()
    {
        await Gemeld(email: Dienst.Email);
        await Bekend(Persoon with { Adres = null });
        await Verwerk(new OnderzoekGestopt(Stopreden.AndereGemeente, new(2026, 5, 4)) { Gemeente = "Lelystad" });

        (await _dienst.Fabriek.Aangekondigd()).OfType<BriefZonderAdres>().Single().Brief.ShouldBe(Contracts.Brief.Doorzending);
        (await _dienst.ReikUit("2026-05-04")).Status.ShouldBe(204);
        (await _dienst.Fabriek.Aangekondigd()).OfType<BriefVerzonden>().Single().VerzondenOp.ShouldBe(new DateOnly(2026, 5, 4));
    }

    [Fact]
    public async Task An_onderzoek_that_stops_for_another_reason_gives_no_letter()
    {
        await Gemeld(email: Dienst.Email);
        await Verwerk(new OnderzoekGestopt(Stopreden.Wlz, new(2026, 5, 4)));
        (await Soorten()).ShouldBe(["ontvangstbevestiging"]);
    }

    [Fact]
    public async Task The_heirs_get_one_letter_at_the_last_address_whatever_ends()
    {
        await Gemeld(email: null);
        await Bekend(Persoon);
        await _dienst.Staat("verzonden");
        await Gewijzigd(Persoon, isOverleden: true);
        var (periode, omvang) = (new Periode(new(2026, 1, 1), new(2026, 5, 1)), new Omvang(3, "04", "2"));
        var hulp = new Hulpverloop(PersoonId, Leveringsvorm.Pgb, "02", periode, null, null);

        await Verwerk(new ToewijzingGewijzigd(Guid.NewGuid(), 1, "12345678", periode, omvang, "05"));
        await Verwerk(new ToewijzingGewijzigd(Guid.NewGuid(), 2, "12345678", periode, omvang, "02"));
        await Verwerk(new BudgetBeeindigd(Guid.NewGuid(), periode, new(2026, 5, 1), false, hulp, new(new(Dienst.Bsn, new(1950, 2, 3))))
        {
            WegensOverlijden = true,
        });

        await Tot.Waar(() => _dienst.Brieven.Length == 2);
        var brief = _dienst.Brieven.Select(File.ReadAllText).Single(b => b.Contains("nabestaanden", StringComparison.Ordinal));
        brief.ShouldContain("Aan de nabestaanden van mevrouw A.B. van den Berg<br>Stationsstraat 12b");
        brief.ShouldContain("1 mei 2026");
        (await Soorten()).ShouldBe(["ontvangstbevestiging", "nabestaandenbrief"]);
    }

    private static Persoonsgegevens Persoon => Dienst.Persoon().Persoon.Waarde;

    private Task Gemeld(string? email) => _dienst.Gemeld(email, persoonId: PersoonId);

    private Task Bekend(Persoonsgegevens persoon) => _dienst.Fabriek.Verwerk(
        Dienst.Persoon() with { PersoonId = PersoonId, Persoon = new(persoon), Persoonstand = 1 });

    private Task Gewijzigd(Persoonsgegevens persoon, int stand = 2, bool isOverleden = false) =>
        Verwerk(new PersoonsgegevensGewijzigd(PersoonId, false, new(persoon), [Persoonswijziging.Adres])
        {
            Persoonstand = stand,
            Signalen = isOverleden ? [Brpsignaal.Overleden] : [],
        });

    private Task Verwerk<T>(T gebeurtenis, Guid? aggregaat = null) where T : Gebeurtenis =>
        _dienst.Fabriek.Verwerk((T)((Gebeurtenis)gebeurtenis with
        {
            Dossiernummer = Dienst.Dossier,
            AggregaatId = aggregaat ?? Guid.NewGuid(),
            Versie = 3,
            Op = new(2026, 5, 4, 9, 0, 0, TimeSpan.Zero),
        }));

    private async Task<string[]> Soorten() =>
        [.. (await _dienst.Fabriek.Als(Rollen.Backoffice).GetFromJsonAsync<JsonElement>(
            $"/correspondentie/v1/verzendingen?dossiernummer={Dienst.Dossier}")).GetProperty("items").EnumerateArray()
            .Select(v => v.GetProperty("soort").GetString()!)];
}
