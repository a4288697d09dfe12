using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using WmoPlatform.Proefdienst;

namespace WmoPlatform.Messaging.Tests;

/// <summary>A round over rows handles each on its own.</summary>
public sealed class RijenTests
{
    [Fact]
    public async Task A_row_that_fails_changes_nothing_holds_up_no_other_and_comes_back()
    {
        await using var huis = await Proefhuis.NieuwAsync();
        var host = await huis.Start(relay: false, ontvangst: false);
        foreach (var nummer in (string[])["A", "B", "C"])
            await huis.InDb(db => { db.Add(new Proef(nummer)); return db.SaveChangesAsync(); });
        using var rijen = new Rijen(host.Services.GetRequiredService<IServiceScopeFactory>()) { Stuk = "A" };

        await rijen.Round(TestContext.Current.CancellationToken);

        rijen.Gemeld.ShouldBe(["InvalidOperationException"]);
        (await Verteld(huis)).ShouldBe(["B", "C"]);

        rijen.Stuk = null;
        await rijen.Round(TestContext.Current.CancellationToken);
        rijen.Gemeld.Count.ShouldBe(1);
        (await Verteld(huis)).ShouldBe(["A", "B", "C"]);
    }

    [Fact]
    public async Task A_row_that_someone_else_handled_when_its_turn_comes_is_skipped()
    {
        await using var huis = await Proefhuis.NieuwAsync();
        var host = await huis.Start(relay: false, ontvangst: false);
        foreach (var nummer in (string[])["A", "B", "C"])
            await huis.InDb(db => { db.Add(new Proef(nummer)); return db.SaveChangesAsync(); });
        using var rijen = new Rijen(host.Services.GetRequiredService<IServiceScopeFactory>());
        rijen.Tussendoor = dossiernummer => dossiernummer == "A"
            ? huis.Voer("UPDATE proef SET versie = 1 WHERE dossiernummer = 'B'")
            : Task.CompletedTask;

        await rijen.Round(TestContext.Current.CancellationToken);

        rijen.Gemeld.ShouldBeEmpty();
        (await Verteld(huis)).ShouldBe(["A", "C"]);
    }

    [Fact]
    public async Task A_service_that_stops_ends_the_round_and_reports_no_row()
    {
        await using var huis = await Proefhuis.NieuwAsync();
        var host = await huis.Start(relay: false, ontvangst: false);
        await huis.InDb(db => { db.Add(new Proef("A")); return db.SaveChangesAsync(); });
        using var stop = new CancellationTokenSource();
        using var rijen = new Rijen(host.Services.GetRequiredService<IServiceScopeFactory>()) { Tussendoor = _ => stop.CancelAsync() };

        await Should.ThrowAsync<OperationCanceledException>(() => rijen.Round(stop.Token));

        rijen.Gemeld.ShouldBeEmpty();
        (await Verteld(huis)).ShouldBeEmpty();
    }

    private static Task<List<string>> Verteld(Proefhuis huis) => huis.InDb(
        db => db.Proeven.Where(p => p.Versie > 0 && p.GewijzigdDoor != null).OrderBy(p => p.Dossiernummer).Select(p => p.Dossiernummer)
            .ToListAsync());

    /// <summary>Announces every trial once.</summary>
    private sealed class Rijen(IServiceScopeFactory scopes)
        : RowRounds<ProefDb>("De proefrijen", TimeSpan.FromHours(1), scopes, NullLogger.Instance)
    {
        /// <summary>The dossier whose row fails, after it was changed.</summary>
        public string? Stuk { get; set; }

        /// <summary>What happens while a row is handled.</summary>
        public Func<string, Task> Tussendoor { get; set; } = _ => Task.CompletedTask;

        public List<string> Gemeld { get; } = [];

        public override Task Round(CancellationToken annulering) => Each(
            db => db.Proeven.Where(p => p.Versie == 0).OrderBy(p => p.Dossiernummer), proef =>
            {
                proef.Kondig();
                Tussendoor(proef.Dossiernummer).GetAwaiter().GetResult();
                if (proef.Dossiernummer == Stuk) throw new InvalidOperationException("De inhoud van deze tekst mag nergens terugkomen.");
            }, annulering);

        protected override void Waits(string fout) => Gemeld.Add(fout);
    }
}
