using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using WmoPlatform.Messaging;

namespace WmoPlatform.Dossiers;

/// <summary>
/// A keyed hash of the BSN (HMAC-SHA-256, with its own key derived from <c>Messaging:Sleutel</c>). Authorisation only asks whether two BSNs
/// are the same, so this service keeps no readable BSN. A plain hash is not enough, because all BSNs can be tried.
/// </summary>
public sealed class BsnKenmerk(MessagingOptions opties)
{
    private readonly byte[] _sleutel = HKDF.DeriveKey(HashAlgorithmName.SHA256, Convert.FromBase64String(opties.Sleutel), 32,
        info: "wmoplatform dossiers bsn"u8.ToArray());

    public string Van(string bsn) => Base64Url.EncodeToString(HMACSHA256.HashData(_sleutel, Encoding.ASCII.GetBytes(bsn)));
}
