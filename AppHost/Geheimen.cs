using System.Security.Cryptography;
using Aspire.Hosting.Publishing;

namespace WmoPlatform.AppHost;

/// <summary>Secrets of one developer's machine: made once, and kept with the data that they protect.</summary>
internal static class Geheimen
{
    /// <summary>A password of letters and digits only, because some become part of a URL.</summary>
    public static string Wachtwoord() => RandomNumberGenerator.GetString("abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789", 24);

    /// <summary>A key for Messaging: 32 random bytes in base64.</summary>
    public static string Sleutel() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    /// <summary>A private key with which a service signs its events: P-256, PKCS #8, in base64.</summary>
    public static string Handtekening()
    {
        using var sleutel = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return Convert.ToBase64String(sleutel.ExportPkcs8PrivateKey());
    }

    /// <summary>The public key that belongs to a private key.</summary>
    public static string Openbaar(ParameterResource geheim)
    {
        using var sleutel = ECDsa.Create();
        sleutel.ImportPkcs8PrivateKey(Convert.FromBase64String(geheim.GetValueAsync(default).AsTask().GetAwaiter().GetResult()!), out _);
        return Convert.ToBase64String(sleutel.ExportSubjectPublicKeyInfo());
    }

    /// <summary>Reads a secret; makes it when it does not exist yet.</summary>
    public static string Lees(string data, string naam, Func<string> nieuw)
    {
        var bestand = Path.Combine(data, "geheimen", naam);
        if (!File.Exists(bestand))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(bestand)!);
            // The secret is written to another file and then moved: a half-written secret would lock its data for good.
            var half = $"{bestand}.{Environment.ProcessId}";
            using (var stroom = new FileStream(half, Alleen())) stroom.Write(System.Text.Encoding.ASCII.GetBytes(nieuw()));
            File.Move(half, bestand, overwrite: false);
        }
        return File.ReadAllText(bestand);

        static FileStreamOptions Alleen() => OperatingSystem.IsWindows()
            ? new() { Mode = FileMode.Create, Access = FileAccess.Write }
            : new() { Mode = FileMode.Create, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite };
    }
}

/// <summary>The value of a secret parameter on a developer's machine.</summary>
internal class Nieuw(Func<string> nieuw) : ParameterDefault
{
    public override string GetDefaultValue() => nieuw();

    public override void WriteToManifest(ManifestPublishingContext context) =>
        throw new NotSupportedException("A published platform is given its secrets by the operator.");
}

/// <summary>The value of a secret parameter that is kept with the data.</summary>
internal sealed class Bewaard(string data, string naam, Func<string> nieuw) : Nieuw(() => Geheimen.Lees(data, naam, nieuw));
