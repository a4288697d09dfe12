using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using MimeKit;
using WmoPlatform.Contracts;
using WmoPlatform.Correspondentie.Post;
using WmoPlatform.ServiceDefaults.Aanmelding;
using WmoPlatform.Testhuis;

namespace WmoPlatform.Correspondentie.Tests;

/// <summary>
/// Random confirmations of receipt: by e-mail, to an address that the server refuses, or by letter, to a person who becomes known before
/// or after the melding, with or without an address. The sender works while the events arrive.
/// </summary>
public sealed class VolgordeTests(ITestOutputHelper uitvoer)
{
    private const string Onbekend = "onbekend@example.org";

    [Fact]
    public async Task A_resident_gets_the_same_confirmation_once_in_any_order_of_arrival()
    {
        var poort = VrijePoort.Neem();
        await using var server = NepSmtp.Start(poort);
        server.Onbekend = Onbekend;
        await using var dienst = await Dienst.Start(poort);
        var paren = new List<(Brief InVolgorde, Brief Door, string Gelopen)>();
        for (var n = 0; n < Volgorde.Aantal; n++)
        {
            var zaad = Volgorde.Zaad + n;
            var (inVolgorde, door) = (Brief.Bij(new Random(zaad)), Brief.Bij(new Random(zaad)));
            foreach (var brief in (Brief[])[inVolgorde, door])
                if (brief.Email is { } email) await dienst.Bevestigd(brief.PersoonId, email);
            await Volgorde.Loop(Verhaal(dienst, inVolgorde), () => Verzonden(dienst, inVolgorde));
            var lot = new Random(zaad);
            var gelopen = await Volgorde.LoopDoorElkaar(Volgorde.Schud(Verhaal(dienst, door), lot),
                () => lot.Next(2) == 0 ? Verzonden(dienst, door) : Task.CompletedTask);
            paren.Add((inVolgorde, door, $"zaad {zaad}: {gelopen}"));
            uitvoer.WriteLine(paren[^1].Gelopen);
        }

        foreach (var (inVolgorde, door, _) in paren)
        {
            await RondAf(dienst, inVolgorde);
            await RondAf(dienst, door);
        }
        var emails = server.Ontvangen.Select(Lees).ToLookup(e => e.MessageId![..Dienst.Dossier.Length], e => $"{e.To} {e.TextBody}");
        var brieven = dienst.Brieven.ToLookup(b => Path.GetFileName(b)[..Dienst.Dossier.Length], b => File.ReadAllText(b));
        var aangekondigd = (await dienst.Fabriek.Aangekondigd()).ToLookup(g => g.Dossiernummer, g => g.GetType().Name);
        foreach (var (inVolgorde, door, gelopen) in paren)
        {
            (await Beeld(door)).ShouldBe(await Beeld(inVolgorde), gelopen);
            (emails[door.Dossiernummer].Count() + brieven[door.Dossiernummer].Count()).ShouldBeLessThanOrEqualTo(1, gelopen);
        }

        async Task<string> Beeld(Brief brief)
        {
            var lijst = await Lijst(dienst, brief);
            return string.Join('\n', lijst.Select(v => $"{v.GetProperty("wijze")} {v.GetProperty("status")}")
                .Concat(emails[brief.Dossiernummer]).Concat(brieven[brief.Dossiernummer]).Concat(aangekondigd[brief.Dossiernummer]))
                .Zonder(brief.Dossiernummer, brief.Meldingnummer);
        }
    }

    private static List<Stap> Verhaal(Dienst dienst, Brief brief)
    {
        var melding = Guid.CreateVersion7();
        var verhaal = new List<Stap>
        {
            dienst.Fabriek.Komt(Dienst.Melding(brief.Email, brief.Dossiernummer, brief.PersoonId) with
            {
                Meldingnummer = brief.Meldingnummer,
                AggregaatId = melding,
            }),
        };
        if (brief.Persoonversie > 0)
            verhaal.Add(dienst.Fabriek.Komt(Dienst.Persoon(brief.Achternaam, brief.ZonderAdres) with
            {
                Dossiernummer = brief.Dossiernummer,
                AggregaatId = melding,
                Versie = brief.Persoonversie,
            }));
        return verhaal;
    }

    /// <summary>Waits until the sender has done what it could for this dossier.</summary>
    private static async Task Verzonden(Dienst dienst, Brief brief)
    {
        dienst.Fabriek.Services.GetServices<IHostedService>().OfType<Verzender>().Single().Wake();
        await Tot.Waar(() => dienst.Fabriek.Vraag(db => db.Verzendingen.Where(v => v.Dossiernummer == brief.Dossiernummer)
            .AllAsync(v => v.Status != Verzendstatus.TeVerzenden)), melding: $"{brief.Dossiernummer} is verzonden");
    }

    /// <summary>A person without an address gets the letter in hand.</summary>
    private static async Task RondAf(Dienst dienst, Brief brief)
    {
        await Verzonden(dienst, brief);
        if (!brief.ZonderAdres || (await Lijst(dienst, brief))[0].GetProperty("status").GetString() != "wacht-op-adres") return;
        using var antwoord = await dienst.Fabriek.Als(Rollen.Backoffice).PostAsJsonAsync(
            $"/correspondentie/v1/verzendingen/{brief.Dossiernummer}/uitreiking", new { uitgereiktOp = "2026-05-04" });
        antwoord.EnsureSuccessStatusCode();
    }

    private static async Task<JsonElement[]> Lijst(Dienst dienst, Brief brief) =>
        [.. (await dienst.Fabriek.Als(Rollen.Backoffice).GetFromJsonAsync<JsonElement>(
            $"/correspondentie/v1/verzendingen?dossiernummer={brief.Dossiernummer}")).GetProperty("items").EnumerateArray()];

    private static MimeMessage Lees(string email) => MimeMessage.Load(new MemoryStream(Encoding.UTF8.GetBytes(email)));

    private sealed record Brief(string Dossiernummer, string Meldingnummer)
    {
        public Guid PersoonId { get; } = Guid.NewGuid();

        private static int _nummer = 1000;

        public string? Email { get; init; }
        public string Achternaam { get; init; } = "";
        public bool ZonderAdres { get; init; }

        /// <summary>Version of the melding at which the person is known; 0 when that never happens.</summary>
        public int Persoonversie { get; init; }

        public static Brief Bij(Random lot)
        {
            var nummer = Interlocked.Increment(ref _nummer);
            var versie = lot.Next(5) == 0 ? 0 : lot.Next(2, 4);
            return new(Nummers.Dossiernummer(2026, nummer), Nummers.Meldingnummer(2026, nummer))
            {
                Email = lot.Next(3) switch { 0 => null, 1 => Dienst.Email, _ => Onbekend },
                Achternaam = string.Create(CultureInfo.InvariantCulture, $"Berg-{lot.Next(100)}"),
                Persoonversie = versie,
                ZonderAdres = versie > 0 && lot.Next(2) == 0,
            };
        }
    }
}
