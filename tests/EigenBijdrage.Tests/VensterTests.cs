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

    public sealed class Ruim : Huis
    {
        protected override Dictionary<string, string> Instellingen => new() { ["Cak:MaandenTerug"] = "36" };
    }
}
