using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;
using WmoPlatform.Contracts;
using WmoPlatform.IStandaarden;
using WmoPlatform.Messaging;
using WmoPlatform.Testhuis;
using WmoPlatform.Zorgaanbieders.Opslag;
using WmoPlatform.Zorgaanbieders.Tests;
using WmoPlatform.Zorgaanbieders.Verzoeken;

namespace WmoPlatform.Ketenverkeer.Tests;

/// <summary>A municipality that exchanges files: the service reads messages from one folder and writes them to the other.</summary>
public sealed class MapTests : IAsyncLifetime
{
    private readonly string _map = Directory.CreateTempSubdirectory("wmo-map-").FullName;
    private DienstFabriek<ZorgaanbiedersDb> _dienst = null!;
    private static readonly string[] Begeleiding = ["02"];

    private string Uit => Path.Combine(_map, "uit");
    private string In => Path.Combine(_map, "in");

    public async ValueTask InitializeAsync()
    {
        _dienst = await DienstFabriek.StartAsync<ZorgaanbiedersDb>(Diensten.Zorgaanbieders, false,
            new Dictionary<string, string>
            {
                ["Partners:Ggk:Transport"] = "map",
                ["Partners:Ggk:Map:Uit"] = Uit,
                ["Partners:Ggk:Map:In"] = In,
                ["Partners:Ggk:Map:Peiling"] = "00:00:00.1",
                ["Gemeente:Code"] = "0034",
            },
            diensten => diensten.TryAddScoped<IReaction<BeschikkingBekendgemaakt>, BijBeschikkingBekendgemaakt>());
        // An assignment needs a contract.
        (await _dienst.Als("beheer").PutAsJsonAsync($"/zorgaanbieders/v1/zorgaanbieders/{Huis.ZorgDichtbij}",
            new { naam = "Zorg Dichtbij", productcategorieen = Begeleiding, geldigVan = "2026-01-01" })).EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync()
    {
        await _dienst.DisposeAsync();
        Directory.Delete(_map, recursive: true);
    }

    [Fact]
    public async Task A_message_appears_as_a_whole_file_and_its_retour_is_taken_from_the_other_folder()
    {
        var toewijzing = await WijsToe();

        await Leg("retour.xml", Retour.Akkoord(toewijzing, "T00000000001", Berichten.Vandaag).ToBytes());

        await Tot.Waar(async () => (await Status("WMO301")) == "beantwoord");
        await AllesIsGenomen();
        Directory.EnumerateFiles(Uit).ShouldAllBe(b => b.EndsWith(".xml", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_same_file_twice_has_one_effect()
    {
        var start = Berichten.Start(await WijsToe(), new(2026, 2, 2)).ToBytes();
        await Leg("een.xml", start);
        await Leg("twee.xml", start);

        await AllesIsGenomen();
        (await _dienst.Vraag(db => db.Set<Poststuk>().CountAsync(p => p.Soort == "WMO305"))).ShouldBe(1);
    }

    [Fact]
    public async Task What_is_refused_is_put_aside_with_the_reason_and_holds_up_nothing()
    {
        var toewijzing = await WijsToe();
        await Leg("verdwaald.xml", toewijzing.ToBytes());
        await Leg("goed.xml", Berichten.Start(toewijzing, new(2026, 2, 2)).ToBytes());

        await AllesIsGenomen();
        var apart = Path.Combine(In, "geweigerd");
        File.Exists(Path.Combine(apart, "verdwaald.xml")).ShouldBeTrue();
        (await File.ReadAllTextAsync(Path.Combine(apart, "verdwaald.xml.txt"))).ShouldContain("WMO301");
        (await _dienst.Vraag(db => db.Set<Poststuk>().CountAsync(p => p.Soort == "WMO305"))).ShouldBe(1);
    }

    [Fact]
    public async Task A_link_that_leads_nowhere_is_put_aside_and_the_files_behind_it_go_on()
    {
        var toewijzing = await WijsToe();
        Directory.CreateDirectory(In);
        File.CreateSymbolicLink(Path.Combine(In, "aa.xml"), Path.Combine(_map, "weg.xml"));
        await Leg("goed.xml", Berichten.Start(toewijzing, new(2026, 2, 2)).ToBytes());

        await AllesIsGenomen();

        (await _dienst.Vraag(db => db.Set<Poststuk>().CountAsync(p => p.Soort == "WMO305"))).ShouldBe(1);
        var apart = Path.Combine(In, "geweigerd");
        new FileInfo(Path.Combine(apart, "aa.xml")).LinkTarget.ShouldNotBeNull();
        (await File.ReadAllTextAsync(Path.Combine(apart, "aa.xml.txt"))).ShouldContain("niet te lezen");
    }

    [Fact]
    public async Task A_file_that_is_replaced_while_it_is_taken_in_is_taken_in_too()
    {
        var toewijzing = await WijsToe();
        var (een, twee) = (Berichten.Start(toewijzing, new(2026, 2, 2)), Berichten.Start(toewijzing, new(2026, 2, 3)));
        await _dienst.Vraag(async db =>
        {
            // While this transaction holds the name of the first message, the service waits with it.
            await using var transactie = await db.Database.BeginTransactionAsync();
            await db.Hold($"{een.Header.Afzender}|WMO305|{een.Identificatie}", CancellationToken.None);
            await Leg("start.xml", een.ToBytes());
            await Tot.Waar(() => !File.Exists(Path.Combine(In, "start.xml")));
            await Leg("start.xml", twee.ToBytes());
            await transactie.CommitAsync();
            return true;
        });

        await AllesIsGenomen();

        (await _dienst.Vraag(db => db.Set<Poststuk>().Where(p => p.Soort == "WMO305").Select(p => p.Identificatie).ToListAsync()))
            .ShouldBe([een.Identificatie, twee.Identificatie], ignoreOrder: true);
    }

    [Fact]
    public async Task A_file_that_an_instance_claimed_before_it_died_is_taken_up()
    {
        var toewijzing = await WijsToe();
        var verlaten = Directory.CreateDirectory(Path.Combine(In, ".bezig", Guid.NewGuid().ToString("N"))).FullName;
        await File.WriteAllBytesAsync(Path.Combine(verlaten, "een.xml"), Berichten.Start(toewijzing, new(2026, 2, 2)).ToBytes());
        Directory.SetLastWriteTimeUtc(verlaten, DateTime.UtcNow.AddMinutes(-5));

        await Tot.Waar(async () => await _dienst.Vraag(db => db.Set<Poststuk>().CountAsync(p => p.Soort == "WMO305")) == 1);

        await AllesIsGenomen();
        Directory.EnumerateDirectories(Path.Combine(In, ".bezig")).ShouldBeEmpty();
    }

    /// <summary>No file waits, and none is being taken in.</summary>
    private Task AllesIsGenomen() => Tot.Waar(() => !Directory.EnumerateFiles(In).Any()
        && !Directory.EnumerateDirectories(Path.Combine(In, ".bezig")).Any());

    private async Task<Wmo301> WijsToe()
    {
        var beschikking = Huis.Beschikking();
        await _dienst.Verwerk(beschikking);
        var bestand = await Tot
            .Gevonden(() => Task.FromResult(Directory.Exists(Uit) ? Directory.EnumerateFiles(Uit, "WMO301-*.xml").FirstOrDefault() : null));
        return (Wmo301)Ketenbericht.Lees(new MemoryStream(await File.ReadAllBytesAsync(bestand)));
    }

    // Writes under another name and renames the file, so that the service sees only whole files.
    private async Task Leg(string naam, byte[] xml)
    {
        Directory.CreateDirectory(In);
        await File.WriteAllBytesAsync(Path.Combine(In, naam + ".deel"), xml);
        File.Move(Path.Combine(In, naam + ".deel"), Path.Combine(In, naam));
    }

    private async Task<string?> Status(string soort) =>
        (await _dienst.Als("beheer").GetFromJsonAsync<JsonElement>($"/zorgaanbieders/v1/iwmo/berichten?soort={soort}"))
            .GetProperty("items")[0].GetProperty("status").GetString();
}
