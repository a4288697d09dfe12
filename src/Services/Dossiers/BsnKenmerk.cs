using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using WmoPlatform.Messaging;

namespace WmoPlatform.Dossiers;

/// <summary>
/// A keyed hash of the BSN (HMAC-SHA-256, with a key of its own derived from <c>Messaging:Sleutel</c>). It tells whether two are the same
/// person, which is all that authorisation asks, without this service keeping a BSN that anyone can read. A plain hash would not do: there
/// are few enough BSNs to try them all.
/// </summary>
public sealed class BsnKenmerk(MessagingOptions opties)
{
    private readonly byte[] _sleutel = HKDF.DeriveKey(HashAlgorithmName.SHA256, Convert.FromBase64String(opties.Sleutel), 32,
        info: "wmoplatform dossiers bsn"u8.ToArray());

    public string Van(string bsn) => Base64Url.EncodeToString(HMACSHA256.HashData(_sleutel, Encoding.ASCII.GetBytes(bsn)));
}
