using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Configuration;

namespace WmoPlatform.ServiceDefaults.Verbindingen;

/// <summary>
/// The certificates of a connection that this process makes, as settings of one section. <c>Certificaat</c> and <c>Certificaatsleutel</c>
/// are the certificate that it shows, <c>Vertrouwd</c> the only roots that it trusts (PEM files), and <c>Intrekking</c> says whether a
/// certificate that was revoked is refused.
/// </summary>
public static class Certificaten
{
    /// <summary>Reads the settings of a section.</summary>
    /// <param name="instellingen">The settings.</param>
    /// <param name="sectie">For instance <c>Partners:Ggk</c>.</param>
    /// <param name="intrekking">Whether revocation is checked when <c>Intrekking</c> is not set.</param>
    /// <exception cref="InvalidOperationException">A file cannot be read.</exception>
    public static SslClientAuthenticationOptions LeesTls(this IConfiguration instellingen, string sectie, bool intrekking)
    {
        ArgumentNullException.ThrowIfNull(instellingen);
        var controle = instellingen.GetValue($"{sectie}:Intrekking", intrekking) ? X509RevocationMode.Online : X509RevocationMode.NoCheck;
        var tls = new SslClientAuthenticationOptions { CertificateRevocationCheckMode = controle };
        if (Certificaat(instellingen, sectie) is { } certificaat) tls.ClientCertificates = [certificaat];
        if (Vertrouwd(instellingen, sectie) is { } wortels)
        {
            tls.CertificateChainPolicy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                RevocationMode = controle,
                RevocationFlag = X509RevocationFlag.ExcludeRoot,
            };
            tls.CertificateChainPolicy.CustomTrustStore.AddRange(wortels);
        }
        return tls;
    }

    /// <summary>
    /// Whether a certificate is good under the same settings, for a client that has only a callback.
    /// </summary>
    /// <param name="tls">The settings.</param>
    /// <param name="certificaat">The certificate of the other side.</param>
    /// <param name="keten">What the system made of it.</param>
    /// <param name="fouten">What the system finds wrong with it.</param>
    public static bool Keurt(
        this SslClientAuthenticationOptions tls, X509Certificate? certificaat, X509Chain? keten, SslPolicyErrors fouten)
    {
        ArgumentNullException.ThrowIfNull(tls);
        if (fouten == SslPolicyErrors.None && tls.CertificateChainPolicy is null) return true;
        if ((fouten & ~SslPolicyErrors.RemoteCertificateChainErrors) != 0 || tls.CertificateChainPolicy is not { } regels
            || certificaat is not X509Certificate2 blad) return false;
        using var eigen = new X509Chain { ChainPolicy = regels.Clone() };
        foreach (var schakel in keten?.ChainElements ?? Enumerable.Empty<X509ChainElement>())
            eigen.ChainPolicy.ExtraStore.Add(schakel.Certificate);
        return eigen.Build(blad);
    }

    private static X509Certificate2Collection? Vertrouwd(IConfiguration instellingen, string sectie)
    {
        if (instellingen[$"{sectie}:Vertrouwd"] is not { Length: > 0 } pad) return null;
        try
        {
            var wortels = new X509Certificate2Collection();
            wortels.ImportFromPemFile(pad);
            return wortels.Count > 0 ? wortels : throw new CryptographicException("Geen certificaat gevonden.");
        }
        catch (Exception e) when (e is CryptographicException or IOException)
        {
            throw new InvalidOperationException(
                $"{sectie}:Vertrouwd is niet te lezen. Wijs een PEM-bestand aan met de stamcertificaten die u vertrouwt.", e);
        }
    }

    private static X509Certificate2? Certificaat(IConfiguration instellingen, string sectie)
    {
        if (instellingen[$"{sectie}:Certificaat"] is not { Length: > 0 } pad) return null;
        try
        {
            return X509Certificate2
                .CreateFromPemFile(pad, instellingen[$"{sectie}:Certificaatsleutel"] is { Length: > 0 } sleutel ? sleutel : null);
        }
        catch (Exception e) when (e is CryptographicException or IOException)
        {
            throw new InvalidOperationException(
                $"{sectie}:Certificaat is niet te lezen. Wijs een certificaat en een sleutel aan, allebei als PEM-bestand.", e);
        }
    }
}
