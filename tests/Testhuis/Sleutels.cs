using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.Messaging.Origin;

namespace WmoPlatform.Testhuis;

/// <summary>The keys of test processes: no secrets. Every service signs with a key of its own.</summary>
public static class Sleutels
{
    private static readonly Dictionary<string, (string Geheim, string Openbaar)> Handtekeningen = typeof(Diensten)
        .GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (string)f.GetRawConstantValue()!)
        .ToDictionary(d => d, _ => Nieuw());

    /// <summary>The <c>Messaging:Sleutel</c>.</summary>
    public static string Verzegeling { get; } = Convert.ToBase64String(Encoding.ASCII.GetBytes("wmoplatform-test-sleutel-32-byte"));

    /// <summary>The services that have a key.</summary>
    public static IReadOnlyCollection<string> Bezitters => Handtekeningen.Keys;

    /// <summary>The private key of a service (PKCS #8, base64).</summary>
    public static string Geheim(string dienst) => Handtekeningen[dienst].Geheim;

    /// <summary>The public key of a service (SubjectPublicKeyInfo, base64).</summary>
    public static string Openbaar(string dienst) => Handtekeningen[dienst].Openbaar;

    /// <summary>The settings for all keys of a service.</summary>
    /// <param name="dienst">One of <see cref="Diensten"/>.</param>
    /// <param name="tussen">What stands between the parts of a name: <c>__</c> in the environment.</param>
    public static Dictionary<string, string> Instellingen(string dienst, string tussen = ":")
    {
        var alle = new Dictionary<string, string>
        {
            [$"Messaging{tussen}Sleutel"] = Verzegeling,
            [$"Messaging{tussen}Handtekening{tussen}Sleutel"] = Geheim(dienst),
        };
        foreach (var (naam, sleutels) in Handtekeningen)
            alle[$"Messaging{tussen}Handtekening{tussen}Openbaar{tussen}{naam}"] = sleutels.Openbaar;
        return alle;
    }

    /// <summary>The vault of a service.</summary>
    public static Vault Kluis(string dienst) => new(Opties(dienst), dienst);

    /// <summary>The signature of a service over a message.</summary>
    public static string Handtekening(string dienst, byte[] inhoud) => Ondertekenaar(dienst).Sign(inhoud);

    /// <summary>What a service signs with.</summary>
    internal static Signatures Ondertekenaar(string dienst) => new(Opties(dienst), dienst);

    /// <summary>A new pair of keys.</summary>
    public static (string Geheim, string Openbaar) Nieuw()
    {
        using var sleutel = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return (Convert.ToBase64String(sleutel.ExportPkcs8PrivateKey()), Convert.ToBase64String(sleutel.ExportSubjectPublicKeyInfo()));
    }

    private static MessagingOptions Opties(string dienst)
    {
        var opties = new MessagingOptions { Sleutel = Verzegeling, Handtekening = { Sleutel = Geheim(dienst) } };
        foreach (var (naam, sleutels) in Handtekeningen) opties.Handtekening.Openbaar[naam] = sleutels.Openbaar;
        return opties;
    }
}
