using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WmoPlatform.Contracts;
using WmoPlatform.Correspondentie.Emailadressen;
using WmoPlatform.Correspondentie.Opslag;
using WmoPlatform.Messaging;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.Testhuis;

namespace WmoPlatform.Correspondentie.Tests;

/// <summary>The service on a real database, with its own folder for outgoing mail.</summary>
internal sealed class Dienst : IAsyncDisposable
{
    public const string Dossier = "D-2026-000001";
    public const string Bsn = "999993653";
    public const string Email = "bewoner@example.org";
    public const string Hulpvraag = "Ik kan mijn administratie niet meer bijhouden";

    private readonly DirectoryInfo _map = Directory.CreateTempSubdirectory("correspondentie-test-");

    public DienstFabriek<CorrespondentieDb> Fabriek { get; private set; } = null!;

    public string Postmap => Path.Combine(_map.FullName, "post");

    /// <summary>Starts the service. Without the port of a mail server, e-mail goes to <see cref="Postmap"/>.</summary>
    public static async Task<Dienst> Start(
        int? smtp = null, bool metBroker = false, int perAdres = 10, params (string Naam, string Waarde)[] extra)
    {
        var dienst = new Dienst();
        var instellingen = new Dictionary<string, string>
        {
            ["Smtp:Afzender"] = "post@almere.example",
            ["Smtp:Gateway"] = "https://portaal.almere.example",
            ["Smtp:PerAdres"] = perAdres.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["Post:Ophaalmap"] = Path.Combine(dienst.Postmap, "brieven")
        };
        if (smtp is { } poort) (instellingen["Smtp:Host"], instellingen["Smtp:Port"]) = ("127.0.0.1",
            poort.ToString(System.Globalization.CultureInfo.InvariantCulture));
        else instellingen["Smtp:Ophaalmap"] = dienst.Postmap;
        foreach (var (naam, waarde) in extra) instellingen[naam] = waarde;
        // Repeats appsettings.json of the service: a test runs in another folder.
        (instellingen["Gemeente:Naam"], instellingen["Gemeente:Telefoon"], instellingen["Gemeente:Clientondersteuning"]) = ("Almere",
            "14 036", "OCO Almere, telefoon 036-2002158");
        dienst.Fabriek = await DienstFabriek.StartAsync<CorrespondentieDb>(Diensten.Correspondentie, metBroker, instellingen: instellingen);
        dienst.Fabriek.Klok.Zet(new(2026, 5, 4, 9, 0, 0, TimeSpan.Zero));
        return dienst;
    }

    /// <summary>A melding of somebody whose address, if there is one, was confirmed before.</summary>
    public async Task Gemeld(string? email = Email, string dossier = Dossier, Guid? persoonId = null)
    {
        var melding = Melding(email, dossier, persoonId);
        if (email is not null) await Bevestigd(melding.PersoonId, email);
        await Fabriek.Verwerk(melding);
    }

    /// <summary>The person confirmed this address in another dossier.</summary>
    public Task Bevestigd(Guid persoonId, string email) => Fabriek.Vraag(async db =>
    {
        var adres = Emailadres.Van(persoonId, email, Fabriek.Services.GetRequiredService<Vault>());
        adres.Bevestig(DateTimeOffset.UtcNow);
        db.Add(adres);
        return await db.SaveChangesAsync();
    });

    public static MeldingGedaan Melding(string? email = Email, string dossier = Dossier, Guid? persoonId = null) =>
        new MeldingGedaan("M-2026-000001", persoonId ?? Guid.NewGuid(), new(2026, 5, 4), Meldkanaal.Web, "wijkteam-haven", false,
        new("bevestiging", new(2026, 5, 4), new(2026, 5, 12), "Servicenorm"), new(new MeldingInhoud(Bsn, Hulpvraag, email, null)))
        { Dossiernummer = dossier, AggregaatId = Guid.NewGuid(), Versie = 1 };

    public Task PersoonBekend(string achternaam = "Berg", bool zonderAdres = false) => Fabriek.Verwerk(Persoon(achternaam, zonderAdres));

    public static PersoonsgegevensVastgesteld Persoon(string achternaam = "Berg", bool zonderAdres = false, Guid? persoonId = null) =>
        new PersoonsgegevensVastgesteld(persoonId ?? Guid.NewGuid(), false,
        new(new(Bsn, new(achternaam, "van den", "Anna", "AB"), new(1950, 2, 3), null, 2, zonderAdres ? null
            : new("Stationsstraat", 12, "b", null, "1315AB", "Almere"))))
        { Dossiernummer = Dossier, AggregaatId = Guid.NewGuid(), Versie = 2 };

    public string[] Emails => Bestanden(Postmap);

    public string[] Brieven => Bestanden(Path.Combine(Postmap, "brieven"));

    public async Task<JsonElement> Verzending() =>
        (await Fabriek.Als(Rollen.Backoffice).GetFromJsonAsync<JsonElement>($"/correspondentie/v1/verzendingen?dossiernummer={Dossier}"))
            .GetProperty("items")[0];

    /// <summary>Records that the letter was handed over; returns the status, and the code of a refusal.</summary>
    public async Task<(int Status, string Code)> ReikUit(string dag, HttpClient? als = null, string dossier = Dossier)
    {
        using var antwoord = await (als ?? Fabriek.Als(Rollen.Backoffice))
            .PostAsJsonAsync($"/correspondentie/v1/verzendingen/{dossier}/uitreiking", new { uitgereiktOp = dag });
        return ((int)antwoord.StatusCode, antwoord.IsSuccessStatusCode ? "" : (await antwoord.Content.ReadFromJsonAsync<JsonElement>())
            .GetProperty("code").GetString()!);
    }

    public Task Staat(string status) =>
        Tot.Waar(async () => (await Verzending()).GetProperty("status").GetString() == status, melding: status);

    public Task<Verzending> Rij() => Fabriek.Vraag(db => db.Verzendingen.AsNoTracking().SingleAsync());

    public async ValueTask DisposeAsync()
    {
        await Fabriek.DisposeAsync();
        _map.Delete(recursive: true);
    }

    private static string[] Bestanden(string map) => Directory.Exists(map) ? Directory.GetFiles(map) : [];
}
