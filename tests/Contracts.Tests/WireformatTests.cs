using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using WmoPlatform.Messaging;

namespace WmoPlatform.Contracts.Tests;

/// <summary>
/// Other services and the journal of Dossiers depend on the JSON of the events, so a sample never changes. Give a changed event a new
/// name. To write the sample of a new event, run these tests once with <c>WMOPLATFORM_VOORBEELDEN=schrijf</c>.
/// </summary>
public sealed class WireformatTests
{
    private static readonly Vault Vault = new(new MessagingOptions { Sleutel = Convert.ToBase64String(new byte[32]) }, "contracts");
    private static readonly EventJson Json = new(Vault);
    private static readonly JsonSerializerOptions Leesbaar = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping
    };

    public static TheoryData<string> Namen => [.. Gebeurtenissen.Bron.Keys.Select(s => s.Name)];

    [Theory]
    [MemberData(nameof(Namen))]
    public void An_event_is_written_exactly_as_its_frozen_sample(string naam)
    {
        var geschreven = Geopend(naam, JsonNode.Parse(Json.Write(Voorbeeld.Van(Soort(naam))))!).ToJsonString(Leesbaar) + "\n";
        if (Environment.GetEnvironmentVariable("WMOPLATFORM_VOORBEELDEN") == "schrijf" && !File.Exists(Bron(naam)))
            File.WriteAllText(Bron(naam), geschreven);
        geschreven.ShouldBe(File.ReadAllText(Pad(naam)));
    }

    [Theory]
    [MemberData(nameof(Namen))]
    public void An_event_reads_its_frozen_sample_and_tolerates_what_it_does_not_know(string naam)
    {
        var voorbeeld = Verzegeld(naam, JsonNode.Parse(File.ReadAllText(Pad(naam)))!).AsObject();
        voorbeeld["ietsVanLater"] = "nieuw";
        var gelezen = Json.Read(JsonSerializer.SerializeToUtf8Bytes(voorbeeld), Soort(naam));
        Json.Write(gelezen).Length.ShouldBe(Json.Write(Voorbeeld.Van(Soort(naam))).Length);
        gelezen.Versie.ShouldBe(7);
    }

    [Fact]
    public void Every_event_of_the_assembly_is_in_the_catalogue_and_reaches_the_journal()
    {
        var alle = typeof(Gebeurtenis).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Gebeurtenis))).ToArray();
        Gebeurtenissen.Bron.Keys.ShouldBe(alle, ignoreOrder: true);
        Gebeurtenissen.Abonnementen[Diensten.Dossiers].ShouldBe(alle, ignoreOrder: true);
    }

    [Fact]
    public void Every_event_is_a_sealed_record_in_the_namespace_of_its_wire_name() =>
        Gebeurtenissen.Bron.Keys.ShouldAllBe(s => s.IsSealed && s.Namespace == "WmoPlatform.Contracts");

    [Theory]
    [InlineData(typeof(NietVerschuldigd), "jonger-dan-18 rolstoel beschermd-wonen-of-opvang")]
    [InlineData(typeof(RedenMetDeHand), "afgeschermde-persoon te-lang-geleden start-met-de-hand")]
    [InlineData(typeof(Beletselreden), "aanbieder-onbekend product-niet-gecontracteerd geen-tarief buiten-contractperiode geen-capaciteit "
        + "stapeling pgb-voor-zelfde-product inwoner-overleden")]
    public void A_reason_is_the_word_on_the_wire_that_it_always_was(Type reden, string woorden) =>
        Enum.GetValues(reden).Cast<object>().Select(r => JsonSerializer.Serialize(r, reden, Json.Options).Trim('"'))
            .ShouldBe(woorden.Split(' '));

    [Fact]
    public void Only_what_is_confidential_carries_a_bsn()
    {
        // The BSN of the samples occurs only inside sealed values.
        foreach (var soort in Gebeurtenissen.Bron.Keys)
            System.Text.Encoding.UTF8.GetString(Json.Write(Voorbeeld.Van(soort))).ShouldNotContain("999993653");
    }

    /// <summary>Replaces each sealed value by its content, because sealing gives another text every time.</summary>
    private static JsonNode Geopend(string soort, JsonNode node)
    {
        if (node is JsonObject o)
            foreach (var (naam, waarde) in o.ToArray())
                if (waarde is JsonValue v && v.TryGetValue<string>(out var tekst) && tekst.StartsWith("2.1.", StringComparison.Ordinal))
                    o[naam] = new JsonObject { ["$verzegeld"] = JsonNode.Parse(Vault.Unseal(new(tekst), Plaats(soort, naam, node))) };
        return node;
    }

    private static JsonNode Verzegeld(string soort, JsonNode node)
    {
        foreach (var (naam, waarde) in node.AsObject().ToArray())
            if (waarde is JsonObject o && o["$verzegeld"] is { } helder)
                node[naam] = Vault.Seal(JsonSerializer.SerializeToUtf8Bytes(helder), Plaats(soort, naam, node)).Text;
        return node;
    }

    private static Seat Plaats(string soort, string naam, JsonNode gebeurtenis) => Seat.InEvent(
        $"{soort}.{naam}", gebeurtenis["aggregaatId"]!.GetValue<Guid>(), gebeurtenis["dossiernummer"]!.GetValue<string>());

    private static Type Soort(string naam) => Gebeurtenissen.Bron.Keys.Single(s => s.Name == naam);

    private static string Pad(string naam) =>
        File.Exists(Bron(naam)) ? Bron(naam) : Path.Combine(AppContext.BaseDirectory, "Voorbeelden", naam + ".json");

    private static string Bron(string naam) =>
        Path.Combine(typeof(WireformatTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(a => a.Key == "Voorbeelden").Value!, naam + ".json");
}
