using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging.Outbox;
using WmoPlatform.Testhuis;

namespace WmoPlatform.Messaging.Tests;

/// <summary>A sealed value opens only where it stands.</summary>
public sealed class VerzegelingTests
{
    private static readonly Vault Kluis = Sleutels.Kluis(Diensten.Pgb);
    private static readonly Seat Hier = new(SeatKind.Row, "Budget.VerzegeldePersoon", "een", "D-2026-000001");

    public static TheoryData<Seat> Elders =>
    [
        Hier with { Owner = "twee" }, Hier with { Place = "PgbToets.VerzegeldePersoon" }, Hier with { Dossier = "D-2026-000002" },
        Hier with { Kind = SeatKind.Answer }, Hier with { Kind = SeatKind.Event },
    ];

    [Theory]
    [MemberData(nameof(Elders))]
    public void A_sealed_value_of_another_row_column_dossier_or_kind_does_not_open(Seat elders)
    {
        Kluis.UnsealText(Kluis.SealText("geheim", Hier), Hier).ShouldBe("geheim");
        Should.Throw<CryptographicException>(() => Kluis.Unseal(Kluis.SealText("geheim", Hier), elders));
    }

    [Fact]
    public void A_sealed_column_of_another_service_does_not_open_and_an_event_does()
    {
        var ander = Sleutels.Kluis(Diensten.Zorgaanbieders);
        Should.Throw<CryptographicException>(() => ander.Unseal(Kluis.SealText("geheim", Hier), Hier));
        var gebeurtenis = Melding("D-2026-000001");
        var gelezen = new EventJson(ander).Read(new EventJson(Kluis).Write(gebeurtenis), typeof(MeldingGedaan));
        ((MeldingGedaan)gelezen).Inhoud.Waarde.ShouldBe(gebeurtenis.Inhoud.Waarde);
    }

    [Theory]
    [InlineData("2.")]
    [InlineData("2.1")]
    [InlineData("2.1.")]
    [InlineData("2.1.!!!!")]
    [InlineData("2.1.AAAA")]
    [InlineData("2.9.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("1.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void What_is_no_sealed_text_does_not_open(string tekst) =>
        Should.Throw<CryptographicException>(() => Kluis.Unseal(new(tekst), Hier));

    [Fact]
    public void The_personal_data_of_another_event_do_not_open()
    {
        var json = new EventJson(Kluis);
        var (een, twee) = (Tekst(json, Melding("D-2026-000001")), Tekst(json, Melding("D-2026-000002")));
        var geleend = een.Replace(Verzegeld(een), Verzegeld(twee), StringComparison.Ordinal);
        Should.Throw<CryptographicException>(() => json.Read(Encoding.UTF8.GetBytes(geleend), typeof(MeldingGedaan)));
    }

    [Fact]
    public void An_event_that_names_two_dossiers_does_not_open()
    {
        var json = new EventJson(Kluis);
        var tekst = Tekst(json, Melding("D-2026-000001"));
        // The last one of two names wins, whatever its case.
        var dubbel = tekst[..^1] + ",\"Dossiernummer\":\"D-2026-000002\"}";
        Should.Throw<CryptographicException>(() => json.Read(Encoding.UTF8.GetBytes(dubbel), typeof(MeldingGedaan)));
    }

    [Fact]
    public void A_confidential_value_anywhere_but_in_an_event_is_refused() =>
        Should.Throw<NotSupportedException>(() => JsonSerializer.Serialize(
            new { Los = new Vertrouwelijk<string>("geheim") }, new EventJson(Kluis).Options));

    [Fact]
    public void An_envelope_is_opened_without_its_event()
    {
        var rij = Envelope.Wrap(Melding("D-2026-000001"), new EventJson(Kluis), Sleutels.Ondertekenaar(Diensten.Meldingen));
        var envelop = Envelope.Open(rij.Body);
        (envelop.MessageId, envelop.EventName).ShouldBe((rij.MessageId, nameof(MeldingGedaan)));
        using var verwacht = JsonDocument.Parse(rij.Body);
        Encoding.UTF8.GetString(envelop.Message.Span).ShouldBe(verwacht.RootElement.GetProperty("message").GetRawText());
        Should.Throw<JsonException>(() => Envelope.Open("{\"messageId\":\"x\"}"u8.ToArray()));
        Should.Throw<JsonException>(() => Envelope.Open("{}"u8.ToArray()));
        Should.Throw<JsonException>(() => Envelope.Open("geen json"u8.ToArray()));
    }

    private static string Tekst(EventJson json, Gebeurtenis gebeurtenis) => Encoding.UTF8.GetString(json.Write(gebeurtenis));

    private static string Verzegeld(string tekst)
    {
        using var json = JsonDocument.Parse(tekst);
        return json.RootElement.GetProperty("inhoud").GetString()!;
    }

    private static MeldingGedaan Melding(string dossiernummer) => new(
        "M-2026-000001", Guid.CreateVersion7(), new DateOnly(2026, 11, 23), Meldkanaal.Telefoon, "wijkteam-centrum", false,
        new Termijn("bevestiging", new DateOnly(2026, 11, 23), new DateOnly(2026, 11, 30), "servicenorm"),
        new(new MeldingInhoud("999993653", "hulp", "inwoner@example.org", null)))
    {
        Dossiernummer = dossiernummer,
        AggregaatId = Guid.CreateVersion7(),
        Versie = 1,
    };
}
