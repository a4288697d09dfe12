using Microsoft.Extensions.Configuration;
using WmoPlatform.Contracts;
using WmoPlatform.IStandaarden;

namespace WmoPlatform.EigenBijdrage.Tests;

/// <summary>How far back the CAK takes messages is a setting, and nothing else limits it.</summary>
public sealed class VensterTests(VensterTests.Ruim huis) : IClassFixture<VensterTests.Ruim>
{
    [Fact]
    public async Task What_the_setting_allows_goes_in_a_message_however_long_ago()
    {
        var persoon = new Persoon();
        var hulp = persoon.NieuweHulp();
        var begin = huis.Vandaag.AddMonths(-30);
        await huis.Dienst.Verwerk(hulp.Gereserveerd(begin));
        await huis.Ronde();

        (await huis.CakKrijgt<Wmo401>(persoon.Bsn, 1)).Client.StartEigenBijdrage.EbStartdatum.ShouldBe(begin);
        (await huis.Aangekondigd<EigenBijdrageMetDeHand>(persoon.Id)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("200000")]
    [InlineData("een jaar")]
    public void A_number_of_months_that_cannot_be_is_named_at_the_start(string maanden)
    {
        var instellingen = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Cak:MaandenTerug"] = maanden }).Build();

        Should.Throw<InvalidOperationException>(() => Cakgrenzen.Lees(instellingen)).Message.ShouldContain("Cak:MaandenTerug");
    }

    public sealed class Ruim : Huis
    {
        protected override Dictionary<string, string> Instellingen => new() { ["Cak:MaandenTerug"] = "36" };
    }
}
