using System.Buffers.Text;
using System.Security.Cryptography;
using WmoPlatform.ServiceDefaults.Aanmelding;

namespace WmoPlatform.ServiceDefaults.Tests;

/// <summary>A service checks the certificate of a bound token again, as the gateway passes it on.</summary>
public sealed class TokenbindingTests(Voorbeelddienst dienst) : IClassFixture<Voorbeelddienst>
{
    private static readonly byte[] Certificaat = RandomNumberGenerator.GetBytes(600);

    [Fact]
    public async Task A_bound_token_passes_with_its_certificate() =>
        (await Vraag(Tokenbinding.Waarde(Certificaat))).Status.ShouldBe(200);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(":")]
    [InlineData("::")]
    [InlineData(":geen base64:")]
    [InlineData(":AAAA:")]
    public async Task A_bound_token_is_refused_with_anything_else(string? kop) =>
        (await Vraag(kop)).Probleem(401, "token-zonder-certificaat");

    private Task<Voorbeelddienst.Antwoord> Vraag(string? kop)
    {
        var cnf = new Dictionary<string, object> { ["x5t#S256"] = Base64Url.EncodeToString(SHA256.HashData(Certificaat)) };
        return dienst.Vraag("GET", "/voorbeeld/v1/ik", token: dienst.Uitgever.Token(Rollen.Keten, cnf: cnf),
            koppen: kop is null ? [] : [(Tokenbinding.Kop, kop)]);
    }
}
