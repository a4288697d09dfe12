using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WmoPlatform.Contracts;
using WmoPlatform.Ketenverkeer;
using WmoPlatform.Messaging;
using WmoPlatform.Testhuis;
using WmoPlatform.Zorgaanbieders.Opslag;

namespace WmoPlatform.Zorgaanbieders.Tests;

/// <summary>The service with the most sealed columns changes its key.</summary>
public sealed class SleutelwisselTests(Platformhuis huis) : IClassFixture<Platformhuis>
{
    private static readonly byte[] Pdf = [.. "%PDF-1.7\nhet plan\n%%EOF\n"u8];

    [Fact]
    public async Task Persons_plans_secrets_and_messages_all_open_with_the_new_key_alone()
    {
        var agb = await huis.Contracteer("berichten");
        var nummer = await huis.WijsToe(agb);
        await using var ontvanger = await Ontvanger.StartAsync();
        var (abonnement, _) = await huis.Abonneer(agb, ontvanger);
        (await huis.Aanbieder(agb, "sleutel-van-de-aanbieder").PostAsync($"{abonnement}/geheim", null)).EnsureSuccessStatusCode();
        using var formulier = new MultipartFormDataContent();
        var bestand = new ByteArrayContent(Pdf) { Headers = { ContentType = new MediaTypeHeaderValue("application/pdf") } };
        formulier.Add(bestand, "bestand", "plan.pdf");
        var plan = await huis.Aanbieder(agb).PostAsync($"toewijzingen/{nummer}/begeleidingsplannen", formulier);
        plan.EnsureSuccessStatusCode();
        await Tot.Waar(() => huis.Dienst.Vraag(db => db.Set<Poststuk>().AnyAsync()));

        var sleutel = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
        await using (var wissel = await Start(sleutel, $"1:{Sleutels.Verzegeling}"))
        {
            var beheer = wissel.Als("beheer");
            (await beheer.PostAsync("/zorgaanbieders/v1/sleutelwissel", null)).EnsureSuccessStatusCode();
            var stand = await Tot.Gevonden(async () =>
            {
                var nu = await beheer.GetFromJsonAsync<JsonElement>("/zorgaanbieders/v1/sleutelwissel");
                return nu.GetProperty("bezig").GetBoolean() ? null : nu.GetRawText();
            });
            stand.ShouldContain("\"onleesbaar\":0");
            // The events in the outbox, which nobody fetches here, keep their seal.
            using var json = JsonDocument.Parse(stand);
            json.RootElement.GetProperty("plaatsen").EnumerateArray().Where(p => p.GetProperty("sleutel").GetString() == "1")
                .ShouldAllBe(p => p.GetProperty("onderweg").GetBoolean());
        }

        await using var zonder = await Start(sleutel, "");
        var kluis = zonder.Services.GetRequiredService<Vault>();
        (await zonder.Vraag(db => db.Toewijzingen.SingleAsync(t => t.Toewijzingnummer == nummer))).Persoon(kluis).ShouldNotBeNull();
        foreach (var bericht in await zonder.Vraag(db => db.Set<Poststuk>().ToListAsync())) bericht.Xml(kluis).ShouldNotBeEmpty();
        foreach (var een in await zonder.Vraag(db => db.Abonnementen.ToListAsync()))
            een.Geheimen(kluis, een.AangemaaktOp).Count.ShouldBe(2);
        (await zonder.Als("backoffice").GetByteArrayAsync(plan.Headers.Location!.OriginalString)).ShouldBe(Pdf);
    }

    private Task<DienstFabriek<ZorgaanbiedersDb>> Start(string sleutel, string oudeSleutels) =>
        DienstFabriek.StartAsync<ZorgaanbiedersDb>(Diensten.Zorgaanbieders, instellingen: new Dictionary<string, string>
        {
            ["ConnectionStrings:zorgaanbieders"] = huis.Dienst.Database.ConnectionString,
            ["Partners:Ggk:Adres"] = huis.Ggk.Adres,
            ["Gemeente:Code"] = "0034",
            ["Messaging:Sleutel"] = sleutel,
            ["Messaging:SleutelId"] = "2",
            ["Messaging:OudeSleutels"] = oudeSleutels,
        });
}
