using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WmoPlatform.Contracts;
using WmoPlatform.Dossiers.Opslag;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.Testhuis;

namespace WmoPlatform.Dossiers.Tests;

/// <summary>The journal lives for fifteen years, and a key need not.</summary>
public sealed partial class SleutelwisselTests
{
    private const string Nummer = "D-2026-000001";

    [Fact]
    public async Task The_journal_is_sealed_again_and_nothing_else_of_it_changes()
    {
        await using var oud = await DienstFabriek.StartAsync<DossiersDb>(Diensten.Dossiers);
        foreach (var g in Verhaal.Zin(Nummer).Gebeurtenissen) await oud.Verwerk((dynamic)g);
        await oud.Getoond(Nummer);
        var voor = await Journaal(oud);
        voor.Count(v => v.Contains("\"2.1.", StringComparison.Ordinal)).ShouldBeGreaterThan(2);
        var sleutel = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
        await using var nieuw = await Start(oud, sleutel, $"1:{Sleutels.Verzegeling}");
        (await Dossier(nieuw)).ShouldBe(HttpStatusCode.OK, "De inwoner wordt nog herkend aan het kenmerk van de oude sleutel.");

        (await nieuw.Als(Rollen.Beheer).PostAsync("/dossiers/v1/sleutelwissel", null)).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        await Tot.Waar(async () => (await nieuw.Als(Rollen.Beheer).GetFromJsonAsync<JsonElement>("/dossiers/v1/sleutelwissel"))
            .GetProperty("klaar").GetBoolean());

        var na = await Journaal(nieuw);
        na.ShouldAllBe(n => !n.Contains("\"2.1.", StringComparison.Ordinal));
        na.Select(Zonder).ShouldBe(voor.Select(Zonder));
        // From here on the old key is nowhere needed.
        await using var zonder = await Start(oud, sleutel, "");
        (await Dossier(zonder)).ShouldBe(HttpStatusCode.OK);
        await using var scope = zonder.Services.CreateAsyncScope();
        (await scope.ServiceProvider.GetRequiredService<Herbouw>().Alles(null, default)).Dossiers.ShouldBe(1);
    }

    [Fact]
    public async Task Only_an_operator_changes_keys()
    {
        await using var dienst = await DienstFabriek.StartAsync<DossiersDb>(Diensten.Dossiers);
        foreach (var rol in new[] { Rollen.Backoffice, Rollen.Consulent, Rollen.Systeem })
            (await dienst.Als(rol).PostAsync("/dossiers/v1/sleutelwissel", null)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    /// <summary>Another instance on the same database, with another key.</summary>
    private static Task<DienstFabriek<DossiersDb>> Start(DienstFabriek<DossiersDb> eerste, string sleutel, string oudeSleutels) =>
        DienstFabriek.StartAsync<DossiersDb>(Diensten.Dossiers, instellingen: new Dictionary<string, string>
        {
            ["ConnectionStrings:dossiers"] = eerste.Database.ConnectionString,
            ["Messaging:Sleutel"] = sleutel,
            ["Messaging:SleutelId"] = "2",
            ["Messaging:OudeSleutels"] = oudeSleutels,
        });

    private static Task<List<string>> Journaal(DienstFabriek<DossiersDb> dienst) => dienst.Vraag(db => db.Database
        .SqlQuery<string>($"SELECT concat_ws(' ', to_jsonb(j) - 'inhoud', inhoud) AS \"Value\" FROM journaalregel j ORDER BY nr")
        .ToListAsync());

    private static async Task<HttpStatusCode> Dossier(DienstFabriek<DossiersDb> dienst) =>
        (await dienst.Als(Rollen.Inwoner, bsn: Verhaal.Bsn).GetAsync($"/dossiers/v1/dossiers/{Nummer}")).StatusCode;

    private static string Zonder(string regel) => Verzegeld().Replace(regel, "\"2\"");

    [GeneratedRegex("\"2\\.[a-z0-9-]+\\.[A-Za-z0-9_-]+\"")]
    private static partial Regex Verzegeld();
}
