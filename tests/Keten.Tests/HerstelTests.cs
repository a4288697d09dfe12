using WmoPlatform.Contracts;
using WmoPlatform.Keten.Tests.Spel;
using WmoPlatform.Testhuis;

namespace WmoPlatform.Keten.Tests;

/// <summary>
/// A drill for each service: its database goes back to an earlier point while the others go on. Only <c>./test.sh --lang Keten.Tests</c>
/// plays it, on a platform of its own.
/// </summary>
public sealed class HerstelTests(HerstelTests.EigenPlatform eigen, ITestOutputHelper uitvoer) : IClassFixture<HerstelTests.EigenPlatform>
{
    public static TheoryData<string> Alle => [.. Gebeurtenissen.Abonnementen.Keys];

    private Platform Platform => eigen.Platform;

    [Theory(Skip = "Duurt minuten; ./test.sh --lang Keten.Tests speelt dit.", SkipType = typeof(Duur),
        SkipUnless = nameof(Duur.Lang))]
    [MemberData(nameof(Alle))]
    public async Task A_service_whose_database_came_back_older_loses_and_doubles_nothing(string dienst)
    {
        // One database at a time goes back.
        using var beurt = await eigen.Beurt();
        var voor = await Speel();
        await Platform.MaakReservekopie(dienst);
        var vergeten = await Speel();
        Platform.Volhardend = true;
        // The others go on: requests to this service fail until it is back, and are sent again.
        var intussen = Task.Run(Speel);
        await Platform.ZetReservekopieTerug(dienst);
        var verslag = await Herstel(dienst);
        uitvoer.WriteLine(verslag);
        await Platform.Processen[dienst].HerstartAsync(limiet: Platform.Opstarten);

        Dossier[] alle = [voor, vergeten, await intussen, await Speel()];
        Platform.Volhardend = false;

        eigen.Gespeeld.AddRange(alle.Select(d => d.Nummer));
        eigen.Gespeeld.ShouldBeUnique("geen nummer is twee keer uitgegeven");
        // Pgb and Dossiers have announced nothing of this dossier.
        if (dienst is not (Diensten.Dossiers or Diensten.Pgb)) verslag.ShouldContain(vergeten.Nummer);
        // The partners count for themselves: the register may be what came back older.
        foreach (var (partner, soort) in new[] { ("ggk", "WMO301"), ("cak", "WMO401") })
        {
            var ontvangen = await Platform.Ontvangen(partner, soort);
            ontvangen.Count.ShouldBe(eigen.Gespeeld.Count, soort);
            ontvangen.Select(o => o.Sleutel).ShouldBeUnique(soort);
        }
        await Tot.Waar(async () => await Platform.Tel("dossiers", "SELECT count(*) FROM te_tonen") == 0, Platform.Geduld);
        foreach (var dossier in alle) (await dossier.Lees()).Status.ShouldBe("hulp-loopt", dossier.Nummer);
        // Everything that cannot be decided by the platform waits for a person; nothing else failed.
        (await Platform.TelOveral("SELECT count(*) FROM failed_message WHERE error <> 'NaHerstel'")).ShouldAllBe(d => d.Value == 0);
    }

    private async Task<Dossier> Speel()
    {
        var dossier = await Platform.Dossier().ZorgInNaturaAangevraagd().Toegekend().ZorgGestart()
            .EmailBevestigd().Totdat("OntvangstBevestigd", "EigenBijdrageBevestigd");
        await Tot.Waar(async () => (await Platform.TelOveral("SELECT count(*) FROM outbox_message")).Values.Sum() == 0, Platform.Geduld);
        return dossier;
    }

    private Task<string> Herstel(string dienst) => Programma.VoerAsync("Herstel", [dienst, "--doe"],
        from ander in Gebeurtenissen.Abonnementen.Keys
        let naam = $"ConnectionStrings__{ander}"
        select KeyValuePair.Create(naam, Platform.Omgeving(ander)[naam]));

    /// <summary>Made on first use, so that a normal run does not start it.</summary>
    public sealed class EigenPlatform : IAsyncLifetime
    {
        private readonly SemaphoreSlim _beurt = new(1);

        public Platform Platform { get; } = new();

        /// <summary>The dossiers of all drills.</summary>
        public List<string> Gespeeld { get; } = [];

        /// <summary>Waits until no other drill goes on.</summary>
        public async Task<IDisposable> Beurt()
        {
            await _beurt.WaitAsync();
            return new Klaar(_beurt);
        }

        public async ValueTask InitializeAsync()
        {
            if (Duur.Lang) await Platform.InitializeAsync();
        }

        public async ValueTask DisposeAsync()
        {
            if (Duur.Lang) await Platform.DisposeAsync();
            _beurt.Dispose();
        }

        private sealed class Klaar(SemaphoreSlim beurt) : IDisposable
        {
            public void Dispose() => beurt.Release();
        }
    }
}
