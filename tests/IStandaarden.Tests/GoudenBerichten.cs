using System.Text;

namespace WmoPlatform.IStandaarden.Tests;

public class GoudenBerichten
{
    public static TheoryData<string> Namen => [.. Voorbeelden.Alle.Keys];

    [Theory, MemberData(nameof(Namen))]
    public void Every_message_is_written_exactly_as_its_golden_file(string naam)
    {
        var geschreven = Voorbeelden.Alle[naam].ToBytes();
        if (Environment.GetEnvironmentVariable("GOLDEN_MAP") is { } map) File.WriteAllBytes(Path.Combine(map, naam + ".xml"), geschreven);
        Encoding.UTF8.GetString(geschreven).ShouldBe(Encoding.UTF8.GetString(Goud(naam)));
    }

    [Theory, MemberData(nameof(Namen))]
    public void Every_golden_file_survives_a_round_trip_byte_for_byte(string naam) =>
        Ketenbericht.Lees(new MemoryStream(Goud(naam))).ToBytes().ShouldBe(Goud(naam));

    [Theory, MemberData(nameof(Namen))]
    public void A_golden_file_is_recognised_by_its_root(string naam) =>
        Ketenbericht.Lees(new MemoryStream(Goud(naam))).Soort.Naam.ShouldBe(naam[..6]);

    [Theory, MemberData(nameof(Namen))]
    public void Every_message_is_UTF8_without_byte_order_mark_and_with_CRLF(string naam)
    {
        var bytes = Voorbeelden.Alle[naam].ToBytes();
        bytes[0].ShouldBe((byte)'<');
        var tekst = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        tekst.Replace("\r\n", "").ShouldNotContain("\n");
        tekst.ShouldContain("\r\n");
    }

    [Fact]
    public void There_is_a_golden_file_for_every_kind() =>
        Voorbeelden.Alle.Values.Select(bericht => bericht.Soort).Distinct().ShouldBe(Berichtsoort.Alle, ignoreOrder: true);

    internal static byte[] Goud(string naam)
    {
        using var bron = typeof(GoudenBerichten).Assembly.GetManifestResourceStream(naam).ShouldNotBeNull($"Golden/{naam}.xml ontbreekt");
        using var inhoud = new MemoryStream();
        bron.CopyTo(inhoud);
        return inhoud.ToArray();
    }
}
