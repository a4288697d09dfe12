using WmoPlatform.IStandaarden;
using static WmoPlatform.Simulators.Tests.Voorbeelden;

namespace WmoPlatform.Simulators.Tests;

public class CakTests
{
    private static Wmo401 Start(string identificatie, string status = "1", int dagen = 0, long? kostprijs = null,
        DateOnly? dag = null) => new(
        new Header("0034", null, identificatie, dag ?? Vandaag),
        new Wmo401Client(
            Bsn, new StartEigenBijdrage(1, Vandaag.AddDays(dagen), status, kostprijs is { } centen
                ? new EbKostprijs(Vandaag.AddDays(dagen), centen) : null)));

    private static Wmo403 Stop(string identificatie, string status = "1", int dagen = 0, long nummer = 1) =>
        new(new Header("0034", null, identificatie, Vandaag),
            new Wmo403Client(Bsn, new StopEigenBijdrage(nummer, Vandaag.AddDays(dagen), status)));

    private static async Task<string> Codes(Huis huis, Ketenbericht bericht) =>
        string.Join(',', (await huis.Antwoord<Retourbericht>("cak", bericht)).Afkeurcodes);

    [Fact]
    public async Task A_start_is_changed_as_a_whole_and_removed_as_it_is_now()
    {
        await using var huis = await Huis.Open();
        (await Codes(huis, Start("1"))).ShouldBe("");
        (await Codes(huis, Start("2", "2", dagen: 5))).ShouldBe("");
        (await Codes(huis, Start("3", "3", dagen: 0))).ShouldBe("9329"); // TR329: not as it is now
        (await Codes(huis, Start("4", "3", dagen: 5))).ShouldBe("");
        (await Codes(huis, Start("5", "2"))).ShouldBe("9104"); // TR104
        (await Codes(huis, Start("6"))).ShouldBe("9102"); // TR102: also of what was removed
        (await Codes(huis, Stop("7"))).ShouldBe("9330"); // TR330
        (await Codes(huis, Start("8", "3", dagen: 5))).ShouldBe("9103");
    }

    [Fact]
    public async Task A_change_needs_a_first_delivery_of_the_same_person()
    {
        await using var huis = await Huis.Open();
        (await Codes(huis, Start("1", "2"))).ShouldBe("9103"); // TR103
        await huis.Antwoord<Wmo402>("cak", EbStart(1, "S1", AnderBsn));
        (await Codes(huis, Start("2", "2"))).ShouldBe("9103");
    }

    [Theory]
    [InlineData(-400, "9114")]
    [InlineData(40, "9115")]
    [InlineData(-300, "")]
    public async Task A_change_moves_the_start_at_most_a_year_back_and_a_month_ahead(int dagen, string codes)
    {
        await using var huis = await Huis.Open();
        await Codes(huis, Start("1"));
        (await Codes(huis, Start("2", "2", dagen))).ShouldBe(codes);
    }

    [Fact]
    public async Task A_start_of_long_ago_may_be_changed_if_its_day_stays()
    {
        await using var huis = await Huis.Open();
        (await Codes(huis, Start("1", dagen: -400, dag: Vandaag.AddDays(-400)))).ShouldBe("");
        (await Codes(huis, Start("2", "2", dagen: -400, kostprijs: 500_000))).ShouldBe("");
    }

    [Fact]
    public async Task A_start_with_a_stop_is_not_removed()
    {
        await using var huis = await Huis.Open();
        await Codes(huis, Start("1"));
        await Codes(huis, Stop("2"));
        (await Codes(huis, Start("3", "3"))).ShouldBe("9071"); // TR071
        (await Codes(huis, Stop("4", "3"))).ShouldBe("");
        (await Codes(huis, Start("5", "3"))).ShouldBe("");
    }

    [Fact]
    public async Task A_stop_is_not_before_the_start_there_is_now()
    {
        await using var huis = await Huis.Open();
        await Codes(huis, Start("1"));
        (await Codes(huis, Stop("2", dagen: -1))).ShouldBe("9328"); // TR328
        await Codes(huis, Start("3", "2", dagen: 5));
        (await Codes(huis, Stop("4", dagen: 4))).ShouldBe("9328");
        (await Codes(huis, Stop("5", dagen: 5))).ShouldBe("");
    }

