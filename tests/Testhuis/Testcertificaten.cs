using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace WmoPlatform.Testhuis;

/// <summary>A certificate authority for one test. Its files disappear on dispose.</summary>
public sealed class Testcertificaten : IDisposable
{
    private readonly string _map = Directory.CreateTempSubdirectory("wmo-certificaten-").FullName;
    private readonly X509Certificate2 _wortel;
    private int _nummer;

    /// <summary>Makes the authority.</summary>
    public Testcertificaten()
    {
        using var sleutel = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var verzoek = new CertificateRequest("CN=Testwortel", sleutel, HashAlgorithmName.SHA256);
        verzoek.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        verzoek.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        verzoek.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(verzoek.PublicKey, false));
        _wortel = verzoek.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(30));
        File.WriteAllText(Wortel, _wortel.ExportCertificatePem());
    }

    /// <summary>The PEM file of its own certificate.</summary>
    public string Wortel => Path.Combine(_map, "wortel.pem");

    /// <summary>Makes a certificate for a server on this machine, or for a client.</summary>
    /// <param name="naam">Its subject.</param>
    /// <param name="lijst">The address of the list of revoked certificates; null without one.</param>
    public X509Certificate2 Maak(string naam, string? lijst = null)
    {
        using var sleutel = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var verzoek = new CertificateRequest($"CN={naam}", sleutel, HashAlgorithmName.SHA256);
        var namen = new SubjectAlternativeNameBuilder();
        namen.AddDnsName("localhost");
        namen.AddIpAddress(IPAddress.Loopback);
        verzoek.CertificateExtensions.Add(namen.Build());
        verzoek.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(_wortel, true, false));
        if (lijst is not null)
            verzoek.CertificateExtensions.Add(CertificateRevocationListBuilder.BuildCrlDistributionPointExtension([lijst]));
        using var kaal = verzoek.Create(
            _wortel, DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(20), BitConverter.GetBytes(++_nummer));
        using var metSleutel = kaal.CopyWithPrivateKey(sleutel);
        // A key that lives only in memory is of no use to every platform.
        return X509CertificateLoader.LoadPkcs12(metSleutel.Export(X509ContentType.Pkcs12), null, X509KeyStorageFlags.Exportable);
    }

    /// <summary>Writes a certificate and its key as PEM files.</summary>
    public (string Certificaat, string Sleutel) Bewaar(X509Certificate2 certificaat)
    {
        ArgumentNullException.ThrowIfNull(certificaat);
        var (pad, sleutel) = (Path.Combine(_map, $"{certificaat.SerialNumber}.pem"), Path.Combine(_map, $"{certificaat.SerialNumber}.key"));
        File.WriteAllText(pad, certificaat.ExportCertificatePem());
        File.WriteAllText(sleutel, certificaat.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem());
        return (pad, sleutel);
    }

    /// <summary>The list of revoked certificates.</summary>
    public byte[] Lijst(params X509Certificate2[] ingetrokken)
    {
        var lijst = new CertificateRevocationListBuilder();
        foreach (var certificaat in ingetrokken) lijst.AddEntry(certificaat);
        return lijst.Build(_wortel, 1, DateTimeOffset.UtcNow.AddDays(1), HashAlgorithmName.SHA256);
    }

    public void Dispose()
    {
        _wortel.Dispose();
        Directory.Delete(_map, recursive: true);
    }
}