    [Fact]
    public async Task A_stop_is_made_once_changed_and_removed_as_it_is_now()
    {
        await using var huis = await Huis.Open();
        await Codes(huis, Start("1"));
        (await Codes(huis, Stop("2", "2"))).ShouldBe("9103");
        await Codes(huis, Stop("3"));
        (await Codes(huis, Stop("4"))).ShouldBe("9102");
        (await Codes(huis, Stop("5", "2", dagen: 3))).ShouldBe("");
        (await Codes(huis, Stop("6", "3"))).ShouldBe("9329");
        (await Codes(huis, Stop("7", "3", dagen: 3))).ShouldBe("");
        (await Codes(huis, Stop("8", "2"))).ShouldBe("9104");
        (await Codes(huis, Stop("9"))).ShouldBe(""); // a right one in place of the wrong one
    }

    [Theory]
    [InlineData(2179, "S333")]
    [InlineData(2180, "")]
    public async Task A_price_below_what_a_person_pays_per_month_is_rejected(long centen, string codes)
    {
        await using var huis = await Huis.Open();
        (await Codes(huis, Start("1", kostprijs: centen))).ShouldBe(codes);
    }

    [Fact]
    public async Task Another_message_under_the_same_identification_is_technically_wrong()
    {
        await using var huis = await Huis.Open();
        await Codes(huis, Start("1"));
        await huis.Stuur("cak", Stop("1") with { Header = new Header("0034", null, "1", Vandaag) });
        await huis.Stuur("cak", Start("1", "2", dagen: 1));
        await huis.Bericht<Wmo402>(retour => retour.Afkeurcodes.Contains("0001"));
    }

    [Fact]
    public async Task What_the_CAK_knows_is_told_without_a_person()
    {
        await using var huis = await Huis.Open();
        await Codes(huis, Start("1"));
        await Codes(huis, Stop("2"));
        var beeld = await huis.Http.GetStringAsync("/beheer/cak");
        beeld.ShouldContain("\"ebStartNummer\":1");
        beeld.ShouldNotContain("9999");
    }

    [Fact]
    public async Task One_person_has_one_actual_start()
    {
        await using var huis = await Huis.Open();
        (await huis.Antwoord<Wmo402>("cak", EbStart(1))).IsAkkoord.ShouldBeTrue();
        (await huis.Antwoord<Wmo402>("cak", EbStart(2, "S2"))).Afkeurcodes.ShouldBe(["9102"]);
        (await huis.Antwoord<Wmo402>("cak", EbStart(3, "S3", AnderBsn))).IsAkkoord.ShouldBeTrue();
    }

    [Fact]
    public async Task A_stop_needs_a_start()
    {
        await using var huis = await Huis.Open();
        (await huis.Antwoord<Wmo404>("cak", EbStop(1))).Afkeurcodes.ShouldBe(["9330"]);
    }

    [Fact]
    public async Task After_a_stop_a_new_start_is_possible()
    {
        await using var huis = await Huis.Open();
        await huis.Antwoord<Wmo402>("cak", EbStart(1));
        (await huis.Antwoord<Wmo404>("cak", EbStop(1))).IsAkkoord.ShouldBeTrue();
        (await huis.Antwoord<Wmo402>("cak", EbStart(2, "S2"))).IsAkkoord.ShouldBeTrue();
    }

    [Fact]
    public async Task A_start_more_than_a_year_ago_is_technically_wrong()
    {
        await using var huis = await Huis.Open();
        var start = EbStart(1);
        var teOud = start.Client.StartEigenBijdrage with { EbStartdatum = Vandaag.AddMonths(-13) };
        var oud = start with { Client = start.Client with { StartEigenBijdrage = teOud } };
        (await huis.Antwoord<Wmo402>("cak", oud)).Afkeurcodes.ShouldBe(["0001"]);
    }
}
